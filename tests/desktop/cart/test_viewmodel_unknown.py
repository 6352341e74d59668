"""An order whose commit raised: nothing definite is said before somebody looked, and it never becomes two."""

import pytest

from clienteling.desktop.sync import outbox
from tests.helpers import shop
from tests.helpers.disk import deaf

MAYBE = "Whether this order was kept is not known yet. Send it again: it stays one order."


@pytest.fixture
def filled(cart, qtbot):
    cart.open(shop.MINSEO)
    cart.add(shop.COAT)
    qtbot.waitUntil(lambda: cart.pieces == 1 and cart.checkout.maySend)
    return cart


def placed(db, run):
    return [item.operation for item in run(db.read(outbox.items)) if item.operation.kind == "order.placed"]


def test_it_is_looked_up_and_the_receipt_shown(filled, qtbot, db, run, problems):
    limit = deaf()
    limit.__enter__()
    db.changed.connect(lambda _tables: limit and limit.__exit__(None, None, None))
    with qtbot.waitSignal(filled.sent) as told:
        filled.send()
        filled.send()
    assert [fact.id for fact in placed(db, run)] == [told.args[0]]
    assert filled.checkout.receipt == "T1-000001"
    assert problems.told == []


def test_while_nobody_can_look_nothing_definite_is_said(filled, qtbot, db, run, problems):
    with deaf():
        filled.send()
        qtbot.waitUntil(lambda: MAYBE in {str(problem) for problem in problems.told} and not filled.checkout.busy)
        qtbot.waitUntil(lambda: filled.state == "error")
    assert filled.checkout.receipt == ""
    filled.retry()
    qtbot.waitUntil(lambda: filled.state == "rows")
    with qtbot.waitSignal(filled.sent) as told:
        filled.send()
    assert [fact.id for fact in placed(db, run)] == [told.args[0]]
    assert filled.checkout.receipt == "T1-000001"
