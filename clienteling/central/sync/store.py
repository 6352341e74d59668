"""What was already told, which persons a device has opened, and pages of the feed: sync's only queries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import sqlalchemy as sa

from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Row, Tx, metadata, upsert, upserts
from clienteling.central.sync.domain import Cursor, Record
from clienteling.central.sync.feed import feed, scope_head
from clienteling.contract.v1.sync import Change, ChangePage, Tally

applied_op = sa.Table(
    "applied_op",
    metadata,
    sa.Column("device", sa.Text, primary_key=True),
    sa.Column("op", sa.Text, primary_key=True),
    sa.Column("fingerprint", sa.LargeBinary, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("answer", sa.JSON),
)
opened_scope = sa.Table(
    "opened_scope",
    metadata,
    sa.Column("device", sa.Text, primary_key=True),
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("until", sa.Text, nullable=False),
)
Encode = Callable[[Any], bytes]
# asked in every request: built once
_OPENED = sa.select(opened_scope.c.scope).where(
    opened_scope.c.device == sa.bindparam("of"), opened_scope.c.until > sa.bindparam("now")
)
_MINE = sa.and_(applied_op.c.device == sa.bindparam("by"), applied_op.c.op == sa.bindparam("of"))
_KEEP_ANSWER = sa.update(applied_op).where(_MINE)
_CLAIM = upserts(applied_op, lambda row: row.on_conflict_do_nothing().returning(applied_op.c.op))
_WAS_TOLD = sa.select(applied_op.c.op).where(_MINE)
_TOLD = sa.select(applied_op.c.fingerprint, applied_op.c.answer).where(_MINE)
_AFTER = (
    sa.select(feed)
    .where(feed.c.scope == sa.bindparam("of"), feed.c.seq > sa.bindparam("after"))
    .order_by(feed.c.seq)
    .limit(sa.bindparam("most"))
)
_HEADS = sa.select(scope_head).where(scope_head.c.scope.in_(sa.bindparam("scopes", expanding=True)))


def claim(tx: Tx, device: str, op: str, fingerprint: bytes) -> bool:
    """Take the operation's id for this transaction; False when it was told before. A twin waits for our commit."""
    mine = {"device": device, "op": op, "fingerprint": fingerprint, "at": now()}
    return tx.execute(_CLAIM[tx.dialect.name], mine).one_or_none() is not None


def keep_answer(tx: Tx, device: str, op: str, answer: dict[str, Any]) -> None:
    """Keep the first answer for every later asking."""
    tx.execute(_KEEP_ANSWER, {"by": device, "of": op, "answer": answer})


def was_told(tx: Tx, device: str, op: str) -> bool:
    """Whether an operation of this device was decided before."""
    return tx.execute(_WAS_TOLD, {"by": device, "of": op}).first() is not None


def told(tx: Tx, device: str, op: str) -> Row:
    """The fingerprint and the answer of an operation that was told before."""
    return tx.execute(_TOLD, {"by": device, "of": op}).one()


def keep_open(tx: Tx, device: str, scope: str, until: str) -> None:
    """Let a device read a person's scope until then."""
    wanted = upsert(tx, opened_scope).values(device=device, scope=scope, until=until)
    tx.execute(wanted.on_conflict_do_update(index_elements=["device", "scope"], set_={"until": until}))


def opened(tx: Tx, device: str) -> list[str]:
    """The person's scopes that a device may read now."""
    return list(tx.execute(_OPENED, {"of": device, "now": now()}).scalars())


def forget_closed(tx: Tx, most: int) -> int:
    """Forget some of the persons' scopes that a device may read no longer; how many."""
    over = sa.select(opened_scope.c.device, opened_scope.c.scope).where(opened_scope.c.until <= now()).limit(most)
    key = sa.tuple_(opened_scope.c.device, opened_scope.c.scope)
    return tx.execute(sa.delete(opened_scope).where(key.in_(over))).rowcount


def heads(tx: Tx, scopes: list[str]) -> dict[str, Row]:
    """Head, floor, epoch and tallies by scope; a scope of which nothing was ever told is missing."""
    return {row.scope: row for row in tx.execute(_HEADS, {"scopes": scopes})}


def page(tx: Tx, records: dict[str, Record], encode: Encode, scope: str, cursor: str, limit: int) -> ChangePage | None:
    """At most `limit` changes after the cursor ("" for the beginning); None when the scope must be loaded afresh.

    Raises ValueError for what is no cursor.
    """
    head = heads(tx, [scope]).get(scope)
    if head is None:
        return ChangePage([], "0:0", more=False) if cursor in {"", "0:0"} else None
    place = Cursor.read(cursor) if cursor else Cursor(head.epoch, 0, head.floor)
    if not place.fits(head.epoch, head.floor, head.head):
        return None
    rows = tx.execute(_AFTER, {"of": scope, "after": place.seq, "most": limit}).all()
    more = bool(rows) and rows[-1].seq < head.head
    seq = rows[-1].seq if more else head.head
    following = Cursor(head.epoch, seq, place.since if seq < head.floor else None)
    tallies = {} if more else {kind: Tally(count, total) for kind, (count, total) in head.tallies.items()}
    return ChangePage(changes(tx, records, encode, rows), str(following), more, tallies)


def changes(tx: Tx, records: dict[str, Record], encode: Encode, rows: list[Any] | Any) -> list[Change]:
    """The present record of each feed row, asked for once per kind; a row without a record is told as gone."""
    ids: dict[str, list[str]] = {}
    for row in rows:
        if not row.deleted:
            ids.setdefault(row.kind, []).append(row.id)
    found = {kind: records[kind](tx, mine) for kind, mine in ids.items() if kind in records}
    return [_change(row, found.get(row.kind, {}).get(row.id), encode) for row in rows]


def _change(row: Any, record: Any, encode: Encode) -> Change:
    if record is None:
        return Change(row.kind, row.id, row.ver, deleted=True)
    return Change(row.kind, row.id, row.ver, data=msgspec.Raw(encode(record)))
