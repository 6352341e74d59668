"""Where the halves keep what is committed: it outlives a crash, and what was not committed does not."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, Self

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.util import await_
from sqlcipher3 import dbapi2

from clienteling.central.runtime import db as central_db
from clienteling.desktop.runtime import db as desktop_db
from tests.faults.histories.loop import LIFE, LOOP, Life

FULL = 2
RAM = Path("/dev/shm")


class Died(BaseException):
    """The power failed."""


class Kept(dbapi2.Connection):
    """A connection whose database outlives its closing, and whose next commit of something written may go wrong.

    `fate` is how: the power fails `before` it or `after` it, it is `refused`, or its outcome is `unknown`. The
    fate waits for what a person does (`deed`), or for a `sale`, if it `waits_for` that; `doing` is what is under way.
    """

    fate = ""
    waits_for = ""
    doing = ""
    died = False
    on_commit: Callable[[], None] | None = None
    _seen = 0

    def commit(self) -> None:
        """As SQLite's, but for the fate that was meant for it."""
        wrote = self.total_changes != self._seen
        fate = self.fate if self.waits_for in ("", self.doing, self.doing and "deed") else ""
        self._seen = self.total_changes
        if wrote and fate:
            self.fate = ""
            self.died = fate in ("before", "after")
        if wrote and fate == "before":
            raise Died
        if wrote and fate == "refused":
            super().rollback()
            raise _deaf()
        super().commit()
        if self.on_commit:
            self.on_commit()
        if wrote and fate == "unknown":
            raise _deaf()

    def close(self) -> None:
        """The program lets go of it; what was not committed is undone."""
        super().rollback()


def _deaf() -> Exception:
    fault: Exception = dbapi2.OperationalError("disk I/O error")
    fault.sqlite_errorname = "SQLITE_IOERR_FSYNC"  # type: ignore[attr-defined]
    return fault


class Tablet:
    """The storage of one tablet: a database in memory that its programs open one after the other."""

    def __init__(self) -> None:
        self.raw = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False, factory=Kept)
        self.engine = sa.create_engine(
            "sqlite+pysqlite://",
            module=dbapi2,
            creator=lambda: self.raw,
            poolclass=sa.pool.StaticPool,
            json_serializer=lambda value: msgspec.json.encode(value).decode(),
            json_deserializer=msgspec.json.decode,
        )
        sa.event.listen(self.engine, "begin", lambda _tx: self.raw.execute("BEGIN IMMEDIATE"))
        sa.event.listen(self.engine, "before_execute", desktop_db._notice)
        self._image: Any = None

    def restore(self, image: Any) -> None:
        """The tablet as it was when it was set up."""
        self._image = image
        image.backup(self.raw)

    def open(self) -> None:
        """A program opens the database with the settings it promises."""
        self.raw.fate, self.raw.died, self.raw.on_commit = "", False, None
        self.engine.dispose()
        for name, wanted in desktop_db._PRAGMAS.items():
            self.raw.execute(f"PRAGMA {name}={wanted}")

    def lose_power(self) -> None:
        """What was not committed is gone, and without `synchronous=FULL` all since the last checkpoint too."""
        self.raw.rollback()
        if self.raw.execute("PRAGMA synchronous").fetchone()[0] < FULL:
            self._image.backup(self.raw)


def rows(tx: sa.Connection, query: str, *values: Any) -> list[Any]:
    """What stands in a tablet's store, read past SQLAlchemy: after every deed somebody looks."""
    cursor = tx.connection.cursor()
    cursor.row_factory = dbapi2.Row
    return cursor.execute(query, values).fetchall()


