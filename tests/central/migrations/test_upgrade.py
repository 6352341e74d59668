"""The steps of Alembic lead to exactly what the features declare, on either database, and can be taken twice."""

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling.central.migrations import versions
from clienteling.central.migrations.upgrade import TABLES, check, check_unique, upgrade
from clienteling.central.runtime.db import Database, Unfit

NEWEST = max(step.name[:4] for step in Path(*versions.__path__).glob("[0-9]*.py"))


def test_the_steps_lead_to_what_is_declared(database_url):
    async def steps():
        db = Database(database_url)
        await db.run(upgrade)
        await db.run(upgrade)
        await db.run(check)
        names = await db.read(lambda tx: set(sa.inspect(tx).get_table_names()))
        await db.close()
        return names

    assert asyncio.run(steps()) >= set(TABLES.tables)


def test_what_is_made_at_once_is_the_same(database_url):
    async def made():
        db = Database(database_url)
        await db.run(TABLES.create_all)
        await db.run(check_without_history)
        await db.close()

    def check_without_history(tx):
        tx.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        tx.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{NEWEST}')")
        check(tx)

    asyncio.run(made())


LOST = {
    "orders": ("ALTER TABLE orders RENAME TO old", "CREATE TABLE orders AS SELECT * FROM old"),
    "order_line": ("ALTER TABLE order_line RENAME TO old", "CREATE TABLE order_line AS SELECT * FROM old"),
    "applied_op": ("ALTER TABLE applied_op RENAME TO old", "CREATE TABLE applied_op AS SELECT * FROM old"),
}


@pytest.mark.parametrize("table", LOST)
def test_a_database_that_would_take_an_order_twice_is_refused(database_url, table):
    async def steps():
        db = Database(database_url)
        await db.run(upgrade)
        await db.read(check_unique)
        await db.run(lambda tx: [tx.exec_driver_sql(statement) for statement in LOST[table]])
        try:
            await db.read(check_unique)
        finally:
            await db.close()

    with pytest.raises(Unfit, match=f"{table} is not unique by"):
        asyncio.run(steps())


def test_a_receipt_number_is_unique_by_its_device(database_url):
    async def steps():
        db = Database(database_url)
        await db.run(upgrade)
        keys = await db.read(lambda tx: sa.inspect(tx).get_unique_constraints("orders"))
        await db.close()
        return [set(key["column_names"]) for key in keys]

    assert {"device", "number"} in asyncio.run(steps())
