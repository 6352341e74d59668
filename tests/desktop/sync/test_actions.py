"""What a person decides about a refused fact: once more in its place, by field, in other words, or not at all."""

import msgspec

from clienteling.contract.v1.sync import Answer
from clienteling.desktop.sync import actions, held, outbox
from clienteling.desktop.sync.words import Words
from tests.desktop.sync.conftest import act, change, fact, states


def refuse(tx, operation, state="rejected", **more):
    n = next(item.n for item in outbox.items(tx) if item.operation.op == operation.op)
    outbox.settle(tx, n, state, Answer(operation.op, 409 if state == "conflict" else 422, **more))


def waiting(tx):
    return [item.operation for item in outbox.sendable(tx, 10)]


def test_once_more_stands_where_the_refused_one_stood(tx, toy):
    first, behind = act(tx, toy, fact("a", 1)), act(tx, toy, fact("a", 2))
    refuse(tx, first)
    assert actions.resend(tx, {"tally": toy}, first.op)
    anew, last = waiting(tx)
    assert (anew.args, anew.at, last) == (first.args, first.at, behind), "what depends on it goes after it"
    assert anew.op not in (first.op, behind.op)
    assert toy.values(tx) == {"a": 3}


def test_what_is_not_refused_is_not_told_twice(tx, toy):
    told = act(tx, toy, fact())
    for decide in (actions.resend, actions.let_go):
        assert not decide(tx, {"tally": toy}, told.op)
    assert not actions.decide(tx, {"tally": toy}, {}, told.op, ["n"])
    assert not actions.rewrite(tx, {"tally": toy}, {}, told.op, {"n": "1"})
    assert waiting(tx) == [told]


def test_only_what_met_anothers_change_goes_over_what_central_says_now(tx, toy):
    clash, nonsense = act(tx, toy, fact("a", 1)), act(tx, toy, fact("b", 2))
    held.keep_base(tx, [change("a", 7, 10), change("b", 8, 20)])
    refuse(tx, clash, "conflict")
    refuse(tx, nonsense)
    for operation in (clash, nonsense):
        assert actions.resend(tx, {"tally": toy}, operation.op)
    assert [operation.base for operation in waiting(tx)] == [7, 0]


def test_when_nothing_of_it_is_chosen_centrals_word_stands_and_the_next_goes_on(tx, toy):
    held.keep_base(tx, [change("a", 7, 10)])
    clash, behind = act(tx, toy, fact("a", 1)), act(tx, toy, fact("a", 2))
    refuse(tx, clash, "conflict", theirs={"n": 5})
    words = {"tally": Words(str, chosen=lambda operation, answer, mine: operation if mine else None)}
    assert actions.decide(tx, {"tally": toy}, words, clash.op, [])
    assert (waiting(tx), toy.values(tx), states(tx)) == ([behind], {"a": 12}, ["pending"])


def test_other_words_are_a_new_fact(tx, toy):
    first = act(tx, toy, fact("a", 13))
    refuse(tx, first)
    words = {
        "tally": Words(str, rewritten=lambda told, values: msgspec.structs.replace(told, args={"n": int(values["n"])}))
    }
    assert actions.rewrite(tx, {"tally": toy}, words, first.op, {"n": "12"})
    (anew,) = waiting(tx)
    assert (anew.args, anew.op != first.op, toy.values(tx)) == ({"n": 12}, True, {"a": 12})
