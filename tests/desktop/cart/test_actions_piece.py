"""A piece that bears its own price or weight: a line of its own, never one more of another."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clienteling.contract.v1.cart import Cart, CartLine
from clienteling.desktop.cart import actions
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.scanning.gs1 import Measure
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
