"""Facts are told in batches with the same ids until an answer stands for each."""

import httpx
import msgspec
import pytest

from clienteling.contract.v1.sync import MAX_PUSH_BYTES, Answer, Push, Pushed
from clienteling.desktop.runtime.central import Unreachable
from clienteling.desktop.sync import mirror, outbox
from clienteling.desktop.sync.push import push, settle, take
from tests.desktop.sync.conftest import Dictionary, Toy, act, change, fact, packed, states


def answering(verdict, seen=None):
    def answer(request):
        told = msgspec.msgpack.decode(request.content, type=Push)
        if seen is not None:
            seen.append([operation.op for operation in told.ops])
        return packed(Pushed([verdict(operation) for operation in told.ops]))

    return answer


@pytest.fixture
def told(toy_db, run):
    """Three facts wait."""
    return [run(toy_db.run(act, Toy(), fact(id, n))) for id, n in (("a", 1), ("a", 13), ("b", 2))]


def test_every_fact_gets_its_verdict_and_a_refused_one_leaves_the_rows(toy_db, run, link, told):
    central = link(answering(Dictionary().tell))
    assert run(push(toy_db, central, "device", {"tally": Toy()})) == 3
    assert run(toy_db.read(states)) == ["acked", "rejected", "acked"]
    assert run(toy_db.read(Toy().values)) == {"a": 1, "b": 2}
    assert run(push(toy_db, central, "device", {"tally": Toy()})) == 0


def test_without_an_answer_the_same_ids_go_again(toy_db, run, link, told):
    seen, dictionary = [], Dictionary()
    lost = link(answering(lambda operation: Answer("another", 200), seen))
    with pytest.raises(Unreachable):
        run(push(toy_db, lost, "device", {}))
    assert run(toy_db.read(states)) == ["sent", "sent", "sent"]
    run(push(toy_db, link(answering(dictionary.tell, seen)), "device", {}))
    assert seen[0] == seen[1] == [operation.op for operation in told]


def test_what_central_puts_off_waits_and_is_not_asked_for_at_once(toy_db, run, link, told):
    central = link(answering(lambda operation: Answer(operation.op, 503)))
    assert run(push(toy_db, central, "device", {"tally": Toy()})) == 0
    assert run(toy_db.read(states)) == ["sent", "sent", "sent"]


@pytest.mark.parametrize(("status", "state"), [(200, "acked"), (409, "conflict"), (404, "rejected"), (422, "rejected")])
def test_a_status_becomes_a_state(toy_db, run, link, told, status, state):
    run(push(toy_db, link(answering(lambda operation: Answer(operation.op, status))), "device", {"tally": Toy()}))
    assert set(run(toy_db.read(states))) == {state}


def test_a_batch_stays_under_the_size_that_central_takes(tx, toy):
    for _ in range(6):
        outbox.put(tx, msgspec.structs.replace(fact(), args={"n": 1, "text": "가" * 20_000}))
    batch = take(tx, 100)
    size = len(msgspec.msgpack.encode(Push("device", [item.operation for item in batch])))
    assert (0 < len(batch) < 6, size < MAX_PUSH_BYTES) == (True, True)


def test_one_fact_alone_goes_whatever_its_size(tx, toy):
    outbox.put(tx, msgspec.structs.replace(fact(), args={"text": "a" * MAX_PUSH_BYTES}))
    assert len(take(tx, 100)) == 1


def refusing(spoils, seen):
    """A central that cannot read a batch with a fact that `spoils` in it."""

    def answer(request):
        told = msgspec.msgpack.decode(request.content, type=Push)
        seen.append([operation.id for operation in told.ops])
        if any(spoils(operation) for operation in told.ops):
            problem = {"content-type": "application/problem+json"}
            return httpx.Response(413, content=b'{"title": "That is too much at once"}', headers=problem)
        return packed(Pushed([Answer(operation.op, 200, 1) for operation in told.ops]))

    return answer


def test_of_a_batch_that_central_cannot_read_only_the_fact_that_spoils_it_needs_a_person(toy_db, run, link):
    for id in "abcdefgh":
        run(toy_db.run(act, Toy(), fact(id)))
    seen = []
    central = link(refusing(lambda operation: operation.id == "f", seen))
    assert run(push(toy_db, central, "device", {"tally": Toy()})) == 8
    assert run(toy_db.read(states)) == ["acked"] * 5 + ["rejected"] + ["acked"] * 2
    [spoilt] = [item for item in run(toy_db.read(outbox.items)) if item.state == "rejected"]
    assert spoilt.answer.title == "That is too much at once"
    assert seen[-1] == ["g", "h"] and len(seen) < 8, "it is found by halves"


def test_what_depends_on_the_fact_that_spoils_a_batch_waits_for_it(toy_db, run, link):
    for id in "abac":
        run(toy_db.run(act, Toy(), fact(id)))
    first = run(toy_db.read(outbox.of_entity, "tally", "a"))[0].operation.op
    seen = []
    central = link(refusing(lambda operation: operation.op == first, seen))
    run(push(toy_db, central, "device", {"tally": Toy()}))
    assert run(toy_db.read(states)) == ["rejected", "acked", "sent", "acked"]
    assert run(push(toy_db, central, "device", {"tally": Toy()})) == 0


def test_a_fact_told_again_is_shown_until_central_tells_it_under_its_new_version(tx, toy):
    mirrors = {"tally": toy}
    told = act(tx, toy, fact("b", 100))
    settle(tx, mirrors, take(tx, 10), [Answer(told.op, 200, 2)])
    outbox.tell_again(tx)
    mirror.apply_changes(tx, mirrors, "store:g", [change("b", 2, 7)])
    assert toy.values(tx) == {"b": 7}, "a restored central has another version 2"
    settle(tx, mirrors, take(tx, 10), [Answer(told.op, 200, 3)])
    assert toy.values(tx) == {"b": 107}
