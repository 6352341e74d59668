"""Bugs for the tablet, each the kind that has cost somebody orders; planted to see whether the simulation sees them."""

from __future__ import annotations

import asyncio
import copy
from hashlib import blake2b
from typing import Any

import httpx
import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1.sync import MAX_OPS, Answer, Push, Pushed
from clienteling.desktop.migrations import upgrade
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.orders import domain as orders_domain
from clienteling.desktop.orders import store as orders_store
from clienteling.desktop.orders import wire as orders_wire
from clienteling.desktop.runtime import db
from clienteling.desktop.runtime.central import Unreachable
from clienteling.desktop.sync import drainer, held, mirror, outbox, pull, push
from tests.faults.histories.loop import LIFE

Swap = tuple[Any, str, Any]
_drop = mirror.drop
_take, _settle, _sendable, _exchange = push.take, push.settle, outbox.sendable, drainer.Drainer._exchange
_run, _lost, _upgrade, _fault_of = drainer.Drainer.run, drainer.Drainer._lost, upgrade.upgrade, db.fault_of


def _with(item: outbox.Item, **fields: Any) -> outbox.Item:
    return outbox.Item(**vars(item) | {"operation": msgspec.structs.replace(item.operation, **fields)})


def new_key_per_try() -> list[Swap]:
    """Each time a fact is sent it gets another id."""
    return [(push, "take", lambda tx, limit: [_with(item, op=new_id()) for item in _take(tx, limit)])]


def key_hashed_from_mutable_body() -> list[Swap]:
    """The id of a fact is made of what it says when it is sent, the version seen by then included."""

    def key(tx: Any, item: outbox.Item) -> str:
        told = item.operation
        word = held.base_of(tx, told.kind.split(".")[0], told.id)
        body = msgspec.json.encode([told.kind, told.id, told.args, word.ver if word else 0], order="deterministic")
        return blake2b(body, digest_size=16).hexdigest()

    return [(push, "take", lambda tx, limit: [_with(item, op=key(tx, item)) for item in _take(tx, limit)])]


def delete_before_ack() -> list[Swap]:
    """A fact leaves the outbox when it is sent."""

    def take(tx: Any, limit: int) -> list[outbox.Item]:
        batch = _take(tx, limit)
        tx.execute(outbox.outbox.delete().where(outbox.outbox.c.n.in_([item.n for item in batch])))
        return batch

    return [(push, "take", take)]


def delete_on_4xx() -> list[Swap]:
    """A fact that central refused leaves the outbox."""

    def settle(tx: Any, mirrors: Any, batch: list[outbox.Item], answers: list[Answer]) -> int:
        answered = _settle(tx, mirrors, batch, answers)
        tx.execute(outbox.outbox.delete().where(outbox.outbox.c.state.in_(outbox.BLOCKED)))
        return answered

    return [(push, "settle", settle)]


def delete_on_html_200() -> list[Swap]:
    """Any answer with status 200 is taken for central's yes."""

    async def whole(db: Any, central: Any, device: str, mirrors: Any, limit: int = MAX_OPS) -> int:
        batch = await db.run(push.take, limit)
        body = msgspec.msgpack.encode(Push(device, [item.operation for item in batch]))
        if not batch:
            return 0
        try:
            answer = await central._client.request("POST", "/v1/sync/push", headers=central._headers, content=body)
        except httpx.HTTPError:
            raise Unreachable from None
        if answer.status_code != 200:
            raise Unreachable
        try:
            answers = msgspec.msgpack.decode(answer.content, type=Pushed).answers
        except msgspec.DecodeError:
            answers = [Answer(item.operation.op, 200, 0) for item in batch]
        return int(await db.run(push.settle, mirrors, batch, answers))

    return [(drainer, "push", whole)]


def two_transactions() -> list[Swap]:
    """The order is kept first, and the fact that tells it after."""

    def tell(tx: Any, operation: Any) -> None:
        orders_wire.OrderMirror().redo(tx, operation)
        tx.exec_driver_sql("COMMIT")
        tx.exec_driver_sql("BEGIN IMMEDIATE")
        outbox.put(tx, operation)

    return [(orders_wire, "tell", tell)]


def normal_sync() -> list[Swap]:
    """A commit does not wait for the disk."""
    return [(db, "_PRAGMAS", db._PRAGMAS | {"synchronous": "1"})]


def commit_error_is_failed() -> list[Swap]:
    """A commit that raised is said not to have happened."""
    return [(db, "fault_of", lambda name, committing: _fault_of(name, False))]


def in_flight_flag_never_reset() -> list[Swap]:
    """A round that failed is taken for one that still runs."""

    async def exchange(self: Any) -> None:
        if getattr(self, "busy", False):
            return
        self.busy = True
        await _exchange(self)
        self.busy = False

    return [(drainer.Drainer, "_exchange", exchange)]


