"""Placing an order and every step after it: one transaction each, one fact each, no gap in the numbers."""

from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clienteling.contract.ids import new_id
from clienteling.contract.money import Money
from clienteling.contract.v1 import orders as v1
from clienteling.contract.v1.sync import Answer
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.cart import domain as cart_domain
from clienteling.desktop.orders import actions, store
from clienteling.desktop.orders.wire import describe
from clienteling.desktop.runtime.db import metadata, open_engine
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import actions as sync
from clienteling.desktop.sync import outbox, push
from tests.helpers import shop
from tests.helpers.vault import KEY


@dataclass(frozen=True)
class Home:
    id: str = "home"
    label: str = "Home"
    recipient: str = "김민서"
    phone: str = "010-1234-2841"
    line1: str = "서초대로 1"
    city: str = "서울"
    postcode: str = "06500"
    country: str = "KR"


@pytest.fixture
def hers(tx):
    shop.open_shop(tx)
    return cart.whose(shop.MINSEO, shop.HERE, "staff-1")


def place(tx, whose, draft=None, address=Home(), method="till"):
    return actions.place(tx, draft or new_id(), whose, method, address, "G3")


def filled(tx, whose):
    cart.add(tx, whose, shop.COAT)
    cart.add(tx, whose, shop.BOOTS)


def placed_facts(tx):
    return [item.operation for item in outbox.items(tx) if item.operation.kind == "order.placed"]


def settle(tx, status, title="", ver=None):
    batch = push.take(tx, 100)
    answers = [
        Answer(item.operation.op, status if item.operation.kind.startswith("order") else 200, ver=ver or 1, title=title)
        for item in batch
    ]
    push.settle(tx, shop.MIRRORS, batch, answers)


def record(tx, id, **values):
    found = store.order(tx, id)
    lines = [msgspec.convert(line, v1.OrderLine, from_attributes=True) for line in store.lines(tx, id)]
    told = {"id": id, "number": found.number, "store": found.store, "lines": lines, "total": found.total}
    told |= {"currency": "KRW", "placed_at": found.placed_at, "customer": found.customer, "staff": found.staff}
    return v1.Order(**told | values)


def test_an_order_takes_the_lines_out_of_the_cart_and_tells_central(tx, hers):
    filled(tx, hers)
    receipt = place(tx, hers)
    assert receipt.number == "G3-000001" and receipt.total == Money(608_000, "KRW")
    assert cart.lines(tx, hers.cart) == []
    (fact,) = placed_facts(tx)
    assert (fact.id, fact.args["number"], fact.args["total"]) == (receipt.order, "G3-000001", 608_000)
    assert fact.args["address"]["line1"] == "서초대로 1"
    assert [(line["variant"], line["fulfilment"]) for line in fact.args["lines"]] == [
        (shop.COAT, "now"),
        (shop.BOOTS, "ship"),
    ]
    assert {line["price_version"] for line in fact.args["lines"]} == {3, 1}


def test_ten_taps_make_one_order(tx, hers):
    filled(tx, hers)
    draft = new_id()
    receipts = {place(tx, hers, draft) for _ in range(10)}
    assert len(receipts) == 1 and len(placed_facts(tx)) == 1
    assert store.next_count(tx, "G3") == 2


def test_an_order_that_fails_uses_no_number(tx, hers):
    for draft in range(3):
        with pytest.raises(Problem, match="nothing in this cart"):
            place(tx, hers, str(draft))
    filled(tx, hers)
    with pytest.raises(Problem, match="Choose the address"):
        place(tx, hers, address=None)
    assert place(tx, hers).number == "G3-000001"


def test_two_currencies_are_two_orders(tx, hers):
    filled(tx, hers)
    pounds = cart_domain.Line("tea", 0, 1_999, "GBP", "tea", None)
    cart.restore(tx, hers, pounds, 1)
    with pytest.raises(Problem, match="one currency"):
        place(tx, hers)


def test_pounds_are_ordered_in_pence(tx, hers):
    cart.restore(tx, hers, cart_domain.Line("tea", 0, 1_999, "GBP", "tea", None), 3)
    assert place(tx, hers).total == Money(5_997, "GBP")


