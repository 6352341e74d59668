"""The cart she shares with the web and the app: record and facts."""

from typing import Literal

import msgspec

Fulfilment = Literal["now", "ship", "pickup"]


class CartLine(msgspec.Struct, frozen=True):
    """One variant in the cart; `id` is the variant's id, or `gtin:` and the code while it is unresolved.

    One piece that bears a price or a weight of its own (GS1 prefixes 02 and 20-29, AI 392n and 310n) is a line of an
    id made for it, of quantity 1; `tag` is the code on it, from which `price` follows, `weight` is in milligrams.
    """

    id: str
    quantity: int
    price: int
    currency: str
    variant: str | None = None
    gtin: str | None = None
    price_version: int = 0
    fulfilment: Fulfilment = "now"
    pickup_store: str | None = None
    source: Literal["store", "online"] = "store"
    added_at: str = ""
    tag: str = ""
    weight: int = 0


class Cart(msgspec.Struct, frozen=True):
    """Record `cart` (scopes store:{home} and customer:{id}); its id is `cart_of(customer)` or the guest cart's own."""

    id: str
    store: str
    lines: list[CartLine]
    customer: str | None = None
    label: str = ""
    parked: bool = False


class LineAdded(msgspec.Struct, frozen=True):
    """Fact `cart.line_added`: `quantity` more (or, negative, fewer) of a line; deltas commute.

    With a `tag` the line is one piece of `variant`, with a price or a `weight` (milligrams) of its own.
    """

    line: str
    quantity: int
    price: int
    currency: str
    store: str
    customer: str | None = None
    gtin: str | None = None
    price_version: int = 0
    fulfilment: Fulfilment = "now"
    pickup_store: str | None = None
    source: Literal["store", "online"] = "store"
    variant: str | None = None
    tag: str = ""
    weight: int = 0


class LineRemoved(msgspec.Struct, frozen=True):
    """Fact `cart.line_removed`: the line goes with the quantity that was seen; what others added meanwhile stays."""

    line: str
    quantity: int


class LineSetFulfilment(msgspec.Struct, frozen=True):
    """Fact `cart.line_set_fulfilment`."""

    line: str
    fulfilment: Fulfilment
    pickup_store: str | None = None


class Parked(msgspec.Struct, frozen=True):
    """Fact `cart.parked`: set aside (or, with parked=False, taken up again)."""

    parked: bool
    store: str
    label: str = ""
