"""Bugs for central, each the kind that has cost somebody orders; planted to see whether the simulation sees them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from clienteling.central.catalog import actions as catalog
from clienteling.central.orders import actions as orders
from clienteling.central.orders import store as orders_store
from clienteling.central.runtime.clock import days_ago, now, stamp
from clienteling.central.sync import actions, feed, routes, store
from clienteling.central.sync.domain import Cursor
from clienteling.contract.ids import new_id
from clienteling.contract.v1.sync import Answer, ChangePage

Swap = tuple[Any, str, Any]
_claim, _again, _place, _page, _tell = store.claim, actions._again, orders.place, store.page, routes._tell


def _claim_anything(tx: Any, device: str, op: str, fingerprint: bytes) -> bool:
    _claim(tx, device, op, fingerprint)
    return True


def no_unique_key() -> list[Swap]:
    """Nobody looks whether an operation was told before."""
    return [(store, "claim", _claim_anything)]


def unique_only_on_header() -> list[Swap]:
    """An order that is there is left alone, but its lines are written again."""

    def place(tx: Any, by: Any, id: str, told: Any, lines: Any) -> Any:
        known = orders_store.one(tx, id)
        verdict = _place(tx, by, id, told, lines)
        for line in known["lines"] if known else ():
            tx.execute(sa.insert(orders_store.order_line).values(line | {"id": new_id()}))
        return verdict

    return [(store, "claim", _claim_anything), (orders, "place", place)]


def check_then_insert() -> list[Swap]:
    """Whether an operation is known is asked first, in a transaction of its own."""

    async def tell(db: Any, words: Any, by: Any, operation: Any) -> Answer:
        mine = sa.and_(store.applied_op.c.device == by.device, store.applied_op.c.op == operation.op)
        known = await db.read(lambda tx: tx.execute(sa.select(store.applied_op.c.answer).where(mine)).scalar())
        return msgspec.convert(known, Answer) if known else await _tell(db, words, by, operation)

    return [(store, "claim", _claim_anything), (routes, "_tell", tell)]


def key_window_of_a_day() -> list[Swap]:
    """What was told is remembered for a day."""

    def claim(tx: Any, device: str, op: str, fingerprint: bytes) -> bool:
        tx.execute(sa.delete(store.applied_op).where(store.applied_op.c.at < days_ago(1)))
        return _claim(tx, device, op, fingerprint)

    return [(store, "claim", claim)]


def stock_moved_on_replay() -> list[Swap]:
    """An order told again takes its stock again."""

    def again(tx: Any, by: Any, operation: Any, fingerprint: bytes) -> Answer:
        known = orders_store.one(tx, operation.id) if operation.kind == "order.placed" else None
        for line in known["lines"] if known else ():
            if line["source"]:
                catalog.take_stock(tx, line["source"], line["variant"], line["quantity"], operation.id)
        return _again(tx, by, operation, fingerprint)

    return [(actions, "_again", again)]


def cursor_by_wall_clock() -> list[Swap]:
    """A page holds what changed after a moment, not after a place in the feed."""

    def page(tx: Any, records: Any, encode: Any, scope: str, cursor: str, limit: int) -> ChangePage | None:
        told = _page(tx, records, encode, scope, cursor and f"{cursor.partition(':')[0]}:0", 500)
        if told is None or not cursor:
            since = ""
        else:
            since = datetime.fromtimestamp(int(cursor.partition(":")[2]) / 1000).astimezone().isoformat()
        if told is None:
            return None
        head = store.heads(tx, [scope]).get(scope)
        rows = tx.execute(sa.select(feed.feed).where(feed.feed.c.scope == scope, _after(since))).all()
        millis = int(datetime.fromisoformat(now()).timestamp() * 1000)
        return ChangePage(store.changes(tx, records, encode, rows), f"{head.epoch if head else 0}:{millis}", False)

    return [(store, "page", page), (Cursor, "fits", lambda self, epoch, floor, head: self.epoch == epoch)]


def _after(since: str) -> Any:
    if not since:
        return sa.true()
    moment = datetime.fromisoformat(since)
    return feed.feed.c.at > stamp(moment)


def page_loop() -> list[Swap]:
    """The cursor of a page that is not the last leads to the same page."""

    def page(tx: Any, records: Any, encode: Any, scope: str, cursor: str, limit: int) -> ChangePage | None:
        told = _page(tx, records, encode, scope, cursor, min(limit, 2))
        if told is None or not told.more:
            return told
        return ChangePage(told.changes, cursor or f"{Cursor.read(told.next).epoch}:0", True)

    return [(store, "page", page)]