def test_a_line_the_catalogue_does_not_know_stays_in_the_cart(tx, hers):
    cart.add(tx, hers, shop.COAT)
    cart.add_scanned(tx, hers, shop.UNKNOWN_CODE, offline=True, currency="KRW", sure=True)
    place(tx, hers)
    assert [line.id for line in cart.lines(tx, hers.cart)] == [f"gtin:{shop.UNKNOWN_CODE}"]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["good", "empty", "crash", "again"]), max_size=12))
def test_receipt_numbers_have_no_gap_whatever_happens(attempts):
    """B17; the simulated histories look for gaps and twins as well."""
    engine = open_engine(":memory:", KEY)
    metadata.create_all(engine)
    with engine.begin() as tx:
        tx.info["touched"] = set()
        shop.open_shop(tx)
    numbers = [number for attempt in attempts if (number := _attempt(engine, attempt))]
    assert numbers == [f"G3-{count:06d}" for count in range(1, len(numbers) + 1)]
    engine.dispose()


def _attempt(engine, attempt):
    whose = cart.whose(None, shop.HERE, "staff-1")
    draft = new_id()
    try:
        with engine.begin() as tx:
            tx.info["touched"] = set()
            if attempt != "empty":
                cart.add(tx, whose, shop.COAT)
            receipt = place(tx, whose, draft, address=None)
            if attempt == "again":
                assert place(tx, whose, draft, address=None) == receipt
            if attempt == "crash":
                raise OSError("the disk is full")
    except (Problem, OSError):
        return None
    return receipt.number


def test_a_tablet_set_up_anew_goes_on_after_its_last_number(tx, hers):
    filled(tx, hers)
    receipt = place(tx, hers)
    told = record(tx, receipt.order, state="accepted", number="G3-000041")
    shop.tell(tx, "order", receipt.order, told, ver=1)
    filled(tx, hers)
    assert place(tx, hers).number == "G3-000042"


def test_after_a_backup_numbers_go_on_far_behind_and_central_hears_which_are_left_out(tx, hers, language):
    filled(tx, hers)
    assert place(tx, hers).number == "G3-000001"
    actions.leave_out_numbers(tx, "G3")
    cart.add(tx, hers, shop.COAT)
    assert place(tx, hers).number == f"G3-{actions.LEFT_OUT + 2:06d}"
    [gap] = [item.operation for item in outbox.items(tx) if item.operation.kind == "order.numbers_left_out"]
    assert gap.args == {"first": "G3-000002", "last": f"G3-{actions.LEFT_OUT + 1:06d}"}
    assert describe(gap) == "Receipt numbers G3-000002 to G3-001001 left out"


def test_it_is_provisional_until_central_answers(tx, hers):
    filled(tx, hers)
    receipt = place(tx, hers)
    (queued,) = actions.of_customer(tx, shop.MINSEO)
    assert (queued.state, queued.provisional) == ("queued", True)
    settle(tx, 200)
    (sent,) = actions.of_customer(tx, shop.MINSEO)
    assert (sent.state, sent.provisional) == ("sent", True)
    shop.tell(tx, "order", receipt.order, record(tx, receipt.order, state="accepted"))
    (taken,) = actions.of_customer(tx, shop.MINSEO)
    assert (taken.state, taken.provisional) == ("accepted", False)
    assert [state for state, _ in store.steps(tx, receipt.order)] == ["queued", "accepted"]


def test_a_refused_order_stays_in_sight_with_its_reason(tx, hers):
    filled(tx, hers)
    receipt = place(tx, hers)
    settle(tx, 422, "This store does not ship abroad.")
    found = store.order(tx, receipt.order)
    assert (found.state, found.refused, found.problem) == ("attention", True, "This store does not ship abroad.")
    assert store.page(tx, "needs", "", 10, 0) == [found]


def test_a_refused_order_can_be_given_up_and_its_lines_put_back(tx, hers):
    filled(tx, hers)
    receipt = place(tx, hers)
    settle(tx, 422)
    actions.cancel(tx, receipt.order, "staff-1", "", into_cart=True)
    assert store.order(tx, receipt.order).state == "cancelled"
    assert {line.id for line in cart.lines(tx, hers.cart)} == {shop.COAT, shop.BOOTS}
    assert outbox.counts(tx)[1] == 0


