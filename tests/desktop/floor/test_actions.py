"""What a scan does by mode; nothing but the cart's mode puts anything into a cart."""

from decimal import Decimal

import pytest

from clienteling.contract.pieces import Measure
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.floor import actions
from clienteling.desktop.floor.domain import MODES, Code
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import outbox
from tests.helpers import clients, shop


@pytest.fixture
def hers(tx):
    clients.open_book(tx)
    return cart.whose(clients.MINSEO, shop.HERE, "staff-1")


def hear(tx, mode, whose, code, offline=False):
    return actions.hear(tx, mode, whose, Code(code, sure=True), offline, "KRW")


def test_into_the_cart_and_once_more(tx, hers):
    first, second = (hear(tx, "cart", hers, shop.COAT_CODE) for _ in range(2))
    assert [first.sound, second.sound, second.added.quantity] == ["added", "again", 2]
    assert len(outbox.of_entity(tx, "cart", hers.cart)) == 2


def test_a_code_nobody_knows_is_no_line_while_central_answers(tx, hers):
    came = hear(tx, "cart", hers, shop.UNKNOWN_CODE)
    assert (came.sound, came.added, cart.lines(tx, hers.cart)) == ("unknown", None, [])
    waiting = hear(tx, "cart", hers, shop.UNKNOWN_CODE, offline=True)
    assert waiting.sound == "unknown" and [line.gtin for line in cart.lines(tx, hers.cart)] == [shop.UNKNOWN_CODE]


def test_a_code_that_may_be_misread_is_no_line_offline_either(tx, hers):
    with pytest.raises(Problem, match="once more"):
        actions.hear(tx, "cart", hers, Code(shop.UNKNOWN_CODE), True, "KRW")
    assert cart.lines(tx, hers.cart) == []


@pytest.mark.parametrize("mode", MODES)
def test_the_shops_own_code_names_a_variant_and_stays_out_of_the_cart_too(tx, hers, mode):
    came = actions.hear(tx, mode, hers, Code(None, shop.BOOTS), False, "KRW")
    assert came.item.variant == shop.BOOTS
    assert [line.variant for line in cart.lines(tx, hers.cart)] == ([shop.BOOTS] if mode == "cart" else [])


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "cart"])
@pytest.mark.parametrize("offline", [False, True])
def test_no_other_mode_touches_a_cart(tx, hers, mode, offline):
    for code in (shop.COAT_CODE, shop.BOOTS_CODE, shop.UNKNOWN_CODE):
        came = hear(tx, mode, hers, code, offline)
        assert came.added is None and came.sound == ("unknown" if code == shop.UNKNOWN_CODE else "found")
    assert cart.lines(tx, hers.cart) == []
    assert outbox.counts(tx) == (0, 0), "nothing is told to central either"


def test_a_look_shows_every_size_and_where_it_lies(tx, hers):
    looked = actions.look(tx, "coat", shop.HERE)
    assert [item.size for item in looked.card.items] == ["55", "66", "55"]
    assert looked.stock[shop.COAT].here == 2
    assert actions.look(tx, "nothing", shop.HERE) is None


def test_a_piece_with_a_price_of_its_own_is_a_line_of_its_own(tx, hers):
    own = (Measure("price", Decimal(12_345)), "2312345123459")
    code = Code(shop.COAT_CODE, own=own)
    came = [actions.hear(tx, "cart", hers, code, False, "KRW") for _ in range(2)]
    assert [one.sound for one in came] == ["added", "added"]
    assert [(line.price, line.tag) for line in cart.lines(tx, hers.cart)] == [(12_345, own[1])] * 2


def test_the_price_of_a_piece_is_what_its_code_says(tx, hers):
    code = Code(shop.COAT_CODE, own=(Measure("price", Decimal(12_345)), "2312345123459"))
    came = actions.hear(tx, "price", hers, code, False, "KRW")
    assert (came.sound, came.item.price, came.added) == ("found", 12_345, None)
    assert actions.hear(tx, "stock", hers, code, False, "KRW").item.price != 12_345
    weighed = Code(shop.COAT_CODE, own=(Measure("weight", Decimal("1.5")), "2112345015009"))
    with pytest.raises(Problem, match="sold by weight"):
        actions.hear(tx, "price", hers, weighed, False, "KRW")


def test_a_weighed_piece_costs_what_it_weighs(tx, hers):
    shop.tell_salt(tx)
    weighed = Code(shop.SALT_CODE, own=shop.HALF)
    came = actions.hear(tx, "price", hers, weighed, False, "KRW")
    assert (came.item.price, came.weight, came.item.by_weight) == (5_784, 482_000, False)
    assert hear(tx, "price", hers, shop.SALT_CODE).item.by_weight
    came = actions.hear(tx, "cart", hers, weighed, False, "KRW")
    assert (came.added.weight, came.weight, came.item.price) == (482_000, 482_000, 5_784)
    with pytest.raises(Problem, match="Weigh a piece"):
        hear(tx, "cart", hers, shop.SALT_CODE)
