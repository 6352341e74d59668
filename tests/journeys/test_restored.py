"""Central's database is put back from a backup: what the tablets told since then comes again, once, by itself (B13)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clienteling.demo.halves import Shop
from clienteling.desktop.customers import actions as customers
from tests.helpers import town as towns
from tests.helpers.shop_folder import MINSEO, gtin
from tests.helpers.town import ALSO_HERE, Town

TOLD = {
    "orders": "SELECT number, state, total, customer FROM orders WHERE device IS NOT NULL ORDER BY number",
    "lines": 'SELECT l.id, l.variant, l.quantity, l.source FROM order_line l JOIN orders o ON o.id = l."order"'
    " WHERE o.device IS NOT NULL ORDER BY l.id",
    "stock": "SELECT location, variant, quantity FROM stock ORDER BY location, variant",
    "moves": "SELECT location, variant, sum(quantity), count(*) FROM stock_move GROUP BY 1, 2 ORDER BY 1, 2",
    "notes": "SELECT note, number, text FROM note_version ORDER BY note, number",
    "cart": "SELECT cart, id, quantity FROM cart_line WHERE quantity > 0 ORDER BY cart, id",
    "bought": 'SELECT what, amount FROM event WHERE customer = ? AND "order" IS NOT NULL ORDER BY at, id',
    "person": "SELECT phone, spend, path FROM customer WHERE id = ?",
}
"""All that this day changes at central."""


class Backed:
    """A central that can be stopped, copied and put back; the tablets reach whichever runs."""

    def __init__(self, shop: Shop, copy, run) -> None:
        self.shop, self._copy, self._run = shop, copy, run
        self.networks = []
        self.town = Town(shop, run)

    @property
    def central(self):
        """What runs now."""
        return self.town.central

    def backup(self) -> str:
        """The address of a copy of the database as it stands; central runs on."""
        self._end()
        kept = self._copy(self.shop.database)
        self._begin(self.shop)
        return kept

    def restore(self, kept: str, told: bool) -> None:
        """The copy takes the place of the database; `told` with the command that says so."""
        self._end()
        if told:
            command = [sys.executable, "-m", "clienteling", "restored", "--database", kept]
            folder = {"CLIENTELING_CENTRAL_FOLDER": str(Path(self.shop.home) / "files")}
            done = subprocess.run(command, env=os.environ | folder, capture_output=True, text=True, check=True)
            assert "begin anew" in done.stdout
        self._begin(Shop(self.shop.home, kept, self.shop.tablets, self.shop.web))

    def _end(self) -> None:
        for network in self.networks:
            network.cut = True
            self._run(network.aclose())
        self.town.close()

    def _begin(self, shop: Shop) -> None:
        self.town = Town(shop, self._run)
        for network in self.networks:
            network.reach(self.central.app)
            network.cut = False

    def told(self) -> dict[str, list[tuple]]:
        """All that stands at central of what the tablets told."""
        return {name: self.town.rows(query, *[MINSEO] * query.count("?")) for name, query in TOLD.items()}


def _copy_file(url: str) -> str:
    file = Path(url.removeprefix("sqlite+aiosqlite:///"))
    return f"sqlite+aiosqlite:///{shutil.copy(file, file.with_name('backup.sqlite'))}"


@pytest.fixture(params=["sqlite", "postgresql"])
def founded(request, tmp_path):
    """The small shop on each database, and how a database is copied."""
    if request.param == "sqlite":
        return towns.copied(request.getfixturevalue("small_shop"), tmp_path / "central"), _copy_file
    cluster = request.getfixturevalue("postgres_cluster")

    def copy(url: str) -> str:
        return cluster.url(cluster.fresh(url.partition("@/")[2].partition("?")[0]))

    return towns.found(tmp_path / "central", request.getfixturevalue("postgres_url")), copy


@pytest.fixture
def town(founded, run):
    """Central, running over it."""
    backed = Backed(*founded, run)
    yield backed
    backed.town.close()


@pytest.fixture
def two(tablets, town):
    """Two tablets of one store before one client's page."""
    first = tablets().synced().sign_in("이서준").open_customer(MINSEO)
    second = tablets(ALSO_HERE).synced().sign_in("윤도현").open_customer(MINSEO)
    town.networks += [first.network, second.network]
    return first, second


def meet(*told):
    """Each tells and hears until nothing new comes of it."""
    for tablet in (*told, *told):
        tablet.synced()


@pytest.mark.parametrize("told", [True, False], ids=["with the command", "found out by the cursors"])
def test_what_was_told_after_the_backup_comes_again(town, two, told):
    first, second = two
    first.scan(gtin(3)).order()
    meet(first, second)
    kept = town.backup()

    second.note("선물 포장을 좋아하세요").scan(gtin(4), gtin(5))
    meet(second, first)
    number = first.order()
    first.do(customers.patch, MINSEO, first.app.ground.session.staff, phone="+821022220000")
    first.scan(gtin(3))
    meet(first, second)
    before = town.told()
    assert any(row[0] == number for row in before["orders"]) and len(before["notes"]) == 1

    town.restore(kept, told)
    assert town.told() != before, "the backup is older"
    meet(first, second)
    after = town.told()
    assert after == before
    for tablet in two:
        assert tablet.rows("SELECT state, count(*) FROM outbox WHERE state <> 'delivered' GROUP BY state") == []
        assert tablet.rows("SELECT total FROM orders WHERE number = ?", number)
        assert tablet.rows("SELECT phone FROM customer WHERE id = ?", MINSEO) == [("+821022220000",)]
        assert tablet.rows("SELECT text FROM note WHERE customer = ?", MINSEO) == [("선물 포장을 좋아하세요",)]
