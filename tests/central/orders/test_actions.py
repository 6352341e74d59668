"""Orders at central: once, from the stock that is there, never below zero, told to everybody they concern."""

import msgspec
import pytest

from clienteling.central.cart import actions as cart
from clienteling.central.cart.domain import Carried
from clienteling.central.customers import actions as customers
from clienteling.central.orders import actions
from clienteling.central.orders.domain import Sold
from clienteling.central.runtime.clock import days_ago
from clienteling.central.suggestions import actions as suggestions
from clienteling.contract.ids import cart_of
from clienteling.contract.v1 import orders as v1
from clienteling.contract.v1.customers import Address
from tests.helpers.actions import MINSEO, PRICES, YUNA, by

HOME = Address("a1", "Home", "김민서", "010", "1 Street", "Seoul", "04524", "KR")


def line(id="l1", variant="coat", quantity=1, fulfilment="now", **more):
    return v1.OrderLine(id, variant, quantity, more.pop("price", PRICES.get(variant, 1)), fulfilment, **more)


def placed(*lines, number="HERE-01-0001", customer=MINSEO, **more):
    lines = list(lines) or [line()]
    total = sum(one.price * one.quantity for one in lines)
    cart_id = cart_of(customer) if customer else "guest"
    return v1.Placed(number, "here", cart_id, lines, total, "KRW", customer, **more)


def place(central, order="o1", who=None, **more):
    return central.tell(who or by(), "order.placed", order, placed(**more) if more else placed())


def move(central, to, order="o1", who=None):
    return central.tell(who or by(), "order.moved", order, v1.Moved(to))


def test_ten_taps_are_one_order(central):
    for _ in range(10):
        assert place(central).ver == 1
    assert len(central.rows("orders")) == 1 and central.quantity("here", "coat") == 0
    assert [event["what"] for event in central.rows("event", customer=MINSEO)] == ["bought"]


def test_a_line_or_number_is_used_once(central):
    place(central)
    assert central.tell(by(), "order.placed", "o2", placed(line(variant="scarf"), number="HERE-01-0002")).status == 409
    assert central.tell(by(), "order.placed", "o2", placed(line("l2", "scarf"))).status == 409


def test_numbers_that_a_restored_tablet_leaves_out_are_written_down_once(central):
    gap = v1.NumbersLeftOut("HERE1-000002", "HERE1-001001")
    for _ in range(2):
        assert central.tell(by(), "order.numbers_left_out", "gap", gap, op="one").status == 200
    [row] = central.rows("access_record", what="receipts.left_out")
    assert row["why"] == "HERE1-000002 to HERE1-001001"


def test_the_last_piece_goes_to_one_and_the_other_needs_attention(central):
    first, second = place(central), central.tell(by(), "order.placed", "o2", placed(line("l2"), number="N2"))
    assert first.result == {"state": "accepted", "problems": {}}
    assert second.result == {"state": "attention", "problems": {"l2": "stock"}}
    assert central.quantity("here", "coat") == 0
    assert central.record("order", "o2").lines[0].source is None


def test_every_line_comes_from_where_the_whole_of_it_is(central):
    lines = [
        line("l1", "scarf", 2),
        line("l2", "boots", 4, "ship"),
        line("l3", "boots", 1, "ship"),
        line("l4", "coat", 2, "pickup", pickup_store="there"),
    ]
    assert central.tell(by(), "order.placed", "o1", placed(*lines, address=HOME)).result["state"] == "accepted"
    order = central.record("order", "o1")
    assert [one.source for one in order.lines] == ["here", "depot", "there", "there"]
    assert all(one.promised for one in order.lines) and order.address == HOME
    for scope in ("store:here", "store:there", "store:depot"):
        assert ("order", "o1") in central.told(scope), "whoever hands it out must know"


def test_a_quoted_price_stays_and_is_flagged(central):
    central.tell(by(), "order.placed", "o1", placed(line(price=380_000)))
    order = central.record("order", "o1")
    assert (order.total, order.state, order.lines[0].problem) == (380_000, "accepted", "price")


def test_a_price_that_changed_while_a_tablet_was_away_is_flagged_and_never_charged(central):
    """C2: what was quoted stands, with the version it was quoted from; central says that it is not the price now."""
    dearer = "UPDATE variant SET price = 420000, price_version = 2 WHERE id = 'coat'"
    central.run(lambda tx: tx.exec_driver_sql(dearer))
    answer = central.tell(by(), "order.placed", "o1", placed(line(price_version=1)))
    assert answer.result == {"state": "accepted", "problems": {"l1": "price"}}
    kept = central.record("order", "o1")
    assert (kept.total, kept.lines[0].price, kept.lines[0].price_version) == (389_000, 389_000, 1)
    assert central.record("customer", MINSEO).spend == 389_000
    move(central, "ready")
    assert central.record("order", "o1").lines[0].price == 389_000
    same = central.tell(by(), "order.placed", "o2", placed(line("l2", "scarf", price_version=1), number="N2"))
    assert same.result == {"state": "accepted", "problems": {}}


def test_shipping_without_an_address_needs_attention(central):
    answer = central.tell(by(), "order.placed", "o1", placed(line(fulfilment="ship")))
    assert answer.result["state"] == "attention" and central.record("order", "o1").problem == "address"
    assert move(central, "accepted").status == 409


