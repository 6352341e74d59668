"""Pure rules of what to show a person now and why; knows no database.

The formulas are the simple ones of a first honest version: her own median gap for what is due, co-occurrence with
shrinkage for what goes together, and what she looked at, saved or put into her cart online.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from heapq import nlargest
from itertools import pairwise
from math import exp
from statistics import median
from typing import NamedTuple

from clienteling.contract.variety import varied

MOST = 8
MOST_OF_A_REASON = 4
MOST_LOOKED_AT = 4 * MOST
DECAY = 0.6
"""How much less each earlier basket weighs."""
RECENT_BASKETS = 5
JUST_BOUGHT_DAYS = 14
INTEREST_DAYS = 60
NEAR, LATE = 0.75, 2.0
"""Due from three quarters of her own gap to twice of it: who is later than that has stopped."""
SHORTEST_GAP = 5
HALF_SURE = 2
"""After how many repeats we are half sure of a rhythm."""
TOGETHER_HALF = 0.15
"""The strength of going together at which the score is half of its most."""
CART_SCORE, SAVED_SCORE, VIEWED_SCORE, TOGETHER_SCORE = 0.95, 0.75, 0.5, 0.8
NEW_HERE_SCORE, NEW_SCORE = 0.75, 0.6
NEWS_DAYS = 45
"""For so long something is new."""
FLOOR = 0.05
POPULAR_SCORE = 0.5
POPULAR_DAYS, FEWEST_POPULAR = 28, 3
"""What was in FEWEST_POPULAR baskets of a store at least within POPULAR_DAYS is popular there."""
WEEK = 7


class Purchase(NamedTuple):
    """A product in one basket; `day` is the ordinal of the day."""

    basket: str
    day: int
    product: str
    variant: str


class Interest(NamedTuple):
    """A product she looked at or saved online; `what` is viewed or saved."""

    product: str
    variant: str
    what: str
    day: int


class News(NamedTuple):
    """A product that came into the shop on a day, in her size; she bought `times` baskets of its category.

    `here` says whether her home store has it.
    """

    product: str
    variant: str
    size: str
    day: int
    times: int
    here: bool


@dataclass(frozen=True)
class Candidate:
    """One thing to show: the values fill the sentence of its reason, the score is 0 to 1."""

    product: str
    reason: str
    score: float
    values: dict[str, str | int] = field(default_factory=dict)
    variant: str | None = None


@dataclass(frozen=True)
class Person:
    """All that is looked at for one person: what she bought, wanted, refused; carted are (product, variant).

    `returned` is what she brought back and did not buy again, `retired` the reasons that are not used in her store.
    """

    purchases: list[Purchase]
    interests: list[Interest] = field(default_factory=list)
    carted: list[tuple[str, str]] = field(default_factory=list)
    refused: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()
    retired: Set[str] = frozenset()
    news: list[News] = field(default_factory=list)


Neighbours = Mapping[str, list[tuple[str, float]]]
Names = Mapping[str, tuple[str, str, str]]
"""By product: its Korean name, English name and category; what is not in it is not sold and never shown."""


def suggest(person: Person, neighbours: Neighbours, names: Names, today: int) -> list[Candidate]:
    """What to show her, best first: at most MOST, of two categories where there are two."""
    just_bought = {one.product for one in person.purchases if today - one.day < JUST_BOUGHT_DAYS}
    shut_out = just_bought | person.refused | person.returned
    candidates = [
        *due(person.purchases, today),
        *together(person.purchases, neighbours, names, shut_out),
        *wanted(person, today),
        *new_in_size(person, today),
    ]
    return choose(fit(person, candidates, names, shut_out), names)


def fit(person: Person, candidates: Iterable[Candidate], names: Names, shut_out: Set[str]) -> Iterator[Candidate]:
    """Those whose reason is used in her store and whose product is sold and not shut out."""
    used = (one for one in candidates if one.reason not in person.retired)
    return (one for one in used if one.product in names and one.product not in shut_out)


def due(purchases: Iterable[Purchase], today: int) -> Iterator[Candidate]:
    """What she bought on two days at least and is near or over her own median gap; the gap in weeks, the last day."""
    days: dict[str, dict[int, str]] = defaultdict(dict)
    for _, day, product, variant in purchases:
        days[product][day] = variant
    for product, bought in days.items():
        if len(bought) < 2:
            continue
        ordered = sorted(bought)
        gap = median(later - earlier for earlier, later in pairwise(ordered))
        ratio = (today - ordered[-1]) / gap
        if gap < SHORTEST_GAP or not NEAR <= ratio <= LATE:
            continue
        repeats = len(ordered) - 1
        score = repeats / (repeats + HALF_SURE) * exp(-abs(ratio - 1))
        last = date.fromordinal(ordered[-1]).isoformat()
        values: dict[str, str | int] = {"weeks": max(1, round(gap / WEEK)), "last": last}
        yield Candidate(product, "due", 0.2 + 0.7 * score, values, bought[ordered[-1]])


def together(
    purchases: Iterable[Purchase], neighbours: Neighbours, names: Names, shut_out: Set[str] = frozenset()
) -> Iterator[Candidate]:
    """What others bought with what she bought lately and she never did; the reason names the strongest of hers."""
    purchases = list(purchases)
    weights = _recent(purchases)
    owned = {one.product for one in purchases} | shut_out
    strength: dict[str, float] = {}
    for mine, weight in weights.items():
        for other, pull in neighbours.get(mine, ()):
            strength[other] = strength.get(other, 0.0) + weight * pull
    best = nlargest(MOST_LOOKED_AT, ((total, other) for other, total in strength.items() if other not in owned))
    strongest = _strongest({other for _, other in best}, weights, neighbours)
    for total, other in best:
        mine = strongest[other]
        if mine in names:
            values: dict[str, str | int] = {"product": mine, "name_ko": names[mine][0], "name_en": names[mine][1]}
            yield Candidate(other, "together", TOGETHER_SCORE * total / (total + TOGETHER_HALF), values)


def _strongest(others: Set[str], weights: Mapping[str, float], neighbours: Neighbours) -> dict[str, str]:
    """For each of the others, which of her products pulls it most."""
    found: dict[str, tuple[float, str]] = {}
    for mine, weight in weights.items():
        for other, pull in neighbours.get(mine, ()):
            if other in others:
                found[other] = max(found.get(other, (0.0, "")), (weight * pull, mine))
    return {other: mine for other, (_, mine) in found.items()}


def wanted(person: Person, today: int) -> Iterator[Candidate]:
    """What lies in her online cart, and what she saved or viewed in the last INTEREST_DAYS; when, as a day."""
    for product, variant in person.carted:
        yield Candidate(product, "cart", CART_SCORE, {}, variant)
    for one in person.interests:
        age = today - one.day
        if age <= INTEREST_DAYS:
            most = SAVED_SCORE if one.what == "saved" else VIEWED_SCORE
            score = most * (1 - max(0, age) / (2 * INTEREST_DAYS))
            yield Candidate(one.product, one.what, score, {"last": date.fromordinal(one.day).isoformat()}, one.variant)


def new_in_size(person: Person, today: int) -> Iterator[Candidate]:
    """What came within NEWS_DAYS, of a category she buys and in her size; the size, since when, how many baskets."""
    for one in person.news:
        age = today - one.day
        if 0 <= age <= NEWS_DAYS:
            sure = one.times / (one.times + HALF_SURE)
            score = (NEW_HERE_SCORE if one.here else NEW_SCORE) * sure * (1 - age / (2 * NEWS_DAYS))
            since = date.fromordinal(one.day).isoformat()
            values: dict[str, str | int] = {"size": one.size, "since": since, "times": one.times}
            yield Candidate(one.product, "new", score, values, one.variant)


def popular(
    sold: Iterable[tuple[str, int]], store: tuple[str, str], names: Names, refused: Set[str]
) -> list[Candidate]:
    """What to show who does not want to be profiled: (product, times) bought in her store, the most often first.

    `store` is its Korean and English name. Nothing of hers is looked at but what she refused.
    """
    fit = [(product, times) for product, times in sold if product in names and product not in refused]
    most = max((times for _, times in fit), default=0)
    found = []
    for product, times in fit:
        values: dict[str, str | int] = {"times": times, "name_ko": store[0], "name_en": store[1]}
        found.append(Candidate(product, "popular", POPULAR_SCORE * times / most, values))
    return choose(found, names)


def choose(candidates: Iterable[Candidate], names: Names, least: int = 0) -> list[Candidate]:
    """The best of each product, at most MOST_OF_A_REASON of one reason while there are others, two categories.

    At least `least` repeats and as many that are new to her, where there are so many.
    """
    best: dict[str, Candidate] = {}
    for one in candidates:
        if one.score >= FLOOR and (one.product not in best or one.score > best[one.product].score):
            best[one.product] = one
    ranked = sorted(best.values(), key=lambda one: (-one.score, one.product))
    ordered = varied(ranked, MOST_OF_A_REASON, least)
    chosen, left = ordered[:MOST], ordered[MOST:]
    return sorted(_two_categories(chosen, left, names), key=lambda one: (-one.score, one.product))


def _two_categories(chosen: list[Candidate], left: list[Candidate], names: Names) -> list[Candidate]:
    categories = {names[one.product][2] for one in chosen}
    other = next((one for one in left if names[one.product][2] not in categories), None)
    return [*chosen[:-1], other] if len(categories) == 1 and other else chosen


def _recent(purchases: list[Purchase]) -> dict[str, float]:
    """The weight of each product of her last baskets: DECAY to the number of baskets since."""
    baskets = sorted({(one.day, one.basket) for one in purchases}, reverse=True)[:RECENT_BASKETS]
    since = {basket: place for place, (_, basket) in enumerate(baskets)}
    weights: dict[str, float] = {}
    for one in purchases:
        if one.basket in since:
            weights[one.product] = max(weights.get(one.product, 0.0), DECAY ** since[one.basket])
    return weights
