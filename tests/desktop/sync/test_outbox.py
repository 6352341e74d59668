"""Facts wait in order, a refused one holds back those behind it, and only a person takes one out."""

import pytest
import sqlalchemy as sa

from clienteling.contract.v1.sync import Answer
from clienteling.desktop.sync import outbox
from tests.desktop.sync.conftest import fact, states


def settle(tx, operation, state, ver=1):
    n = next(item.n for item in outbox.items(tx) if item.operation.op == operation.op)
    outbox.settle(tx, n, state, Answer(operation.op, 200, ver))


def put(tx, *operations):
    for operation in operations:
        outbox.put(tx, operation)
    return operations


def test_what_went_in_comes_out_whole_and_in_order(tx):
    told = put(tx, fact("a", 1), fact("b", 2), fact("a", 3))
    assert [item.operation for item in outbox.sendable(tx, 10)] == list(told)


def test_the_same_fact_is_never_kept_twice(tx):
    (once,) = put(tx, fact())
    with pytest.raises(sa.exc.IntegrityError), tx.begin_nested():
        outbox.put(tx, once)
    assert len(outbox.items(tx)) == 1


def test_a_refused_fact_holds_back_what_is_behind_it_on_the_same_entity_only(tx):
    first, behind, other = put(tx, fact("a"), fact("a"), fact("b"))
    settle(tx, first, "rejected")
    assert [item.operation for item in outbox.sendable(tx, 10)] == [other]
    assert outbox.drop_blocked(tx, first.op).operation == first
    assert [item.operation for item in outbox.sendable(tx, 10)] == [behind, other]


@pytest.mark.parametrize("state", ["pending", "sent", "acked", "delivered"])
def test_a_fact_that_was_not_refused_cannot_be_dropped(tx, state):
    (one,) = put(tx, fact())
    if state == "sent":
        outbox.mark_sent(tx, [outbox.items(tx)[0].n])
    elif state != "pending":
        settle(tx, one, state)
    assert outbox.drop_blocked(tx, one.op) is None
    assert states(tx) == [state]


def test_what_was_sent_without_an_answer_is_sent_again(tx):
    (one,) = put(tx, fact())
    outbox.mark_sent(tx, [outbox.items(tx)[0].n])
    assert [item.operation for item in outbox.sendable(tx, 10)] == [one]
    assert outbox.outstanding(tx, "tally", "a") == [one]


def test_the_list_shows_refused_then_waiting_then_arrived(tx):
    arrived, waiting, refused = put(tx, fact("a"), fact("b"), fact("c"))
    settle(tx, arrived, "delivered")
    settle(tx, refused, "conflict")
    assert [item.operation for item in outbox.items(tx)] == [refused, waiting, arrived]
    assert outbox.counts(tx) == (1, 1)
    assert (outbox.unsettled(tx, "tally", "c"), outbox.unsettled(tx, "tally", "a")) == (True, False)


def test_only_old_delivered_facts_are_forgotten(tx):
    arrived, waiting = put(tx, fact("a"), fact("b"))
    settle(tx, arrived, "delivered")
    outbox.forget_delivered(tx, "2000-01-01")
    assert len(outbox.items(tx)) == 2
    outbox.forget_delivered(tx, "9999-01-01")
    assert [item.operation for item in outbox.items(tx)] == [waiting]


def test_a_batch_is_the_oldest_so_many(tx):
    told = put(tx, *(fact(str(n)) for n in range(8)))
    assert [item.operation for item in outbox.sendable(tx, 3)] == list(told[:3])