class Thread:
    """The one thread behind a tablet's database, without the thread; `gate` decides what becomes of each piece of work.

    `gate(work)` runs it, and raises Died when the power failed meanwhile.
    """

    def __init__(self, gate: Callable[[Callable[[], Any]], Any]) -> None:
        self._gate, self._life = gate, LIFE.get()
        self._life.lanes.append(self)

    def submit(self, work: Callable[..., Any], *args: Any, **kw: Any) -> Future[Any]:
        """Done at some time, in the order of the calls."""
        done: Future[Any] = Future()
        if not self._life.dead:
            LOOP.elsewhere(self, self._run, done, partial(work, *args, **kw))
        return done

    def shutdown(self) -> None:
        """Nothing to end."""

    def _run(self, done: Future[Any], work: Callable[[], Any]) -> None:
        try:
            outcome = self._gate(work)
        except Died:
            return
        except Exception as fault:
            done.set_exception(fault)
        else:
            done.set_result(outcome)


class Connection(sqlite3.Connection):
    """One connection of central: before every statement and around every commit others may go on.

    The driver is the synchronous one: it waits for its turn where central's own would wait for its thread.
    """

    life = Life("nobody")

    def turn(self) -> None:
        """Let others go on, if there are any."""
        if not self.life.dead and not LOOP.alone():
            await_(LOOP.turn(self))

    def cursor(self, *_kind: Any) -> Cursor:  # type: ignore[override]
        """One that waits for its turn."""
        return super().cursor(Cursor)

    def commit(self) -> None:
        """What is committed stands before anybody hears of it."""
        if self.in_transaction:
            self.turn()
            super().commit()
            self.turn()


class Cursor(sqlite3.Cursor):
    """A cursor of such a connection."""

    connection: Connection

    def execute(self, sql: str, parameters: Any = ()) -> Self:
        """When it is its turn."""
        self.connection.turn()
        return super().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Any) -> Self:
        """The same."""
        self.connection.turn()
        return super().executemany(sql, parameters)


class Turns(SQLiteDialect_pysqlite):
    """How SQLAlchemy speaks to such connections from central's asynchronous code."""

    driver = "turns"
    is_async = True
    supports_statement_cache = True


sa.dialects.registry.register("sqlite.turns", __name__, "Turns")


class Server:
    """Central's storage: one file in memory, and the connections that are open to it."""

    def __init__(self) -> None:
        place = RAM if RAM.is_dir() else Path(tempfile.gettempdir())
        self.path = place / f"clienteling-faults-{os.getpid()}.sqlite"
        self.remove()
        self._open: list[Connection] = []
        self.life = Life("nobody")
        self.engine = create_async_engine("sqlite+turns://", creator=self._connect, **central_db._ENGINE)
        sa.event.listen(self.engine.sync_engine, "connect", central_db._set_pragmas)
        sa.event.listen(self.engine.sync_engine, "begin", central_db._begin)

    def _connect(self) -> Connection:
        raw = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False, factory=Connection)
        raw.life = self.life
        self._open.append(raw)
        return raw

    def begin(self, life: Life) -> None:
        """Another run of central; what the one before had open is closed, and with it undone."""
        self.life = life
        for raw in self._open:
            raw.close()
        self._open.clear()
        self.engine.sync_engine.dispose(close=False)

    def image(self) -> sqlite3.Connection:
        """A copy of what is committed."""
        copy, raw = sqlite3.connect(":memory:", check_same_thread=False), sqlite3.connect(self.path)
        raw.backup(copy)
        raw.close()
        return copy

    def restore(self, image: sqlite3.Connection) -> None:
        """What was committed is what the copy holds; nothing may be open."""
        raw = sqlite3.connect(self.path)
        image.backup(raw)
        raw.close()

    def changes(self) -> int:
        """How many changes the feed has told of."""
        raw = sqlite3.connect(self.path)
        (heads,) = raw.execute("SELECT sum(head) FROM scope_head").fetchone()
        raw.close()
        return int(heads)

    def change(self, action: Callable[[sa.Connection], Any]) -> None:
        """Run an action while central is down."""
        engine = sa.create_engine(f"sqlite:///{self.path}", poolclass=sa.pool.NullPool)
        with engine.begin() as tx:
            action(tx)

    def remove(self) -> None:
        """Delete the file."""
        for end in ("", "-wal", "-shm"):
            Path(f"{self.path}{end}").unlink(missing_ok=True)
