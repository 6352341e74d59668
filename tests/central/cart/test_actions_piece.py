"""A piece with a price of its own at central: a line of one at the price that was read from it."""

import msgspec
import pytest

from clienteling.central.cart import domain
from clienteling.central.catalog import actions as catalog
from clienteling.central.orders.domain import WEIGHED
from clienteling.contract.ids import cart_of
from clienteling.contract.pieces import schemes
from clienteling.contract.v1 import cart as v1
from clienteling.contract.v1 import orders
from tests.helpers.actions import MINSEO, Central, by, open_shop

CART, TAG = cart_of(MINSEO), "2312345123459"


def piece(line="p1", quantity=1, price=12_345, currency="KRW", variant="coat", tag=TAG):
    more = {"price": price, "currency": currency, "variant": variant, "tag": tag}
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


SALT, LABEL, ALSO = "salt", "2112345004822", "(01)02112345000008(3103)000482"
SCHEMES = {"weight": ["21.....{NNDDD}"], "price": ["22.....{NNNNN}"]}


@pytest.fixture
def weighing(database_url):
    """Central over the small shop and something sold by weight, at 12,000 won a kilogram."""
    running = Central(database_url, {catalog.SCHEMES: schemes(SCHEMES)})
    running.run(open_shop)
    running.run(sell_salt)
    yield running
    running.close()


def sell_salt(tx):
    salt = (SALT, "p-salt", "SA-1", "2112345000008", "", "", "", 12_000, "KRW", "kilogram")
    catalog.load_products(tx, "t", [("p-salt", "소금", "Salt", "", "Bath", "", "", None)], {"p-salt": [salt]})
    catalog.load_stock(tx, [("here", SALT, 5)])


def weighed(line="w1", price=5_784, tag=LABEL, quantity=1, **more):
    told = {"price": price, "variant": SALT, "tag": tag, "weight": 482_000, "price_version": 1} | more
    return v1.LineAdded(line=line, quantity=quantity, currency="KRW", store="here", customer=MINSEO, **told)


@pytest.mark.parametrize("tag", [LABEL, ALSO])
def test_what_a_weighed_piece_costs_is_reckoned_again_from_its_tag(weighing, tag):
    for line in ("w1", "w2"):
        assert weighing.tell(by(), "cart.line_added", CART, weighed(line, tag=tag, weight=1)).status == 200
    found = [(one.variant, one.price, one.quantity, one.tag, one.weight) for one in lines(weighing).values()]
    assert found == [(SALT, 5_784, 1, tag, 482_000)] * 2
    assert weighing.record("product", "p-salt").variants[0].sold_by == "kilogram"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (weighed(price=5_783), "The price is not what the code of this piece says."),
        (weighed(price=5_783, price_version=0), "The price is not what the code of this piece says."),
        (weighed(tag="2212345004829"), domain.UNREAD),
        (weighed(tag="2154321004822"), domain.UNREAD),
        (weighed(tag="(01)09521234567899(3103)000482"), domain.UNREAD),
        (weighed(quantity=2), "A piece with a price of its own is a line of one."),
        (weighed(SALT, tag="", price=12_000), domain.WEIGHED),
        (weighed("gtin:02112345000008", tag="", price=0), domain.WEIGHED),
    ],
)
def test_another_price_another_product_and_no_weight_are_refused(weighing, told, title):
    answer = weighing.tell(by(), "cart.line_added", CART, told)
    assert (answer.status, answer.title) == (422, title)
    assert weighing.rows("cart_line") == []


def test_an_older_price_of_a_kilogram_may_be_quoted(weighing):
    weighing.run(lambda tx: tx.exec_driver_sql("UPDATE variant SET price = 15000, price_version = 2 WHERE id = 'salt'"))
    assert weighing.tell(by(), "cart.line_added", CART, weighed()).status == 200
    assert (lines(weighing)["w1"].price, lines(weighing)["w1"].price_version) == (5_784, 1)


def test_a_price_in_a_code_that_central_can_read_is_compared_too(weighing):
    tag = "(01)09521234567899(3920)12345"
    assert weighing.tell(by(), "cart.line_added", CART, piece(tag=tag)).status == 200
    for version in (0, 1, 7):  # it stands on the piece, whatever the catalogue's price was then
        told = msgspec.structs.replace(piece("p2", price=9_000, tag=tag), price_version=version)
        answer = weighing.tell(by(), "cart.line_added", CART, told)
        assert (answer.status, answer.title) == (422, "The price is not what the code of this piece says.")


def order(central, price=5_784, tag=LABEL, quantity=1, weight=482_000):
    line = orders.OrderLine("l1", SALT, quantity, price, "now", 1, tag=tag, weight=weight)
    placed = orders.Placed("HERE-01-0001", "here", CART, [line], price * quantity, "KRW", MINSEO)
    return central.tell(by(), "order.placed", "o1", placed)


@pytest.mark.parametrize(
    ("price", "tag", "problem", "weight"),
    [
        (5_784, LABEL, "", 482_000),
        (5_000, LABEL, "price", 482_000),
        (5_784, "2312345004826", "price", 7),
        (6_000, "(01)02112345000008(3920)6000", "", 0),
        (5_000, "(01)02112345000008(3920)6000", "price", 0),
    ],
)
def test_an_order_keeps_what_was_promised_and_says_where_the_price_is_another(weighing, price, tag, problem, weight):
    assert order(weighing, price, tag, weight=7).status == 200
    [kept] = weighing.record("order", "o1").lines
    assert (kept.price, kept.weight, kept.problem, kept.tag) == (price, weight, problem, tag)
    assert weighing.quantity("here", SALT) == 4


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ({"tag": ""}, WEIGHED),
        ({"quantity": 2}, "A piece with a price of its own is a line of one."),
        ({"weight": 2**40}, "A line has an impossible weight."),
    ],
)
def test_an_order_of_what_was_not_weighed_is_refused(weighing, told, title):
    answer = order(weighing, **told)
    assert (answer.status, answer.title) == (422, title)
    assert weighing.quantity("here", SALT) == 5
