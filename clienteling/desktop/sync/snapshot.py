"""The first load of a scope from central's ready-made file: in memory only, and checked before a row of it is used."""

import hashlib
import io
from collections.abc import Callable, Iterator

import msgspec
import zstandard

from clienteling.contract.v1.sync import SCHEMA, Change, Snapshot
from clienteling.desktop.runtime.central import Central, Unreachable
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.sync import mirror
from clienteling.desktop.sync.mirror import Mirrors

MAX_PACKED = 256 * 1024**2
MAX_PIECE = 32 * 1024**2
MAX_WINDOW = 8 * 1024**2


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
    packed, done = await _fetch(central, wanted), 0
    for changes in _changes(packed):
        await db.run(_apply, mirrors, scope, changes)
        done += len(changes)
        progress(scope, done, wanted.rows)
    if done != wanted.rows:
        raise Unreachable
    await db.run(mirror.keep_cursor, mirrors, scope, wanted.cursor)


async def _fetch(central: Central, wanted: Snapshot) -> io.BytesIO:
    """The file as central told it; packed it is small enough to lie in memory, where no one finds it later."""
    digest, packed = hashlib.sha256(), io.BytesIO()
    if wanted.bytes > MAX_PACKED:
        raise Unreachable
    async with central.stream(wanted.url) as answer:
        async for piece in answer.aiter_raw():
            digest.update(piece)
            if packed.tell() + len(piece) > wanted.bytes:
                raise Unreachable
            packed.write(piece)
    if packed.tell() != wanted.bytes or digest.hexdigest() != wanted.sha256:
        raise Unreachable
    packed.seek(0)
    return packed


def _changes(packed: io.BytesIO) -> Iterator[list[Change]]:
    """Piece by piece, so that no more than one lies unpacked in memory; Unreachable for what is none."""
    decode = msgspec.msgpack.Decoder(list[Change]).decode
    try:
        with zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW).stream_reader(packed) as reader:
            while head := reader.read(4):
                length = int.from_bytes(head, "big")
                if length > MAX_PIECE:
                    raise Unreachable
                yield decode(reader.read(length))
    except (zstandard.ZstdError, msgspec.DecodeError) as fault:
        raise Unreachable from fault


def _apply(tx: Tx, mirrors: Mirrors, scope: str, changes: list[Change]) -> None:
    mirror.apply_changes(tx, mirrors, scope, changes)
