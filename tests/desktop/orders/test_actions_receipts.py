"""The day's receipts (B17): every number that was given out, once, with how it stands at central."""

from datetime import date, timedelta

import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from clienteling.contract.ids import new_id
from clienteling.contract.v1.sync import Answer
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.orders import actions, store
from clienteling.desktop.orders.actions_receipts import of_day
from clienteling.desktop.runtime.db import metadata, open_engine
from clienteling.desktop.sync import actions as sync
from clienteling.desktop.sync import outbox, push
from tests.desktop.orders.test_actions import record
from tests.helpers import shop
from tests.helpers.vault import KEY


def place(tx, code="G3"):
    whose = cart.whose(None, shop.HERE, "staff-1")
    cart.add(tx, whose, shop.COAT)
    cart.set_fulfilment(tx, whose, shop.COAT, "now", None)
    return actions.place(tx, new_id(), whose, "till", None, code)


def answer(tx, status):
    batch = push.take(tx, 100)
    told = [item.operation for item in batch]
    given = [Answer(one.op, status if one.kind == "order.placed" else 200, ver=1) for one in told]
    push.settle(tx, shop.MIRRORS, batch, given)


def let_go(tx):
    for item in outbox.items(tx):
        sync.let_go(tx, shop.MIRRORS, item.operation.op)


def standings(tx, code="G3"):
    return [(slip.number, slip.standing) for slip in of_day(tx, code, date.today())]


def test_each_number_says_how_it_stands_at_central(tx):
    shop.open_shop(tx)
    delivered = place(tx)
    answer(tx, 200)
    shop.tell(tx, "order", delivered.order, record(tx, delivered.order, state="accepted"))
    place(tx)
    answer(tx, 422)
    let_go(tx)
    place(tx)
    answer(tx, 422)
    short = place(tx)
    answer(tx, 200)
    shop.tell(tx, "order", short.order, record(tx, short.order, state="attention", problem="stock"))
    waiting = place(tx)
    place(tx, "G4")
    assert standings(tx) == [
        ("G3-000001", "delivered"),
        ("G3-000002", "cancelled"),
        ("G3-000003", "needs"),
        ("G3-000004", "needs"),
        ("G3-000005", "waiting"),
    ]
    last = of_day(tx, "G3", date.today())[-1]
    assert (last.order, last.total, last.currency) == (waiting.order, waiting.total.amount, "KRW")


def test_a_number_whose_order_is_gone_is_missing_and_never_left_out(tx):
    shop.open_shop(tx)
    places = [place(tx) for _ in range(3)]
    store.delete(tx, [places[1].order])
    assert standings(tx)[1] == ("G3-000002", "missing")


def test_a_day_is_that_of_the_shop_and_a_number_of_the_day_before_is_not_missing(tx):
    shop.open_shop(tx)
    with time_machine.travel("2026-11-22T14:59:59Z", tick=False):  # 23:59:59 in Seoul
        place(tx)
    with time_machine.travel("2026-11-22T15:00:00Z", tick=False):
        place(tx)
    days = [[slip.number for slip in of_day(tx, "G3", date(2026, 11, day))] for day in (21, 22, 23, 24)]
    assert days == [[], ["G3-000001"], ["G3-000002"], []]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["place", "crash", "accept", "refuse", "let go", "again"]), max_size=15))
def test_whatever_happens_the_list_has_no_gap_and_nothing_twice(steps):
    engine = open_engine(":memory:", KEY)
    metadata.create_all(engine)
    with engine.begin() as tx:
        tx.info["touched"] = set()
        shop.open_shop(tx)
    told = [number for step in steps if (number := _step(engine, step))]
    with engine.begin() as tx:
        slips = of_day(tx, "G3", date.today()) + of_day(tx, "G3", date.today() - timedelta(days=1))
    assert sorted(slip.number for slip in slips) == told == [f"G3-{n:06d}" for n in range(1, len(told) + 1)]
    assert "missing" not in {slip.standing for slip in slips}
    engine.dispose()


def _step(engine, step):
    try:
        with engine.begin() as tx:
            tx.info["touched"] = set()
            if step in ("place", "crash"):
                receipt = place(tx)
                if step == "crash":
                    raise OSError("the disk is full")
                return receipt.number
            if step in ("accept", "refuse"):
                answer(tx, 200 if step == "accept" else 422)
            if step == "let go":
                let_go(tx)
            if step == "again":
                for item in outbox.items(tx):
                    sync.resend(tx, shop.MIRRORS, item.operation.op)
    except OSError:
        pass
    return None
