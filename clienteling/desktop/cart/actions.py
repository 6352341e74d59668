"""What can be done with a cart: one function is one transaction, and every change is told to central."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from clienteling.contract.ids import cart_of, new_id
from clienteling.desktop.cart import actions_piece, domain, store, wire
from clienteling.desktop.cart.domain import Fulfilment, Line, Open, Source, Whose
from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.catalog.domain import Item
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.scanning.domain import Piece

MOST = 999
ONE_PIECE = "This piece has a price of its own. Scan the next one instead."
NOT_SURE = "The code {code} is not known on this tablet. Scan it once more with a scanner, or type its digits."


@dataclass(frozen=True)
class Added:
    """A line after something was added: how many it holds now, how it reaches her, and what a piece weighs (mg).

    `turned` says that this one more is why the line is shipped, which before was taken along.
    """

    line: str
    quantity: int
    fulfilment: Fulfilment
    item: Item | None
    weight: int = 0
    turned: bool = False


@dataclass(frozen=True)
class Handed:
    """What went from a guest's cart into a client's, and her name."""

    guest: Whose
    hers: Whose
    lines: tuple[Line, ...]
    name: str


def whose(customer: str | None, store: str, staff: str | None) -> Whose:
    """The customer's one shared cart, or a new one for a guest."""
    return Whose(cart_of(customer) if customer else new_id(), store, customer, staff)


def lines(tx: Tx, cart: str) -> list[Line]:
    """What the cart holds, oldest first."""
    return store.lines(tx, cart)


def line(tx: Tx, cart: str, line: str) -> Line | None:
    """One line of the cart, None when it is not in it."""
    return store.line(tx, cart, line)


def take_up(tx: Tx, cart: str, store_id: str, staff: str | None) -> Whose:
    """An open cart comes to the front; one that was set aside is told to be in use again."""
    head = store.head(tx, cart)
    found = Whose(cart, head.store if head else store_id, head.customer if head else None, staff)
    if head is not None and head.parked:
        park(tx, found, False, head.label)
    return found


def open_carts(tx: Tx, store_id: str) -> list[Open]:
    """The carts of the store that hold something, the last used first."""
    return store.open_carts(tx, store_id)


def add_scanned(tx: Tx, whose: Whose, gtin14: str, offline: bool, currency: str, sure: bool = False) -> Added:
    """One more of what was scanned; offline a code unknown here becomes a line that waits for the catalogue.

    `currency` is the store's, for such a line. Raises Problem for what has to be weighed, when central can be reached
    and nobody knows the code, and when nobody here knows one that is not `sure`: it may be another, misread.
    """
    item = catalog.find(tx, gtin14)
    if item:
        return _add(tx, whose, item, 1, "store")
    if not offline:
        raise Problem("No product has the code {code}.", code=gtin14.lstrip("0"))
    if not sure:
        raise Problem(NOT_SURE, code=gtin14.lstrip("0"))
    return _add_unknown(tx, whose, gtin14, currency)


def add_piece(tx: Tx, whose: Whose, gtin14: str, piece: Piece, currency: str) -> Added:
    """One piece whose code says what it costs or weighs: a line of its own at that price, in the store's `currency`.

    Raises Problem when the catalogue here does not have it, and where its price cannot be told.
    """
    item = catalog.find(tx, gtin14)
    if item is None:
        raise Problem("No product has the code {code}.", code=gtin14.lstrip("0"))
    measure, tag = piece
    item, weight = actions_piece.priced(item, measure, currency)
    here = catalog.availability(tx, [item.variant], whose.store)[item.variant]
    way = domain.default_fulfilment(here.here, 1) if here.known else "now"
    line = replace(_line(item, way, "store"), id=new_id(), tag=tag, weight=weight)
    wire.tell(tx, wire.line_added(tx, whose, line, 1))
    return _after(tx, whose, line, item)


