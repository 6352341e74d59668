"""B10, B15: a network that is half there. It is recognised and named, nobody waits for it, and nothing stays stuck."""

import asyncio
import random
import sqlite3
from contextlib import asynccontextmanager, closing

import pytest

from clienteling.demo.halves import Process
from clienteling.desktop.sync import drainer as draining
from clienteling.desktop.sync import nudges
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.sync.drainer import Drainer
from tests.faults.storm.books import FILL, differences
from tests.faults.storm.proxy import Fault, Proxy
from tests.faults.storm.tablet import BY_KIND, Tablet
from tests.helpers import town

pytestmark = pytest.mark.slow
SEED, FLAPS, PATIENCE = 952, 1_000, 90
PUSH = "POST /v1/sync/push"


@pytest.fixture(autouse=True)
def seed():
    print(f"seed {SEED}")


@pytest.fixture
def central(tmp_path):
    """Central as a process of its own over the small shop, every shelf full."""
    shop = town.found(tmp_path / "central")
    central = Process(shop)
    central.shop, central.file = shop, tmp_path / "central" / "central.sqlite"
    ask(central, FILL)
    central.start()
    yield central
    central.stop()


def ask(central, statement, *values):
    """What stands in central's database, or a change to it."""
    with closing(sqlite3.connect(central.file, timeout=30)) as connection, connection:
        return connection.execute(statement, values).fetchall()


class Shop:
    """A tablet that syncs by itself over a line that does as told; `seen` is each state it went through."""

    def __init__(self, tablet, proxy):
        self.tablet, self.proxy, self.chance, self.seen = tablet, proxy, random.Random(SEED), []
        self.connection = Connection()
        self.drainer = Drainer(tablet.db, tablet.central, lambda: tablet.code, BY_KIND, self.connection)
        self.connection.changed.connect(lambda: self.seen.append((self.connection.state, self.connection.why)))

    def weather(self, fault, only=""):
        """From now on this becomes of every request, or of those to one path."""
        self.proxy.choose = lambda request: fault if request.startswith(only) else Fault.NONE

    async def until(self, holds):
        """Wait until something holds that is looked at again and again."""
        async with asyncio.timeout(PATIENCE):
            while not (await holds() if asyncio.iscoroutinefunction(holds) else holds()):
                await asyncio.sleep(0.01)

    async def sent(self):
        return await self.tablet.rows("SELECT 1 FROM outbox WHERE state = 'sent'") != []

    async def drained(self):
        return await self.tablet.untold() == 0


@asynccontextmanager
async def opened(central, folder):
    proxy = Proxy(central.url)
    tablet = await Tablet(folder, central.shop.tablets[0]).open(await proxy.open(), timeout=20)
    await tablet.settle()
    shop = Shop(tablet, proxy)
    tasks = [asyncio.create_task(shop.drainer.run())]
    tasks.append(asyncio.create_task(nudges.listen(tablet.central, shop.drainer.wake)))
    await shop.until(lambda: shop.connection.state == "online")
    try:
        yield shop
    finally:
        while not all(task.done() for task in tasks):  # wait_for may swallow a cancel (Python before 3.12)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks, timeout=0.5)
        await tablet.close()
        await proxy.close()


@pytest.fixture
def quick(monkeypatch):
    """The pauses of the app, made short."""
    monkeypatch.setattr(draining, "LONGEST", 0.05)
    monkeypatch.setattr(draining, "SLOW_POLL", 0.05)
    monkeypatch.setattr(nudges, "PAUSE", 0.05)


WEATHERS = {
    "no way through": (Fault.BEFORE, "", "away"),
    "a line that stalls": (Fault.STALL, "", "slow"),
    "a captive portal": (Fault.PORTAL, "", "portal"),
    "a redirect": (Fault.REDIRECT, "", "portal"),
    "500": (Fault.BROKEN, "", "fault"),
    "429": (Fault.TIRED, "", "busy"),
    "only reads work": (Fault.READ_ONLY, PUSH, "closed"),
}


@pytest.mark.parametrize("weather", WEATHERS)
def test_each_half_of_a_network_is_named_and_nothing_waits_for_it(central, tmp_path, quick, weather):
    fault, only, why = WEATHERS[weather]

    async def story():
        async with opened(central, tmp_path / "tablet") as shop:
            shop.weather(fault, only)
            # the associate goes on: each of these is kept and told while central is out of reach
            for _ in range(8):
                await shop.tablet.act(shop.chance)
            await shop.until(lambda: ("offline", why) in shop.seen)
            await shop.tablet.add(1)
            await shop.tablet.order()
            assert await shop.tablet.untold() > 8 and shop.connection.state == "offline"
            shop.weather(Fault.NONE)
            await shop.until(shop.drained)
            await shop.until(lambda: shop.connection.state == "online")
            assert differences(lambda *asked: ask(central, *asked), [shop.tablet]) == []

    asyncio.run(story())


