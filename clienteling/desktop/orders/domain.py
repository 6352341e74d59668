"""An order, its steps and its receipt number; knows no table, no cart and no screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from clienteling.contract.money import Money

State = Literal[
    "queued", "sent", "accepted", "attention", "routed", "shipped", "ready", "collected", "returned", "cancelled"
]
NUMBER_DIGITS = 6

EDGES: dict[str, frozenset[str]] = {
    "queued": frozenset({"cancelled"}),
    "sent": frozenset({"cancelled"}),
    "accepted": frozenset({"collected", "cancelled"}),
    "attention": frozenset({"accepted", "cancelled"}),
    "routed": frozenset({"cancelled"}),
    "shipped": frozenset({"collected"}),
    "ready": frozenset({"collected", "cancelled"}),
    "collected": frozenset({"returned"}),
    "returned": frozenset(),
    "cancelled": frozenset(),
}
"""The steps a person with this tablet may take; central knows further ones and decides about all of them."""

PROVISIONAL = frozenset({"queued", "sent"})
GROUPS: dict[str, frozenset[str]] = {
    "needs": frozenset({"attention"}),
    "open": frozenset({"queued", "sent", "accepted", "routed", "shipped"}),
    "ready": frozenset({"ready"}),
    "done": frozenset({"collected", "returned", "cancelled"}),
}
"""How the list is filtered."""


@dataclass(frozen=True)
class OrderLine:
    """One line as quoted, in minor units of the order's currency; `source` is the place central chose.

    `weight` is in milligrams, 0 for what is not sold by weight.
    """

    id: str
    variant: str
    quantity: int
    price: int
    fulfilment: str
    price_version: int = 0
    pickup_store: str | None = None
    source: str | None = None
    promised: str = ""
    problem: str = ""
    tag: str = ""
    weight: int = 0


@dataclass(frozen=True)
class Order:
    """An order without its lines; `refused` says that central never took it and what it said is in `problem`."""

    id: str
    number: str
    state: State
    store: str
    total: int
    currency: str
    placed_at: str
    customer: str | None
    staff: str | None
    channel: str
    method: str
    problem: str
    refused: bool
    pieces: int = 0

    @property
    def provisional(self) -> bool:
        """Whether central has not answered yet."""
        return self.state in PROVISIONAL


def cancelled(orders: Iterable[Order]) -> set[str]:
    """The ids of those that were called off."""
    return {order.id for order in orders if order.state == "cancelled"}


@dataclass(frozen=True)
class Twin:
    """Another order of the same pieces, made from the same cart before this one and unknown to it."""

    number: str
    placed_at: str


@dataclass(frozen=True)
class Receipt:
    """What the confirmation shows: nothing of it exists before the order is safely kept."""

    order: str
    number: str
    total: Money


@dataclass(frozen=True)
class Week:
    """What somebody sold in a time: how many orders, how many of them from the endless aisle, for how much."""

    orders: int
    endless: int
    totals: tuple[Money, ...]


Standing = Literal["delivered", "waiting", "needs", "cancelled", "missing"]
"""How a receipt stands at central; missing is a number whose order is not on this tablet."""


@dataclass(frozen=True)
class Slip:
    """A line of the day's receipts: a number that was given out, its order, and how it stands at central."""

    number: str
    standing: Standing = "missing"
    order: str = ""
    placed_at: str = ""
    total: int = 0
    currency: str = ""


def bounds(day: date) -> tuple[str, str]:
    """A day here as two moments in ISO 8601 UTC, the second one not in it; 23 to 25 hours, as the clocks change."""
    midnights = (datetime.combine(each, time.min).astimezone(UTC) for each in (day, day + timedelta(days=1)))
    begin, end = (moment.isoformat(timespec="milliseconds").replace("+00:00", "Z") for moment in midnights)
    return begin, end


def between(numbers: Sequence[str]) -> list[str]:
    """Every receipt number from the first to the last of one device."""
    counts = [found for number in numbers if (found := counted(number))]
    if not counts:
        return []
    code, first, last = counts[0][0], min(count for _, count in counts), max(count for _, count in counts)
    return [receipt_number(code, count) for count in range(first, last + 1)]


def receipt_number(device_code: str, count: int) -> str:
    """The device's `count`th receipt number, as in G3-000123."""
    return f"{device_code}-{count:0{NUMBER_DIGITS}d}"


def counted(number: str) -> tuple[str, int] | None:
    """Device code and count of a receipt number, or None for a number of another make."""
    code, dash, count = number.rpartition("-")
    return (code, int(count)) if dash and count.isascii() and count.isdigit() else None


def may_move(state: str, to: str) -> bool:
    """Whether a person with this tablet may take the step; staying is no step."""
    return to in EDGES[state]


def total(lines: Sequence[OrderLine]) -> int:
    """What the lines cost in minor units."""
    return sum(line.price * line.quantity for line in lines)
