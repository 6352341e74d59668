"""Sync is asked over HTTP on both databases; PostgreSQL's are copies of one that was migrated once."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from clienteling.central.migrations.upgrade import upgrade
from clienteling.central.runtime.db import Database
from tests.helpers.postgres import Cluster
from tests.helpers.web import Web


@pytest.fixture(scope="session")
def postgres_template(postgres_cluster: Cluster) -> str:
    """The name of a database at the newest revision, without a shop."""
    name = postgres_cluster.fresh()
    asyncio.run(_migrate(postgres_cluster.url(name)))
    return name


async def _migrate(url: str) -> None:
    db = Database(url)
    await db.run(upgrade)
    await db.close()


@pytest.fixture
def web(database_url: str, tmp_path: Path) -> Iterator[Web]:
    """The whole ASGI application over the small shop, once on each database."""
    running = Web(database_url, tmp_path / "files")
    yield running
    running.close()