def test_what_was_ordered_leaves_the_cart(central):
    central.run(cart.load, [Carried(MINSEO, "coat", 3, 1, "KRW"), Carried(MINSEO, "boots", 1, 1, "KRW")])
    place(central)
    left = {one.id: one.quantity for one in central.record("cart", cart_of(MINSEO)).lines}
    assert left == {"coat": 2, "boots": 1}


def test_steps_along_legal_edges_only(central):
    place(central)
    assert move(central, "accepted").ver == 1, "the same state again is success"
    assert move(central, "ready").ver == 2
    refused = move(central, "returned")
    assert (refused.status, refused.theirs) == (409, {"state": "ready"})
    assert move(central, "collected").ver == 3
    assert move(central, "returned").ver == 4
    told = sorted(event["what"] for event in central.rows("event", order="o1"))
    assert told == ["bought", "picked_up", "returned"]


def test_cancelling_gives_the_stock_back_once(central):
    place(central)
    for _ in range(2):
        assert move(central, "cancelled").status == 200
    assert central.quantity("here", "coat") == 1


def test_what_was_called_off_is_no_purchase(central):
    central.run(suggestions.build, lambda done, total: None)
    place(central)
    central.run(customers.fetch, by("there"), MINSEO)
    bought = central.record("customer", MINSEO)
    assert (bought.spend, bought.path) == (389_000, "act")
    move(central, "cancelled")
    person = central.record("customer", MINSEO)
    assert (person.spend, person.path) == (0, "aware")
    (event,) = central.rows("event", order="o1")
    assert (event["what"], event["phase"], event["amount"], event["ver"]) == ("cancelled", "buy", 389_000, 2)
    for scope in ("store:here", f"customer:{MINSEO}"):
        assert central.told(scope)["event", event["id"]] == 2
    sold, lines = central.run(lambda tx: [list(told) for told in actions.bought(tx)])
    assert (sold, lines) == ([], [("o1", "coat")]), "without its basket a line pairs with nothing"


def test_what_she_brings_back_lies_in_the_store_she_brings_it_to(central):
    lines = [line("l1", "scarf", 2), line("l2", "coat", 1, "pickup", pickup_store="there")]
    central.tell(by(), "order.placed", "o1", placed(*lines))
    move(central, "collected")
    before = central.record("customer", MINSEO).spend
    assert move(central, "returned", who=by("there")).status == 200
    assert central.quantity("here", "scarf") == 3 and central.quantity("there", "scarf") == 2
    assert central.quantity("there", "coat") == 2
    assert (before, central.record("customer", MINSEO).spend) == (585_000, 0)
    assert move(central, "returned", who=by("there")).status == 200
    assert central.quantity("there", "scarf") == 2, "the same step again moves nothing"


def test_a_parcel_that_comes_back_lies_where_it_was_sent_from(central):
    central.tell(by(), "order.placed", "o1", placed(line("l1", "boots", 2, "ship"), address=HOME))
    assert central.quantity("depot", "boots") == 2
    move(central, "shipped")
    move(central, "returned")
    assert central.quantity("depot", "boots") == 4


def test_after_attention_the_stock_is_looked_for_again(central):
    place(central)
    central.tell(by(), "order.placed", "o2", placed(line("l2"), number="N2"))
    assert move(central, "accepted", "o2").status == 409
    assert central.quantity("here", "coat") == 0
    move(central, "cancelled", "o1")
    assert move(central, "accepted", "o2").result == {"state": "accepted", "problems": {}}
    assert central.quantity("here", "coat") == 0


def test_a_store_that_is_not_concerned_knows_nothing_of_it(central):
    place(central)
    assert move(central, "cancelled", who=by("there")).status == 404
    assert move(central, "cancelled", "nothing").status == 404


@pytest.mark.parametrize(
    "fact",
    [
        placed(line(quantity=0)),
        msgspec.structs.replace(placed(), total=1),
        placed(line(fulfilment="pickup")),
    ],
)
def test_nonsense_is_rejected(central, fact):
    assert central.tell(by(), "order.placed", "o1", fact).status == 422
    assert central.quantity("here", "coat") == 1


def test_a_shops_past_becomes_orders_and_histories(central):
    def sold(order, id, quantity, customer=MINSEO, days=10):
        return Sold(order, id, days_ago(days), customer, "here", None, "store", "coat", quantity, 100, "KRW")

    past = [
        sold("o1", "a", 2),
        sold("o1", "b", -1),
        sold("o2", "c", -1),
        sold("o3", "d", 1, None),
        sold("o4", "e", 1, YUNA),
        sold("o5", "f", 1, YUNA, days=61),
    ]
    assert central.run(actions.load, past) == 6
    assert [central.record("order", f"o{at}").state for at in (1, 2, 3)] == ["collected", "returned", "collected"]
    assert central.record("order", "o1").total == 100
    events = {event["order"]: event for event in central.rows("event")}
    assert {order: event["what"] for order, event in events.items()} == {
        "o1": "bought",
        "o2": "returned",
        "o4": "bought",
        "o5": "bought",
    }
    assert (events["o1"]["amount"], events["o2"]["items"]) == (200, [["coat", 1, 100]])
    assert {("order", "o4"), ("event", events["o4"]["id"])} <= set(central.told("store:there"))
    assert ("order", "o5") not in central.told("store:there")
    assert sorted(central.run(actions.entities_of, YUNA)) == [("order", "o4", 1), ("order", "o5", 1)]
