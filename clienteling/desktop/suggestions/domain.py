"""Which suggestions are worth showing; knows no table and no screen."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from clienteling.contract.variety import varied

MOST = 5
FLOOR = 0.1
"""Below this score nothing is shown."""
MOST_OF_A_REASON = 3


@dataclass(frozen=True)
class Suggestion:
    """A product with the reason to say aloud; `values` fill the sentence of that reason, `score` is 0 to 1."""

    product: str
    reason: str
    score: float
    values: Mapping[str, str | int] = field(default_factory=dict)
    variant: str | None = None


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


def choose(suggestions: Sequence[Suggestion], shut_out: Collection[str], most: int = MOST) -> list[Suggestion]:
    """The best of those above the floor whose product is not shut out; one reason does not crowd out the others.

    The best repeat and the best that is new to her are always there.
    """
    fit = [one for one in suggestions if one.score >= FLOOR and one.product not in shut_out]
    ranked = sorted(fit, key=lambda one: -one.score)
    return sorted(varied(ranked, MOST_OF_A_REASON, 1)[:most], key=lambda one: -one.score)
