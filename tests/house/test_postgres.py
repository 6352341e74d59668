"""The helper that gives tests a PostgreSQL does what it says."""

import asyncio

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from tests.helpers.postgres import cluster, programs


def _first(url: str, statement: str):
    async def ask():
        engine = create_async_engine(url)
        async with engine.connect() as connection:
            answer = (await connection.execute(sa.text(statement))).scalar_one()
        await engine.dispose()
        return answer

    return asyncio.run(ask())


def test_a_database_answers(database_url):
    assert _first(database_url, "SELECT 1 + 1") == 2


@pytest.mark.slow
def test_initials_in_korean_can_be_searched_by_trigram(postgres_url):
    setting = (
        "SELECT current_setting('server_encoding') || ' ' || datcollate "
        "FROM pg_database WHERE datname = current_database()"
    )
    assert _first(postgres_url, setting) == "UTF8 C.UTF-8"


@pytest.mark.slow
def test_the_server_goes_away_with_its_folder():
    with cluster(programs()) as running:
        folder = running.folder
        assert (folder / "data" / "PG_VERSION").exists()
    assert not folder.exists()
