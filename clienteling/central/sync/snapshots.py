"""Ready-made first loads: a scope's records as one zstd stream, kept in a folder; knows no kind."""

from __future__ import annotations

import asyncio
import hashlib
import os
import tempfile
from collections.abc import Iterator
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
from clienteling.contract.v1.sync import SCHEMA, Change, Snapshot

WORTH_ROWS = 500
_ROWS = 500
_KEPT = 2
_STALE_SHARE = 4
_SUFFIX = ".records.zst"


class Shelf:
    """The folder of snapshots; it may be emptied at any time, what is wanted is made again."""

    def __init__(self, folder: Path, db: Database, records: dict[str, Record]) -> None:
        self._folder, self._db, self._records = folder, db, records
        self._making: dict[str, asyncio.Task[None]] = {}

    def latest(self, scope: str) -> Snapshot | None:
        """The newest snapshot of a scope, if there is one."""
        cards = sorted(self._place(scope).glob(f"*{_SUFFIX}.json"), key=lambda card: card.stat().st_mtime_ns)
        return msgspec.json.decode(cards[-1].read_bytes(), type=Snapshot) if cards else None

    def file(self, scope: str, name: str) -> Path | None:
        """The file of that name, if it is still there; a name is never taken as a path."""
        return next((path for path in self._place(scope).glob(f"*{_SUFFIX}") if path.name == name), None)

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
            packed = Path(folder) / "packed"
            written = await self._db.read(_write, self._records, scope, packed)
            if written is None:
                return None
            cursor, rows = written
            digest = await asyncio.to_thread(_digest, packed)
            name = f"{cursor.epoch}-{cursor.seq}{_SUFFIX}"
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
        except (OSError, sa.exc.SQLAlchemyError) as error:
            structlog.get_logger().error("snapshot_failed", exc_info=error)

    def _place(self, scope: str) -> Path:
        return self._folder / hashlib.sha256(scope.encode()).hexdigest()[:32]


def _write(tx: Tx, records: dict[str, Record], scope: str, path: Path) -> tuple[Cursor, int] | None:
    """Head first, rows after, all in one view; the feed closes the gap to what comes later."""
    head = store.heads(tx, [scope]).get(scope)
    if head is None:
        return None
    rows = 0
    with path.open("wb") as file, zstandard.ZstdCompressor(level=6).stream_writer(file, closefd=False) as packer:
        for piece in _pieces(tx, records, scope):
            body = msgspec.msgpack.encode(piece)
            packer.write(len(body).to_bytes(4, "big") + body)
            rows += len(piece)
    return Cursor(head.epoch, head.head), rows


def _pieces(tx: Tx, records: dict[str, Record], scope: str) -> Iterator[list[Change]]:
    """By kind and id, as the tablet's own tables lie."""
    place = ("", "")
    while True:
        after = sa.and_(feed.c.scope == scope, sa.tuple_(feed.c.kind, feed.c.id) > place)
        rows = tx.execute(sa.select(feed).where(after).order_by(feed.c.kind, feed.c.id).limit(_ROWS)).all()
        if not rows:
            return
        place = (rows[-1].kind, rows[-1].id)
        found = store.changes(tx, records, msgspec.msgpack.encode, rows)
        if living := [change for change in found if not change.deleted]:
            yield living


def _digest(packed: Path) -> str:
    with packed.open("rb") as file:
        os.fsync(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()


def _forget_older(place: Path) -> None:
    cards = sorted(place.glob("*.json"), key=lambda card: card.stat().st_mtime_ns)
    for card in cards[:-_KEPT]:
        card.unlink()
        card.with_suffix("").unlink(missing_ok=True)
