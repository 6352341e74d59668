"""Orders: record and facts."""

from typing import Literal

import msgspec

from clienteling.contract.v1.cart import Fulfilment
from clienteling.contract.v1.customers import Address

State = Literal[
    "queued", "sent", "accepted", "attention", "routed", "shipped", "ready", "collected", "returned", "cancelled"
]


class OrderLine(msgspec.Struct, frozen=True):
    """One line; `id` is made by the device and unique for ever; `source` is the location central chose.

    `tag` is the code on a piece that bears its own price or its `weight` in milligrams.
    """

    id: str
    variant: str
    quantity: int
    price: int
    fulfilment: Fulfilment
    price_version: int = 0
    pickup_store: str | None = None
    source: str | None = None
    promised: str = ""
    problem: str = ""
    tag: str = ""
    weight: int = 0


class Twin(msgspec.Struct, frozen=True):
    """An order that took the same pieces out of the same cart before, without the other one knowing."""

    id: str
    number: str
    placed_at: str


class Order(msgspec.Struct, frozen=True):
    """Record `order`; `total` in minor units of `currency`; `number` is the device's gap-free receipt number."""

    id: str
    number: str
    state: State
    store: str
    lines: list[OrderLine]
    total: int
    currency: str
    placed_at: str
    customer: str | None = None
    staff: str | None = None
    channel: Literal["store", "online"] = "store"
    method: Literal["till", "paylink"] = "till"
    address: Address | None = None
    problem: str = ""
    twin: Twin | None = None


class Placed(msgspec.Struct, frozen=True):
    """Fact `order.placed`: prices are those quoted to the customer; central checks them, stock and edges.

    Central takes the lines out of `cart`. Out of the cart `taken_from`, of which the device had seen version `seen`,
    facts of the cart's own have taken them before.
    """

    number: str
    store: str
    cart: str
    lines: list[OrderLine]
    total: int
    currency: str
    customer: str | None = None
    method: Literal["till", "paylink"] = "till"
    address: Address | None = None
    taken_from: str = ""
    seen: int = 0


class NumbersLeftOut(msgspec.Struct, frozen=True):
    """Fact `order.numbers_left_out`: a restored tablet will give no order these receipt numbers, as G3-000124."""

    first: str
    last: str


class Moved(msgspec.Struct, frozen=True):
    """Fact `order.moved`: one step along a legal edge; the same state again is success."""

    to: State
    reason: str = ""
