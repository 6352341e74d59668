"""The one door to central's database, SQLite or PostgreSQL; knows no table and no feature."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

P = ParamSpec("P")
R = TypeVar("R")
Tx = sa.Connection
Row: TypeAlias = sa.Row[*tuple[Any, ...]]
Upsert: TypeAlias = sqlite.Insert | postgresql.Insert

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)
Big = sa.BigInteger().with_variant(sa.Integer, "sqlite")

_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "2",
    "foreign_keys": "1",
    "busy_timeout": "5000",
    "cache_size": "-65536",
}
# the standard library's JSON was a tenth of every first load
_ENGINE: dict[str, Any] = {
    "poolclass": sa.AsyncAdaptedQueuePool,
    "pool_size": 10,
    "max_overflow": 10,
    # what somebody typed must not stand in the text of an error
    "hide_parameters": True,
    "json_serializer": lambda value: msgspec.json.encode(value).decode(),
    "json_deserializer": msgspec.json.decode,
}
AWAY = (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.TimeoutError, ConnectionError)
"""The database does not answer: not our mistake, and what was wanted is to be tried again later."""
_AGAIN = {"40001", "40P01", "55P03"}
_TRIES = 6
_ROWS = 5_000
_INSERT: dict[str, Callable[[sa.Table], Upsert]] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


class Unfit(Exception):
    """The database is not set up as central needs it; the message says what to change."""


class Database:
    """Runs actions in transactions; `before_commit` writes last, `after_commit` gets what it returned.

    What is `given` an action finds in the `info` of its transaction: what is known beside the data.
    """

    def __init__(
        self,
        url: str,
        before_commit: Callable[[Tx], Any] = lambda tx: None,
        after_commit: Callable[[Any], None] = lambda outcome: None,
        given: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        self.engine = _engine(url)
        self._before, self._after, self._given = before_commit, after_commit, given
        self._sqlite = self.engine.dialect.name == "sqlite"
        self._writing = asyncio.Lock()
        self._under_way: set[asyncio.Future[Any]] = set()

    async def run(self, action: Callable[Concatenate[Tx, P], R], *args: P.args, **kw: P.kwargs) -> R:
        """Run `action(tx, ...)` in a write transaction and commit it; the whole of it again after a lost race."""
        return await self._whole(self._run(lambda tx: action(tx, *args, **kw)))

    async def read(self, action: Callable[Concatenate[Tx, P], R], *args: P.args, **kw: P.kwargs) -> R:
        """Run `action(tx, ...)` on one unchanging view of the data; nothing it does is kept."""
        return await self._whole(self._read(lambda tx: action(tx, *args, **kw)))

    async def start(self) -> None:
        """Check the settings that nothing must run without; raises Unfit with the remedy."""
        await self.read(_check_sqlite if self._sqlite else _check_postgresql)

    async def close(self) -> None:
        """Let what is under way end, then give every connection back."""
        await asyncio.gather(*self._under_way, return_exceptions=True)
        await self.engine.dispose()

    async def _whole(self, work: Coroutine[Any, Any, R]) -> R:
        """Who asked may leave, and the transaction still ends as it should; a connection is never dropped halfway."""
        task = asyncio.ensure_future(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return await asyncio.shield(task)

    async def _run(self, action: Callable[[Tx], R]) -> R:
        for attempt in range(_TRIES):
            try:
                result, outcome = await self._write(action)
            except sa.exc.DBAPIError as error:
                if attempt + 1 == _TRIES or not _lost_a_race(error):
                    raise
                await asyncio.sleep(random.uniform(0, 0.02 * 2**attempt))
                continue
            self._after(outcome)
            return result
        raise AssertionError("unreachable")

    async def _read(self, action: Callable[[Tx], R]) -> R:
        async with self.engine.connect() as connection:
            if not self._sqlite:
                await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            return await connection.run_sync(lambda tx: action(self._begun(tx)))

    async def _write(self, action: Callable[[Tx], R]) -> tuple[R, Any]:
        def whole(tx: Tx) -> tuple[R, Any]:
            result = action(self._begun(tx))
            return result, self._before(tx)

        # SQLite has one writer: queueing here is fair, waiting in its busy handler is not.
        queue: AbstractAsyncContextManager[Any] = self._writing if self._sqlite else nullcontext()
        async with queue, self.engine.connect() as connection:
            await connection.execution_options(writes=True)
            async with connection.begin():
                return await connection.run_sync(whole)

    def _begun(self, tx: Tx) -> Tx:
        """With nothing left of an earlier transaction."""
        tx.info.clear()
        tx.info.update(self._given)
        return tx


def insert_rows(tx: Tx, table: sa.Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Insert plain tuples as they are (JSON already as text) by the driver's own bulk call; the number of rows."""
    statement = _insertion(table, tuple(columns), tx.dialect)
    ordered = _in_order(table, columns, rows)
    count = 0
    for chunk in _chunks(ordered):
        tx.exec_driver_sql(statement, chunk)
        count += len(chunk)
    return count


