"""What happened to a person, online and in the store."""

from typing import Literal

import msgspec

Phase = Literal["choose", "buy", "use"]
Channel = Literal["online", "store"]
Outcome = Literal["shown", "tried", "declined"]


class EventItem(msgspec.Struct, frozen=True, array_like=True):
    """A variant in an event with its quantity and its amount in minor units."""

    variant: str
    quantity: int
    amount: int


class Event(msgspec.Struct, frozen=True):
    """Record `event` (scopes store:{home}, customer:{id}): one entry of her history, `at` in ISO 8601 UTC.

    `what` is viewed, saved, carted, bought, cancelled (bought, and called off before it was handed over), picked_up,
    rated, returned, repaired, visited, or how it went on the shop floor: shown, tried or declined (not for her).
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


class Noted(msgspec.Struct, frozen=True):
    """Fact `outcome.noted`: how a product went with her on the shop floor; the entity id becomes the event's."""

    customer: str
    variant: str
    what: Outcome
    store: str


class TakenBack(msgspec.Struct, frozen=True):
    """Fact `outcome.taken_back`: it was noted by mistake; the event is gone."""
