"""A piece with a price of its own at central: a line of one at the price that was read from it."""

import pytest

from clienteling.contract.ids import cart_of
from clienteling.contract.v1 import cart as v1
from clienteling.contract.v1 import orders
from tests.helpers.actions import MINSEO, by

CART, TAG = cart_of(MINSEO), "2312345123459"


def piece(line="p1", quantity=1, price=12_345, currency="KRW", variant="coat"):
    more = {"price": price, "currency": currency, "variant": variant, "tag": TAG}
    return v1.LineAdded(line=line, quantity=quantity, store="here", customer=MINSEO, **more)


def lines(central):
    return {line.id: line for line in central.record("cart", CART).lines}


def test_pieces_stand_beside_each_other_at_their_own_prices(central):
    whole = v1.LineAdded(line="coat", quantity=1, price=389_000, currency="KRW", store="here", customer=MINSEO)
    for told in (whole, piece(), piece("p2", price=9_000)):
        assert central.tell(by(), "cart.line_added", CART, told).status == 200
    found = lines(central)
    assert {id: (line.variant, line.price, line.quantity, line.tag) for id, line in found.items()} == {
        "coat": ("coat", 389_000, 1, ""),
        "p1": ("coat", 12_345, 1, TAG),
        "p2": ("coat", 9_000, 1, TAG),
    }


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (piece(quantity=2), 422),
        (piece(price=-1), 422),
        (piece(currency="EUR"), 422),
        (piece(variant="no such thing"), 404),
        (piece(variant=None), 404),
    ],
)
def test_what_cannot_be_is_refused(central, told, status):
    assert central.tell(by(), "cart.line_added", CART, told).status == status
    assert central.rows("cart_line") == []


def test_it_goes_and_comes_back(central):
    central.tell(by(), "cart.line_added", CART, piece())
    central.tell(by(), "cart.line_removed", CART, v1.LineRemoved("p1", 1))
    assert lines(central) == {}
    central.tell(by(), "cart.line_added", CART, piece())
    assert (lines(central)["p1"].price, lines(central)["p1"].tag) == (12_345, TAG)


def test_an_order_keeps_its_price_without_a_word_and_leaves_other_lines_alone(central):
    whole = v1.LineAdded(line="coat", quantity=1, price=389_000, currency="KRW", store="here", customer=MINSEO)
    central.tell(by(), "cart.line_added", CART, whole)
    line = orders.OrderLine("l1", "coat", 1, 12_345, "now", tag=TAG)
    placed = orders.Placed("HERE-01-0001", "here", CART, [line], 12_345, "KRW", MINSEO)
    assert central.tell(by(), "order.placed", "o1", placed).result["problems"] == {}
    [kept] = central.record("order", "o1").lines
    assert (kept.price, kept.tag, kept.problem) == (12_345, TAG, "")
    assert lines(central)["coat"].quantity == 1
