"""An order that central did not take is written anew in the sync centre, under its number."""

from types import SimpleNamespace

import pytest

from clienteling.contract.ids import new_id
from clienteling.contract.v1.sync import Answer
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.orders import actions, store
from clienteling.desktop.orders.wire_words import WORDS
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import actions as sync
from clienteling.desktop.sync import outbox, push
from tests.helpers import shop

HOME = SimpleNamespace(
    id="home", label="Home", recipient="김민서", phone="010", line1="서초대로 1", line2="", city="서울",
    postcode="06500", country="KR",
)  # fmt: skip


@pytest.fixture
def refused(tx):
    """An order of two lines that central did not take."""
    shop.open_shop(tx)
    hers = cart.whose(shop.MINSEO, shop.HERE, "staff-1")
    cart.add(tx, hers, shop.COAT)
    cart.add(tx, hers, shop.BOOTS)
    receipt = actions.place(tx, new_id(), hers, "till", HOME, "G3")
    batch = push.take(tx, 100)
    told = [item.operation for item in batch]
    push.settle(tx, shop.MIRRORS, batch, [Answer(one.op, 422 if one.id == receipt.order else 200, 1) for one in told])
    return next(one for one in told if one.kind == "order.placed")


def test_what_may_be_written_is_how_many_and_where_to(tx, refused):
    shown = {entry.label: (entry.value, entry.kind) for entry in WORDS.entries(tx, refused)}
    assert [value for value, kind in shown.values() if kind == "number"] == ["1", "1"]
    assert (shown["City"], shown["Who receives it"]) == (("서울", "line"), ("김민서", "line"))


def test_it_is_told_anew_with_its_number_and_a_total_that_fits(tx, refused):
    first, second = [entry.field for entry in WORDS.entries(tx, refused) if entry.kind == "number"]
    values = {first: "3", second: "0", "address.city": "Busan"}
    assert sync.rewrite(tx, shop.MIRRORS, {"order": WORDS}, refused.op, values)
    (again,) = [item.operation for item in outbox.items(tx) if item.operation.kind == "order.placed"]
    (line,) = store.lines(tx, refused.id)
    order = store.order(tx, refused.id)
    assert (f"line.{line.id}", line.quantity) == (first, 3)
    assert (order.state, order.number) == ("queued", refused.args["number"])
    assert order.total == again.args["total"] == 3 * line.price
    assert (again.op != refused.op, store.address(tx, refused.id)["city"]) == (True, "Busan")


def test_an_order_of_nothing_or_to_nowhere_is_not_told(tx, refused):
    nothing = {entry.field: "0" for entry in WORDS.entries(tx, refused) if entry.kind == "number"}
    for values in (nothing, {"address.city": " "}):
        with pytest.raises(Problem):
            WORDS.rewritten(refused, values)


def test_a_piece_that_was_weighed_is_one_piece(tx):
    shop.open_shop(tx)
    shop.tell_salt(tx)
    hers = cart.whose(shop.MINSEO, shop.HERE, "staff-1")
    cart.add_piece(tx, hers, shop.SALT_CODE, shop.HALF, "KRW")
    actions.place(tx, new_id(), hers, "till", HOME, "G3")
    (told,) = [item.operation for item in outbox.items(tx) if item.operation.kind == "order.placed"]
    (count,) = [entry for entry in WORDS.entries(tx, told) if entry.kind == "number"]
    assert count.limit == 1
    again = WORDS.rewritten(told, {count.field: "3"})
    assert [(line["quantity"], line["weight"]) for line in again.args["lines"]] == [(1, 482_000)]
    assert again.args["total"] == 5_784
