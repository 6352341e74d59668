"""Fixtures of central's feature tests; what they run on is in tests/helpers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.actions import Central, filled
from tests.helpers.copies import Copied
from tests.helpers.web import Web, opened


@pytest.fixture
def central(database_kind: str, copied: Copied) -> Iterator[Central]:
    """Central's actions over the small shop, once on each database."""
    url, _ = copied(database_kind, filled)
    running = Central(url, empty=False)
    yield running
    running.close()


@pytest.fixture
def web(copied: Copied, tmp_path: Path) -> Iterator[Web]:
    """The whole ASGI application over the small shop, on SQLite."""
    url, tokens = copied("sqlite", opened)
    running = Web(url, tmp_path / "files", tokens)
    yield running
    running.close()
