"""Databases of central that are filled once a worker, so that each test begins with a copy; knows no table."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.postgres import Cluster

Fill = Callable[[str], Any]
Copied = Callable[[str, Fill], tuple[str, Any]]


def sqlite(file: Path) -> str:
    """The SQLAlchemy address of a file."""
    return f"sqlite+aiosqlite:///{file}"


class Moulds:
    """What was filled in this worker, by its kind and what filled it."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        self._request = request
        self._factory: pytest.TempPathFactory = request.getfixturevalue("tmp_path_factory")
        self._said: dict[tuple[str, Fill], tuple[str, Any]] = {}

    @property
    def cluster(self) -> Cluster:
        """The server, begun when the first test asks for it."""
        running: Cluster = self._request.getfixturevalue("postgres_cluster")
        return running

    def of(self, kind: str, fill: Fill) -> tuple[str, Any]:
        """The file or the database's name that `fill` filled, and what it said."""
        if (kind, fill) not in self._said:
            self._said[kind, fill] = self._filled(kind, fill)
        return self._said[kind, fill]

    def _filled(self, kind: str, fill: Fill) -> tuple[str, Any]:
        if kind == "postgresql":
            name = self.cluster.fresh()
            return name, fill(self.cluster.url(name))
        file = self._factory.mktemp("mould") / "central.sqlite"
        return str(file), fill(sqlite(file))


@pytest.fixture(scope="session")
def moulds(request: pytest.FixtureRequest) -> Moulds:
    """The databases that others are copies of."""
    return Moulds(request)


@pytest.fixture
def copied(moulds: Moulds, tmp_path: Path, request: pytest.FixtureRequest) -> Copied:
    """`url, said = copied("sqlite", fill)`: a database of the test's own, as `fill(url)` left one, and what it said."""

    def copy(kind: str, fill: Fill) -> tuple[str, Any]:
        mould, said = moulds.of(kind, fill)
        if kind == "sqlite":
            return sqlite(shutil.copy(mould, tmp_path / "central.sqlite")), said
        name = moulds.cluster.fresh(mould)
        request.addfinalizer(lambda: moulds.cluster.drop(name))
        return moulds.cluster.url(name), said

    return copy
