"""The one door to the local database and the one thread behind it; knows no table of any feature."""

import asyncio
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import msgspec
import sqlalchemy as sa
from PySide6.QtCore import QObject, Signal
from sqlcipher3 import dbapi2

from clienteling.desktop.runtime.faults import Damaged, Deaf, DiskFault, Full, Unknown, fault_of
from clienteling.desktop.runtime.keys import Key

P = ParamSpec("P")
R = TypeVar("R")
Tx = sa.Connection
Engine = sa.Engine
metadata = sa.MetaData()

_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "2",
    "foreign_keys": "1",
    "busy_timeout": "5000",
    "trusted_schema": "0",
    "cell_size_check": "1",
    "temp_store": "2",
    "cache_size": "-64000",
    "mmap_size": "0",
    "secure_delete": "1",
}
_CHECKS = ("cipher_integrity_check", "integrity_check")
TRIES = 3
"""How often what must be kept is tried while it is unknown whether it stands."""
_PLAIN = b"SQLite format 3\0"
_PAGE = 4096


class Unopened(Exception):
    """The file of the local store is not one that this key opens; nothing was changed."""


def touched(tx: Tx, *tables: str) -> None:
    """Tell which tables a statement changed that was not made with SQLAlchemy's insert, update or delete."""
    tx.info.setdefault("touched", set()).update(tables)


def open_engine(path: Path | str, key: Key) -> sa.Engine:
    """An engine over one encrypted file and one connection with the promised settings.

    The first use raises RuntimeError where a setting is missing, Unopened where the key is not the file's.
    """
    engine = sa.create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=lambda: _opened(path, key),
        hide_parameters=True,  # a statement that fails is told without the words of a customer
        poolclass=sa.pool.StaticPool,
        json_serializer=lambda value: msgspec.json.encode(value).decode(),
        json_deserializer=msgspec.json.decode,
    )
    sa.event.listen(engine, "connect", lambda connection, _record: _settle(connection))
    sa.event.listen(engine, "begin", lambda tx: tx.exec_driver_sql("BEGIN IMMEDIATE"))
    sa.event.listen(engine, "before_execute", _notice)
    return engine


def is_plain(path: Path | str) -> bool:
    """Whether there is a database that anybody can read."""
    if not path or not Path(path).exists():
        return False
    with Path(path).open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


def _why_shut(path: str) -> str:
    """A page that could not be read looks to SQLCipher like one under another key: then Deaf is raised."""
    if not path:
        return "does not open with this key"
    try:
        with Path(path).open("rb") as file:
            page = os.pread(file.fileno(), _PAGE, 0)
    except OSError as fault:
        raise Deaf from fault
    return "lies open" if page.startswith(_PLAIN) else "does not open with this key"


def _opened(path: Path | str, key: Key) -> Any:
    try:
        return _connected(path, key)
    except Unopened:  # so looks a single read that failed, too
        return _connected(path, key)


def _connected(path: Path | str, key: Key) -> Any:
    connection = dbapi2.connect(str(path), check_same_thread=False, isolation_level=None)
    try:
        unlock(connection, key)
    except Exception:
        connection.close()
        raise
    return connection


def _settle(connection: Any) -> None:
    for name, wanted in _PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={wanted}")
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row and str(row[0]) != wanted and not _in_memory(connection, name):
            raise RuntimeError(f"the local database refuses {name}={wanted}: it says {row[0]}")


def unlock(connection: Any, key: Key) -> None:
    """The key before anything else: past SQLAlchemy, so that no echo and no error ever holds the statement."""
    connection.execute(f"PRAGMA key=\"x'{key.reveal().hex()}'\"")
    connection.execute("PRAGMA cipher_log_level=NONE")  # a wrong key is told below, not on standard error
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("the local database cannot encrypt: this is SQLite without SQLCipher")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.DatabaseError as fault:
        if fault.sqlite_errorname != "SQLITE_NOTADB":
            raise  # the disk's fault, not the key's
        # looked at only now: to open and close the file beside SQLite would drop the locks it has on it
        raise Unopened(f"the local database {_why_shut(_file(connection))}") from None
    if str(connection.execute("PRAGMA cipher_status").fetchone()[0]) != "1":
        raise RuntimeError("the local database is not encrypted")


def _in_memory(connection: Any, name: str) -> bool:
    return name == "journal_mode" and not _file(connection)


def _file(connection: Any) -> str:
    return str(connection.execute("PRAGMA database_list").fetchone()[2])


