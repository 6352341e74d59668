"""What a scan does in scan mode; only the cart's own mode puts anything into a cart."""

from dataclasses import dataclass

from clienteling.desktop.cart import actions as cart
from clienteling.desktop.cart import actions_piece
from clienteling.desktop.cart.actions import Added
from clienteling.desktop.cart.domain import Whose
from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.catalog.domain import Availability, Card, Item
from clienteling.desktop.floor.domain import Code, Mode, Sound
from clienteling.desktop.runtime.db import Tx


@dataclass(frozen=True)
class Came:
    """What came of a scan: its sound, which product it is, what it put into the cart, what the piece weighs in mg."""

    sound: Sound
    item: Item | None = None
    added: Added | None = None
    weight: int = 0


@dataclass(frozen=True)
class Looked:
    """A product with where each of its variants lies, seen from one store; `as_of` is when central last told it."""

    card: Card
    stock: dict[str, Availability]
    as_of: str


def hear(tx: Tx, mode: Mode, whose: Whose, code: Code, offline: bool, currency: str) -> Came:
    """A product was scanned: in the cart's mode one more of it, in the others nothing but a look.

    A code that nobody knows is "unknown"; offline, in the cart's mode, a GTIN is a line that waits for the catalogue.
    `currency` is the store's, for such a line and for a piece that bears its own price or weight. Problem for a code
    that is not sure: it may be another, misread; for what has to be weighed; for a piece whose price cannot be told.
    """
    item = _item(tx, code)
    if mode == "price" and item and code.own:
        own, weight = actions_piece.priced(item, code.own[0], currency)
        return Came("found", own, weight=weight)
    if mode != "cart":
        return Came("found" if item else "unknown", item)
    if item and code.own:
        added = cart.add_piece(tx, whose, code.gtin14 or "", code.own, currency)
        return Came("added", added.item, added, added.weight)
    if item:
        added = cart.add(tx, whose, item.variant)
        return Came("again" if added.quantity > 1 else "added", item, added)
    if not offline or code.gtin14 is None:
        return Came("unknown")
    return Came("unknown", None, cart.add_scanned(tx, whose, code.gtin14, offline, currency, code.sure))


def look(tx: Tx, product: str, store: str) -> Looked | None:
    """The product with its variants and where they lie; None when the catalogue has it no more."""
    card = catalog.card(tx, product)
    if card is None:
        return None
    stock = catalog.availability(tx, [item.variant for item in card.items], store)
    return Looked(card, stock, catalog.as_of(tx))


def _item(tx: Tx, code: Code) -> Item | None:
    if code.variant:
        return catalog.items(tx, [code.variant]).get(code.variant)
    return catalog.find(tx, code.gtin14) if code.gtin14 else None
