"""What figures stand on: the sample shop in central, a tablet that holds its store, clocks; measures nothing itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from clienteling.desktop.app import MIRRORS
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.db import Db
from tests.benchmarks.figures import ROOT
from tests.helpers.vault import KEY

if TYPE_CHECKING:
    from clienteling.demo.halves import Shop

SAMPLE = ROOT / "resources" / "sample"
MIRRORS_BY_KIND = {mirror.kind: mirror for mirror in MIRRORS}


@dataclass(frozen=True)
class Ground:
    """The folder of this run, thrown away afterwards, and whether few rounds will do."""

    folder: Path
    quick: bool

    def shop(self) -> Shop:
        """The sample shop in central's database, taken in by whoever asks first."""
        # central must not count as memory of the app where only the app is measured
        from clienteling.demo.halves import prepare

        return prepare(SAMPLE, self.folder / "shop", silence)

    def tablet(self) -> Path:
        """The home of a tablet that has loaded its store; made by whoever asks first."""
        home = self.folder / "tablet"
        if not home.exists():
            subprocess.run([sys.executable, "-m", "tests.benchmarks.tablet", str(self.folder)], cwd=ROOT, check=True)
        return home

    def tablet_copy(self, name: str) -> Path:
        """A copy of that home, to be written into."""
        return Path(shutil.copytree(self.tablet(), self.folder / name, dirs_exist_ok=True))

    def rounds(self, many: int, few: int) -> int:
        """How often something is done."""
        return few if self.quick else many


@contextmanager
def central(url: str, token: str) -> Iterator[Central]:
    """The tablet's own client of central, inside a running loop."""
    client = httpx.AsyncClient(base_url=url, timeout=60, trust_env=False)
    yield Central(client, token)


def new_store(path: Path) -> Db:
    """A tablet's own store, empty."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = Db(path, KEY)
    upgrade(db.engine)
    return db


async def timed(work: Callable[[], Awaitable[object]]) -> float:
    """Milliseconds that something takes."""
    begin = time.perf_counter()
    await work()
    return (time.perf_counter() - begin) * 1000


def silence(_what: str, _done: int, _total: int) -> None:
    """Progress that nobody needs to see."""


def say(sentence: str) -> None:
    """Tell whoever waits."""
    print(sentence, file=sys.stderr, flush=True)
