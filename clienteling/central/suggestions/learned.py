"""From what was foreseen for a person to what she is shown: each reason a fact of hers; knows no model and no table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from clienteling.central.suggestions.domain import (
    JUST_BOUGHT_DAYS,
    NEAR,
    SHORTEST_GAP,
    WEEK,
    Candidate,
    Names,
    Person,
    Purchase,
    choose,
    fit,
    new_in_size,
    wanted,
)

if TYPE_CHECKING:
    from clienteling.central.insight.domain import Foreseen

HALF_SURE_CHANCE = 0.02
"""The chance to be in her next basket at which the score is half of its most: few that are new to her have more."""
LIKELY = 1 / 3
"""From which chance on to be bought within four weeks we say that it is due."""
LEAST = 2
"""How many repeats there are at least, and how many that are new to her."""
FEWEST_DAYS = 3
"""From how many days on we speak of a rhythm."""
FEWEST_TIMES = 2
"""What she bought but once may be a thing one owns once."""


def suggest(person: Person, foreseen: Iterable[Foreseen], names: Names, today: int) -> list[Candidate]:
    """What to show her, best first, as `domain.suggest`: what was foreseen, and what she wants herself."""
    just_bought = {one.product for one in person.purchases if today - one.day < JUST_BOUGHT_DAYS}
    shut_out = person.refused | person.returned
    candidates = [*_foreseen(person, foreseen, names, today), *wanted(person, today), *new_in_size(person, today)]
    fitting = fit(person, candidates, names, shut_out)
    return choose((one for one in fitting if one.reason == "due" or one.product not in just_bought), names, LEAST)


def _foreseen(person: Person, foreseen: Iterable[Foreseen], names: Names, today: int) -> Iterator[Candidate]:
    bought: dict[str, list[Purchase]] = defaultdict(list)
    for purchase in person.purchases:
        bought[purchase.product].append(purchase)
    for one in foreseen:
        score = one.chance / (one.chance + HALF_SURE_CHANCE)
        if one.with_hers in names:
            ko, en, _ = names[one.with_hers]
            values: dict[str, str | int] = {"product": one.with_hers, "name_ko": ko, "name_en": en}
            if one.people:
                yield Candidate(one.product, "people", score, values | {"people": one.people})
            else:
                yield Candidate(one.product, "together", score, values)
        elif not one.is_new:
            yield from _repeated(one, bought[one.product], score, today)


def _repeated(one: Foreseen, bought: list[Purchase], score: float, today: int) -> Iterator[Candidate]:
    """What she usually buys about now, with her rhythm; else what she bought some times, with how many."""
    days = sorted({purchase.day for purchase in bought})
    gap = median(later - earlier for earlier, later in pairwise(days)) if len(days) >= FEWEST_DAYS else 0
    last, times = date.fromordinal(days[-1]).isoformat(), len({purchase.basket for purchase in bought})
    variant = max(bought, key=lambda purchase: purchase.day).variant
    if gap >= SHORTEST_GAP and one.due >= LIKELY and today - days[-1] >= NEAR * gap:
        yield Candidate(one.product, "due", score, {"weeks": max(1, round(gap / WEEK)), "last": last}, variant)
    elif times >= FEWEST_TIMES:
        yield Candidate(one.product, "again", score, {"times": times, "last": last}, variant)