def fifo_poison_block() -> list[Swap]:
    """Nothing goes past a fact that was refused."""

    def sendable(tx: Any, limit: int) -> list[outbox.Item]:
        return [] if outbox.counts(tx)[1] else _sendable(tx, limit)

    return [(outbox, "sendable", sendable)]


def no_wake_on_reconnect() -> list[Swap]:
    """Once offline, nothing is tried until somebody does something."""

    def lost(self: Any, *fault: Any) -> float:
        _lost(self, *fault)
        return 1e9

    return [(drainer.Drainer, "_lost", lost)]


def two_drainers() -> list[Swap]:
    """Two tasks send the same outbox."""

    async def run(self: Any) -> None:
        second = copy.copy(self)
        second._wake = asyncio.Event()
        await asyncio.gather(_run(self), _run(second))

    return [(drainer.Drainer, "run", run)]


def queue_tied_to_session() -> list[Swap]:
    """Only what the person who is signed in did is sent."""

    def sendable(tx: Any, limit: int) -> list[outbox.Item]:
        staff = LIFE.get().owner.session.staff
        return [item for item in _sendable(tx, limit) if item.operation.staff == staff]

    return [(outbox, "sendable", sendable)]


def server_copy_overwrites_unacked() -> list[Swap]:
    """Central's record replaces what stands on the tablet and is not told yet."""
    return [(outbox, "entities_with_facts", lambda tx, kind, ids: [])]


def seq_reuse_after_crash() -> list[Swap]:
    """Receipt numbers are taken in pairs, and the pair is written down when it is used up."""

    def next_count(tx: Any, device_code: str) -> int:
        owner = LIFE.get()
        last = getattr(owner, "count", None)
        if last is None:
            mine = orders_store.receipt_counter.c.device_code == device_code
            last = tx.execute(orders_store.sa.select(orders_store.receipt_counter.c.last).where(mine)).scalar() or 0
        owner.count = last + 1  # type: ignore[attr-defined]
        if owner.count % 2 == 0:  # type: ignore[attr-defined]
            orders_store._set_count(tx, device_code, last + 1)
        return int(last) + 1

    return [(orders_store, "next_count", next_count)]


def cursor_stored_before_apply() -> list[Swap]:
    """How far a scope was read is kept first, and what was read after."""

    def apply_page(tx: Any, mirrors: Any, scope: str, page: Any) -> bool:
        held.keep_cursor(tx, scope, page.next)
        tx.exec_driver_sql("COMMIT")
        tx.exec_driver_sql("BEGIN IMMEDIATE")
        mirror.apply_changes(tx, mirrors, scope, page.changes)
        return False

    return [(pull, "apply_page", apply_page)]


def partial_batch_acked_as_whole() -> list[Swap]:
    """The verdict on the first fact of a batch is taken for that on all."""

    def settle(tx: Any, mirrors: Any, batch: list[outbox.Item], answers: list[Answer]) -> int:
        return _settle(tx, mirrors, batch, [answers[0]] * len(batch))

    return [(push, "settle", settle)]


def line_duplicated_on_resend() -> list[Swap]:
    """An order that is sent again has each of its lines twice."""

    def take(tx: Any, limit: int) -> list[outbox.Item]:
        sent = {row.n for row in tx.exec_driver_sql("SELECT n FROM outbox WHERE state = 'sent'")}
        return [_doubled(item) if item.n in sent else item for item in _take(tx, limit)]

    return [(push, "take", take)]


def _doubled(item: outbox.Item) -> outbox.Item:
    if item.operation.kind != "order.placed":
        return item
    args = item.operation.args
    lines = [*args["lines"], *(line | {"id": new_id()} for line in args["lines"])]
    return _with(item, args=args | {"lines": lines, "total": 2 * args["total"]})


def float_money() -> list[Swap]:
    """Totals are counted in pounds, not in pence."""

    def total(lines: Any) -> int:
        return int(sum(line.price / 100 * line.quantity for line in lines) * 100)

    return [(orders_domain, "total", total), (orders.domain, "total", total)]


def migration_drops_outbox() -> list[Swap]:
    """The next version of the app makes its outbox anew."""

    def anew(engine: Any) -> None:
        _upgrade(engine)
        with engine.begin() as tx:
            tx.exec_driver_sql("DELETE FROM outbox")

    return [(upgrade, "upgrade", anew)]


def deleted_row_resurrects() -> list[Swap]:
    """What was deleted comes back from the last record that was heard of it."""

    def drop(tx: Any, its: Any, kind: str, ids: Any) -> None:
        words = [held.base_of(tx, kind, id) for id in ids]
        _drop(tx, its, kind, ids)
        if its and (known := [word for word in words if word]):
            its.apply(tx, known)

    return [(mirror, "drop", drop)]
