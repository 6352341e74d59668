"""Orders between the contract and the tables: the facts a tablet tells and the record central tells."""

from collections.abc import Sequence
from typing import Any

import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1 import orders as v1
from clienteling.contract.v1.customers import Address
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.orders import domain, store
from clienteling.desktop.orders.domain import Order, OrderLine
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import money, say
from clienteling.desktop.sync import held, outbox

KINDS = ("order.placed", "order.moved")


def placed(tx: Tx, order: Order, lines: Sequence[OrderLine], address: object, cart: str) -> Operation:
    """The fact that an order was placed at the prices quoted; `address` is an entry of her book or None.

    Facts of the cart's own take the lines out of `cart`: central must not do so too, only know what this tablet knew.
    """
    fact = v1.Placed(
        number=order.number,
        store=order.store,
        cart="",
        lines=[msgspec.convert(line, v1.OrderLine, from_attributes=True) for line in lines],
        total=order.total,
        currency=order.currency,
        customer=order.customer,
        method="paylink" if order.method == "paylink" else "till",
        address=msgspec.convert(address, Address, from_attributes=True) if address else None,
        taken_from=cart,
        seen=held.seen(tx, "cart", cart),
    )
    return _operation(tx, "order.placed", order.id, order.staff, fact)


def moved(tx: Tx, order: str, staff: str | None, to: domain.State, reason: str) -> Operation:
    """The fact of one step."""
    return _operation(tx, "order.moved", order, staff, v1.Moved(to, reason))


def numbers_left_out(device_code: str, first: int, last: int) -> Operation:
    """The fact that no order of this device will ever have these receipt numbers."""
    fact = v1.NumbersLeftOut(domain.receipt_number(device_code, first), domain.receipt_number(device_code, last))
    return Operation(new_id(), "order.numbers_left_out", new_id(), msgspec.to_builtins(fact), at=now())


def anew(operation: Operation) -> Operation:
    """The same fact under a new id, to be told once more."""
    return msgspec.structs.replace(operation, op=new_id())


def tell(tx: Tx, operation: Operation) -> None:
    """Keep a fact for central and show its effect, both in this transaction."""
    outbox.put(tx, operation)
    OrderMirror().redo(tx, operation)


def describe(operation: Operation) -> str:
    """The fact in plain words, for the sync centre."""
    args = operation.args
    if operation.kind == "order.moved":
        return _step(args["to"])
    if operation.kind == "order.numbers_left_out":
        return say("Receipt numbers {first} to {last} left out", **args)
    return say("Order {number}, {total}", number=args["number"], total=money(args["total"], args["currency"]))


def _step(to: str) -> str:
    words = {
        "cancelled": say("An order cancelled"),
        "collected": say("An order handed over"),
        "returned": say("An order taken back"),
    }
    return words.get(to) or say("An order confirmed")


class OrderMirror:
    """Record `order`, with this tablet's facts over it."""

    kind = "order"
    local = True

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        records = [msgspec.msgpack.decode(change.data or b"", type=v1.Order) for change in changes]
        before = store.state_of(tx, [record.id for record in records])
        store.replace(tx, [_row(record) for record in records], [row for one in records for row in _line_rows(one)])
        store.replace_twins(tx, [record.id for record in records], [_twin_row(one) for one in records if one.twin])
        store.note_counts(tx, _counts(records))
        for record in records:
            if record.id in before and before[record.id] != record.state:
                store.note_step(tx, record.id, record.state, now())

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        """An order that central refused stays in sight, cancelled once a person let it go; all others go."""
        refused = {id: title for id in ids if (title := _refusal(tx, id)) is not None}
        given_up = [id for id in store.refused(tx, ids) if not _told(tx, id)]
        store.delete(tx, [id for id in ids if id not in refused and id not in given_up])
        for id in given_up:
            store.set_state(tx, id, state="cancelled")
            store.note_step(tx, id, "cancelled", now())
        for id, title in refused.items():
            store.set_state(tx, id, state="attention", problem=title, refused=True)
            store.note_step(tx, id, "attention", now())

    def redo(self, tx: Tx, operation: Operation) -> None:
        if operation.kind == "order.placed":
            _redo_placed(tx, operation)
        if operation.kind == "order.moved":
            _redo_moved(tx, operation)


def _redo_placed(tx: Tx, operation: Operation) -> None:
    fact = msgspec.convert(operation.args, v1.Placed)
    order = v1.Order(
        id=operation.id,
        number=fact.number,
        state="queued",
        store=fact.store,
        lines=fact.lines,
        total=fact.total,
        currency=fact.currency,
        placed_at=operation.at,
        customer=fact.customer,
        staff=operation.staff,
        method=fact.method,
        address=fact.address,
    )
    if operation.id in store.state_of(tx, [operation.id]):
        return
    store.replace(tx, [_row(order)], _line_rows(order))
    store.note_step(tx, order.id, "queued", operation.at)
    store.note_counts(tx, _counts([order]))


def _redo_moved(tx: Tx, operation: Operation) -> None:
    fact = msgspec.convert(operation.args, v1.Moved)
    state = store.state_of(tx, [operation.id]).get(operation.id)
    if state is None or not domain.may_move(state, fact.to):
        return
    store.set_state(tx, operation.id, state=fact.to)
    store.note_step(tx, operation.id, fact.to, operation.at)


def _refusal(tx: Tx, id: str) -> str | None:
    answers = [item.answer for item in _told(tx, id) if item.state in outbox.BLOCKED]
    return next((answer.title if answer else "" for answer in answers), None)


def _told(tx: Tx, id: str) -> list[outbox.Item]:
    return [item for item in outbox.of_entity(tx, "order", id) if item.operation.kind == "order.placed"]


def _row(record: v1.Order) -> dict[str, Any]:
    row = msgspec.to_builtins(record)
    del row["lines"], row["twin"]
    return dict(row) | {"refused": False}


def _twin_row(record: v1.Order) -> dict[str, Any]:
    twin = msgspec.to_builtins(record.twin)
    return {"order": record.id, "number": twin["number"], "placed_at": twin["placed_at"]}


def _line_rows(record: v1.Order) -> list[dict[str, Any]]:
    return [
        msgspec.structs.asdict(line) | {"order": record.id, "place": place} for place, line in enumerate(record.lines)
    ]


def _counts(records: Sequence[v1.Order]) -> dict[str, int]:
    seen: dict[str, int] = {}
    for record in records:
        code, count = domain.counted(record.number) or ("", 0)
        seen[code] = max(count, seen.get(code, 0))
    seen.pop("", None)
    return seen


def _operation(tx: Tx, kind: str, order: str, staff: str | None, fact: msgspec.Struct) -> Operation:
    args, base = msgspec.to_builtins(fact), held.seen(tx, "order", order)
    return Operation(new_id(), kind, order, args, base=base, staff=staff, at=now())