def add(tx: Tx, whose: Whose, variant: str, quantity: int = 1, source: Source = "store") -> Added:
    """`quantity` more of a variant; raises Problem when the catalogue does not have it or it has to be weighed."""
    item = catalog.items(tx, [variant]).get(variant)
    if item is None:
        raise Problem("This product is not sold any more.")
    return _add(tx, whose, item, quantity, source)


def change(tx: Tx, whose: Whose, line: str, delta: int) -> Line | None:
    """`delta` more or fewer of a line, never below zero; returns the line as it was, None when nothing changed.

    Raises Problem for one more of a piece that has a price of its own.
    """
    found = store.line(tx, whose.cart, line)
    if found is None:
        return None
    if found.tag and delta > 0:
        raise Problem(ONE_PIECE)
    delta = max(-found.quantity, min(delta, MOST - found.quantity))
    if delta == 0:
        return None
    wire.tell(tx, wire.line_added(tx, whose, found, delta))
    return found


def remove(tx: Tx, whose: Whose, line: str) -> Line | None:
    """Take a line out; returns it as it was, None when it was gone already."""
    found = store.line(tx, whose.cart, line)
    if found:
        wire.tell(tx, wire.line_removed(tx, whose, found))
    return found


def restore(tx: Tx, whose: Whose, line: Line, delta: int) -> None:
    """Undo: the opposite of a change that was made on `line`, as a fact of its own."""
    if delta:
        wire.tell(tx, wire.line_added(tx, whose, line, delta))


def take_back(tx: Tx, whose: Whose, added: Added) -> None:
    """Undo of one scan: one fewer of what it added, also where the catalogue has named the code meanwhile.

    A line that this scan made too many for the shelf is taken along again. Problem when nothing of it is in the cart.
    """
    line = added.line if store.line(tx, whose.cart, added.line) else _named(tx, added.line)
    if change(tx, whose, line, -1) is None:
        raise Problem("It is not in the cart any more.")
    left = store.line(tx, whose.cart, line)
    if added.turned and left and left.fulfilment == "ship":
        here = catalog.availability(tx, [line], whose.store)[line].here
        set_fulfilment(tx, whose, line, domain.default_fulfilment(here, left.quantity))


def set_fulfilment(tx: Tx, whose: Whose, line: str, fulfilment: Fulfilment, pickup_store: str | None = None) -> None:
    """How a line reaches her; a pick-up needs the store, else Problem."""
    if fulfilment == "pickup" and not pickup_store:
        raise Problem("Choose the store where it will be picked up.")
    place = pickup_store if fulfilment == "pickup" else None
    found = store.line(tx, whose.cart, line)
    if found and (found.fulfilment, found.pickup_store) != (fulfilment, place):
        wire.tell(tx, wire.line_set_fulfilment(tx, whose, line, fulfilment, place))


def park(tx: Tx, whose: Whose, aside: bool, label: str = "") -> None:
    """Set the cart aside under a label, or take it up again; a cart that holds nothing is left alone."""
    head = store.head(tx, whose.cart)
    if head is not None and (head.parked, head.label) != (aside, label):
        wire.tell(tx, wire.parked(tx, whose, aside, label))


def resolve(tx: Tx, whose: Whose) -> int:
    """Lines that waited for the catalogue and that it knows now become ordinary lines; returns how many.

    What turns out to be sold by weight waits on: central refuses it and says why.
    """
    waiting = [line for line in store.lines(tx, whose.cart) if not line.resolved and line.gtin]
    known = [(line, item) for line in waiting if (item := catalog.find(tx, line.gtin or "")) and not item.by_weight]
    for line, item in known:
        wire.tell(tx, wire.line_removed(tx, whose, line))
        _add(tx, whose, item, line.quantity, line.source)
    return len(known)