def upsert(tx: Tx, table: sa.Table) -> Upsert:
    """An insert that can say `on_conflict_do_update` or `_nothing` on either database."""
    return _INSERT[tx.dialect.name](table)


def upserts(table: sa.Table, said: Callable[[Upsert], R]) -> dict[str, R]:
    """Such an insert with all it has to say, by the name of the database: built once for what is written often."""
    return {database: said(insert(table)) for database, insert in _INSERT.items()}


@cache
def _insertion(table: sa.Table, columns: tuple[str, ...], dialect: sa.Dialect) -> str:
    return str(sa.insert(table).values({name: sa.bindparam(name) for name in columns}).compile(dialect=dialect))


def take_note(tx: Tx) -> None:
    """Let the database count what it holds, after many rows came at once; until then it plans as if it were empty."""
    if tx.dialect.name == "sqlite":
        tx.exec_driver_sql("PRAGMA analysis_limit = 1000")
    tx.exec_driver_sql("ANALYZE")


def _in_order(table: sa.Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterable[tuple[Any, ...]]:
    """The compiled statement names columns in the table's order, whatever order the caller gave."""
    places = [columns.index(column.name) for column in table.columns if column.name in columns]
    if places == list(range(len(columns))):
        return map(tuple, rows)
    return (tuple(row[place] for place in places) for row in rows)


def _chunks(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    source = iter(rows)
    while chunk := list(islice(source, _ROWS)):
        yield chunk


def _lost_a_race(error: sa.exc.DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) in _AGAIN or "database is locked" in str(error.orig)


def _engine(url: str) -> AsyncEngine:
    if not url.startswith("sqlite"):
        settings = {"server_settings": {"synchronous_commit": "on"}}
        return create_async_engine(url, pool_pre_ping=True, connect_args=settings, **_ENGINE)
    engine = create_async_engine(url, **_ENGINE)
    sa.event.listen(engine.sync_engine, "connect", _set_pragmas)
    sa.event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _set_pragmas(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for name, value in _PRAGMAS.items():
        cursor.execute(f"PRAGMA {name} = {value}")
    cursor.close()


def _begin(tx: Tx) -> None:
    tx.exec_driver_sql("BEGIN IMMEDIATE" if tx.get_execution_options().get("writes") else "BEGIN")


def _check_sqlite(tx: Tx) -> None:
    for name, wanted in _PRAGMAS.items():
        found = str(tx.exec_driver_sql(f"PRAGMA {name}").scalar_one())
        if found != wanted:
            raise Unfit(f"SQLite runs with {name} = {found}; central needs {wanted}")


def _check_postgresql(tx: Tx) -> None:
    version = int(tx.exec_driver_sql("SHOW server_version_num").scalar_one())
    if version < 150_000:
        raise Unfit(f"PostgreSQL 15 or newer is needed, this is {version // 10_000}")
    # With the C locale a Korean letter is not a letter, and searches for it find nothing.
    if not tx.exec_driver_sql("SELECT '가' ~ '[[:alpha:]]'").scalar_one():
        raise Unfit("The database does not know Korean letters: create it with --locale=C.UTF-8")
    if (commit := tx.exec_driver_sql("SHOW synchronous_commit").scalar_one()) in {"off", "local"}:
        raise Unfit(f"synchronous_commit is {commit}; central needs it on")
    if tx.exec_driver_sql("SHOW fsync").scalar_one() != "on":
        raise Unfit("fsync is off; central needs it on, or a power cut takes what it has confirmed")
