"""The change feed: one row per scope and entity, moved to the tail at each change; knows no feature.

Per scope the order of `seq` is the order of commit and has no gaps, because the head's row is changed last
in a transaction and stays locked until its commit.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from clienteling.central.nightly.domain import Turn
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Big, Tx, insert_rows, metadata, upsert
from clienteling.central.sync.domain import customer_scope, store_scope
from clienteling.contract.checksum import MODULUS, checksum

scope_head = sa.Table(
    "scope_head",
    metadata,
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("head", Big, nullable=False),
    sa.Column("floor", Big, nullable=False),
    sa.Column("epoch", Big, nullable=False),
    sa.Column("tallies", sa.JSON, nullable=False),
)
feed = sa.Table(
    "feed",
    metadata,
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("seq", Big, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("deleted", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.UniqueConstraint("scope", "kind", "id"),
)

_PERSON, _STORE = customer_scope(""), store_scope("")
_IDS = 500
Key = tuple[str, str]
# part of every write: built once
_OF: sa.BindParameter[str] = sa.bindparam("of")
_ADVANCE = (
    sa.update(scope_head)
    .where(scope_head.c.scope == _OF)
    .values(head=scope_head.c.head + sa.bindparam("count", type_=Big))
    .returning(scope_head.c.head, scope_head.c.tallies)
)
_KEEP_TALLIES = sa.update(scope_head).where(scope_head.c.scope == _OF)
_TAKE_OUT = (
    sa.delete(feed)
    .where(
        feed.c.scope == _OF,
        feed.c.kind == sa.bindparam("sort"),
        feed.c.id.in_(sa.bindparam("ids", expanding=True)),
    )
    .returning(feed.c.id, feed.c.ver, feed.c.deleted)
)
_THERE = sa.select(scope_head.c.scope).where(scope_head.c.scope.in_(sa.bindparam("scopes", expanding=True)))


class State(NamedTuple):
    """What the feed tells of an entity: its version, and whether it is gone from the scope."""

    ver: int
    deleted: bool


def touch(tx: Tx, kind: str, id: str, ver: int, scopes: Iterable[str], deleted: bool = False) -> None:
    """Say that an entity has changed; it enters the feed of each scope when the transaction commits.

    A `customer:` scope that nobody has opened is passed over.
    """
    touched = tx.info.setdefault("touched", {})
    for scope in scopes:
        touched.setdefault(scope, {})[kind, id] = State(ver, deleted)


def person_scopes(tx: Tx, customer_id: str | None, home_store: str, also: Iterable[str] = ()) -> list[str]:
    """Where a person's things are told: her home store, the stores in `also`, and her own scope once it is open."""
    stores = [store_scope(store) for store in dict.fromkeys((home_store, *also))]
    return stores if customer_id is None else [*stores, customer_scope(customer_id)]


def persons(scopes: Iterable[str]) -> list[str]:
    """Of these scopes those of one person, for what the tablets of a whole store need not hold."""
    return [scope for scope in scopes if scope.startswith(_PERSON)]


def mark(tx: Tx) -> dict[str, dict[Key, State]]:
    """What has been touched so far, to go back to when a savepoint is rolled back."""
    return {scope: dict(rows) for scope, rows in tx.info.get("touched", {}).items()}


def go_back(tx: Tx, mark: dict[str, dict[Key, State]]) -> None:
    """Forget what was touched since `mark`."""
    tx.info["touched"] = mark


def publish(tx: Tx) -> list[tuple[str, int]]:
    """Write what was touched, as the last statements of the transaction; each scope with its new head.

    Store heads are locked before those of persons, so that a person's scope opened meanwhile is not missed.
    """
    touched: dict[str, dict[Key, State]] = tx.info.pop("touched", {})
    shared = sorted(scope for scope in touched if not scope.startswith(_PERSON))
    published = [(scope, _append(tx, scope, touched[scope])) for scope in shared]
    persons = _opened(tx, sorted(scope for scope in touched if scope.startswith(_PERSON)))
    return published + [(scope, _append(tx, scope, touched[scope])) for scope in persons]


def open_person(tx: Tx, customer: str, home_store: str, entities: Callable[[], Iterable[tuple[str, str, int]]]) -> str:
    """Begin the scope of one person and fill it with `(kind, id, ver)` of all that is hers; once is enough.

    `entities` is called while the home store's head is locked: whoever writes about her waits, then sees the scope.
    """
    scope, store = customer_scope(customer), store_scope(home_store)
    _begin(tx, store)
    tx.execute(sa.select(scope_head.c.head).where(scope_head.c.scope == store).with_for_update())
    if _opened(tx, [scope]):
        return scope
    _begin(tx, scope)
    for kind, id, ver in entities():
        touch(tx, kind, id, ver, [scope])
    return scope


def compact(tx: Tx, scope: str, before: str) -> int:
    """Drop the tombstones older than `before` and raise the floor to the last of them; how many went."""
    tx.execute(sa.select(scope_head.c.head).where(scope_head.c.scope == scope).with_for_update())
    old = sa.and_(feed.c.scope == scope, feed.c.deleted, feed.c.at < before)
    gone = tx.execute(sa.delete(feed).where(old).returning(feed.c.seq)).scalars().all()
    if gone:
        tx.execute(sa.update(scope_head).where(scope_head.c.scope == scope).values(floor=max(gone)))
    return len(gone)


