"""What happened to a person, online and in the store."""

from typing import Literal

import msgspec

Phase = Literal["choose", "buy", "use"]
Channel = Literal["online", "store"]


class EventItem(msgspec.Struct, frozen=True, array_like=True):
    """A variant in an event with its quantity and its amount in minor units."""

    variant: str
    quantity: int
    amount: int


class Event(msgspec.Struct, frozen=True):
    """Record `event` (scopes store:{home}, customer:{id}): one entry of her history, `at` in ISO 8601 UTC.

    `what` is viewed, saved, carted, bought, cancelled (bought, and called off before it was handed over), picked_up,
    rated, returned, repaired or visited.
    """

    id: str
    customer: str
    at: str
    channel: Channel
    phase: Phase
    what: str
    items: list[EventItem] = []
    store: str | None = None
    staff: str | None = None
    order: str | None = None
    amount: int = 0
    currency: str = "KRW"
    text: str = ""
