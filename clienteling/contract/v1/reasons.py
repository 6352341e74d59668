"""How each reason for a suggestion fared in a store, what was shown to whom, and by what the lists are made."""

from typing import Literal

import msgspec


class ShownItem(msgspec.Struct, frozen=True, array_like=True):
    """A product that stood on the list, and the reason that was given for it."""

    product: str
    reason: str


class Noted(msgspec.Struct, frozen=True):
    """Fact `showing.noted`: an associate had this list of a person before her; the entity id is a new one.

    A product counts once for a person and a day, however often and on however many tablets it is told.
    """

    customer: str
    store: str
    items: list[ShownItem]


class Restored(msgspec.Struct, frozen=True):
    """Fact `reasons.restored`: a manager lets a retired reason be used again; the entity id is the store's."""

    reason: str


class Tally(msgspec.Struct, frozen=True):
    """Of `shown` products: put into the cart, bought, said not to be for her; `taken` is into the cart or bought."""

    shown: int = 0
    added: int = 0
    bought: int = 0
    refused: int = 0
    taken: int = 0


class Reason(msgspec.Struct, frozen=True):
    """A reason in the last 28 days and in the 28 before them.

    `retired_at` is empty while it is used; `judged` is what it was retired for, and stays when a manager restored it.
    """

    reason: str
    lately: Tally = Tally()
    before: Tally = Tally()
    retired_at: str = ""
    judged: Tally | None = None
    restored_at: str = ""
    restored_by: str | None = None


class Night(msgspec.Struct, frozen=True):
    """A night in which central learned anew: how well the last 28 days were foretold, NDCG at 10, over `people`.

    `ours` is what was learned, `plain` the plain formula, each on all of the next basket and on what is new to her.
    """

    at: str
    people: int
    ours: float
    plain: float
    ours_new: float
    plain_new: float
    used: bool


class Reasons(msgspec.Struct, frozen=True):
    """Record `reasons` (scope store:{store}); its id is the store's, `at` is when central counted; newest night first.

    `way` is by what the lists are made now, `since` when that came into use, empty where it is not known.
    """

    id: str
    at: str
    reasons: list[Reason]
    way: Literal["learned", "plain"]
    since: str
    nights: list[Night]
