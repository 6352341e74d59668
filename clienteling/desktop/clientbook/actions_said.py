"""What she said beside what she bought, from what this tablet itself holds."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.catalog.domain import Item
from clienteling.desktop.clientbook import domain, domain_said, store
from clienteling.desktop.clientbook.domain_said import Piece, Said, Wish
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.customers.domain import Person
from clienteling.desktop.notes import actions as notes
from clienteling.desktop.notes.domain import Note, Reader
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.orders.domain import cancelled
from clienteling.desktop.runtime.db import Tx

LATEST_WISHES, LATEST_NOTES = 50, 2


class Told(NamedTuple):
    """What was said and done, what is noted of her, and the names of the products by id, in Korean and English.

    `silent` says that she does not want what she does to be looked at: then only what she said is told.
    """

    name: str
    said: Said
    notes: list[Note]
    names: dict[str, tuple[str, str]]
    silent: bool


def said(tx: Tx, customer: str, by: Reader) -> Told | None:
    """What she stated beside what she bought lately; None for somebody who is not on this device."""
    person = customers.person(tx, customer)
    if person is None:
        return None
    silent = person.consents.get("profiling") is False
    bought = [] if silent else _bought(tx, customer)
    saved = [] if silent else store.of_kind(tx, customer, "saved", LATEST_WISHES)
    items = catalog.items(tx, sorted({item.variant for event in (*bought, *saved) for item in event.items}))
    wishes = [
        Wish(items[one.variant].product, event.at) for event in saved for one in event.items if one.variant in items
    ]
    compared = domain_said.compare(person.sizes, person.says, _pieces(bought, items), wishes)
    names = {item.product: (item.name("ko"), item.name("en")) for item in items.values()}
    return Told(person.name, compared, notes.of_customer(tx, by, customer)[:LATEST_NOTES], names, silent)


def does(tx: Tx, person: Person) -> tuple[list[str], list[str]]:
    """The categories she buys most, and the sizes that she states and mostly does not buy.

    Of who does not want to be profiled nothing is set beside what she says.
    """
    bought = _bought(tx, person.id)
    items = catalog.items(tx, sorted({item.variant for event in bought for item in event.items}))
    pieces = _pieces(bought, items)
    stated = {} if person.consents.get("profiling") is False else person.sizes
    odd = [one.said for one in domain_said.compare(stated, (), pieces, ()).sizes if one.is_at_odds]
    return domain.does(piece.category for piece in pieces), odd


def _bought(tx: Tx, customer: str) -> list[domain.Event]:
    """Her last purchases, without those that were called off on this device."""
    off = cancelled(orders.of_customer(tx, customer))
    events = store.of_kind(tx, customer, "bought", domain.LATEST_BASKETS)
    return [event for event in events if event.order not in off]


def _pieces(bought: Iterable[domain.Event], items: Mapping[str, Item]) -> list[Piece]:
    return [_piece(event.at, items[one.variant]) for event in bought for one in event.items if one.variant in items]


def _piece(at: str, item: Item) -> Piece:
    words = (item.name_ko, item.name_en, item.brand, item.category, item.colour_ko, item.colour_en)
    return Piece(at, item.product, item.category, item.size, " ".join(words))
