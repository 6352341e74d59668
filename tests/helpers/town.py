"""Central in this process over the small shop, and the tokens of those who speak to it; knows no screen."""

import asyncio
import re
import shutil
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import httpx

from clienteling.central.app import build
from clienteling.central.intake.load import load
from clienteling.central.runtime.config import Config
from clienteling.central.signin import actions as signin
from clienteling.demo.halves import Shop
from clienteling.demo.web import WebShop
from tests.helpers import shop_folder
from tests.helpers.network import Network

HERE, ALSO_HERE, THERE = 0, 1, 2
Change = Callable[[Path], None]
BASE = "http://central"


STANDING = (shop_folder.GANGNAM, shop_folder.GANGNAM, shop_folder.SEONGSU)


def found(home: Path, url: str = "", places: Sequence[str] = STANDING, change: Change = lambda folder: None) -> Shop:
    """Take the small shop into a database, by default under `home`, with a tablet in each place, and the web.

    `change` may make its folder another before.
    """
    shop_folder.write(home / "shop")
    change(home / "shop")
    return asyncio.run(_found(home, url or f"sqlite+aiosqlite:///{home / 'central.sqlite'}", places))


async def _found(home: Path, url: str, places: Sequence[str]) -> Shop:
    central = build(Config(database=url, folder=home / "files"))
    async with central.app.lifespan():
        await load(central, home / "shop")
        tablets = [await _token(central, place, f"Tablet {n}", "tablet") for n, place in enumerate(places, 1)]
        return Shop(str(home), url, tablets, await _token(central, places[0], "Web shop", "web"))


async def _token(central, place: str, name: str, kind: str) -> str:
    return (await central.db.run(signin.register_device, place, name, kind))[1]


def copied(shop: Shop, home: Path) -> Shop:
    """The same shop once more, in a folder of its own."""
    shutil.copytree(shop.home, home)
    return Shop(str(home), f"sqlite+aiosqlite:///{home / 'central.sqlite'}", shop.tablets, shop.web)


class Town:
    """Central while it runs on the loop of the test; `web` is the web shop, `client` asks it anything."""

    def __init__(self, shop: Shop, run) -> None:
        self.shop, self._run = shop, run
        self.central = build(Config(database=shop.database, folder=Path(shop.home) / "files"))
        self.client = httpx.AsyncClient(transport=Network(self.central.app), base_url=BASE)
        self._run(self._start())
        self.web = WebShop(self.client, shop.web)

    def rows(self, statement: str, *values) -> list[tuple]:
        """What stands in central's database, be it SQLite's or PostgreSQL's; a `?` for each value."""
        if not self.shop.database.startswith("sqlite"):
            numbers = count(1)
            statement = re.sub(r"\?", lambda _: f"${next(numbers)}", statement)
        return self._run(self.central.db.read(lambda tx: [tuple(row) for row in tx.exec_driver_sql(statement, values)]))

    def one(self, statement: str, *values):
        """The one value that stands there."""
        [[value]] = self.rows(statement, *values)
        return value

    def ask(self, work):
        """Run a request, such as `town.web.put(...)`, to its end."""
        return self._run(work)

    async def _start(self) -> None:
        self._over, ready = asyncio.Event(), asyncio.Event()
        self._living = asyncio.create_task(self._live(ready))
        await ready.wait()

    async def _live(self, ready: asyncio.Event) -> None:
        """The lifespan begins and ends in one task, as it must."""
        async with self.central.app.lifespan():
            ready.set()
            await self._over.wait()

    def close(self) -> None:
        """Stop central."""
        self._run(self._stop())

    async def _stop(self) -> None:
        await self.client.aclose()
        self._over.set()
        await self._living
