"""How an event stands in the history: the roles and their words in the language of the screen."""

from typing import Any, NamedTuple

from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.catalog.domain import Item
from clienteling.desktop.clientbook.domain import Event
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import clock, day, money, say
from clienteling.desktop.signin import actions as signin

ROLES = ("id", "title", "detail", "time", "date", "amount", "sign", "tone", "order", "provisional")
NAMED_ITEMS = 3
ICONS = {
    "viewed": "eye",
    "saved": "heart",
    "carted": "shopping-cart",
    "ordered": "package",
    "bought": "receipt-text",
    "cancelled": "circle-x",
    "picked_up": "package-check",
    "rated": "star",
    "returned": "undo-2",
    "repaired": "wrench",
    "visited": "footprints",
    "shown": "hand-helping",
    "tried": "shirt",
    "declined": "heart-off",
}


class Known(NamedTuple):
    """What the events of a page speak of: products by variant, names of places and staff by id."""

    items: dict[str, Item]
    places: dict[str, str]
    staff: dict[str, str]
    language: str


def known(tx: Tx, events: list[Event], language: str) -> Known:
    """Everything the words of these events need."""
    variants = list({item.variant for event in events for item in event.items})
    korean = language == "ko"
    places = {id: one.name_ko if korean else one.name_en for id, one in signin.locations(tx).items()}
    return Known(catalog.items(tx, variants), places, signin.staff_names(tx), language)


def row(event: Event, about: Known) -> tuple[Any, ...]:
    """One event as the history shows it."""
    names = [about.items[item.variant].name(about.language) for item in event.items if item.variant in about.items]
    names = list(dict.fromkeys(names))
    return (
        event.id,
        _title(event, names),
        _detail(event, names, about),
        clock(event.at),
        day(event.at),
        money(event.amount, event.currency) if event.amount and event.what != "cancelled" else "",
        ICONS.get(event.what, "circle-dot"),
        "online" if event.channel == "online" else "store",
        event.order or "",
        event.provisional,
    )


def _title(event: Event, names: list[str]) -> str:
    name = names[0] if names else say("a product")
    if event.what in _ABOUT_ONE:
        return say(_ABOUT_ONE[event.what], name=name)
    if event.what in _ABOUT_SOME:
        return say(_ABOUT_SOME[event.what], n=max(1, event.pieces))
    return say(_PLAIN.get(event.what, "Something happened"))


_ABOUT_ONE = {
    "viewed": "Viewed {name}",
    "saved": "Saved {name}",
    "carted": "Added {name} to the cart",
    "repaired": "Had {name} repaired",
    "shown": "Was shown {name}",
    "tried": "Tried {name}",
    "declined": "Not for her: {name}",
}
_ABOUT_SOME = {
    "ordered": "Ordered %n items",
    "bought": "Bought %n items",
    "cancelled": "Cancelled: %n items",
    "picked_up": "Picked up %n items",
    "returned": "Returned %n items",
}
_PLAIN = {"rated": "Left a rating", "visited": "Came to the store"}


def _detail(event: Event, names: list[str], about: Known) -> str:
    where = say("Online") if event.channel == "online" else about.places.get(event.store or "", "")
    who = about.staff.get(event.staff or "", "")
    what = _listed(names) if event.what in _ABOUT_SOME else ""
    said = f"“{event.text}”" if event.text else ""
    waiting = say("not confirmed yet") if event.provisional else ""
    return " · ".join(part for part in (where, who, said, what, waiting) if part)


def _listed(names: list[str]) -> str:
    more = len(names) - NAMED_ITEMS
    listed = ", ".join(names[:NAMED_ITEMS])
    return f"{listed} +{more}" if more > 0 else listed
