"""A cart's lines, what they add up to and how each reaches her; knows no table, no catalogue and no screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from clienteling.contract.money import Money

Fulfilment = Literal["now", "ship", "pickup"]
Source = Literal["store", "online"]

UNRESOLVED = "gtin:"
USUAL_DAYS = {"pickup": 1, "ship": 2, "transfer": 3}
RANK: dict[str, int] = {"now": 0, "pickup": 1, "ship": 2}


@dataclass(frozen=True)
class Line:
    """One variant in a cart, priced as quoted to her in minor units; without a variant it waits for the catalogue.

    `tag` is the code on a piece that bears its own price or its `weight` in milligrams: such a line is this one piece
    and never merges with another.
    """

    id: str
    quantity: int
    price: int
    currency: str
    variant: str | None
    gtin: str | None
    price_version: int = 0
    fulfilment: Fulfilment = "now"
    pickup_store: str | None = None
    source: Source = "store"
    added_at: str = ""
    tag: str = ""
    weight: int = 0

    @property
    def total(self) -> Money:
        """Price times quantity."""
        return Money(self.price, self.currency) * self.quantity

    @property
    def resolved(self) -> bool:
        """Whether the catalogue knows what it is."""
        return self.variant is not None


@dataclass(frozen=True)
class Whose:
    """The cart in front: for which customer (None is a guest), in which store, by whom."""

    cart: str
    store: str
    customer: str | None = None
    staff: str | None = None


@dataclass(frozen=True)
class Open:
    """A cart that holds something, as the switcher lists it."""

    cart: str
    customer: str | None
    label: str
    parked: bool
    quantity: int
    totals: tuple[Money, ...]


def unresolved(gtin14: str) -> str:
    """The id of the line for a code that the catalogue here does not know."""
    return UNRESOLVED + gtin14


def changed(present: int, delta: int) -> int:
    """The quantity after `delta` more; it may fall below zero, so that deltas commute, and reads as zero."""
    return present + delta


def removed(present: int, seen: int) -> int:
    """The quantity after a removal that saw `seen` of them; what others added meanwhile stays."""
    return min(present, max(0, present - seen))


def totals(lines: Iterable[Line]) -> tuple[Money, ...]:
    """What the lines cost, one amount a currency, in the order the currencies appear."""
    sums: dict[str, Money] = {}
    for line in lines:
        sums[line.currency] = sums.get(line.currency, Money(0, line.currency)) + line.total
    return tuple(sums.values())


def sorted_by_way(lines: Iterable[Line]) -> list[Line]:
    """Take-now first, then pick-up by store, then shipping; inside a group the oldest first."""
    return sorted(lines, key=lambda line: (RANK[line.fulfilment], line.pickup_store or "", line.added_at, line.id))


def default_fulfilment(here: int, wanted: int) -> Fulfilment:
    """Take it now when this store has enough; else it is shipped from elsewhere (the endless aisle)."""
    return "now" if here >= wanted else "ship"


def expected(fulfilment: Fulfilment, at_store: int, wanted: int, today: date) -> date:
    """By when she can expect it until central promises a day: now off the shelf, else after the usual days."""
    if fulfilment == "now":
        return today
    way = "ship" if fulfilment == "ship" else "pickup" if at_store >= wanted else "transfer"
    return today + timedelta(days=USUAL_DAYS[way])


def orderable(lines: Sequence[Line]) -> list[Line]:
    """The lines an order can hold; the others stay in the cart."""
    return [line for line in lines if line.resolved]
