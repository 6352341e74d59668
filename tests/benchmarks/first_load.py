"""How long a tablet's first load of the sample shop takes, by ready-made snapshots and by pages, over HTTP."""

from __future__ import annotations

import asyncio
from pathlib import Path

from msgspec.structs import replace

from clienteling.contract.v1.sync import Scope
from clienteling.demo.halves import Shop, running
from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.sync.pull import pull_scope
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import MIRRORS_BY_KIND, Ground, central, new_store, timed


def measure(ground: Ground) -> list[Figure]:
    """Seconds until a new tablet holds all of its scopes."""
    return loads(ground, ground.shop(), "first load", ground.rounds(3, 1))


def loads(ground: Ground, shop: Shop, what: str, rounds: int) -> list[Figure]:
    """The same shop both ways, each time into a new store."""
    with running(shop) as url:
        by = {
            way: [
                asyncio.run(_first(ground.folder / f"{what} {way} {n}", url, shop.tablets[0], way)) / 1000
                for n in range(rounds)
            ]
            for way in ("snapshots", "pages")
        }
    snapshots, pages = Figure(f"{what} by snapshots", "s", by["snapshots"]), by["pages"]
    ratio = Figure("", "", pages).median / snapshots.median
    return [snapshots, Figure(f"{what} by pages", "s", pages, f"{ratio:.1f} times as long")]


async def _first(home: Path, url: str, token: str, way: str) -> float:
    db = new_store(home / "tablet.sqlite")
    with central(url, token) as link:
        took = await timed(lambda: _pull(db, link, way))
        await link.close()
    db.close()
    return took


async def _pull(db: Db, link: Central, way: str) -> None:
    for scope in await link.get("/v1/sync/scopes", list[Scope]):
        wanted = scope if way == "snapshots" else replace(scope, snapshot=None)
        await pull_scope(db, link, MIRRORS_BY_KIND, wanted, lambda name, done, of: None)
