"""Fixtures of central's feature tests; what they run on is in tests/helpers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.actions import Central, open_shop
from tests.helpers.web import Web


@pytest.fixture
def central(database_url: str) -> Iterator[Central]:
    """Central's actions over the small shop, once on each database."""
    running = Central(database_url)
    running.run(open_shop)
    yield running
    running.close()


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Web]:
    """The whole ASGI application over the small shop, on SQLite."""
    running = Web(f"sqlite+aiosqlite:///{tmp_path / 'central.sqlite'}", tmp_path / "files")
    yield running
    running.close()
