"""Carts between the contract and the tables: the facts a tablet tells and the record central tells."""

from collections.abc import Sequence

import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1.cart import Cart, LineAdded, LineRemoved, LineSetFulfilment, Parked
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.cart import store
from clienteling.desktop.cart.domain import Fulfilment, Line, Whose
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import say
from clienteling.desktop.sync import held, outbox

KINDS = ("cart.line_added", "cart.line_removed", "cart.line_set_fulfilment", "cart.parked")


def line_added(tx: Tx, whose: Whose, line: Line, quantity: int) -> Operation:
    """The fact of `quantity` more (or fewer) of a line."""
    fact = LineAdded(
        line=line.id,
        quantity=quantity,
        price=line.price,
        currency=line.currency,
        store=whose.store,
        customer=whose.customer,
        gtin=line.gtin,
        price_version=line.price_version,
        fulfilment=line.fulfilment,
        pickup_store=line.pickup_store,
        source=line.source,
        variant=line.variant if line.tag else None,
        tag=line.tag,
        weight=line.weight,
    )
    return _operation(tx, "cart.line_added", whose, fact)


def line_removed(tx: Tx, whose: Whose, line: Line) -> Operation:
    """The fact that a line was taken out, with the quantity that was seen."""
    return _operation(tx, "cart.line_removed", whose, LineRemoved(line.id, line.quantity))


def line_set_fulfilment(tx: Tx, whose: Whose, line: str, fulfilment: Fulfilment, pickup_store: str | None) -> Operation:
    """The fact of how a line is to reach her."""
    return _operation(tx, "cart.line_set_fulfilment", whose, LineSetFulfilment(line, fulfilment, pickup_store))


def parked(tx: Tx, whose: Whose, aside: bool, label: str) -> Operation:
    """The fact that the cart was set aside or taken up again."""
    return _operation(tx, "cart.parked", whose, Parked(aside, whose.store, label))


def tell(tx: Tx, operation: Operation) -> None:
    """Keep a fact for central and show its effect, both in this transaction."""
    outbox.put(tx, operation)
    CartMirror().redo(tx, operation)


def describe(operation: Operation) -> str:
    """The fact in plain words, for the sync centre."""
    args = operation.args
    if operation.kind == "cart.line_added" and args["quantity"] < 0:
        return say("%n taken out of a cart", n=-args["quantity"])
    if operation.kind == "cart.line_added":
        return say("%n put into a cart", n=args["quantity"])
    if operation.kind == "cart.line_removed":
        return say("A line taken out of a cart")
    if operation.kind == "cart.parked":
        return say("A cart set aside") if args["parked"] else say("A cart taken up again")
    return say("How a line reaches the customer")


class CartMirror:
    """Record `cart`, with this tablet's facts over it."""

    kind = "cart"
    local = True

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        records = [msgspec.msgpack.decode(change.data or b"", type=Cart) for change in changes]
        heads = [
            {"id": record.id, "store": record.store, "customer": record.customer}
            | {"label": record.label, "parked": record.parked}
            for record in records
        ]
        lines = [(record.id, Line(**msgspec.structs.asdict(line))) for record in records for line in record.lines]
        store.replace(tx, heads, lines)

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        store.delete(tx, ids)

    def redo(self, tx: Tx, operation: Operation) -> None:
        _REDO[operation.kind](tx, operation)


def _redo_added(tx: Tx, operation: Operation) -> None:
    fact = msgspec.convert(operation.args, LineAdded)
    store.keep_cart(tx, operation.id, fact.store, fact.customer)
    line = Line(
        id=fact.line,
        quantity=fact.quantity,
        price=fact.price,
        currency=fact.currency,
        variant=fact.variant if fact.tag else None if fact.gtin and fact.line == f"gtin:{fact.gtin}" else fact.line,
        gtin=fact.gtin,
        price_version=fact.price_version,
        fulfilment=fact.fulfilment,
        pickup_store=fact.pickup_store,
        source=fact.source,
        added_at=operation.at,
        tag=fact.tag,
        weight=fact.weight,
    )
    store.add(tx, operation.id, line)


def _redo_removed(tx: Tx, operation: Operation) -> None:
    fact = msgspec.convert(operation.args, LineRemoved)
    store.take_back(tx, operation.id, fact.line, fact.quantity)


def _redo_fulfilment(tx: Tx, operation: Operation) -> None:
    fact = msgspec.convert(operation.args, LineSetFulfilment)
    store.set_way(tx, operation.id, fact.line, fact.fulfilment, fact.pickup_store)


def _redo_parked(tx: Tx, operation: Operation) -> None:
    fact = msgspec.convert(operation.args, Parked)
    store.park(tx, operation.id, fact.parked, fact.label)


_REDO = {
    "cart.line_added": _redo_added,
    "cart.line_removed": _redo_removed,
    "cart.line_set_fulfilment": _redo_fulfilment,
    "cart.parked": _redo_parked,
}


def _operation(tx: Tx, kind: str, whose: Whose, fact: msgspec.Struct) -> Operation:
    args, base = msgspec.to_builtins(fact), held.seen(tx, "cart", whose.cart)
    return Operation(new_id(), kind, whose.cart, args, base=base, staff=whose.staff, at=now())
