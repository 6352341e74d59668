"""A tablet without a screen over central in this process: its store, its sealed file, and a line that fails."""

import random

import httpx

from clienteling.contract.ids import cart_of, new_id
from clienteling.desktop.app import MIRRORS
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.cart.domain import Whose
from clienteling.desktop.migrations.upgrade import upgrade
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.sync import escrow as sealing
from clienteling.desktop.sync import held
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.sync.drainer import Drainer
from clienteling.desktop.sync.escrow import Escrow
from tests.helpers.vault import KEY


class Desk:
    """One tablet in its folder; the same folder opens again as the app does after its end, however it ended."""

    def __init__(self, folder, web, seed):
        self.folder, self.web, self.chance = folder, web, random.Random(seed)
        self.offline = self.losing = False
        folder.mkdir(exist_ok=True)
        self.db = Db(folder / "tablet.sqlite", KEY)
        upgrade(self.db.engine)
        self.escrow = Escrow(folder / "outbox.sealed", web.tokens["here"])
        self.db.follow = self.escrow.follow
        transport = httpx.ASGITransport(web.central.app)
        client = httpx.AsyncClient(
            transport=transport,
            base_url="http://central",
            event_hooks={"request": [self._goes], "response": [self._comes]},
        )
        self.central = Central(client, web.tokens["here"])
        mirrors = {mirror.kind: mirror for mirror in MIRRORS}
        self.drainer = Drainer(self.db, self.central, lambda: "here", mirrors, Connection())
        self.do(self.escrow.trust)
        if not self.do(held.pinned_key):
            self.run(sealing.introduce(self.db, self.central, self.escrow))

    async def _goes(self, _request):
        if self.offline:
            raise httpx.ConnectError("no network")

    async def _comes(self, answer):
        if self.losing and answer.request.url.path.endswith("/push"):
            raise httpx.ReadError("the answer is lost")

    def run(self, work):
        return self.web.runner.run(work)

    def do(self, action, *args, **more):
        return self.run(self.db.run(action, *args, **more))

    def exchange(self):
        self.run(self.drainer._round())

    def sell(self):
        """A guest's cart of one to three scarves becomes an order; its receipt number, once it is told."""
        whose = Whose(cart_of(new_id()), "here", None, "ann")
        for _ in range(self.chance.randint(1, 3)):
            self.do(cart.add, whose, "scarf")
        self.do(cart.set_fulfilment, whose, "scarf", "now", None)
        return self.do(orders.place, new_id(), whose, "till", None, "G1").number

    def rows(self, statement, *values):
        """What stands in its store."""
        return self.do(lambda tx: [tuple(row) for row in tx.exec_driver_sql(statement, values)])

    def close(self):
        self.run(self.central.close())
        self.db.close()
