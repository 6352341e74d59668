"""Which suggestions are worth showing as things stand here and now; knows no table and no screen."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from clienteling.contract.variety import varied

MOST = 5
FLOOR = 0.1
"""Below this score nothing is shown."""
MOST_OF_A_REASON = 3
SOURCED = frozenset({"together", "people"})
"""Reasons whose value `product` is what of hers speaks for it."""
WITH_CART = 1.5
"""How much more it weighs that something goes with what lies in her cart."""
LIKE_REFUSED, LEAST_LIKE = 0.85, 0.6
"""How much less for each of its category that is not for her, and what is left of it at least."""
ELSEWHERE, OTHER_SIZE = 0.95, 0.85
"""How much less if this store does not have it, and if what there is, is not her size."""
AT_HAND = 1.25
"""How much more it weighs that she stands where it lies."""


@dataclass(frozen=True)
class Suggestion:
    """A product with the reason to say aloud; `values` fill the sentence of that reason, `score` is 0 to 1.

    `goes_with` are products that are bought together with it.
    """

    product: str
    reason: str
    score: float
    values: Mapping[str, str | int] = field(default_factory=dict)
    variant: str | None = None
    goes_with: tuple[str, ...] = ()


class Made(NamedTuple):
    """Which list it is: its version, when central made it (ISO 8601 UTC), and by what, in the words of the contract."""

    ver: int
    at: str
    made_by: str


UNMADE = Made(0, "", "")
"""While there is no list."""


@dataclass(frozen=True)
class Card:
    """A suggestion with what the card shows; `price` in minor units, quantities as promised at the last sync."""

    suggestion: Suggestion
    variant: str
    name_ko: str
    name_en: str
    category: str
    detail_ko: str
    detail_en: str
    price: int
    currency: str
    sold_by: str
    here: int
    nearby: int
    online: int
    known: bool
    fits: bool = True
    at_hand: bool = False
    """Whether it lies where she stands."""


class Shelf(NamedTuple):
    """How a product that can be had stands here: its category, whether this store has it, and whether in her size."""

    category: str
    here: bool
    fits: bool


@dataclass(frozen=True)
class Situation:
    """What this tablet knows besides the list: what can be had, what lies in her cart, and what is not for her.

    `shelves` are by product; `disliked` says of how many of a category she said no to; `zone` is where she stands.
    """

    shelves: Mapping[str, Shelf]
    carted: Set[str] = frozenset()
    refused: Set[str] = frozenset()
    disliked: Mapping[str, int] = field(default_factory=dict)
    zone: str = ""


def choose(suggestions: Iterable[Suggestion], now: Situation, most: int = MOST) -> list[Suggestion]:
    """The best that can be had, heaviest first; of equal weight by their ids, so that the same is always the same.

    Nothing below the floor, in her cart or refused; one reason does not crowd out the others, and the best repeat and
    the best that is new to her are always there.
    """
    shut_out = now.carted | now.refused
    fit = [one for one in suggestions if one.score >= FLOOR and one.product in now.shelves.keys() - shut_out]

    def place(one: Suggestion) -> tuple[float, str]:
        return -weight(one, now), one.product

    return sorted(varied(sorted(fit, key=place), MOST_OF_A_REASON, 1)[:most], key=place)


def weight(one: Suggestion, now: Situation) -> float:
    """Its score as things stand: more beside what is in her cart, less for what is like the refused or not here."""
    shelf = now.shelves[one.product]
    like = max(LEAST_LIKE, LIKE_REFUSED ** now.disliked.get(shelf.category, 0))
    drawn = WITH_CART if beside(one, now.carted) else 1.0
    stands = AT_HAND if at_hand(shelf, now.zone) else 1.0
    return one.score * drawn * stands * like * (1.0 if shelf.here else ELSEWHERE) * (1.0 if shelf.fits else OTHER_SIZE)


def at_hand(shelf: Shelf, zone: str) -> bool:
    """Whether it lies in this zone of the store, which is named after the categories that are there."""
    return shelf.here and bool(shelf.category) and shelf.category.casefold() in zone.casefold()


def beside(one: Suggestion, carted: Set[str]) -> list[str]:
    """What lies in her cart and goes with it, the strongest first."""
    hers = [str(one.values.get("product", ""))] if one.reason in SOURCED else []
    return [product for product in dict.fromkeys([*hers, *one.goes_with]) if product in carted]
