"""Reading the feed: pages with their cursor, scopes that come and go, a central that was restored."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import msgspec
import pytest

from clienteling.contract.v1.sync import Answer, Change, ChangePage
from clienteling.desktop.runtime import central as asking
from clienteling.desktop.runtime.central import Refused, Unreachable
from clienteling.desktop.sync import held, outbox
from clienteling.desktop.sync import pull as pulling
from clienteling.desktop.sync.pull import pull
from tests.desktop.sync.conftest import Feed, Toy, act, fact, packed, states

MIRRORS = {"tally": Toy()}


@pytest.fixture
def feed():
    """A feed with five tallies."""
    feed = Feed()
    for n, id in enumerate("abcde"):
        feed.write(id, n)
    return feed


@pytest.fixture
def pulled(toy_db, run, link, feed):
    """Pull everything and give what the screen shows."""
    central = link(feed)

    def once(progress=lambda scope, done, of: None):
        run(pull(toy_db, central, MIRRORS, progress))
        return run(toy_db.read(Toy().values))

    return once


def test_every_page_is_read_and_then_only_what_is_new(pulled, feed):
    feed.limit = 2
    assert pulled() == dict(zip("abcde", range(5), strict=True))
    assert feed.pages == ["", "1:2", "1:4"]
    feed.pages.clear()
    assert pulled()["a"] == 0
    assert feed.pages == []
    feed.write("a", 9)
    assert pulled()["a"] == 9
    assert feed.pages == ["1:5"]


def test_the_progress_is_told_page_by_page(pulled, feed):
    feed.limit = 2
    told = []
    pulled(lambda scope, done, of: told.append((scope, done, of)))
    assert told == [("store:g", 2, 5), ("store:g", 4, 5), ("store:g", 5, 5)]


def test_a_tombstone_takes_the_row(pulled, feed):
    pulled()
    feed.write("c", None)
    assert sorted(pulled()) == ["a", "b", "d", "e"]


def test_a_restored_central_is_read_anew_and_the_outbox_stays(pulled, feed, toy_db, run):
    pulled()
    run(toy_db.run(act, Toy(), fact("b", 100)))
    feed.epoch, feed.head, feed.rows = 2, 0, {}
    feed.write("b", 7, ver=9)
    assert pulled() == {"b": 107}
    assert run(toy_db.read(states)) == ["pending"]


def test_a_scope_that_is_no_longer_listed_is_forgotten(pulled, feed, toy_db, run):
    pulled()
    feed.scopes = []
    assert pulled() == {}
    assert run(toy_db.read(held.scopes)) == []


def test_what_was_not_told_yet_stays_in_sight_though_its_scope_is_no_longer_listed(pulled, feed, toy_db, run):
    pulled()
    run(toy_db.run(act, Toy(), fact("b", 100)))
    feed.scopes = []
    assert pulled() == {"b": 100}
    assert run(toy_db.read(states)) == ["pending"]


def test_wrong_sums_twice_load_the_scope_anew(pulled, feed, toy_db, run):
    pulled()
    run(toy_db.run(lambda tx: Toy().remove(tx, ["a"])))
    feed.wrong_sums = True
    feed.write("b", 5)
    assert "a" not in pulled()
    feed.write("b", 6)
    feed.pages.clear()

    def agree(scope, done, of):
        feed.wrong_sums = False

    assert pulled(agree)["a"] == 0
    assert feed.pages == ["1:6", ""]


def hours_later(tx, hours):
    """As if nothing had been read for so long."""
    at = (datetime.now(UTC) - timedelta(hours=hours)).isoformat()
    tx.exec_driver_sql("UPDATE cursor SET read_at = ?", (at,))


def spoil(tx, what):
    """What no fault of ours should do: the tablet holds other than it was told."""
    statements = {
        "lost": "DELETE FROM holding WHERE id = 'a'",
        "older": "UPDATE holding SET ver = ver - 1 WHERE id = 'a'",
        "more": "INSERT INTO holding(kind, id, scope, ver) VALUES ('ghost', 'g', 'store:g', 1)",
    }
    tx.exec_driver_sql(statements[what])


@pytest.mark.parametrize("what", ["lost", "older", "more"])
def test_what_differs_though_nothing_changed_is_found_within_the_hour_and_loaded_anew(pulled, feed, toy_db, run, what):
    """B16: the sums of both sides show it; what this tablet has not told yet stays."""
    pulled()
    run(toy_db.run(act, Toy(), fact("b", 100)))
    run(toy_db.run(spoil, what))
    run(toy_db.run(lambda tx: Toy().remove(tx, ["a"])))
    feed.pages.clear()
    assert ("a" in pulled(), feed.pages) == (False, []), "for an hour nobody looks"
    run(toy_db.run(hours_later, 1.1))
    assert "a" not in pulled() and len(feed.pages) == 1, "once may be a coincidence"
    assert pulled()["a"] == 0
    assert pulled()["b"] == feed_value(feed, "b") + 100 and run(toy_db.read(states)) == ["pending"], "mine stays mine"
    assert run(toy_db.read(held.kinds, "store:g")) == {"tally"}


def feed_value(feed, id):
    return msgspec.msgpack.decode(feed.rows[id][1].data)


def test_what_agrees_is_not_read_again_for_an_hour(pulled, feed, toy_db, run):
    pulled()
    feed.pages.clear()
    pulled()
    run(toy_db.run(hours_later, 1.1))
    pulled()
    pulled()
    assert len(feed.pages) == 1


def test_what_was_answered_is_delivered_by_the_next_whole_pull(pulled, feed, toy_db, run):
    pulled()

    def answered(tx):
        act(tx, Toy(), fact("a", 1))
        (item,) = outbox.items(tx)
        outbox.settle(tx, item.n, "acked", Answer(item.operation.op, 200, 2))

    run(toy_db.run(answered))
    feed.write("a", 1)
    assert pulled()["a"] == 1
    assert run(toy_db.read(states)) == ["delivered"]


def test_what_no_scope_of_this_tablet_holds_leaves_the_screen_once_central_has_it(pulled, toy_db, run):
    """It would stand there for ever: nobody tells this tablet how it goes on."""
    pulled()
    run(toy_db.run(answered, "acked", "elsewhere"))
    assert run(toy_db.read(Toy().values))["elsewhere"] == 100
    assert "elsewhere" not in pulled()
    assert run(toy_db.read(states)) == ["delivered"]


def answered(tx, state="delivered", id="b", ver=2):
    """A fact that central applied as that version."""
    told = act(tx, Toy(), fact(id, 100))
    item = next(item for item in outbox.items(tx) if item.operation.op == told.op)
    outbox.settle(tx, item.n, "acked", Answer(told.op, 200, ver))
    if state == "delivered":
        outbox.deliver(tx, [item.n], "2026-11-22")
    return told.op


def restore(feed, *rows):
    """Central was put back: another epoch, and of the tallies only these (id, value, ver)."""
    feed.epoch, feed.head, feed.rows = feed.epoch + 1, 0, {}
    for id, value, ver in rows:
        feed.write(id, value, ver=ver)


@pytest.mark.parametrize("state", ["acked", "delivered"])
def test_what_a_restored_central_lost_is_told_again_under_the_same_id(pulled, feed, toy_db, run, state):
    pulled()
    op = run(toy_db.run(answered, state))
    restore(feed, ("b", 1, 1))
    assert pulled() == {"b": 101}, "and stays in sight"
    (item,) = run(toy_db.read(outbox.sendable, 10))
    assert (item.operation.op, item.state) == (op, "pending")


def test_what_a_restored_central_still_says_is_not_shown_twice(pulled, feed, toy_db, run):
    pulled()
    run(toy_db.run(answered))
    restore(feed, ("b", 101, 2))
    assert pulled() == {"b": 101}
    assert run(toy_db.read(states)) == ["pending"]


def test_a_thing_that_a_restored_central_does_not_know_at_all_stays_in_sight(pulled, feed, toy_db, run):
    run(toy_db.run(answered, id="new", ver=1))
    feed.write("new", 100)
    assert pulled()["new"] == 100
    restore(feed, ("b", 1, 1))
    assert pulled() == {"b": 1, "new": 100}


def test_a_compacted_feed_is_read_anew_and_no_fact_is_lost(pulled, feed, toy_db, run):
    """This tablet was away so long that tombstones went: central says 410 in the same epoch."""
    pulled()
    waiting = run(toy_db.run(act, Toy(), fact("b", 100)))
    feed.write("c", None)
    feed.rows.pop("c")
    feed.floor = 6
    feed.write("a", 9)
    assert pulled() == {"a": 9, "b": 101, "d": 3, "e": 4}
    assert feed.pages[-2:] == ["1:5", ""]
    (item,) = run(toy_db.read(outbox.sendable, 10))
    assert item.operation == waiting


@pytest.mark.parametrize(
    "page",
    [
        ChangePage([], "1:9", more=True),
        ChangePage([], "1:0", more=False),
        ChangePage([], "where", more=False),
        ChangePage([Change("tally", "a", 2, deleted=True)], "", more=False),
    ],
    ids=["more of nothing", "backwards", "no place", "no next"],
)
def test_a_page_that_cannot_be_centrals_is_not_applied(pulled, feed, page, monkeypatch):
    before = pulled()
    feed.write("a", 9)
    monkeypatch.setattr(feed, "_page", lambda asked: packed(page))
    with pytest.raises(Unreachable):
        pulled()
    monkeypatch.undo()
    assert pulled() == before | {"a": 9}


def test_a_page_that_leads_nowhere_is_not_asked_for_again_and_again(pulled, feed, monkeypatch):
    pulled()
    feed.write("a", 9)
    again = [feed.rows["a"][1]]
    monkeypatch.setattr(feed, "_page", lambda asked: packed(ChangePage(again, asked["cursor"], more=True)))
    with pytest.raises(Unreachable):
        pulled()


@pytest.mark.parametrize("days", [3_652, -3_652])
def test_how_long_a_delivered_fact_is_kept_goes_by_centrals_clock(toy_db, run, link, feed, monkeypatch, days):
    present = datetime.now(UTC)

    def dated(request):
        answer = feed(request)
        answer.headers["date"] = format_datetime(present, usegmt=True)
        return answer

    class Astray(datetime):
        @classmethod
        def now(cls, tz=None):
            return (present + timedelta(days=days)).astimezone(tz)

    central = link(dated)
    run(pull(toy_db, central, MIRRORS, lambda scope, done, of: None))
    run(toy_db.run(answered, "acked"))
    run(pull(toy_db, central, MIRRORS, lambda scope, done, of: None))
    for module in (asking, pulling):
        monkeypatch.setattr(module, "datetime", Astray)
    run(toy_db.run(answered, "acked"))
    for _ in range(2):
        run(pull(toy_db, central, MIRRORS, lambda scope, done, of: None))
    assert run(toy_db.read(states)) == ["delivered", "delivered"]


def test_a_refusal_that_is_not_about_the_cursor_is_told(toy_db, run, link):
    def refuse(request):
        return httpx.Response(401, content=b'{"title": "Who?"}', headers={"content-type": "application/problem+json"})

    with pytest.raises(Refused, match="Who"):
        run(pull(toy_db, link(refuse), MIRRORS, lambda scope, done, of: None))
