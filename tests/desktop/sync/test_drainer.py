"""The one task that pushes and pulls, against the real central in the same process."""

import asyncio
from contextlib import suppress

import httpx
import pytest
import sqlalchemy as sa

from clienteling.central.runtime.db import metadata as central_tables
from clienteling.desktop.customers.wire import CustomerMirror
from clienteling.desktop.notes import actions as notes
from clienteling.desktop.notes import store
from clienteling.desktop.notes.domain import Reader
from clienteling.desktop.notes.wire import NoteMirror
from clienteling.desktop.runtime.central import Central, Unreachable
from clienteling.desktop.runtime.faults import Deaf, Full
from clienteling.desktop.sync import drainer as drainer_module
from clienteling.desktop.sync import held, outbox
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.sync.drainer import Drainer
from tests.desktop.sync.conftest import states
from tests.helpers.actions import JOSE, MINSEO

ANN = Reader("ann", "associate", "here")
MIRRORS = {"note": NoteMirror(), "customer": CustomerMirror()}


@pytest.fixture
def central(real, run):
    """The app's own client to the real central."""
    central = real.client()
    yield central
    run(central.close())


@pytest.fixture
def drainer(db, central, real):
    """A drainer that does not run yet."""
    return Drainer(db, central, lambda: real.device, MIRRORS, Connection())


@pytest.fixture
def running(drainer, loop, run, monkeypatch):
    """A drainer that runs; its pauses are short."""
    monkeypatch.setattr("clienteling.desktop.sync.drainer.LONGEST", 0.05)
    task = loop.create_task(drainer.run())
    yield drainer
    run(end(task))


async def end(task):
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def at_central(real, run, table):
    """The rows of one of central's tables."""

    def read(tx):
        return [row._mapping for row in tx.execute(sa.select(central_tables.tables[table]))]

    return run(real.central.db.read(read))


def write(db, run, text="Likes wool"):
    return run(db.run(notes.write, ANN, MINSEO, text, False))


def test_a_round_brings_the_people_of_the_store_and_tells_the_note(db, run, running, real, qtbot):
    note = write(db, run)
    qtbot.waitUntil(lambda: run(db.read(states)) == ["delivered"])
    assert [row["id"] for row in at_central(real, run, "note")] == [note]
    assert run(db.read(held.held_count, "customer")) == 2
    assert run(db.read(held.held_versions, "customer", [MINSEO, JOSE])).keys() == {MINSEO, JOSE}
    assert run(db.read(store.get, note)).text == "Likes wool"
    assert running.connection.state == "online"


def test_what_a_round_writes_is_no_reason_for_another(db, run, running, qtbot):
    write(db, run)
    qtbot.waitUntil(lambda: run(db.read(states)) == ["delivered"])
    qtbot.wait(100)
    rounds = running.rounds
    qtbot.wait(200)
    assert running.rounds == rounds <= 3


def test_a_commit_wakes_the_drainer(db, run, running, qtbot):
    qtbot.waitUntil(lambda: running.rounds > 0)
    write(db, run)
    qtbot.waitUntil(lambda: run(db.read(states)) == ["delivered"])


def test_with_the_cable_out_everything_waits_and_goes_when_it_is_back(db, run, running, real, qtbot):
    qtbot.waitUntil(lambda: running.rounds > 0)
    real.broken = True
    first = write(db, run, "First")
    qtbot.waitUntil(lambda: running.connection.state == "offline")
    run(db.run(notes.edit, ANN, first, "Second thoughts"))
    assert run(db.read(outbox.counts)) == (2, 0)
    assert run(db.read(store.get, first)).text == "Second thoughts"
    real.broken = False
    running.wake()
    qtbot.waitUntil(lambda: run(db.read(outbox.counts)) == (0, 0))
    qtbot.waitUntil(lambda: running.connection.state == "online")
    versions = sorted(at_central(real, run, "note_version"), key=lambda row: row["number"])
    assert [row["text"] for row in versions] == ["First", "Second thoughts"]


def test_after_an_outage_one_fact_goes_first(db, run, drainer, real):
    drainer.connection.lost(1)
    write(db, run, "One")
    write(db, run, "Two")
    asked = []
    push = drainer.central.post

    async def counted(path, kind, body):
        asked.append(len(body.ops))
        return await push(path, kind, body)

    drainer.central.post = counted
    run(drainer._round())
    assert asked == [1, 1]
    assert real.asked[0] == "/health"


def test_more_rounds_tell_a_fact_once(db, run, drainer, real):
    run(drainer._round())
    write(db, run)
    for _ in range(3):
        run(drainer._round())
    assert real.asked.count("/v1/sync/push") == 1
    assert len(at_central(real, run, "note")) == 1


@pytest.mark.logs("sync refused")
def test_a_tablet_that_central_does_not_know_keeps_its_work(db, run, real):
    stranger = real.client()
    stranger._headers["Authorization"] = "Bearer nobody"
    drainer = Drainer(db, stranger, lambda: "unknown", MIRRORS, Connection())
    write(db, run)
    run(drainer._round())
    assert drainer.connection.state == "refused"
    assert run(db.read(states)) == ["sent"]
    run(stranger.close())


