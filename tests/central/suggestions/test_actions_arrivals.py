"""What came into the shop, as the lists tell it: in her size, of a category she buys, her own tenant's."""

import pytest

from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Person
from clienteling.central.orders import actions as orders
from clienteling.central.orders.domain import Sold
from clienteling.central.runtime.clock import days_ago
from clienteling.central.signin import actions as signin
from clienteling.central.suggestions import actions
from clienteling.central.suggestions.actions_arrivals import arrivals
from clienteling.central.suggestions.arrivals import NOTHING_NEW
from clienteling.central.suggestions.building import Shop
from tests.helpers.actions import MINSEO

SIZES = ("44", "55")


def product(tenant, id, category, since):
    rows = [(f"{id}-{size}", id, f"{id}-{size}", None, "", "", size, 100, "KRW") for size in SIZES]
    yield catalog.load_products, tenant, [(id, f"{id} ko", id, "", category, "", "", None)], {id: rows}
    if since:
        yield catalog.note_arrivals, tenant, [(id, since)]


def sold(order, days, variant, customer=MINSEO, store="here"):
    return Sold(order, order, days_ago(days), customer, store, None, "store", variant, 1, 100, "KRW")


@pytest.fixture
def shop(central):
    """Minseo buys jackets in 55; a cape came ten days ago, a shawl long ago, and another shop has a cape too."""
    central.run(signin.load_stores, "u", [("yonder", "Y", "y", "y", "store", "KRW", "")])
    central.run(customers.load, "u", [Person("mia", "Mia", "yonder", "", "", "M1")])
    for told in (
        *product("t", "blouson", "Jackets", ""),
        *product("t", "anorak", "Jackets", ""),
        *product("t", "cape", "Jackets", days_ago(10)[:10]),
        *product("t", "shawl", "Jackets", days_ago(400)[:10]),
        *product("u", "poncho", "Jackets", days_ago(3)[:10]),
    ):
        central.run(*told)
    central.run(catalog.load_stock, [("there", "cape-55", 2), ("here", "cape-44", 1), ("yonder", "poncho-55", 3)])
    central.run(orders.load, [sold("o1", 200, "blouson-55"), sold("o2", 90, "anorak-55"), sold("o3", 0, "boots", None)])
    return central


def shown(shop, customer=MINSEO):
    return {one.product: one for one in shop.record("suggestions", customer).items if one.reason == "new"}


def test_what_came_is_told_in_her_size_with_the_facts_it_follows_from(shop):
    shop.run(actions.build, lambda done, total: None)
    [one] = shown(shop).values()
    assert (one.product, one.variant) == ("cape", "cape-55")
    assert one.values == {"size": "55", "since": days_ago(10)[:10], "times": 2}


def test_one_list_made_anew_has_it_too(shop):
    shop.run(actions.build, lambda done, total: None)
    before = shop.rows("suggestions")
    shop.run(actions.refresh, [MINSEO])
    assert shop.rows("suggestions") == before and shown(shop)


def test_what_is_sold_out_everywhere_or_sensitive_is_not_told(shop):
    shop.run(catalog.take_stock, "there", "cape-55", 2, "order")
    shop.run(actions.build, lambda done, total: None)
    assert shown(shop) == {}, "her size is nowhere"
    shop.run(catalog.take_stock, "there", "cape-55", -1, "back")
    shop.run(actions.refresh, [MINSEO])
    assert shown(shop)
    shop.run(catalog.declare_sensitive, "t", ["Jackets"])
    shop.run(actions.refresh, [MINSEO])
    assert shown(shop) == {}


def test_it_stands_higher_where_her_own_store_has_it(shop):
    shop.run(actions.build, lambda done, total: None)
    there = shown(shop)["cape"].score
    shop.run(catalog.take_stock, "here", "cape-55", -1, "came")
    shop.run(orders.load, [sold("o9", 1, "anorak-55")])
    shop.run(actions.build, lambda done, total: None)
    assert shown(shop)["cape"].score > there


def test_people_of_another_shop_never_hear_of_it(shop):
    shop.run(orders.load, [sold(f"y{at}", 50 + at, "poncho-44", "mia", "yonder") for at in range(2)])
    shop.run(orders.load, [sold(f"z{at}", 60 + at, "blouson-55", "mia", "yonder") for at in range(3)])
    shop.run(actions.build, lambda done, total: None)
    assert shown(shop, "mia") == {}, "the cape is not theirs, and the poncho she has"
    assert set(shown(shop)) == {"cape"}


def test_where_nothing_came_nothing_is_read(central):
    found = central.read(arrivals, Shop.of([], days_ago(0), days_ago(0)))
    assert found is NOTHING_NEW