def test_a_refused_order_can_be_sent_again_under_its_number(tx, hers):
    filled(tx, hers)
    receipt = place(tx, hers)
    settle(tx, 422)
    actions.send_again(tx, receipt.order)
    (again,) = placed_facts(tx)
    assert again.args["number"] == receipt.number
    assert store.order(tx, receipt.order).state == "queued"


def test_the_sync_centre_lets_a_refused_order_go(tx, hers):
    filled(tx, hers)
    receipt = place(tx, hers)
    settle(tx, 422)
    (refused,) = [item for item in outbox.items(tx) if item.state == "rejected"]
    sync.let_go(tx, shop.MIRRORS, refused.operation.op)
    assert store.order(tx, receipt.order).state == "cancelled", "its number was given out and stays in the day's list"
    assert outbox.counts(tx) == (0, 0)


def ready_order(tx, whose):
    cart.add(tx, whose, shop.SCARF)
    cart.set_fulfilment(tx, whose, shop.SCARF, "pickup", shop.HERE)
    receipt = place(tx, whose, address=None)
    settle(tx, 200)
    shop.tell(tx, "order", receipt.order, record(tx, receipt.order, state="ready"))
    return receipt.order


def test_what_lies_ready_is_handed_over_once(tx, hers):
    order = ready_order(tx, hers)
    assert [one.id for one in actions.ready(tx, shop.HERE)] == [order]
    actions.hand_over(tx, order, "staff-1")
    actions.hand_over(tx, order, "staff-1")
    assert store.order(tx, order).state == "collected" and actions.ready(tx, shop.HERE) == []
    moves = [item.operation.args for item in outbox.of_entity(tx, "order", order)[1:]]
    assert moves == [{"to": "collected", "reason": ""}]


def test_centrals_copy_does_not_undo_a_step_it_has_not_heard_of(tx, hers):
    order = ready_order(tx, hers)
    actions.hand_over(tx, order, "staff-1")
    shop.tell(tx, "order", order, record(tx, order, state="ready"), ver=2)
    assert store.order(tx, order).state == "collected"


def test_a_shipped_order_is_too_late_to_cancel(tx, hers):
    order = ready_order(tx, hers)
    shop.tell(tx, "order", order, record(tx, order, state="shipped"), ver=2)
    with pytest.raises(Problem, match="gone too far"):
        actions.cancel(tx, order, "staff-1", "changed her mind", into_cart=False)


def test_the_list_has_groups_numbers_and_what_needs_a_person_first(tx, hers):
    filled(tx, hers)
    troubled = place(tx, hers)
    settle(tx, 422)
    filled(tx, hers)
    fine = place(tx, hers)
    assert [order.id for order in store.page(tx, "", "", 10, 0)] == [troubled.order, fine.order]
    assert [order.id for order in store.page(tx, "", "000002", 10, 0)] == [fine.order]
    assert store.counts(tx) == {"needs": 1, "open": 1, "ready": 0, "done": 0}
    assert actions.needing(tx) == 1
    assert fine_pieces(tx, fine.order) == 2


def fine_pieces(tx, order):
    return store.order(tx, order).pieces


def test_my_week_counts_what_stands(tx, hers):
    filled(tx, hers)
    place(tx, hers)
    cart.add(tx, hers, shop.COAT)
    second = place(tx, hers, address=None)
    cart.add(tx, hers, shop.COAT)
    third = place(tx, hers, address=None)
    actions.cancel(tx, third.order, "staff-1", "", into_cart=False)
    week = actions.week_of(tx, "staff-1", "2000-01-01")
    assert (week.orders, week.endless, week.totals) == (2, 1, (Money(608_000 + second.total.amount, "KRW"),))
    assert actions.week_of(tx, "staff-2", "2000-01-01").orders == 0


def test_facts_are_told_in_plain_words(tx, hers, language):
    filled(tx, hers)
    receipt = place(tx, hers)
    actions.cancel(tx, receipt.order, "staff-1", "", into_cart=False)
    told = [describe(item.operation) for item in outbox.of_entity(tx, "order", receipt.order)]
    assert told == ["Order G3-000001, ₩608,000", "An order cancelled"]
