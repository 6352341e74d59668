"""A tablet without a screen: the app's own store, actions and sync, and a memory of what it was told is kept."""

import asyncio
import random
from collections import Counter
from pathlib import Path

import httpx
import sqlalchemy as sa

from clienteling.contract.ids import new_id
from clienteling.desktop.app import MIRRORS
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.customers.domain import Address
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.notes import actions as notes
from clienteling.desktop.notes.domain import Reader
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime.central import Central, Unreachable
from clienteling.desktop.runtime.db import Db, Tx, metadata
from clienteling.desktop.signin import wire as signin_wire
from clienteling.desktop.sync import outbox
from clienteling.desktop.sync.pull import pull
from clienteling.desktop.sync.push import push
from tests.helpers.shop_folder import GANGNAM, made, variant
from tests.helpers.vault import KEY

BY_KIND = {mirror.kind: mirror for mirror in MIRRORS}
SELLER = made(5, 1)
CUSTOMERS, PRODUCTS = 8, 30
ROUNDS = 3_000
PAUSE = 0.01
"""Seconds until the next try: a database that begins again takes its time."""
HOME = Address("home", "Home", "김민서", "010-1234-0001", "테헤란로 1길 7", "서울", "06134", "KR")


class Tablet:
    """One tablet of the small shop. `told_*` is what the screen confirmed: notes, orders, and pieces in her cart."""

    def __init__(self, folder: Path, token: str, customer: int = 1) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self._token = folder, token
        self.customer = made(4, customer)
        self.whose = cart.whose(self.customer, GANGNAM, SELLER)
        self.told_notes: set[str] = set()
        self.told_orders: dict[str, str] = {}
        self.told_cart: Counter[str] = Counter()
        self.told_pieces = 0

    async def open(self, url: str, timeout: float = 5.0) -> "Tablet":
        """Open its store, and learn from central who it is."""
        self.db = Db(self.folder / "tablet.sqlite", KEY)
        upgrade(self.db.engine)
        self.client = self.line(url, timeout)
        self.central = Central(self.client, self._token)
        await signin_wire.introduce(self.db, self.central, pause=0.01)
        [[self.code]] = await self.rows("SELECT code FROM device")
        return self

    def line(self, url: str, timeout: float) -> httpx.AsyncClient:
        """The way to central."""
        return httpx.AsyncClient(base_url=url, timeout=timeout, trust_env=False)

    async def close(self) -> None:
        """Let go of the line and of the store."""
        await self.central.close()
        self.db.close()

    async def act(self, chance: random.Random) -> None:
        """One thing that an associate does, by chance."""
        what = chance.random()
        if what < 0.4:
            await self.note(f"{chance.random()} 선물 포장을 좋아하세요")
        elif what < 0.8 or not self.told_cart:
            await self.add(chance.randint(1, PRODUCTS))
        else:
            await self.order()

    async def note(self, text: str) -> None:
        """Write a note about her."""
        by = Reader(SELLER, "associate", GANGNAM)
        self.told_notes.add(await self.db.run(notes.write, by, self.customer, text, private=False))

    async def add(self, product: int) -> None:
        """Put one piece into her cart."""
        await self.db.run(cart.add, self.whose, variant(product))
        self.told_cart[variant(product)] += 1

    async def order(self) -> None:
        """Order what lies in her cart."""
        receipt = await self.db.run(orders.place, new_id(), self.whose, "till", HOME, self.code)
        self.told_orders[receipt.order] = receipt.number
        self.told_pieces += self.told_cart.total()
        self.told_cart.clear()

    async def exchange(self) -> None:
        """One round of sync; raises Unreachable."""
        while await push(self.db, self.central, self.code, BY_KIND):
            pass
        await pull(self.db, self.central, BY_KIND, lambda scope, done, of: None)

    async def settle(self, tries: int = ROUNDS) -> None:
        """Rounds of sync until central has delivered everything, without the pauses of the app."""
        for _ in range(tries):
            try:
                await self.exchange()
            except Unreachable:
                await asyncio.sleep(PAUSE)
                continue
            if not await self.untold():
                return
        raise AssertionError(f"after {tries} rounds {await self.untold()} facts wait")

    async def untold(self) -> int:
        """How many facts central has not delivered yet."""
        [[number]] = await self.rows("SELECT count(*) FROM outbox WHERE state <> 'delivered'")
        return int(number)

    async def rows(self, statement: str, *values: object) -> list[tuple]:
        """What stands in its store."""
        return await self.db.read(lambda tx: [tuple(row) for row in tx.exec_driver_sql(statement, values)])


def journal(tx: Tx) -> list[outbox.Item]:
    """Every fact that the tablet still remembers, oldest first."""
    return outbox.items(tx, limit=100_000)[::-1]


def forget_answers(tx: Tx) -> None:
    """As if no answer had ever come: everything goes once more."""
    table = metadata.tables["outbox"]
    tx.execute(sa.update(table).values(state="pending", ver=None, answer=None))
