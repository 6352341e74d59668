"""Pure rules about orders: which step follows which, where a line comes from, what is promised; knows no database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from clienteling.contract.pieces import MOST_WEIGHT

EDGES: dict[str, frozenset[str]] = {
    "accepted": frozenset({"routed", "ready", "shipped", "collected", "cancelled"}),
    "attention": frozenset({"accepted", "routed", "cancelled"}),
    "routed": frozenset({"attention", "shipped", "ready", "cancelled"}),
    "shipped": frozenset({"collected", "returned"}),
    "ready": frozenset({"collected", "cancelled"}),
    "collected": frozenset({"returned"}),
    "returned": frozenset(),
    "cancelled": frozenset(),
}
"""The legal steps at central; `queued` and `sent` are a device's own words for an order that is not here yet."""

OVER = frozenset({"collected", "returned", "cancelled"})
"""Nobody waits for such an order any more."""

HAPPENED = {"collected": "picked_up", "returned": "returned", "cancelled": "cancelled"}
"""What a step means to the person; an order that is called off was no purchase."""

PROMISE_DAYS = {"now": 0, "pickup": 1, "transfer": 3, "ship": 2}
STORE_DAYS = 60
"""How long an order that is over stays among those that every tablet of the store holds."""
MAX_LINES = 200
MAX_QUANTITY = 999
WEIGHED = "Something in this order is sold by weight: scan the label of each weighed piece."
STOCK, PRICE, ADDRESS, UNKNOWN, TWICE = "stock", "price", "address", "unknown", "twice"
BLOCKING = frozenset({STOCK, ADDRESS, UNKNOWN, TWICE})
"""Problems that need a person; a changed price is shown and the quoted one kept."""


class Line(NamedTuple):
    """One line as it was told; `price` as quoted, in minor units of the order's currency, `weight` in milligrams."""

    id: str
    variant: str
    quantity: int
    price: int
    fulfilment: str
    price_version: int = 0
    pickup_store: str | None = None
    tag: str = ""
    weight: int = 0


class Sold(NamedTuple):
    """A line of a shop's past, as its files tell it; a negative quantity is a return."""

    order: str
    line: str
    at: str
    customer: str | None
    store: str
    staff: str | None
    channel: str
    variant: str
    quantity: int
    price: int
    currency: str


class Step(NamedTuple):
    """Something that happened with an order: `what` as in a person's history, `lines` those it happened to."""

    order: str
    customer: str
    store: str
    staff: str | None
    channel: str
    what: str
    at: str
    currency: str
    lines: tuple[Any, ...]


def order_problem(lines: list[Line], total: int) -> str | None:
    """Why this cannot be an order at all, or None."""
    if not 0 < len(lines) <= MAX_LINES:
        return f"An order has 1 to {MAX_LINES} lines."
    if len({line.id for line in lines}) != len(lines):
        return "Two lines have the same id."
    if any(not 0 < line.quantity <= MAX_QUANTITY or line.price < 0 for line in lines):
        return "A line has an impossible quantity or price."
    if any(not 0 <= line.weight <= MOST_WEIGHT for line in lines):
        return "A line has an impossible weight."
    if any(line.tag and line.quantity != 1 for line in lines):
        return "A piece with a price of its own is a line of one."
    if any(line.fulfilment == "pickup" and not line.pickup_store for line in lines):
        return "Choose the store for the pick-up."
    if sum(line.quantity * line.price for line in lines) != total:
        return "The total is not the sum of the lines."
    return None


def may_move(state: str, to: str) -> bool:
    """Whether the step is legal; staying is always."""
    return state == to or to in EDGES[state]


def sources(line: Line, own: str, stock: Mapping[str, int], kinds: Mapping[str, str]) -> list[str]:
    """The locations that have the whole quantity, best first.

    Taken now: this store only. Picked up: that store, else sent there from where a parcel would come from.
    Shipped: the warehouse, then online, then the stores with most.
    """
    if line.fulfilment == "now":
        wanted = [own]
    else:
        ranks = {"warehouse": 0, "online": 1}
        wanted = sorted(kinds, key=lambda place: (ranks.get(kinds[place], 2), -stock.get(place, 0), place))
        if line.pickup_store:
            wanted = [line.pickup_store, *(place for place in wanted if place != line.pickup_store)]
    return [place for place in wanted if stock.get(place, 0) >= line.quantity]


def coming_back(state: str, here: str, lines: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], int]:
    """How many pieces lie where again, by (place, variant), when an order in this state is returned at `here`.

    What she had in hand comes back over this counter, a parcel to where it was sent from. What a shop's past says came
    back before, a negative quantity, does not come twice.
    """
    pieces: dict[tuple[str, str], int] = defaultdict(int)
    for line in lines:
        place = line["source"] if state == "shipped" else here
        if place:
            pieces[place, line["variant"]] += line["quantity"]
    return {where: quantity for where, quantity in sorted(pieces.items()) if quantity > 0}


def promised(line: Line, source: str | None, today: date) -> str:
    """The day by which it will be there, ISO 8601; empty when nobody has it."""
    if source is None:
        return ""
    sent_there = line.fulfilment == "pickup" and source != line.pickup_store
    return (today + timedelta(days=PROMISE_DAYS["transfer" if sent_there else line.fulfilment])).isoformat()


def price_problem(line: Line, price: int, price_version: int) -> str:
    """Whether the quoted price is still the present one; "price" if not."""
    return PRICE if (line.price, line.price_version or price_version) != (price, price_version) else ""


def tag_problem(line: Line, bears: int | None, by_weight: bool, price_version: int) -> str:
    """Whether the price told for a piece is what its tag `bears`; "price" if not.

    Where nobody can read it the price stays as it was told, but for one by weight. Its price may be an older one's.
    """
    if bears is None:
        return PRICE if by_weight else ""
    if line.weight:
        return price_problem(line, bears, price_version)
    return "" if line.price == bears else PRICE


def address_problem(lines: Iterable[Line], address: object) -> str:
    """Whether something is to be shipped and nobody said where; "address" if so."""
    return ADDRESS if address is None and any(line.fulfilment == "ship" for line in lines) else ""


def state_of(problems: Iterable[str]) -> str:
    """The state in which an order with these problems begins."""
    return "attention" if BLOCKING & set(problems) else "accepted"