def test_ten_seconds_of_latency_are_noticed_long_before_the_answer(central, tmp_path, quick):
    async def story():
        async with opened(central, tmp_path / "tablet") as shop:
            await shop.until(lambda: shop.drainer.rounds > 1)  # else the pull after the first nudge is late as well
            shop.proxy.delay = 10.0
            await shop.tablet.note("late")
            await shop.until(shop.sent)
            await shop.until(lambda: ("offline", "slow") in shop.seen)
            assert await shop.sent(), "the state was known before the answer came"
            await shop.tablet.add(1)
            await shop.tablet.order()
            assert await shop.sent(), "and the order was kept while everybody waited"
            shop.proxy.delay = 0.0
            await shop.until(shop.drained)
            await shop.until(lambda: shop.connection.state == "online")
            assert differences(lambda *asked: ask(central, *asked), [shop.tablet]) == []

    asyncio.run(story())


def test_only_reads_work_and_what_others_do_still_arrives(central, tmp_path, quick):
    async def story():
        async with opened(central, tmp_path / "tablet") as shop:
            other = await Tablet(tmp_path / "other", central.shop.tablets[1]).open(central.url, timeout=20)
            await other.settle()
            shop.weather(Fault.READ_ONLY, PUSH)
            await shop.tablet.note("mine waits")
            await shop.until(lambda: ("offline", "closed") in shop.seen)
            await other.note("theirs")
            await other.settle()

            async def heard():
                texts = {text for (text,) in await shop.tablet.rows("SELECT text FROM note")}
                return {"mine waits", "theirs"} <= texts

            await shop.until(heard)
            assert await shop.tablet.untold() == 1
            await other.close()

    asyncio.run(story())


@pytest.mark.logs("sync refused")
def test_a_token_that_ends_while_it_drains_keeps_the_queue_until_it_counts_again(central, tmp_path, quick):
    async def story():
        async with opened(central, tmp_path / "tablet") as shop:
            shop.weather(Fault.BEFORE)
            for _ in range(150):  # more than one batch
                await shop.tablet.note("told")
            pushes = []

            def revoke(request):
                if request == PUSH:
                    pushes.append(request)
                    if len(pushes) == 3:
                        ask(central, "UPDATE device SET revoked = 1")
                return Fault.NONE

            shop.proxy.choose = revoke
            await shop.until(lambda: shop.connection.state == "refused")
            waiting = "SELECT count(*) FROM outbox WHERE state IN ('pending', 'sent')"
            [[left]] = await shop.tablet.rows(waiting)
            assert 0 < left < 150, "some were answered, the others are kept"
            await shop.tablet.note("told while nobody knows this tablet")
            shop.proxy.choose = lambda request: Fault.NONE
            ask(central, "UPDATE device SET revoked = 0")
            await shop.until(shop.drained)
            await shop.until(lambda: shop.connection.state == "online")
            assert differences(lambda *asked: ask(central, *asked), [shop.tablet]) == []

    asyncio.run(story())


def test_a_thousand_flaps_leave_nothing_stuck(central, tmp_path, monkeypatch):
    monkeypatch.setattr(nudges, "PAUSE", 0.05)

    async def story():
        async with opened(central, tmp_path / "tablet") as shop:
            ways = [Fault.BEFORE, Fault.WITHIN, Fault.LEFT, Fault.LOST, Fault.RESET, Fault.HALF, Fault.PORTAL]
            for flap in range(FLAPS):
                shop.weather(shop.chance.choice(ways))
                if flap % 5 == 0:
                    await shop.tablet.act(shop.chance)
                await asyncio.sleep(shop.chance.uniform(0, 0.01))
                shop.weather(Fault.NONE)
                await asyncio.sleep(shop.chance.uniform(0, 0.01))
            # the link is back, and nobody writes, touches or wakes anything any more
            await shop.until(shop.drained)
            await shop.until(lambda: shop.connection.state == "online")
            assert differences(lambda *asked: ask(central, *asked), [shop.tablet]) == []

    asyncio.run(story())


def test_a_link_that_comes_back_starts_the_queue_though_the_next_try_is_far_away(central, tmp_path, monkeypatch):
    monkeypatch.setattr(nudges, "PAUSE", 0.05)
    monkeypatch.setattr(draining.random, "uniform", lambda low, high: 3600.0)

    async def story():
        async with opened(central, tmp_path / "tablet") as shop:
            shop.weather(Fault.BEFORE)
            await shop.proxy.cut()
            await shop.tablet.note("waits")
            await shop.until(lambda: shop.connection.state == "offline")
            await shop.until(lambda: shop.connection.seconds_to_try() > 1000)
            shop.weather(Fault.NONE)
            await shop.until(shop.drained)

    asyncio.run(story())
