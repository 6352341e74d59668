"""Prices, codes and stock of one tenant; stock never goes below nothing, and every move is written down."""

import asyncio

from clienteling.central.catalog import actions
from clienteling.central.catalog.actions import Price
from clienteling.contract.ids import new_id
from clienteling.contract.v1 import catalog as v1
from tests.helpers.actions import GTIN, by


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


def report(central, code, store="here", op="", symbology="ean13", **more):
    fact = v1.CodeUnknown(code, symbology)
    return central.tell(by(store, **more), "catalog.code_unknown", new_id(), fact, op=op)


def test_unknown_codes_are_counted_by_code_and_store(central):
    for store in ("here", "here", "there"):
        assert report(central, "4006381333931", store).status == 200
    report(central, "XQ-77", symbology="code128", staff="bea")
    [code, other] = central.read(actions.unknown_codes, "t", "here")
    assert (other.code, other.count, other.symbology) == ("4006381333931", 2, "ean13")
    assert (code.code, code.count, code.staff) == ("XQ-77", 1, "bea")
    assert [one.count for one in central.read(actions.unknown_codes, "t", "there")] == [1]


def test_one_report_counts_once_however_often_it_arrives(central):
    op, id = new_id(), new_id()
    for _ in range(3):
        central.tell(by(), "catalog.code_unknown", id, v1.CodeUnknown("4006381333931", "ean13"), op=op)
    assert [one.count for one in central.read(actions.unknown_codes, "t", "here")] == [1]


def test_a_code_that_somebody_sells_by_now_is_unknown_no_more(central):
    report(central, GTIN[1:])
    report(central, "SKU-boots")
    report(central, "nobody's")
    assert [one.code for one in central.read(actions.unknown_codes, "t", "here")] == ["nobody's"]


def test_what_is_no_code_is_refused(central):
    assert report(central, "").status == 422
    assert report(central, "x" * 201).status == 422
    assert central.read(actions.unknown_codes, "t", "here") == []
