"""A ready-made first load says the same as the pages, survives being cut short, and is made again when it is old."""

import asyncio
import hashlib
import io
import time

import msgspec
import pytest
import zstandard

from clienteling.central.sync import feed, snapshots
from clienteling.contract.v1.sync import SCHEMA, Change, Snapshot
from tests.central.sync.test_routes import pull
from tests.helpers.actions import MINSEO

SCOPE = "store:here"


@pytest.fixture
def snapshot(web) -> Snapshot:
    return web.runner.run(web.central.shelf.make(SCOPE))


def pieces(content):
    """What a snapshot holds, piece by piece."""
    with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(content)) as reader:
        while head := reader.read(4):
            yield msgspec.msgpack.decode(reader.read(int.from_bytes(head, "big")), type=list[Change])


def test_it_says_what_the_pages_say(web, snapshot):
    answer = web.ask("here", "GET", snapshot.url)
    assert (answer.status_code, len(answer.content)) == (200, snapshot.bytes)
    assert hashlib.sha256(answer.content).hexdigest() == snapshot.sha256
    pages = pull(web, SCOPE)
    [changes] = pieces(answer.content)
    assert {(change.kind, change.id): (change.ver, bytes(change.data)) for change in changes} == {
        (change.kind, change.id): (change.ver, msgspec.msgpack.encode(msgspec.json.decode(change.data)))
        for page in pages
        for change in page.changes
    }
    assert (snapshot.cursor, snapshot.rows, snapshot.schema) == (pages[-1].next, 2, SCHEMA)
    assert pull(web, SCOPE, cursor=snapshot.cursor)[0].changes == []


def test_it_goes_on_where_it_was_cut(web, snapshot):
    whole = web.ask("here", "GET", snapshot.url).content
    rest = web.ask("here", "GET", snapshot.url, headers={"Range": "bytes=100-"})
    assert (rest.status_code, rest.content) == (206, whole[100:])
    assert rest.headers["content-range"] == f"bytes 100-{len(whole) - 1}/{len(whole)}"
    beyond = web.ask("here", "GET", snapshot.url, headers={"Range": f"bytes={len(whole)}-"})
    assert beyond.status_code == 416


@pytest.mark.parametrize("name", ["1-1.records.zst", "..%2f..%2fcentral.sqlite", "plain"])
def test_only_files_of_the_shelf_are_given(web, snapshot, name):
    assert web.ask("here", "GET", f"/v1/sync/snapshots/{SCOPE}/{name}").status_code == 404


def test_a_large_scope_gets_one_and_a_new_one_when_much_has_changed(web, monkeypatch):
    monkeypatch.setattr(snapshots, "WORTH_ROWS", 2)

    def offered():
        found = web.ask("here", "GET", "/v1/sync/scopes").json()
        return next(scope["snapshot"] for scope in found if scope["scope"] == SCOPE)

    def offered_in_the_end(cursor=None):
        end = time.monotonic() + 30
        while (found := offered()) is None or found["cursor"] == cursor:
            assert time.monotonic() < end, "none was made"
            web.runner.run(asyncio.sleep(0.02))
        return found

    assert offered() is None
    first = offered_in_the_end()
    assert first["rows"] == 2
    web.run(lambda tx: feed.touch(tx, "customer", MINSEO, 1, [SCOPE]))
    assert offered_in_the_end(first["cursor"])["rows"] == 2


def test_one_from_another_epoch_is_not_offered(web, snapshot):
    import sqlalchemy as sa

    web.run(lambda tx: tx.execute(sa.update(feed.scope_head).values(epoch=1)))
    assert all(scope["snapshot"] is None for scope in web.ask("here", "GET", "/v1/sync/scopes").json())


def test_the_shelf_keeps_only_the_last(web, snapshot, tmp_path):
    for _ in range(3):
        web.run(lambda tx: feed.touch(tx, "customer", MINSEO, 1, [SCOPE]))
        web.runner.run(web.central.shelf.make(SCOPE))
    assert len(list((tmp_path / "files").rglob("*.zst"))) == 2


def test_a_long_one_comes_in_pieces_by_kind_and_id(web, monkeypatch):
    monkeypatch.setattr(snapshots, "_ROWS", 7)
    told = [("customer", f"stranger-{n % 3}-{n:02d}") for n in range(20)]
    web.run(lambda tx: [feed.touch(tx, kind, id, 1, ["tenant:t"]) for kind, id in told])
    made = web.runner.run(web.central.shelf.make("tenant:t"))
    found = list(pieces(web.ask("here", "GET", made.url).content))
    order = [(change.kind, change.id) for piece in found for change in piece]
    assert order == sorted(set(order)) and len(order) == made.rows > 7
    assert max(len(piece) for piece in found) == 7
    assert not {kind for kind, id in order if id.startswith("stranger")}, "what is no more is not told"
