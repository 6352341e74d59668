"""The steps of Alembic lead to exactly what the features declare, on either database, and can be taken twice."""

import asyncio
from pathlib import Path

import sqlalchemy as sa

from clienteling.central.migrations import versions
from clienteling.central.migrations.upgrade import TABLES, check, upgrade
from clienteling.central.runtime.db import Database

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
