"""C4: pieces of one cart are not ordered twice in silence, whoever ordered them first and whatever was lost between."""

import asyncio

import msgspec
import pytest

from clienteling.central.sync import actions as sync
from clienteling.contract.ids import cart_of, new_id
from clienteling.contract.v1 import cart as cart_v1
from clienteling.contract.v1 import orders as v1
from clienteling.contract.v1.sync import Operation
from tests.helpers.actions import MINSEO, PRICES, by

HERS = cart_of(MINSEO)
ROUNDS = 20


@pytest.fixture
def filled(central):
    """Her cart holds a coat and a scarf, and central has more than one of each."""
    for variant in ("coat", "scarf"):
        args = cart_v1.LineAdded(variant, 1, PRICES[variant], "KRW", "here", MINSEO)
        assert central.tell(by(), "cart.line_added", HERS, args).status == 200
    central.run(lambda tx: tx.exec_driver_sql("UPDATE stock SET quantity = 99"))
    return central


def version(central):
    return central.rows("cart", id=HERS)[0]["ver"]


def facts(device, seen, *variants, order=""):
    """What a tablet tells that ordered these: out of the cart by facts of its own, then the order."""
    lines = [v1.OrderLine(new_id(), variant, 1, PRICES[variant], "now") for variant in variants]
    total = sum(line.price for line in lines)
    number = f"{device}-{new_id()}"
    told = v1.Placed(number, "here", "", lines, total, "KRW", MINSEO, taken_from=HERS, seen=seen)
    removed = [("cart.line_removed", HERS, cart_v1.LineRemoved(variant, 1)) for variant in variants]
    return [*removed, ("order.placed", order or device, told)]


def order(central, device, seen, *variants, **more):
    """Tell it all; central's answer to the order."""
    answers = [central.tell(by(device=device), *fact) for fact in facts(device, seen, *variants, **more)]
    return answers[-1].result["state"]


def test_the_second_order_of_the_same_pieces_needs_a_person_and_names_the_first(filled):
    seen = version(filled)
    assert order(filled, "one", seen, "coat", "scarf") == "accepted"
    assert order(filled, "two", seen, "scarf") == "attention"
    first, second = filled.record("order", "one"), filled.record("order", "two")
    assert (second.problem, second.twin) == ("twice", v1.Twin("one", first.number, first.placed_at))
    assert (first.problem, first.twin) == ("", None)
    assert second.lines[0].source == "here", "it waits for a word, not for stock"


def test_what_is_ordered_after_the_first_was_seen_is_a_new_wish(filled):
    assert order(filled, "one", version(filled), "coat") == "accepted"
    assert order(filled, "two", version(filled), "coat") == "accepted"


def test_a_tablet_that_saw_only_half_of_it_leave_is_asked(filled):
    seen = version(filled)
    first = facts("one", seen, "coat", "scarf")
    filled.tell(by(device="one"), *first[0])
    half = version(filled)
    for fact in first[1:]:
        filled.tell(by(device="one"), *fact)
    assert order(filled, "two", half, "scarf") == "attention"


def test_other_pieces_of_the_cart_are_another_order(filled):
    seen = version(filled)
    assert order(filled, "one", seen, "coat") == "accepted"
    assert order(filled, "two", seen, "scarf") == "accepted"


def test_a_tablet_knows_its_own_orders(filled):
    seen = version(filled)
    assert order(filled, "one", seen, "coat", order="o1") == "accepted"
    assert order(filled, "one", seen, "coat", order="o2") == "accepted"


def test_one_that_was_called_off_was_not_ordered(filled):
    seen = version(filled)
    order(filled, "one", seen, "coat")
    assert filled.tell(by(device="one"), "order.moved", "one", v1.Moved("cancelled")).status == 200
    assert order(filled, "two", seen, "coat") == "accepted"


def test_one_that_central_took_out_of_the_cart_counts_too(filled):
    """As older tablets tell it, and a web shop may."""
    seen = version(filled)
    line = v1.OrderLine("l1", "coat", 1, PRICES["coat"], "now")
    told = v1.Placed("W-1", "here", HERS, [line], line.price, "KRW", MINSEO)
    assert filled.tell(by(device="web"), "order.placed", "web-order", told).result["state"] == "accepted"
    assert order(filled, "two", seen, "coat") == "attention"
    assert order(filled, "three", version(filled), "coat") == "accepted"


@pytest.mark.parametrize("to", ["accepted", "cancelled"])
def test_a_person_says_whether_she_wants_both(filled, to):
    seen = version(filled)
    order(filled, "one", seen, "coat")
    order(filled, "two", seen, "coat")
    lying = filled.quantity("here", "coat")
    assert filled.tell(by(device="two"), "order.moved", "two", v1.Moved(to)).status == 200
    second = filled.record("order", "two")
    assert second.state == to
    assert filled.quantity("here", "coat") == lying + (to == "cancelled")
    assert (second.problem == "") is (to == "accepted")


def test_one_without_an_address_stays_one_that_cannot_be_confirmed(filled):
    seen = version(filled)
    order(filled, "one", seen, "coat")
    kind, id, told = facts("two", seen, "coat")[-1]
    shipped = [msgspec.structs.replace(line, fulfilment="ship") for line in told.lines]
    filled.tell(by(device="two"), kind, id, msgspec.structs.replace(told, lines=shipped))
    assert filled.record("order", "two").problem == "address"
    assert filled.tell(by(device="two"), "order.moved", "two", v1.Moved("accepted")).status == 409


def test_told_again_it_is_the_same_answer(filled):
    seen = version(filled)
    order(filled, "one", seen, "coat")
    order(filled, "two", seen, "coat")
    again = facts("two", seen, "coat")[-1]
    before = filled.record("order", "two")
    told = msgspec.structs.replace(again[2], number=before.number, lines=before.lines)
    assert filled.tell(by(device="two"), *again[:2], told).result["state"] == "attention"
    assert filled.record("order", "two") == before


def test_told_at_the_same_moment_exactly_one_is_silent(filled):
    """Round after round two tablets tell the same at once, on both databases."""

    async def tell(device, round, seen):
        for kind, id, args in facts(f"{device}-{round}", seen, "coat"):
            operation = Operation(new_id(), kind, id, msgspec.to_builtins(args), 0, "ann")
            answer = await filled.db.run(sync.tell, filled.words, by(device=f"{device}-{round}"), operation)
        return answer.result["state"]

    async def both(round, seen):
        return await asyncio.gather(tell("one", round, seen), tell("two", round, seen))

    for round in range(ROUNDS):
        args = cart_v1.LineAdded("coat", 1, PRICES["coat"], "KRW", "here", MINSEO)
        filled.tell(by(), "cart.line_added", HERS, args)
        states = filled.runner.run(both(round, version(filled)))
        assert sorted(states) == ["accepted", "attention"]
