"""Prices, codes and stock of one tenant; stock never goes below nothing, and every move is written down."""

import asyncio

from clienteling.central.catalog import actions
from clienteling.central.catalog.actions import Price
from tests.helpers.actions import GTIN


def test_prices_are_those_of_the_tenant(central):
    assert central.read(actions.prices, "t", ["coat", "nothing"]) == {"coat": Price("p-coat", 389_000, "KRW", 1)}
    assert central.read(actions.prices, "u", ["coat"]) == {}


def test_a_code_leads_to_its_variant(central):
    assert central.read(actions.variant_by_code, "t", GTIN) == "coat"
    assert central.read(actions.variant_by_code, "u", GTIN) is None


def test_stock_is_taken_while_it_is_there(central):
    assert central.run(actions.take_stock, "here", "scarf", 5, "order")
    assert not central.run(actions.take_stock, "here", "scarf", 1, "order")
    assert central.run(actions.take_stock, "here", "scarf", -2, "back")
    assert central.quantity("here", "scarf") == 2
    assert [row["quantity"] for row in central.rows("stock_move", location="here")] == [-5, 2]
    assert central.told("stock:here")["stock", "here:scarf"] == 3


def test_of_many_who_want_the_last_one_gets_it(central):
    async def all_of_them():
        wanted = (central.db.run(actions.take_stock, "here", "coat", 1, f"o{n}") for n in range(8))
        return await asyncio.gather(*wanted)

    assert sorted(central.runner.run(all_of_them())) == [False] * 7 + [True]
    assert central.quantity("here", "coat") == 0


def test_what_was_never_there_can_come(central):
    assert not central.run(actions.take_stock, "web", "coat", 1, "order")
    assert central.run(actions.take_stock, "web", "coat", -1, "delivery")
    assert central.read(actions.stock, "t", "coat") == {"here": 1, "there": 2, "web": 1}
