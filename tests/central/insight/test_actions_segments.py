"""What a shop tells of its products, channels and people; nothing of what is sensitive, and who refused is named."""

from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.insight import actions_segments
from clienteling.central.orders import actions as orders
from clienteling.central.orders.domain import Sold
from clienteling.central.runtime.clock import days_ago
from tests.helpers.actions import JOSE, MINSEO, by


def sold(at, channel, customer=MINSEO):
    return Sold(f"o{at}", f"l{at}", days_ago(at), customer, "here", None, channel, "coat", 1, 389_000, "KRW")


def test_a_shop_tells(central):
    central.run(orders.load, [sold(3, "store"), sold(4, "store"), sold(5, "online"), sold(6, "online", None)])
    central.run(catalog.declare_sensitive, "t", ["Scarves"])
    central.run(customers.patch, by(), JOSE, 1, {"consents": {"profiling": False}}, {})
    told = central.read(actions_segments.told)
    assert told.products == {"p-coat": ("Coats", "Hanok", 389_000), "p-boots": ("Boots", "Hanok", 219_000)}
    assert told.channels == {MINSEO: {"store": 2, "online": 1}}
    assert told.kept_out == {JOSE}
