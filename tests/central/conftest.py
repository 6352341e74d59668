"""Fixtures of central's feature tests; what they run on is in tests/helpers."""

from collections.abc import Iterator

import pytest

from tests.helpers.actions import Central, open_shop


@pytest.fixture
def central(database_url: str) -> Iterator[Central]:
    """Central's actions over the small shop, once on each database."""
    running = Central(database_url)
    running.run(open_shop)
    yield running
    running.close()
