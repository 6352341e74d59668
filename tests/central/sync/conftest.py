"""Sync is asked over HTTP on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.copies import Copied
from tests.helpers.web import Web, opened


@pytest.fixture
def web(database_kind: str, copied: Copied, tmp_path: Path) -> Iterator[Web]:
    """The whole ASGI application over the small shop, once on each database."""
    url, tokens = copied(database_kind, opened)
    running = Web(url, tmp_path / "files", tokens)
    yield running
    running.close()
