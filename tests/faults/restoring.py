"""A7: a backup from any moment put back at any other: no receipt number twice, nothing sent twice.

python -m tests.faults.restoring --points 500 --evidence
"""

from __future__ import annotations

import asyncio
import random
import shutil
import sys
from collections import Counter
from functools import partial
from pathlib import Path

import httpx

from clienteling.central.app import build
from clienteling.central.runtime import log
from clienteling.central.runtime.config import Config
from clienteling.central.runtime.db import Tx
from clienteling.central.signin.actions import register_device
from clienteling.desktop import restore
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.vault.store_backup import back_up, backups
from tests.faults import many
from tests.faults.storm.tablet import Tablet
from tests.helpers import town
from tests.helpers.shop_folder import GANGNAM
from tests.helpers.vault import KEY

LIES = "SELECT variant, quantity FROM cart_line WHERE cart = ? AND quantity > 0"
NUMBERS = "SELECT id, number FROM orders WHERE device = ?"
DOUBLED = (
    "SELECT id FROM orders GROUP BY device, number HAVING count(*) > 1",
    'SELECT "order" FROM order_line GROUP BY "order", variant HAVING count(*) > 1',
    "SELECT note FROM note_version GROUP BY note HAVING count(*) > 1",
)
GAP = "SELECT why FROM access_record WHERE what = 'receipts.left_out' AND device = ?"
TRIES = 10


class Till(Tablet):
    """A tablet that asks a central in this very process."""

    def __init__(self, folder: Path, app: object, token: str) -> None:
        super().__init__(folder, token)
        self._app = app

    def line(self, url: str, timeout: float) -> httpx.AsyncClient:
        """Straight into central."""
        return httpx.AsyncClient(transport=httpx.ASGITransport(self._app), base_url=url, timeout=timeout)


def point(folder: Path, seed: str, number: int, gap: int = orders.LEFT_OUT) -> Counter[str]:
    """One tablet's days with backups, the loss of its store, an older backup of it, and more days."""
    log.configure("warning")
    if not (folder / "shop").exists():
        town.found(folder)
    home = folder / str(number)
    home.mkdir()
    shutil.copy(folder / "central.sqlite", home)
    kept, orders.LEFT_OUT = orders.LEFT_OUT, gap
    try:
        return asyncio.run(_history(home, random.Random(f"{seed}/{number}")))
    finally:
        orders.LEFT_OUT = kept
        shutil.rmtree(home)


async def _history(home: Path, chance: random.Random) -> Counter[str]:
    central = build(Config(database=f"sqlite+aiosqlite:///{home / 'central.sqlite'}", folder=home / "files"))
    async with central.open():
        device, token = await central.db.run(register_device, GANGNAM, "Tablet 9")
        tablet = Till(home / "tablet", central.app, token)
        before = await _days(tablet, chance)
        untold = await _told(tablet)
        found = await central.db.read(_judged, tablet, device, before)
        await tablet.close()
    return found + Counter({"!never told": untold})


async def _days(tablet: Till, chance: random.Random) -> dict[str, str]:
    """Until the store is back and work has gone on; the numbers that were printed before, by order."""
    store, folder = tablet.folder / "tablet.sqlite", tablet.folder / "backups"
    await tablet.open(town.BASE)
    await _told(tablet)
    for _ in range(chance.randint(1, 4)):
        await _work(tablet, chance)
        back_up(store, folder, KEY)
    await _work(tablet, chance)
    before = dict(tablet.told_orders)
    await tablet.close()
    restore.restore(chance.choice(backups(folder)), store, KEY)
    await tablet.open(town.BASE)
    tablet.told_cart = Counter(dict(await tablet.rows(LIES, tablet.whose.cart)))
    await tablet.add(1)
    await tablet.order()
    await _work(tablet, chance)
    return before


async def _work(tablet: Till, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 6)):
        await tablet.act(chance)
    if chance.random() < 0.5:
        await tablet.exchange()


async def _told(tablet: Till) -> int:
    """How many facts still wait after enough rounds of sync."""
    for _ in range(TRIES):
        await tablet.exchange()
        if not await tablet.untold():
            return 0
    return await tablet.untold()


def _judged(tx: Tx, tablet: Till, device: str, before: dict[str, str]) -> Counter[str]:
    fresh = {order: number for order, number in tablet.told_orders.items() if order not in before}
    there = dict(tx.exec_driver_sql(NUMBERS, (device,)).fetchall())
    return Counter(
        {
            "printed before": len(before),
            "printed after": len(fresh),
            "!number twice": len(set(before.values()) & set(fresh.values())),
            "!lost": len([order for order, number in fresh.items() if there.get(order) != number]),
            "!doubled": sum(len(tx.exec_driver_sql(statement).fetchall()) for statement in DOUBLED),
            "!gap not told": int(len(tx.exec_driver_sql(GAP, (device,)).fetchall()) != 1),
        }
    )


if __name__ == "__main__":
    sys.exit(many.main("restoring", point, points=40, flaws={"no gap": partial(point, gap=0)}))
