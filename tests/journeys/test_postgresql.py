"""The same two tablets, one customer and the web shop, with central on PostgreSQL."""

import pytest

from tests.helpers import town as towns
from tests.helpers.screen import until
from tests.helpers.shop_folder import GANGNAM, MINSEO, gtin, variant
from tests.helpers.town import ALSO_HERE


@pytest.fixture
def founded(tmp_path, postgres_url):
    """The small shop in a PostgreSQL database of its own."""
    return towns.found(tmp_path / "central", postgres_url)


@pytest.fixture
def town(founded, run):
    """Central, running over it."""
    town = towns.Town(founded, run)
    yield town
    town.close()


def test_a_day_on_postgresql(town, tablets):
    first = tablets().synced().sign_in("이서준").open_customer(MINSEO)
    second = tablets(ALSO_HERE).synced().sign_in("윤도현").open_customer(MINSEO)
    before = town.one("SELECT quantity FROM stock WHERE location = ? AND variant = ?", GANGNAM, variant(3))
    for tablet in (first, second):
        tablet.lose_network().scan(gtin(3)).note("선물 포장을 좋아하세요")
    town.ask(town.web.put(MINSEO, town.ask(town.web.find(gtin(4)))))
    for tablet in (first, second, first):
        tablet.find_network()
    for tablet in (first, second):
        until(lambda one=tablet: one.cart() == {variant(3): 2, variant(4): 1}, why="to see both and the web")
    number = first.order()
    first.synced()
    second.synced()
    until(lambda: second.cart() == {}, why="that the cart is empty on the other tablet too")
    query = "SELECT state, total FROM orders WHERE number = ? AND customer = ?"
    [[state, total]] = town.rows(query, number, MINSEO)
    assert (state, total) == ("accepted", 2 * 219_000 + 98_000)
    left = town.one("SELECT quantity FROM stock WHERE location = ? AND variant = ?", GANGNAM, variant(3))
    assert left == before - 2
    assert town.one("SELECT count(*) FROM note WHERE customer = ?", MINSEO) == 2
    assert second.rows("SELECT total FROM orders WHERE number = ?", number) == [(total,)]
