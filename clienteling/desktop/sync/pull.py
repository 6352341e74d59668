"""Reads what central changed, scope by scope, and applies each page with its cursor in one transaction."""

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from clienteling.contract.v1.sync import SCHEMA, ChangePage, Scope, Tally
from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.sync import held, mirror, outbox, snapshot
from clienteling.desktop.sync.mirror import Mirrors

PAGE = 200
NOTHING = Tally(0, "0")
JOURNAL = timedelta(days=8)
"""How long what was delivered is kept, for a central restored to an older state; a day longer than in the escrow."""
COMPARED = timedelta(hours=1)
"""How often the checksums of a scope are compared though nothing in it changed."""
Progress = Callable[[str, int, int], None]
Which = Callable[[Tx, str, int], list[tuple[str, str]]]
"""Kind and id of some of what a scope holds: `(tx, scope, at most)`."""


async def pull(db: Db, central: Central, mirrors: Mirrors, progress: Progress) -> None:
    """Read every scope of this device to its end; then what central applied before is delivered."""
    told, known, lately = await db.read(_standing)
    scopes = await central.get("/v1/sync/scopes", list[Scope])
    await _leave(db, mirrors, known - {scope.scope for scope in scopes})
    for scope in scopes:
        if lately.get(scope.scope) != f"{scope.epoch}:{scope.head}":
            await pull_scope(db, central, mirrors, scope, progress)
    await db.run(_deliver, mirrors, told, central.now())


def _standing(tx: Tx) -> tuple[list[int], set[str], dict[str, str]]:
    """What central has applied, the scopes that are held, and how far those are that need no look now: in one read."""
    told = [item.n for item in outbox.acked(tx)]
    return told, set(held.scopes(tx)), held.read_since(tx, _ago(COMPARED))


async def pull_scope(db: Db, central: Central, mirrors: Mirrors, scope: Scope, progress: Progress) -> None:
    """Read one scope to its end, from its snapshot where this tablet never saw it."""
    if scope.snapshot and await db.read(held.cursor_of, scope.scope) is None:
        await snapshot.load(db, central, mirrors, scope.scope, scope.snapshot, progress)
    try:
        await _pages(db, central, mirrors, scope, progress)
    except Refused as refused:
        if refused.status != 410:
            raise
        await bootstrap(db, central, mirrors, scope, progress)


async def bootstrap(db: Db, central: Central, mirrors: Mirrors, scope: Scope, progress: Progress) -> None:
    """Load a scope anew; what it no longer holds goes, the outbox stays.

    Central may have been restored from a backup: what it took since then is told once more.
    """
    await db.run(_begin_anew, mirrors, scope.scope)
    if scope.snapshot:
        await snapshot.load(db, central, mirrors, scope.scope, scope.snapshot, progress)
    await _pages(db, central, mirrors, scope, progress)
    while await db.run(_drop_some, mirrors, scope.scope, held.stale):
        pass


async def _pages(db: Db, central: Central, mirrors: Mirrors, scope: Scope, progress: Progress) -> None:
    done, more = 0, True
    while more:
        cursor = await db.read(held.cursor_of, scope.scope) or ""
        page = await central.get(
            "/v1/sync/changes", ChangePage, scope=scope.scope, cursor=cursor, limit=PAGE, schema=SCHEMA
        )
        _check(page, cursor)
        mismatched = await db.run(apply_page, mirrors, scope.scope, page)
        done += len(page.changes)
        more = page.more
        progress(scope.scope, done, max(scope.head, done))
    if mismatched:
        await bootstrap(db, central, mirrors, scope, progress)


def _check(page: ChangePage, cursor: str) -> None:
    """A page that goes back, or says more and gives nothing or stays where it was, is not central's."""
    after, before = _place(page.next), _place(cursor or page.next)
    if (page.more and (not page.changes or page.next == cursor)) or (after[0] == before[0] and after[1] < before[1]):
        raise Unreachable


def _place(cursor: str) -> tuple[int, int]:
    """Epoch and seq; whatever follows them is central's own."""
    parts = cursor.split(":")
    if len(parts) < 2 or not all(part.isdecimal() for part in parts):
        raise Unreachable
    return int(parts[0]), int(parts[1])


def apply_page(tx: Tx, mirrors: Mirrors, scope: str, page: ChangePage) -> bool:
    """One page and its cursor, both or neither; True when the checksums differed twice: the scope is to load anew."""
    mirror.apply_changes(tx, mirrors, scope, page.changes)
    mirror.keep_cursor(tx, mirrors, scope, page.next)
    if page.more or not page.tallies:
        return False
    kinds = held.kinds(tx, scope) | page.tallies.keys()
    if all(_agrees(tx, scope, kind, page.tallies.get(kind, NOTHING)) for kind in kinds):
        held.clear_mismatch(tx, scope)
        return False
    return held.note_mismatch(tx, scope) >= 2


def _agrees(tx: Tx, scope: str, kind: str, tally: Tally) -> bool:
    count, total = held.tally(tx, scope, kind)
    return count == tally.count and str(total) == tally.checksum


def _deliver(tx: Tx, mirrors: Mirrors, ns: list[int], now: datetime) -> None:
    for kind, id in outbox.deliver(tx, ns, now.isoformat()):
        if held.base_of(tx, kind, id) is None:  # no scope of this tablet holds it: nobody would ever tell its end
            mirror.rebuild(tx, mirrors, kind, id)
    outbox.forget_delivered(tx, (now - JOURNAL).isoformat())


def _ago(time: timedelta) -> str:
    return (datetime.now(UTC) - time).isoformat()


def _begin_anew(tx: Tx, mirrors: Mirrors, scope: str) -> None:
    held.mark_stale(tx, scope)
    held.forget_scope(tx, scope)
    mirror.tell_again(tx, mirrors)


async def _leave(db: Db, mirrors: Mirrors, gone: set[str]) -> None:
    for scope in sorted(gone):
        while await db.run(_drop_some, mirrors, scope, held.held):
            pass
        await db.run(held.forget_scope, scope)


def _drop_some(tx: Tx, mirrors: Mirrors, scope: str, which: Which) -> bool:
    some = _by_kind(which(tx, scope, PAGE))
    for kind, ids in some.items():
        mirror.drop(tx, mirrors.get(kind), kind, held.release(tx, scope, kind, ids))
    return bool(some)


def _by_kind(entities: list[tuple[str, str]]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for kind, id in entities:
        ids[kind].append(id)
    return ids
