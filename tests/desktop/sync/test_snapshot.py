"""The first load from a ready-made file: checked before a row of it is used."""

import hashlib
import sqlite3

import httpx
import msgspec
import pytest
import zstandard

from clienteling.contract.v1.sync import SCHEMA, Snapshot
from clienteling.desktop.runtime.central import Unreachable
from clienteling.desktop.sync import held, snapshot
from tests.desktop.sync.conftest import Toy

ROWS = 1200
URL = "/v1/sync/snapshots/store:g/one.zst"


@pytest.fixture
def packed_file(tmp_path):
    """A snapshot of 1200 tallies and what central says of it."""
    path = tmp_path / "snapshot.sqlite"
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE record(kind TEXT, id TEXT, ver INTEGER, data BLOB)")
        rows = [("tally", f"{n:05d}", 1, msgspec.msgpack.encode(n)) for n in range(ROWS)]
        file.executemany("INSERT INTO record VALUES (?, ?, ?, ?)", rows)
    file.close()
    content = zstandard.compress(path.read_bytes())
    return content, Snapshot(URL, "1:7", SCHEMA, hashlib.sha256(content).hexdigest(), len(content), ROWS)


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


def test_what_is_no_archive_at_all_is_not_used(load, packed_file):
    content = b"<html>log in to the guest network</html>"
    told = msgspec.structs.replace(packed_file[1], bytes=len(content), sha256=hashlib.sha256(content).hexdigest())
    with pytest.raises(Unreachable):
        load(content, told)


def test_a_file_of_another_schema_is_left_to_the_pages(load, packed_file):
    content, wanted = packed_file
    assert load(content, msgspec.structs.replace(wanted, schema=SCHEMA + 1)) == (0, None)