def begin_epochs(tx: Tx) -> int:
    """Let every scope begin anew, so that whoever read one loads it afresh; how many there are."""
    scopes = tx.execute(sa.select(scope_head.c.scope).order_by(scope_head.c.scope)).scalars().all()
    mine = sa.update(scope_head).where(scope_head.c.scope == sa.bindparam("of"))
    for piece in _pieces(list(scopes)):
        tx.execute(mine, [{"of": scope, "epoch": _epoch()} for scope in piece])
    return len(scopes)


def overdue(tx: Tx, before: str) -> list[str]:
    """The scopes that have tombstones older than `before`."""
    return list(tx.execute(sa.select(feed.c.scope).where(feed.c.deleted, feed.c.at < before).distinct()).scalars())


def retire(tx: Tx, kind: str, place: str, aged: Callable[[list[str]], dict[str, int]]) -> Turn:
    """One step through what the scopes of stores hold of a kind, each page from `place` on.

    Those of a page of ids that `aged` names, with their versions, have had their time: they leave the store's tablets
    and stay in the scopes of persons.
    """
    scope, after = msgspec.json.decode(place, type=tuple[str, str]) if place else (_next_store(tx, ""), "")
    if scope is None:
        return Turn(None, 0)
    ids = _living(tx, scope, kind, after)
    for id, ver in aged(ids).items():
        touch(tx, kind, id, ver, [scope], deleted=True)
    following = (scope, ids[-1]) if len(ids) == _IDS else (_next_store(tx, scope), "")
    return Turn(msgspec.json.encode(following).decode() if following[0] else None, len(ids))


def _next_store(tx: Tx, scope: str) -> str | None:
    """The scope of a store that follows this one."""
    later = sa.and_(scope_head.c.scope > scope, scope_head.c.scope.startswith(_STORE))
    return tx.execute(sa.select(sa.func.min(scope_head.c.scope)).where(later)).scalar()


def _living(tx: Tx, scope: str, kind: str, after: str) -> list[str]:
    mine = sa.and_(feed.c.scope == scope, feed.c.kind == kind, feed.c.id > after, ~feed.c.deleted)
    return list(tx.execute(sa.select(feed.c.id).where(mine).order_by(feed.c.id).limit(_IDS)).scalars())


def _opened(tx: Tx, scopes: list[str]) -> list[str]:
    found: set[str] = set()
    for chunk in _pieces(scopes):
        found.update(tx.execute(_THERE, {"scopes": chunk}).scalars())
    return [scope for scope in scopes if scope in found]


def _begin(tx: Tx, scope: str) -> None:
    fresh = {"scope": scope, "head": 0, "floor": 0, "epoch": _epoch(), "tallies": {}}
    tx.execute(upsert(tx, scope_head).values(fresh).on_conflict_do_nothing())


def _epoch() -> int:
    """At random: a device that knew another central under this name must notice."""
    return 1 + secrets.randbelow(2**31 - 1)


def _append(tx: Tx, scope: str, rows: dict[Key, State]) -> int:
    head, tallies = _advance(tx, scope, len(rows))
    before = _take_out(tx, scope, rows) if head > len(rows) else {}
    at = now()
    columns = ("scope", "seq", "kind", "id", "ver", "deleted", "at")
    first = head - len(rows) + 1
    told = ((scope, first + place, *key, *state, at) for place, (key, state) in enumerate(rows.items()))
    insert_rows(tx, feed, columns, told)
    _recount(tallies, before, -1)
    _recount(tallies, rows, 1)
    tx.execute(_KEEP_TALLIES, {"of": scope, "tallies": tallies})
    return head


def _advance(tx: Tx, scope: str, count: int) -> tuple[int, dict[str, Any]]:
    step = {"of": scope, "count": count}
    row = tx.execute(_ADVANCE, step).one_or_none()
    if row is None:
        _begin(tx, scope)
        row = tx.execute(_ADVANCE, step).one()
    return row.head, dict(row.tallies)


def _take_out(tx: Tx, scope: str, rows: dict[Key, State]) -> dict[Key, State]:
    """Remove the entities' rows from where they stood; what those rows said."""
    ids: dict[str, list[str]] = {}
    for kind, id in rows:
        ids.setdefault(kind, []).append(id)
    gone: dict[Key, State] = {}
    for kind, mine in ids.items():
        for chunk in _pieces(mine):
            taken = tx.execute(_TAKE_OUT, {"of": scope, "sort": kind, "ids": chunk})
            gone.update({(kind, row.id): State(row.ver, row.deleted) for row in taken})
    return gone


def _recount(tallies: dict[str, Any], rows: dict[Key, State], sign: int) -> None:
    """Add (or, with -1, take) the live rows to the count and checksum of their kinds."""
    for (kind, id), state in rows.items():
        if state.deleted:
            continue
        count, total = tallies.get(kind, (0, "0"))
        tallies[kind] = [count + sign, str((int(total) + sign * checksum(kind, id, state.ver)) % MODULUS)]


def _pieces(items: list[str]) -> Iterator[list[str]]:
    source = iter(items)
    while piece := list(islice(source, _IDS)):
        yield piece
