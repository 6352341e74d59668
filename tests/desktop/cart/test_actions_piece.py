"""A piece that bears its own price or weight: a line of its own, never one more of another."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clienteling.contract.pieces import Measure
from clienteling.contract.v1.cart import Cart, CartLine
from clienteling.desktop.cart import actions
from clienteling.desktop.cart.actions_piece import NO_WEIGHT
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import outbox
from tests.helpers import shop

PRICE, TAG = Measure("price", Decimal(12_345)), "2312345123459"


@pytest.fixture
def hers(tx):
    shop.open_shop(tx)
    return actions.whose(shop.MINSEO, shop.HERE, "staff-1")


def piece(tx, whose, measure=PRICE, currency="KRW", code=shop.COAT_CODE):
    return actions.add_piece(tx, whose, code, (measure, TAG), currency)


def test_its_price_is_the_one_on_it_and_the_code_goes_along(tx, hers):
    added = piece(tx, hers)
    (line,) = actions.lines(tx, hers.cart)
    assert (line.id, line.variant, line.price, line.quantity, line.tag) == (added.line, shop.COAT, 12_345, 1, TAG)
    (item,) = outbox.of_entity(tx, "cart", hers.cart)
    told = item.operation.args
    assert (told["variant"], told["price"], told["tag"], told["quantity"]) == (shop.COAT, 12_345, TAG, 1)


def test_it_never_merges_with_another_and_can_only_go(tx, hers):
    actions.add(tx, hers, shop.COAT)
    first, second = piece(tx, hers), piece(tx, hers)
    assert sorted((line.price, line.quantity) for line in actions.lines(tx, hers.cart)) == [
        (12_345, 1),
        (12_345, 1),
        (389_000, 1),
    ]
    with pytest.raises(Problem, match="Scan the next one"):
        actions.change(tx, hers, first.line, 1)
    actions.quote_anew(tx, hers, first.line)
    assert actions.line(tx, hers.cart, first.line).price == 12_345
    actions.change(tx, hers, first.line, -1)
    actions.remove(tx, hers, second.line)
    assert [line.id for line in actions.lines(tx, hers.cart)] == [shop.COAT]


def test_what_went_by_mistake_comes_back_as_it_was(tx, hers):
    added = piece(tx, hers)
    before = actions.remove(tx, hers, added.line)
    actions.restore(tx, hers, before, 1)
    assert replace(actions.line(tx, hers.cart, added.line), added_at=before.added_at) == before


@pytest.mark.parametrize(
    ("measure", "currency", "code", "words"),
    [
        (Measure("weight", Decimal("1.250")), "KRW", shop.COAT_CODE, r"by weight \(1.25 kg\)"),
        (PRICE, "EUR", shop.COAT_CODE, "another currency"),
        (Measure("price", Decimal("19.90")), "KRW", shop.COAT_CODE, "no price in KRW"),
        (PRICE, "KRW", shop.UNKNOWN_CODE, "No product has the code"),
    ],
)
def test_where_the_price_is_not_certain_it_asks_and_adds_nothing(tx, hers, measure, currency, code, words):
    with pytest.raises(Problem, match=words):
        piece(tx, hers, measure, currency, code)
    assert actions.lines(tx, hers.cart) == [] and outbox.items(tx) == []


def test_central_tells_it_back_as_the_same_line(tx, hers):
    added = piece(tx, hers)
    line = CartLine(added.line, 1, 12_345, "KRW", shop.COAT, shop.COAT_CODE, tag=TAG)
    shop.tell(tx, "cart", hers.cart, Cart(hers.cart, shop.HERE, [line], shop.MINSEO))
    assert actions.line(tx, hers.cart, added.line).tag == TAG


def weigh(tx, whose, measure=shop.HALF[0]):
    return actions.add_piece(tx, whose, shop.SALT_CODE, (measure, shop.SALT_LABEL), "KRW")


def test_a_weighed_piece_costs_what_it_weighs(tx, hers):
    shop.tell_salt(tx)
    first, second = weigh(tx, hers), weigh(tx, hers)
    found = [(line.id, line.variant, line.price, line.quantity, line.weight) for line in actions.lines(tx, hers.cart)]
    assert sorted(found) == sorted((added.line, shop.SALT, 5_784, 1, 482_000) for added in (first, second))
    told = outbox.of_entity(tx, "cart", hers.cart)[0].operation.args
    assert (told["price"], told["tag"], told["weight"], first.weight) == (5_784, shop.SALT_LABEL, 482_000, 482_000)


def test_nothing_that_has_to_be_weighed_is_a_line_without_its_weight(tx, hers):
    shop.tell_salt(tx)
    with pytest.raises(Problem, match="Weigh a piece"):
        actions.add(tx, hers, shop.SALT)
    with pytest.raises(Problem, match="Weigh a piece"):
        actions.add_scanned(tx, hers, shop.SALT_CODE, True, "KRW", True)
    assert actions.lines(tx, hers.cart) == [] and outbox.items(tx) == []


@pytest.mark.parametrize("amount", ["0", "0.0000001", "1000.001"])
def test_a_weight_that_no_piece_has_is_weighed_again(tx, hers, amount):
    shop.tell_salt(tx)
    with pytest.raises(Problem, match=NO_WEIGHT):
        weigh(tx, hers, Measure("weight", Decimal(amount)))


def test_a_label_with_a_price_is_believed_for_what_is_sold_by_weight_too(tx, hers):
    shop.tell_salt(tx)
    weigh(tx, hers, Measure("price", Decimal(6_000)))
    (line,) = actions.lines(tx, hers.cart)
    assert (line.price, line.weight) == (6_000, 0)


def test_a_code_that_waited_and_has_to_be_weighed_waits_for_centrals_word(tx, hers):
    actions.add_scanned(tx, hers, shop.SALT_CODE, True, "KRW", True)
    shop.tell_salt(tx)
    assert actions.resolve(tx, hers) == 0
    assert [line.variant for line in actions.lines(tx, hers.cart)] == [None]


def test_todays_price_of_a_weighed_piece_is_by_its_weight(tx, hers):
    shop.tell_salt(tx)
    added = weigh(tx, hers)
    shop.tell_salt(tx, 15_000, 2)
    actions.quote_anew(tx, hers, added.line)
    line = actions.line(tx, hers.cart, added.line)
    assert (line.price, line.price_version, line.quantity) == (7_230, 2, 1)
    assert (line.weight, line.tag) == (482_000, shop.SALT_LABEL)
