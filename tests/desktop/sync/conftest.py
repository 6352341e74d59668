"""A toy feature for sync's own tests, a central that is a dictionary, and the real central in the same process."""

import asyncio

import httpx
import msgspec
import pytest

from clienteling.central.app import build
from clienteling.central.runtime.config import Config
from clienteling.central.signin import actions as central_signin
from clienteling.contract.checksum import MODULUS, checksum
from clienteling.contract.ids import new_id
from clienteling.contract.v1.sync import Answer, Change, ChangePage, Operation, Scope, Tally
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
    """Central as a dictionary: an answer stands for ever, a thirteen is refused, every entity is read as a change.

    What was taken away stands there as None and takes no facts any more.
    """

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
        if value is None:
            return Answer(operation.op, 410, title="It was taken away.")
        self.rows[operation.id] = ver + 1, told(value, operation)
        return Answer(operation.op, 200, ver + 1)

    def take_away(self, id):
        """Somebody deletes it, if it is there."""
        if id in self.rows:
            self.rows[id] = self.rows[id][0] + 1, None

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
        database = f"sqlite+aiosqlite:///{folder / 'central.sqlite'}"
        self.central = build(Config(database=database, folder=folder / "files"))
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


class Feed:
    """A central whose feed is a list: one row per entity, moved to the tail at every change."""

    def __init__(self):
        self.epoch, self.head, self.floor, self.limit = 1, 0, 0, 200
        self.rows, self.scopes, self.pages = {}, ["store:g"], []
        self.wrong_sums = False

    def write(self, id, value, ver=None, kind="tally"):
        """Change an entity; None deletes it."""
        self.head += 1
        before = self.rows.get(id)
        self.rows[id] = self.head, change(id, ver or (before[1].ver + 1 if before else 1), value, kind)

    def __call__(self, request):
        path = request.url.path
        if path == "/v1/sync/scopes":
            return packed([Scope(scope, self.epoch, self.head) for scope in self.scopes])
        if path == "/v1/sync/changes":
            return self._page(request.url.params)
        raise httpx.ConnectError("no way to central")

    def _page(self, asked):
        epoch, seq = map(int, (asked["cursor"] or f"{self.epoch}:0").split(":"))
        self.pages.append(asked["cursor"])
        if epoch != self.epoch or (asked["cursor"] and seq < self.floor):
            content = {"content-type": "application/problem+json"}
            return httpx.Response(410, content=b'{"title": "Begin anew"}', headers=content)
        rows = sorted((row for row in self.rows.values() if row[0] > seq), key=lambda row: row[0])
        some, more = rows[: self.limit], len(rows) > self.limit
        place = some[-1][0] if more else self.head
        tallies = {} if more else {"tally": self._tally()}
        return packed(ChangePage([row[1] for row in some], f"{self.epoch}:{place}", more, tallies))

    def _tally(self):
        live = [row[1] for row in self.rows.values() if not row[1].deleted]
        total = sum(checksum("tally", one.id, one.ver) for one in live) + self.wrong_sums
        return Tally(len(live), str(total % MODULUS))


def packed(value):
    """An answer as central gives it."""
    return httpx.Response(200, content=msgspec.msgpack.encode(value), headers={"content-type": "application/msgpack"})


@pytest.fixture
def link(run):
    """The app's own client over a function of the request: `link(feed)`."""
    opened = []

    def over(answering):
        http = httpx.AsyncClient(transport=httpx.MockTransport(answering), base_url="http://central")
        opened.append(Central(http, "token"))
        return opened[-1]

    yield over
    for central in opened:
        run(central.close())