def quote_anew(tx: Tx, whose: Whose, line: str) -> None:
    """Take over today's price of a line whose price changed since it was quoted."""
    found = store.line(tx, whose.cart, line)
    item = catalog.items(tx, [found.variant]).get(found.variant) if found and found.variant else None
    if found is None or item is None or (found.tag and not found.weight):
        return
    wire.tell(tx, wire.line_removed(tx, whose, found))
    price = actions_piece.anew(item, found.weight)
    anew = replace(found, price=price, currency=item.currency, price_version=item.price_version)
    wire.tell(tx, wire.line_added(tx, whose, anew, found.quantity))


def take(tx: Tx, whose: Whose, sold: Sequence[Line]) -> None:
    """Lines leave the cart because they were ordered."""
    for line in sold:
        wire.tell(tx, wire.line_removed(tx, whose, line))


def put_back(tx: Tx, whose: Whose, lines: Sequence[Line]) -> None:
    """Lines of an order that could not be come back into the cart."""
    for line in lines:
        wire.tell(tx, wire.line_added(tx, whose, line, line.quantity))


def hand_over(tx: Tx, guest: Whose, customer: str) -> Handed:
    """Everything in a guest's cart goes into the client's shared cart, where the same variant adds up.

    Raises Problem when the cart is a client's already or she is not on this device.
    """
    if guest.customer:
        raise Problem("This cart already belongs to a client.")
    person = customers.person(tx, customer)
    if person is None:
        raise Problem("This client is not on this tablet any more.")
    handed = Handed(guest, whose(customer, guest.store, guest.staff), tuple(store.lines(tx, guest.cart)), person.name)
    put_back(tx, handed.hers, handed.lines)
    take(tx, guest, handed.lines)
    return handed


def hand_back(tx: Tx, handed: Handed) -> None:
    """Undo: what was handed over leaves her cart and is the guest's again."""
    put_back(tx, handed.guest, handed.lines)
    for line in handed.lines:
        wire.tell(tx, wire.line_added(tx, handed.hers, line, -line.quantity))


def expected(tx: Tx, line: Line, today: date) -> date:
    """When she can have a line, until central promises a date."""
    if line.fulfilment != "pickup" or not line.variant or not line.pickup_store:
        return domain.expected(line.fulfilment, 0, line.quantity, today)
    there = catalog.availability(tx, [line.variant], line.pickup_store)[line.variant].here
    return domain.expected("pickup", there, line.quantity, today)


def _add(tx: Tx, whose: Whose, item: Item, quantity: int, source: Source) -> Added:
    if item.by_weight:
        raise Problem(actions_piece.UNWEIGHED)
    found = store.line(tx, whose.cart, item.variant)
    wanted = quantity + (found.quantity if found else 0)
    here = catalog.availability(tx, [item.variant], whose.store)[item.variant]
    way = domain.default_fulfilment(here.here, wanted) if here.known else "now"
    line = found or _line(item, way, source)
    wire.tell(tx, wire.line_added(tx, whose, line, quantity))
    turned = found is not None and found.fulfilment == "now" and way == "ship"
    if turned:
        wire.tell(tx, wire.line_set_fulfilment(tx, whose, line.id, way, None))
    return replace(_after(tx, whose, line, item), turned=turned)


def _named(tx: Tx, line: str) -> str:
    """The line that one which waited for the catalogue has become."""
    item = catalog.find(tx, line.removeprefix(domain.UNRESOLVED)) if line.startswith(domain.UNRESOLVED) else None
    return item.variant if item else line


def _add_unknown(tx: Tx, whose: Whose, gtin14: str, currency: str) -> Added:
    line = Line(domain.unresolved(gtin14), 1, 0, currency, None, gtin14)
    wire.tell(tx, wire.line_added(tx, whose, line, 1))
    return _after(tx, whose, line, None)


def _line(item: Item, way: Fulfilment, source: Source) -> Line:
    return Line(
        item.variant, 0, item.price, item.currency, item.variant, item.gtin, item.price_version, way, None, source
    )


def _after(tx: Tx, whose: Whose, line: Line, item: Item | None) -> Added:
    now = store.line(tx, whose.cart, line.id) or line
    return Added(now.id, now.quantity, now.fulfilment, item, now.weight)