class Weather:
    """What the way to the real central is like: `told` maps the end of a path to an answer of somebody else."""

    def __init__(self, real):
        self.told, self.seconds, self.asked = {}, 0.0, []
        self.there = httpx.ASGITransport(real.central.app)

    async def __call__(self, request):
        self.asked.append(request.url.path)
        await asyncio.sleep(self.seconds)
        for end, answer in self.told.items():
            if request.url.path.endswith(end):
                return answer
        return await self.there.handle_async_request(request)


@pytest.fixture
def weather(real):
    return Weather(real)


@pytest.fixture
def outside(db, real, run, weather):
    """A drainer that does not run yet, in weather."""
    client = httpx.AsyncClient(transport=httpx.MockTransport(weather), base_url="http://central")
    central = Central(client, real.token)
    yield Drainer(db, central, lambda: real.device, MIRRORS, Connection())
    run(central.close())


def test_a_central_that_takes_nothing_in_is_still_heard(db, run, outside, weather, qtbot):
    weather.told["/push"] = httpx.Response(503, headers={"retry-after": "4"})
    write(db, run)
    assert run(outside._round()) >= 4
    assert (outside.connection.state, outside.connection.why) == ("offline", "closed")
    assert run(db.read(held.held_count, "customer")) == 2, "what others do is seen all the same"
    weather.told.clear()
    run(outside._round())
    run(outside._round())
    assert (outside.connection.state, run(db.read(states))) == ("online", ["delivered"])


def test_whoever_asks_for_a_pause_gets_it_and_is_asked_nothing_else(db, run, outside, weather):
    weather.told["/push"] = httpx.Response(429, headers={"retry-after": "30"})
    outside.connection.answered()
    write(db, run)
    assert run(outside._round()) >= 30
    assert (outside.connection.why, weather.asked) == ("busy", ["/v1/sync/push"])


def test_answers_that_come_late_are_taken_and_the_tablet_counts_as_offline(db, run, outside, weather, monkeypatch):
    monkeypatch.setattr("clienteling.desktop.runtime.central.SLOW", 0.01)
    weather.seconds = 0.05
    note = write(db, run)
    for _ in range(2):
        run(outside._round())
        assert (outside.connection.state, outside.connection.why) == ("offline", "slow")
    assert run(db.read(states)) == ["delivered"], f"{note} has arrived"
    weather.seconds = 0.0
    monkeypatch.setattr("clienteling.desktop.runtime.central.SLOW", 3.0)
    run(outside._round())
    assert outside.connection.state == "online"


def test_a_question_of_anybody_that_gets_no_answer_makes_sync_look(db, run, outside, weather, loop):
    outside.connection.answered()
    weather.told["/v1/customers"] = httpx.Response(502)
    with pytest.raises(Unreachable):
        run(outside.central.get("/v1/customers", dict, q="kim"))
    assert (outside.connection.state, outside._wake.is_set()) == ("offline", True)
    run(outside._round())
    assert outside.connection.state == "online", "central is there: it was only that one question"


def test_a_practice_outage_is_an_outage(db, run, drainer, real):
    run(drainer._round())
    real.asked.clear()
    drainer.central.cut = True
    write(db, run)
    run(drainer._round())
    assert (drainer.connection.state, real.asked) == ("offline", [])
    drainer.central.cut = False
    run(drainer._round())
    assert run(db.read(states)) == ["delivered"]


@pytest.mark.logs("bug")
def test_a_bug_in_one_round_does_not_end_the_next(db, run, running, qtbot, monkeypatch):
    qtbot.waitUntil(lambda: running.rounds > 0)
    apply = CustomerMirror.apply
    monkeypatch.setattr(CustomerMirror, "apply", lambda *_: 1 / 0)
    run(db.run(held.forget_scope, run(db.read(held.scopes))[0]))
    run(db.run(held.mark_stale, "store:here"))
    run(db.run(held.forget_scope, "store:here"))
    running.wake()
    qtbot.waitUntil(lambda: running.connection.state == "offline")
    monkeypatch.setattr(CustomerMirror, "apply", apply)
    rounds = running.rounds
    qtbot.waitUntil(lambda: running.rounds > rounds)


@pytest.mark.logs("the store does not take it")
def test_a_store_that_does_not_take_it_is_no_bug(running, qtbot, monkeypatch):
    qtbot.waitUntil(lambda: running.rounds > 0)
    rounds, faults = running.rounds, [Deaf(), Full()]
    pull = drainer_module.pull

    async def failing(*args):
        if faults:
            raise faults.pop()
        await pull(*args)

    monkeypatch.setattr(drainer_module, "pull", failing)
    running.wake()
    qtbot.waitUntil(lambda: not faults and running.rounds > rounds)
    assert running.connection.state == "online"
