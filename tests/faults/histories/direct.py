"""Both halves called straight, without a loop: the real push and pull over central's real handlers, in memory.

So that thousands of short stories fit into a minute; what happens at the same time is the simulation's part.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from types import SimpleNamespace
from typing import Any

import msgspec
import sqlalchemy as sa

from clienteling.central.runtime import db as central_db
from clienteling.central.sync import actions as central_sync
from clienteling.central.sync import feed
from clienteling.central.sync.domain import By
from clienteling.contract.v1.sync import Operation
from clienteling.desktop.runtime.central import Refused, Unreachable
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync.pull import pull
from clienteling.desktop.sync.push import push
from tests.faults.histories import front, history, seams, shop
from tests.faults.histories.device import KEPT
from tests.faults.histories.disk import Tablet
from tests.faults.histories.loop import LOOP

TICK = 0.05
"""Seconds that pass with every transaction."""
WEB = By("web", shop.STORES[0], shop.TENANT, kind="web")


class Crash(Exception):
    """The power failed."""


def at_once(work: Coroutine[Any, Any, Any]) -> Any:
    """Run what waits for nobody."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("something waits")


class Half:
    """A database with the doors that either half knows; the power fails when `fuse` has burnt, two for a commit."""

    def __init__(self, engine: sa.Engine, before_commit: Callable[[Any], Any] = lambda tx: None) -> None:
        self.engine, self._before = engine, before_commit
        self.fuse = 0

    async def run(self, action: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        """A write transaction."""
        LOOP._now += TICK
        with self.engine.connect().execution_options(writes=True) as tx:
            with tx.begin():
                tx.info.clear()
                outcome = action(tx, *args, **kw)
                self._before(tx)
                self._burn()
            self._burn()
        return outcome

    async def read(self, action: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        """A look."""
        with self.engine.connect() as tx:
            return action(tx, *args, **kw)

    def _burn(self) -> None:
        if self.fuse:
            self.fuse -= 1
            if not self.fuse:
                raise Crash


class Way:
    """A tablet's client to central: `cut` lets nothing through, `lose` is the path whose next answer is lost."""

    def __init__(self, ask: Callable[[front.Request], front.Reply], token: str) -> None:
        self._ask, self._token = ask, token
        self.cut, self.lose = False, ""

    def now(self) -> datetime:
        """The present by central's clock."""
        return seams.present()

    async def get(self, path: str, kind: Any, **params: Any) -> Any:
        """As the app's own client."""
        return self._exchange(front.Request("GET", path, self._token, params), kind)

    async def post(self, path: str, kind: Any, body: Any) -> Any:
        """The same."""
        return self._exchange(front.Request("POST", path, self._token, body=msgspec.msgpack.encode(body)), kind)

    def _exchange(self, request: front.Request, kind: Any) -> Any:
        if self.cut:
            raise Unreachable
        reply = self._ask(request)
        if request.path == self.lose:
            self.lose = ""
            raise Unreachable
        if reply.status >= 400:
            raise Refused(reply.status, msgspec.json.decode(reply.body)["title"])
        return msgspec.msgpack.decode(reply.body, type=kind)


class Desk:
    """One tablet with its way to central; all of it is in its store, so a crash loses nothing else."""

    def __init__(self, number: int, tablet: Tablet, ask: Callable[[front.Request], front.Reply]) -> None:
        self.number, self.tablet = number, tablet
        self.store = shop.HOMES[number]
        self.code = f"{self.store[-1].upper()}{number + 1}"
        self.name = f"tablet-{number}"
        self.staff = f"associate-{self.store[-1]}"
        self.db = Half(tablet.engine)
        self.way = Way(ask, f"token-{number}")

    def do(self, action: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        """An action of the app; None where it said why not."""
        try:
            return at_once(self.db.run(action, *args, **kw))
        except Problem:
            return None

    def look(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What stands in its store."""
        return at_once(self.db.read(lambda tx: [tuple(row) for row in tx.exec_driver_sql(query, values)]))

    def sync(self, tell: bool = True) -> bool:
        """A round as the drainer makes it, or its second half only; whether it came to its end."""
        try:
            while tell and at_once(push(self.db, self.way, self.name, KEPT)):  # type: ignore[arg-type]
                pass
            at_once(pull(self.db, self.way, KEPT, lambda *_: None))  # type: ignore[arg-type]
        except (Unreachable, Crash):
            self.tablet.lose_power()
            return False
        return True


class Town:
    """Central and two tablets of one store, as they are when they have been set up."""

    def __init__(self) -> None:
        ground = history.ground()
        raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        settings = {name: central_db._ENGINE[name] for name in ("json_serializer", "json_deserializer")}
        engine = sa.create_engine("sqlite://", creator=lambda: raw, poolclass=sa.StaticPool, **settings)
        sa.event.listen(engine, "begin", central_db._begin)
        self._raw, self._ground, self._words = raw, ground, ground.words
        self.db = Half(engine, feed.publish)
        self._central: Any = SimpleNamespace(db=self.db, shelf=SimpleNamespace(offer=lambda *_: None))
        self.desks = [Desk(number, ground.tablets[number], self._ask) for number in (0, 1)]

    def begin(self) -> None:
        """As it was set up."""
        self._ground.start.backup(self._raw)
        for desk in self.desks:
            desk.tablet.restore(self._ground.images[desk.number])
            desk.tablet.open()
            desk.db.fuse, desk.way.cut, desk.way.lose = 0, False, ""

    def _ask(self, request: front.Request) -> front.Reply:
        return at_once(front.without_http(self._central, self._words, request))

    def web(self, operation: Operation) -> int:
        """The web shop tells something; the status of the answer."""
        return int(at_once(self.db.run(central_sync.tell, self._words, WEB, operation)).status)

    def rows(self, query: str, *values: Any) -> list[sqlite3.Row]:
        """What central holds, read past its own code."""
        cursor = self._raw.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(query, values).fetchall()

    def records(self, kind: str, ids: list[str]) -> dict[str, bytes]:
        """Central's records as it would tell them."""
        found = at_once(self.db.read(self._words.records[kind], ids))
        return {id: msgspec.msgpack.encode(record) for id, record in found.items()}


@cache
def town() -> Town:
    """Made once in a process."""
    return Town()


@contextmanager
def opened(seed: int) -> Iterator[Town]:
    """The town from its beginning, time and ids from the seed."""
    here = town()
    seams.CHANCE.seed(seed)
    LOOP.begin(seams.CHANCE)
    with seams.taken():
        here.begin()
        yield here
