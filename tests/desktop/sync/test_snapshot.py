"""The first load from a ready-made file: checked before a row of it is used."""

import hashlib
import io

import httpx
import msgspec
import pytest
import zstandard

from clienteling.contract.v1.sync import SCHEMA, Change, Snapshot
from clienteling.desktop.runtime.central import Unreachable
from clienteling.desktop.sync import held, snapshot
from tests.desktop.sync.conftest import Toy

ROWS = 1200
URL = "/v1/sync/snapshots/store:g/one.zst"


def pack(*pieces):
    """Pieces as central packs them."""
    bodies = [msgspec.msgpack.encode(piece) for piece in pieces]
    return zstandard.compress(b"".join(len(body).to_bytes(4, "big") + body for body in bodies))


def told_of(content, rows):
    """What central says of a file."""
    return Snapshot(URL, "1:7", SCHEMA, hashlib.sha256(content).hexdigest(), len(content), rows)


@pytest.fixture
def packed_file():
    """A snapshot of 1200 tallies and what central says of it."""
    changes = [Change("tally", f"{n:05d}", 1, data=msgspec.Raw(msgspec.msgpack.encode(n))) for n in range(ROWS)]
    content = pack(changes[:500], changes[500:1000], changes[1000:])
    return content, told_of(content, ROWS)


@pytest.fixture
def load(toy_db, run, link):
    """Load a file that central gives, told as `wanted`; gives how many rows are shown and the cursor."""

    def once(content, wanted, progress=lambda scope, done, of: None):
        central = link(lambda request: httpx.Response(200, stream=Pieces(content)))
        run(snapshot.load(toy_db, central, {"tally": Toy()}, "store:g", wanted, progress))
        return len(run(toy_db.read(Toy().values))), run(toy_db.read(held.cursor_of, "store:g"))

    return once


class Pieces(httpx.AsyncByteStream):
    """A body that arrives in small pieces."""

    def __init__(self, content):
        self.content = content

    async def __aiter__(self):
        for place in range(0, len(self.content), 700):
            yield self.content[place : place + 700]


def test_every_row_is_there_and_the_feed_goes_on_from_its_cursor(load, packed_file):
    told = []
    assert load(*packed_file, lambda scope, done, of: told.append((done, of))) == (ROWS, "1:7")
    assert told == [(500, ROWS), (1000, ROWS), (ROWS, ROWS)]


@pytest.mark.parametrize("harm", ["a flipped byte", "cut short", "too long"])
def test_a_file_that_is_not_what_was_told_is_not_used(load, packed_file, toy_db, run, harm):
    content, wanted = packed_file
    hurt = {
        "a flipped byte": content[:-1] + bytes([content[-1] ^ 1]),
        "cut short": content[:-20],
        "too long": content + b"more",
    }
    with pytest.raises(Unreachable):
        load(hurt[harm], wanted)
    assert run(toy_db.read(Toy().values)) == {}
    assert run(toy_db.read(held.cursor_of, "store:g")) is None


BOMB = zstandard.ZstdCompressor(level=19).compress((1 << 31).to_bytes(4, "big") + bytes(1 << 26))
WIDE = zstandard.ZstdCompressor(
    compression_params=zstandard.ZstdCompressionParameters(window_log=27, compression_level=1)
).compressobj()


@pytest.mark.parametrize(
    "content",
    [
        b"<html>log in to the guest network</html>",
        pack("no changes"),
        pack([{"kind": "tally"}]),
        zstandard.compress(b"\0\0\0\x09half"),
        BOMB,
        WIDE.compress(bytes(1 << 27)) + WIDE.flush(),
    ],
    ids=["a portal's page", "something else", "half a change", "half a piece", "a bomb", "a window that fills memory"],
)
def test_what_is_no_snapshot_is_not_used(load, content):
    with pytest.raises(Unreachable):
        load(content, told_of(content, 1))


def test_what_would_fill_the_memory_is_not_begun(load, packed_file):
    content, wanted = packed_file
    with pytest.raises(Unreachable):
        load(content, msgspec.structs.replace(wanted, bytes=snapshot.MAX_PACKED + 1))


def test_fewer_rows_than_told_leave_the_scope_to_be_loaded_again(load, packed_file, toy_db, run):
    content, wanted = packed_file
    with pytest.raises(Unreachable):
        load(content, msgspec.structs.replace(wanted, rows=ROWS + 1))
    assert run(toy_db.read(held.cursor_of, "store:g")) is None


def test_nothing_of_it_touches_the_disk(load, packed_file, tmp_path, monkeypatch):
    written = []
    real = io.open

    def watched(file, mode="r", *rest, **more):
        if set(mode) & set("wax+"):
            written.append(file)
        return real(file, mode, *rest, **more)

    monkeypatch.setattr(io, "open", watched)
    monkeypatch.setattr("builtins.open", watched)
    before = {path.name for path in tmp_path.iterdir()}
    load(*packed_file)
    assert not written
    assert {path.name for path in tmp_path.iterdir()} <= before | {"toy.db", "toy.db-wal", "toy.db-shm"}


def test_a_file_of_another_schema_is_left_to_the_pages(load, packed_file):
    content, wanted = packed_file
    assert load(content, msgspec.structs.replace(wanted, schema=SCHEMA + 1)) == (0, None)
