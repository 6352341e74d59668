"""Ready-made first loads: a scope's records in a zstd-compressed SQLite file, kept in a folder; knows no kind."""

from __future__ import annotations

import asyncio
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import msgspec
import sqlalchemy as sa
import structlog
import zstandard

from clienteling.central.runtime.db import Database, Row, Tx
from clienteling.central.sync import store
from clienteling.central.sync.domain import Cursor, Record
from clienteling.central.sync.feed import feed
from clienteling.contract.v1.sync import SCHEMA, Snapshot

WORTH_ROWS = 500
_ROWS = 5_000
_KEPT = 2
_STALE_SHARE = 4
_CHUNK = 1 << 20


class Shelf:
    """The folder of snapshots; it may be emptied at any time, what is wanted is made again."""

    def __init__(self, folder: Path, db: Database, records: dict[str, Record]) -> None:
        self._folder, self._db, self._records = folder, db, records
        self._making: dict[str, asyncio.Task[None]] = {}

    def latest(self, scope: str) -> Snapshot | None:
        """The newest snapshot of a scope, if there is one."""
        cards = sorted(self._place(scope).glob("*.json"), key=lambda card: card.stat().st_mtime_ns)
        return msgspec.json.decode(cards[-1].read_bytes(), type=Snapshot) if cards else None

    def file(self, scope: str, name: str) -> Path | None:
        """The file of that name, if it is still there; a name is never taken as a path."""
        return next((path for path in self._place(scope).glob("*.zst") if path.name == name), None)

    def offer(self, scope: str, head: Row) -> Snapshot | None:
        """The snapshot from which pages lead on to the head, if any; a better one is begun where it is worth it."""
        found = self.latest(scope)
        place = Cursor.read(found.cursor) if found else None
        fits = place is not None and place.fits(head.epoch, head.floor, head.head)
        rows = sum(count for count, _ in head.tallies.values())
        behind = head.head - place.seq if place and fits else rows
        if rows >= WORTH_ROWS and behind > rows // _STALE_SHARE:
            self._begin(scope)
        return found if fits else None

    async def make(self, scope: str) -> Snapshot | None:
        """Make the scope's snapshot now; None where nothing was ever told."""
        place = self._place(scope)
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place) as folder:
            plain, packed = Path(folder) / "plain", Path(folder) / "packed"
            written = await self._db.read(_write, self._records, scope, plain)
            if written is None:
                return None
            cursor, rows = written
            digest = await asyncio.to_thread(_pack, plain, packed)
            name = f"{cursor.epoch}-{cursor.seq}.sqlite.zst"
            url = f"/v1/sync/snapshots/{quote(scope, safe='')}/{name}"
            snapshot = Snapshot(url, str(cursor), SCHEMA, digest, packed.stat().st_size, rows)
            os.replace(packed, place / name)
            (place / f"{name}.json").write_bytes(msgspec.json.encode(snapshot))
        _forget_older(place)
        return snapshot

    async def close(self) -> None:
        """Give up what is being made."""
        for task in self._making.values():
            task.cancel()
        await asyncio.gather(*self._making.values(), return_exceptions=True)

    def _begin(self, scope: str) -> None:
        if scope in self._making:
            return
        task = asyncio.ensure_future(self._make_quietly(scope))
        self._making[scope] = task
        task.add_done_callback(lambda _: self._making.pop(scope, None))

    async def _make_quietly(self, scope: str) -> None:
        try:
            await self.make(scope)
        except (OSError, sa.exc.SQLAlchemyError, sqlite3.Error) as error:
            structlog.get_logger().error("snapshot_failed", exc_info=error)

    def _place(self, scope: str) -> Path:
        return self._folder / hashlib.sha256(scope.encode()).hexdigest()[:32]


def _write(tx: Tx, records: dict[str, Record], scope: str, path: Path) -> tuple[Cursor, int] | None:
    """Head first, rows after, all in one view; the feed closes the gap to what comes later."""
    head = store.heads(tx, [scope]).get(scope)
    if head is None:
        return None
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA synchronous = OFF")
        file.execute("CREATE TABLE record (kind TEXT, id TEXT, ver INTEGER, data BLOB, PRIMARY KEY (kind, id))")
        rows = sum(_copy(file, piece) for piece in _pieces(tx, records, scope))
        file.commit()
    return Cursor(head.epoch, head.head), rows


def _pieces(tx: Tx, records: dict[str, Record], scope: str) -> Iterable[list[tuple[str, str, int, bytes]]]:
    seq = 0
    while True:
        after = sa.and_(feed.c.scope == scope, feed.c.seq > seq)
        rows = tx.execute(sa.select(feed).where(after).order_by(feed.c.seq).limit(_ROWS)).all()
        if not rows:
            return
        seq = rows[-1].seq
        found = store.changes(tx, records, msgspec.msgpack.encode, rows)
        yield [(change.kind, change.id, change.ver, bytes(change.data)) for change in found if not change.deleted]


def _copy(file: sqlite3.Connection, piece: list[tuple[str, str, int, bytes]]) -> int:
    file.executemany("INSERT INTO record VALUES (?, ?, ?, ?)", piece)
    return len(piece)


def _pack(plain: Path, packed: Path) -> str:
    digest = hashlib.sha256()
    packer = zstandard.ZstdCompressor(level=6)
    with plain.open("rb") as source, packed.open("wb") as target:
        for piece in packer.read_to_iter(source, read_size=_CHUNK):
            digest.update(piece)
            target.write(piece)
        target.flush()
        os.fsync(target.fileno())
    return digest.hexdigest()


def _forget_older(place: Path) -> None:
    cards = sorted(place.glob("*.json"), key=lambda card: card.stat().st_mtime_ns)
    for card in cards[:-_KEPT]:
        card.unlink()
        card.with_suffix("").unlink(missing_ok=True)
