"""C4: an order that may be at central is not edited; what is done with it is a step that is told after it."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clienteling.contract.v1.sync import Answer
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.orders import actions, store
from clienteling.desktop.orders.wire_words import WORDS
from clienteling.desktop.runtime.db import metadata, open_engine
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import actions as sync
from clienteling.desktop.sync import outbox, push
from tests.desktop.orders.test_actions import filled, hers, place, settle
from tests.helpers import shop
from tests.helpers.vault import KEY

__all__ = ["hers"]
ORDER = "draft"
HERS = cart.whose(shop.MINSEO, shop.HERE, "staff-1")


@pytest.fixture(scope="module")
def image():
    """A tablet with one order that was just placed."""
    engine = open_engine(":memory:", KEY)
    metadata.create_all(engine)
    with engine.begin() as tx:
        tx.info["touched"] = set()
        shop.open_shop(tx)
        cart.add(tx, HERS, shop.COAT)
        actions.place(tx, ORDER, HERS, "till", None, "G3")
    yield engine
    engine.dispose()


def _told(tx):
    return [item for item in outbox.of_entity(tx, "order", ORDER) if item.operation.kind == "order.placed"]


def _answered(status: int) -> Callable:
    def answer(tx):
        batch = push.take(tx, 100)
        own = [status if item.operation.id == ORDER else 200 for item in batch]
        told = [Answer(item.operation.op, each, ver=1) for item, each in zip(batch, own, strict=True)]
        push.settle(tx, shop.MIRRORS, batch, told)

    return answer


def _by_hand(what: Callable) -> Callable:
    """In the sync centre, of whatever stands there of the order."""

    def do(tx):
        for item in outbox.of_entity(tx, "order", ORDER):
            what(tx, item)

    return do


WORDED = {"order": WORDS}
WHAT = {
    "sent": lambda tx: push.take(tx, 100),
    "taken": _answered(200),
    "refused": _answered(422),
    "put off": _answered(503),
    "cancel": lambda tx: actions.cancel(tx, ORDER, "staff-1", "", into_cart=False),
    "cancel and put back": lambda tx: actions.cancel(tx, ORDER, "staff-1", "", into_cart=True),
    "confirm": lambda tx: actions.confirm(tx, ORDER, "staff-1"),
    "hand over": lambda tx: actions.hand_over(tx, ORDER, "staff-1"),
    "order again": lambda tx: actions.place(tx, ORDER, HERS, "till", None, "G3"),
    "send again": lambda tx: actions.send_again(tx, ORDER),
    "resend": _by_hand(lambda tx, item: sync.resend(tx, shop.MIRRORS, item.operation.op)),
    "rewrite": _by_hand(lambda tx, item: sync.rewrite(tx, shop.MIRRORS, WORDED, item.operation.op, _fewer(item))),
    "decide": _by_hand(lambda tx, item: sync.decide(tx, shop.MIRRORS, WORDED, item.operation.op, [])),
    "let go": _by_hand(lambda tx, item: sync.let_go(tx, shop.MIRRORS, item.operation.op)),
}


def _fewer(item):
    return {f"line.{line['id']}": "7" for line in item.operation.args.get("lines", ())}


@settings(max_examples=300)
@given(st.lists(st.sampled_from(sorted(WHAT)), max_size=8))
def test_whatever_is_done_the_order_that_may_be_at_central_stays_as_it_was_told(image, deeds):
    with image.connect() as tx:
        tx.info["touched"] = set()
        for deed in deeds:
            before = _told(tx)
            with suppress(Problem):
                WHAT[deed](tx)
            _check(tx, deed, before)
        tx.rollback()


def _check(tx, deed, before):
    after = {item.operation.op: item.operation for item in _told(tx)}
    for item in before:
        if item.state not in outbox.BLOCKED:
            assert after.get(item.operation.op) == item.operation, f"{deed} changed one that is {item.state}"
    assert len(after) <= 1, f"{deed} made it two orders"
    ns = [item.n for item in outbox.of_entity(tx, "order", ORDER)]
    assert not after or ns[0] == _told(tx)[0].n, f"after {deed} a step stands before the order"
    found = store.order(tx, ORDER)
    assert found is not None and found.number == "G3-000001", f"{deed} took it out of sight"


@pytest.mark.parametrize("status", [200, 422])
def test_two_taps_put_the_lines_back_once(tx, hers, status):
    filled(tx, hers)
    receipt = place(tx, hers)
    settle(tx, status)
    for _ in range(2):
        actions.cancel(tx, receipt.order, "staff-1", "", into_cart=True)
    assert {line.id: line.quantity for line in cart.lines(tx, hers.cart)} == {shop.COAT: 1, shop.BOOTS: 1}


def test_a_cancelled_order_that_central_refused_stays_in_sight_when_both_facts_are_let_go(tx, hers):
    filled(tx, hers)
    receipt = place(tx, hers)
    actions.cancel(tx, receipt.order, "staff-1", "", into_cart=False)
    settle(tx, 422)
    for item in outbox.of_entity(tx, "order", receipt.order):
        assert sync.let_go(tx, shop.MIRRORS, item.operation.op)
    assert store.order(tx, receipt.order).state == "cancelled"
    assert not outbox.of_entity(tx, "order", receipt.order)