def _notice(tx: Tx, statement: Any, *_rest: object) -> None:
    if isinstance(statement, sa.UpdateBase):
        touched(tx, statement.table.name)  # type: ignore[attr-defined]


@contextmanager
def told_plainly(committing: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """What the disk does in here is raised as a Problem; a bug stays what it is."""
    try:
        yield
    except (sa.exc.DBAPIError, dbapi2.Error) as fault:
        problem = fault_of(getattr(getattr(fault, "orig", fault), "sqlite_errorname", ""), committing())
        if problem is None:
            raise
        raise problem from fault


class Db(QObject):
    """Runs actions in transactions on its thread; after a commit says which tables changed."""

    changed = Signal(object)
    full = Signal()
    damaged = Signal()

    def __init__(self, path: Path | str, key: Key) -> None:
        super().__init__()
        self._thread = ThreadPoolExecutor(1, "db")
        self._doubted: frozenset[str] = frozenset()
        self.make_room: Callable[[], bool] = lambda: False
        self.follow: Callable[[sa.Engine, frozenset[str]], None] = lambda engine, tables: None
        """Called on this thread with what a durable transaction changed, before anybody hears of it."""
        self.path = Path(path)
        self.engine = open_engine(path, key)

    async def run(self, action: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call `action(tx, ...)` in one transaction; returns after the commit is durable.

        Raises Unknown where the commit raised: look for what was to be kept before you say anything about it.
        """
        try:
            result, tables = await self._on_thread(self._write, action, *args, **kwargs)
        except Unknown:
            self.changed.emit(self._doubted)  # every screen looks again
            raise
        if tables:
            self.changed.emit(tables)
        return result

    async def run_with_room(self, action: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Like `run`, for a step towards what must be kept: a full disk is given room as long as there is some."""
        while True:
            try:
                return await self.run(action, *args, **kwargs)
            except Full:
                if not self.make_room():
                    raise

    async def keep(self, action: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Like `run`, for what must be kept and does nothing the second time: it is done again until it surely stands.

        Raises what `run_with_room` raises when that does not help; once something is unknown it stays so until somebody
        could look.
        """
        for _ in range(TRIES):
            unknown = bool(self._doubted)
            try:
                return await self.run_with_room(action, *args, **kwargs)
            except Unknown:
                continue
            except DiskFault as fault:
                raise Unknown if unknown else fault from fault
        raise Unknown

    async def read(self, action: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call `action(tx, ...)` that only reads."""
        result, _ = await self._on_thread(self._write, action, *args, **kwargs)
        return result

    async def check(self) -> None:
        """Read every page and every index; takes seconds, so only when nobody waits. Raises Damaged."""
        await self._on_thread(self._check)

    def close(self) -> None:
        """Let the running action end, then close the file."""
        self._thread.submit(self.engine.dispose).result()
        self._thread.shutdown()

    async def _on_thread(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return await asyncio.wrap_future(self._thread.submit(work, *args, **kwargs))

    def _write(self, action: Callable[..., R], *args: Any, **kwargs: Any) -> tuple[R, frozenset[str]]:
        changed: frozenset[str] = frozenset()
        try:
            with told_plainly(lambda: bool(changed)):
                doubted = self._clear_doubt()
                with self.engine.begin() as tx:
                    tx.info["touched"] = set()
                    result = action(tx, *args, **kwargs)
                    changed = frozenset(tx.info["touched"])
            if changed or doubted:
                self.follow(self.engine, changed | doubted)
            return result, changed
        except DiskFault as fault:
            # SQLite's own memory of the file may be wrong now: the next action opens it anew
            self._doubted |= changed
            self.engine.dispose()
            self._report(fault)
            raise

    def _report(self, fault: DiskFault) -> None:
        """Whoever looks after the disk hears of it on his own thread."""
        if isinstance(fault, Full):
            self.full.emit()
        if isinstance(fault, Damaged):
            self.damaged.emit()

    def _check(self) -> None:
        try:
            with told_plainly(), closing(self.engine.raw_connection()) as connection:
                # a page torn while it was copied back still stands whole in the log, past which SQLCipher looks
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                found = [text for name in _CHECKS for (text,) in connection.execute(f"PRAGMA {name}") if text != "ok"]
            if found:
                raise Damaged
        except DiskFault as fault:
            self._report(fault)
            raise

    def _clear_doubt(self) -> frozenset[str]:
        """What an unknown commit left in the log is copied back and synced first, so that what is read now stays."""
        doubted = self._doubted
        if doubted:
            with closing(self.engine.raw_connection()) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._doubted = frozenset()
        return doubted
