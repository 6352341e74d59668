"""A toy feature for sync's own tests, a central that is a dictionary, and the real central in the same process."""

import asyncio

import httpx
import msgspec
import pytest

from clienteling.central.app import build
from clienteling.central.runtime.config import Config
from clienteling.central.signin import actions as central_signin
from clienteling.contract.ids import new_id
from clienteling.contract.v1.sync import Answer, Change, Operation
from clienteling.desktop.runtime.central import Central
from clienteling.desktop.sync import outbox
from tests.helpers.actions import open_shop


class Toy:
    """How the toy record lives in its table: a tally that may be added to, or set."""

    kind = "tally"
    local = True

    def apply(self, tx, changes):
        rows = [(change.id, msgspec.msgpack.decode(change.data)) for change in changes]
        tx.exec_driver_sql("INSERT OR REPLACE INTO tally(id, value) VALUES (?, ?)", rows)

    def remove(self, tx, ids):
        tx.exec_driver_sql("DELETE FROM tally WHERE id = ?", [(id,) for id in ids])

    def redo(self, tx, operation):
        before = self.values(tx).get(operation.id, 0)
        tx.exec_driver_sql(
            "INSERT OR REPLACE INTO tally(id, value) VALUES (?, ?)", (operation.id, told(before, operation))
        )

    def values(self, tx):
        """What the screen shows."""
        return dict(tx.exec_driver_sql("SELECT id, value FROM tally").fetchall())


def told(value, operation):
    """A tally after a fact, the same rule on both sides."""
    return operation.args["n"] if operation.kind == "tally.set" else value + operation.args["n"]


def fact(id="a", n=1, kind="tally.added", base=0):
    """A fact about a tally."""
    return Operation(new_id(), kind, id, {"n": n}, base, "ann", "2026-11-21T10:00:00+00:00")


def change(id, ver, value, kind="tally"):
    """What central says of a tally; gone when the value is None."""
    gone = value is None
    return Change(kind, id, ver, deleted=gone, data=None if gone else msgspec.Raw(msgspec.msgpack.encode(value)))


class Dictionary:
    """Central as a dictionary: an answer stands for ever, a thirteen is refused, every entity is read as a change."""

    def __init__(self):
        self.rows, self.answers = {}, {}

    def tell(self, operation):
        if operation.op not in self.answers:
            self.answers[operation.op] = self._decide(operation)
        return self.answers[operation.op]

    def _decide(self, operation):
        if operation.args["n"] == 13:
            return Answer(operation.op, 422, title="Not thirteen.")
        ver, value = self.rows.get(operation.id, (0, 0))
        self.rows[operation.id] = ver + 1, told(value, operation)
        return Answer(operation.op, 200, ver + 1)

    def changes(self):
        return [change(id, ver, value) for id, (ver, value) in self.rows.items()]


@pytest.fixture
def toy(tx):
    """The toy feature over the open transaction."""
    tx.exec_driver_sql("CREATE TABLE tally(id TEXT PRIMARY KEY, value INTEGER)")
    return Toy()


@pytest.fixture
def toy_db(db, run):
    """The app's door to a database with the toy feature."""
    run(db.run(lambda tx: tx.exec_driver_sql("CREATE TABLE tally(id TEXT PRIMARY KEY, value INTEGER)")))
    return db


def act(tx, toy, operation):
    """What a local action does: the fact and the row, both or neither."""
    outbox.put(tx, operation)
    toy.redo(tx, operation)
    return operation


def states(tx):
    """The state of each fact in the order they were made."""
    return [item.state for item in sorted(outbox.items(tx), key=lambda item: item.n)]


class RealCentral:
    """The real application over the small shop, with a tablet registered in the store `here`."""

    def __init__(self, folder, run):
        self.run = run
        self.central = build(Config(database=f"sqlite+aiosqlite:///{folder / 'central.sqlite'}", folder=folder / "files"))
        run(self._start())
        run(self.central.db.run(open_shop))
        people = [("ann", "ann", "associate", "here", "135790", "ann")]
        run(self.central.db.run(central_signin.load_staff, "t", people))
        self.device, self.token = run(self.central.db.run(central_signin.register_device, "here", "Tablet 1"))
        self.broken = False
        self.asked = []

    async def _start(self):
        self._over, ready = asyncio.Event(), asyncio.Event()
        self._living = asyncio.create_task(self._live(ready))
        await ready.wait()

    async def _live(self, ready):
        async with self.central.app.lifespan():
            ready.set()
            await self._over.wait()

    async def _stop(self):
        self._over.set()
        await self._living

    def client(self):
        """The app's own client, straight into the application."""
        transport = httpx.ASGITransport(self.central.app)

        async def note(request):
            self.asked.append(request.url.path)
            if self.broken:
                raise httpx.ConnectError("the cable is out")

        http = httpx.AsyncClient(transport=transport, base_url="http://central", event_hooks={"request": [note]})
        return Central(http, self.token)

    def close(self):
        self.run(self._stop())


@pytest.fixture
def real(tmp_path, run):
    """The real central in this process."""
    central = RealCentral(tmp_path, run)
    yield central
    central.close()
