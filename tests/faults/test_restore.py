"""A7: a backup from any moment put back at any other: no number twice, nothing sent twice, what was told stays told."""

import asyncio
import random
import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from clienteling.demo.halves import running
from clienteling.desktop import restore
from clienteling.desktop.orders.actions import LEFT_OUT
from clienteling.desktop.vault.store_backup import back_up, backups
from tests.faults.storm.tablet import Tablet
from tests.helpers import town
from tests.helpers.shop_folder import GANGNAM
from tests.helpers.vault import KEY

pytestmark = pytest.mark.slow
SEED, HISTORIES = 952, 12
LIES = "SELECT variant, quantity FROM cart_line WHERE cart = ? AND quantity > 0"


@pytest.fixture
def shop(tmp_path):
    print(f"seed {SEED}")
    return town.found(tmp_path / "central", places=[GANGNAM] * HISTORIES)


def at_central(shop, statement):
    with closing(sqlite3.connect(f"{shop.home}/central.sqlite")) as tx:
        return tx.execute(statement).fetchall()


async def live(tablet, url, chance):
    """Some days of work with backups, then the loss of the store, then an older backup of it and more work."""
    store, folder = tablet.folder / "tablet.sqlite", tablet.folder / "backups"
    await tablet.open(url)
    await tablet.settle()
    for _ in range(chance.randint(2, 4)):
        await work(tablet, chance)
        await asyncio.to_thread(back_up, store, folder, KEY)
    await work(tablet, chance)
    printed = dict(tablet.told_orders)
    await tablet.close()
    restore.restore(chance.choice(backups(folder)), store, KEY)
    await tablet.open(url)
    tablet.told_cart = Counter(dict(await tablet.rows(LIES, tablet.whose.cart)))
    await tablet.add(1)
    await tablet.order()
    await work(tablet, chance)
    await tablet.settle()
    await tablet.close()
    return printed


async def work(tablet, chance):
    for _ in range(chance.randint(1, 6)):
        await tablet.act(chance)
    if chance.random() < 0.6:
        await tablet.exchange()


def test_no_number_is_given_out_twice_and_nothing_arrives_twice(shop, tmp_path):
    chance, told = random.Random(SEED), Counter()
    with running(shop) as url:
        for n in range(HISTORIES):
            tablet = Tablet(tmp_path / f"tablet-{n}", shop.tablets[n], customer=1 + n % 8)
            before = asyncio.run(live(tablet, url, chance))
            fresh = {order: number for order, number in tablet.told_orders.items() if order not in before}
            assert fresh and not set(fresh.values()) & set(before.values()), n
            told.update(tablet.told_orders.values())
    assert max(told.values()) == 1
    for table, key in (("orders", "id"), ("orders", "number"), ("note_version", "note"), ("order_line", "id")):
        [[most]] = at_central(shop, f'SELECT max(n) FROM (SELECT count(*) n FROM {table} GROUP BY "{key}")')
        assert most == 1, (table, key)


def test_the_gap_is_written_down_at_central(shop, tmp_path):
    tablet = Tablet(tmp_path / "tablet", shop.tablets[0])
    with running(shop) as url:
        asyncio.run(live(tablet, url, random.Random(SEED + 1)))
    [(why,)] = at_central(shop, "SELECT why FROM access_record WHERE what = 'receipts.left_out'")
    first, last = (int(number.rpartition("-")[2]) for number in why.split(" to "))
    assert last - first == LEFT_OUT - 1 and why.startswith(tablet.code)
    counts = [int(number.rpartition("-")[2]) for number in tablet.told_orders.values()]
    assert not [count for count in counts if count > first + LEFT_OUT // 2 and count <= last]
