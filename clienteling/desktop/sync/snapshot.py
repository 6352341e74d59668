"""The first load of a scope from central's ready-made file; checked before a row of it is used."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import zstandard
from sqlcipher3 import dbapi2

from clienteling.contract.v1.sync import SCHEMA, Change, Snapshot
from clienteling.desktop.runtime.central import Central, Unreachable
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.sync import held, mirror
from clienteling.desktop.sync.mirror import Mirrors

ROWS = 500
MAX_UNPACKED = 4 * 1024**3


async def load(
    db: Db,
    central: Central,
    mirrors: Mirrors,
    scope: str,
    wanted: Snapshot,
    progress: Callable[[str, int, int], None],
) -> None:
    """Fetch, check and apply a snapshot; the feed goes on from its cursor. An unknown schema is left to the pages."""
    if wanted.schema != SCHEMA:
        return
    with tempfile.TemporaryDirectory(prefix="clienteling-") as directory:
        path = Path(directory) / "snapshot"
        await _fetch(central, wanted, path)
        done = 0
        for changes in _changes(path):
            await db.run(_apply, mirrors, scope, changes)
            done += len(changes)
            progress(scope, done, wanted.rows)
    await db.run(held.keep_cursor, scope, wanted.cursor)


async def _fetch(central: Central, wanted: Snapshot, path: Path) -> None:
    digest, size, unpacked = hashlib.sha256(), 0, 0
    unpack = zstandard.ZstdDecompressor().decompressobj()
    with path.open("wb") as file:
        async with central.stream(wanted.url) as answer:
            async for piece in answer.aiter_raw():
                digest.update(piece)
                size += len(piece)
                plain = _unpacked(unpack.decompress, piece)
                unpacked += len(plain)
                if size > wanted.bytes or unpacked > MAX_UNPACKED:
                    raise Unreachable
                file.write(plain)
    if size != wanted.bytes or digest.hexdigest() != wanted.sha256:
        raise Unreachable


def _unpacked(unpack: Callable[[bytes], bytes], piece: bytes) -> bytes:
    try:
        return unpack(piece)
    except zstandard.ZstdError as fault:
        raise Unreachable from fault


def _changes(path: Path) -> Iterator[list[Change]]:
    with closing(dbapi2.connect(str(path))) as connection:
        cursor = connection.execute("SELECT kind, id, ver, data FROM record ORDER BY kind, id")
        while rows := cursor.fetchmany(ROWS):
            yield [Change(kind, id, ver, data=msgspec.Raw(data)) for kind, id, ver, data in rows]


def _apply(tx: Tx, mirrors: Mirrors, scope: str, changes: list[Change]) -> None:
    mirror.apply_changes(tx, mirrors, scope, changes)
