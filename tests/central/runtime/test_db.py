"""The door to the database: settings nobody may run without, races run again, nobody's leaving halves a transaction."""

import asyncio

import pytest
import sqlalchemy as sa

from clienteling.central.runtime.db import Database, Unfit, insert_rows, upsert
from tests.helpers.postgres import cluster, programs

cups = sa.Table(
    "cup",
    sa.MetaData(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("full", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("count", sa.Integer, nullable=False),
)


@pytest.fixture
def db(database_url):
    """A database with one table, used by `runner`."""
    with asyncio.Runner() as runner:
        db = Database(database_url)
        db.runner = runner
        runner.run(db.start())
        runner.run(db.run(cups.create))
        yield db
        runner.run(db.close())


def one(tx):
    return tx.execute(sa.select(cups.c.count).where(cups.c.id == "a")).scalar_one()


def fill(tx):
    tx.execute(sa.insert(cups).values(id="a", full=True, count=0))


def test_concurrent_writers_lose_no_step(db):
    def step(tx):
        count = tx.execute(sa.select(cups.c.count).where(cups.c.id == "a").with_for_update()).scalar_one()
        tx.execute(sa.update(cups).values(count=count + 1))

    async def all_of_them():
        await db.run(fill)
        await asyncio.gather(*(db.run(step) for _ in range(25)))
        return await db.read(one)

    assert db.runner.run(all_of_them()) == 25


def test_a_failing_action_leaves_nothing(db):
    def fail(tx):
        fill(tx)
        raise LookupError

    with pytest.raises(LookupError):
        db.runner.run(db.run(fail))
    db.runner.run(db.run(fill))


def test_reading_keeps_nothing(db):
    with pytest.raises(sa.exc.DBAPIError) if db.engine.dialect.name == "postgresql" else pytest.raises(LookupError):
        db.runner.run(db.read(lambda tx: (fill(tx), (_ for _ in ()).throw(LookupError))[1]))
    assert db.runner.run(db.read(lambda tx: tx.execute(sa.select(cups)).all())) == []


def test_who_leaves_does_not_halve_a_transaction(db):
    async def leave():
        asked = asyncio.ensure_future(db.run(fill))
        await asyncio.sleep(0)
        asked.cancel()
        await asyncio.gather(asked, return_exceptions=True)
        await db.close()
        return await db.read(one)

    assert db.runner.run(leave()) == 0


def test_a_lost_race_is_run_again_and_the_hook_sees_only_the_last(database_url):
    tries, told = [], []

    def deadlock(tx):
        tries.append(1)
        if len(tries) < 3:
            error = Exception("deadlock")
            error.sqlstate = "40P01"
            raise sa.exc.OperationalError("", {}, error)
        return len(tries)

    async def race():
        db = Database(database_url, before_commit=lambda tx: len(tries), after_commit=told.append)
        result = await db.run(deadlock)
        await db.close()
        return result

    assert asyncio.run(race()) == 3
    assert told == [3]


def test_bulk_rows_arrive_whatever_the_order_of_columns(db):
    rows = ((n, f"c{n}", n % 2 == 0) for n in range(12_000))
    assert db.runner.run(db.run(insert_rows, cups, ("count", "id", "full"), rows)) == 12_000
    found = db.runner.run(db.read(lambda tx: tx.execute(sa.select(cups).where(cups.c.id == "c7")).one()))
    assert tuple(found) == ("c7", False, 7)


def test_upserting_on_either_database(db):
    def keep(tx, count):
        wanted = upsert(tx, cups).values(id="a", full=True, count=count)
        tx.execute(wanted.on_conflict_do_update(index_elements=["id"], set_={"count": count}))

    async def twice():
        await db.run(keep, 1)
        await db.run(keep, 2)
        return await db.read(one)

    assert db.runner.run(twice()) == 2


@pytest.mark.slow
def test_a_database_that_does_not_know_korean_is_refused(postgres_cluster):
    with postgres_cluster_tell(postgres_cluster) as tell:
        tell("CREATE DATABASE plain TEMPLATE template0 LC_CTYPE 'C' LC_COLLATE 'C' ENCODING 'UTF8'")

    async def start():
        db = Database(postgres_cluster.url("plain"))
        try:
            await db.start()
        finally:
            await db.close()

    with pytest.raises(Unfit, match="Korean"):
        asyncio.run(start())
    postgres_cluster.drop("plain")


@pytest.mark.slow
def test_a_postgresql_that_forgets_in_a_power_cut_is_refused(tmp_path):
    async def start(url):
        db = Database(url)
        try:
            await db.start()
        finally:
            await db.close()

    settings = ("fsync=off", "listen_addresses=")
    with cluster(programs(), settings) as forgetful, pytest.raises(Unfit, match="fsync is off"):
        asyncio.run(start(forgetful.url("postgres")))


def postgres_cluster_tell(cluster):
    """The cluster's own door for statements outside a transaction."""
    import contextlib

    return contextlib.nullcontext(cluster._tell)


def test_sqlite_without_its_journal_is_refused():
    async def start():
        db = Database("sqlite+aiosqlite:///:memory:")
        try:
            await db.start()
        finally:
            await db.close()

    with pytest.raises(Unfit, match="journal_mode"):
        asyncio.run(start())
