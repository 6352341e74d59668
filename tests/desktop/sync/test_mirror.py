"""What the screen shows is central's word with this tablet's untold facts over it, whatever happens in between."""

from contextlib import contextmanager
from datetime import UTC, datetime

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from clienteling.contract.v1.sync import Answer, ChangePage
from clienteling.desktop.runtime.db import metadata
from clienteling.desktop.sync import actions, held, mirror, outbox, push
from clienteling.desktop.sync.pull import _deliver, _drop_some, apply_page
from tests.desktop.sync.conftest import Dictionary, Toy, act, change, fact, states

SCOPE = "store:g"
IDS = ("a", "b")


def test_an_older_version_from_another_scope_changes_nothing(tx, toy):
    mirror.apply_changes(tx, {"tally": toy}, SCOPE, [change("a", 5, 50)])
    mirror.apply_changes(tx, {"tally": toy}, "customer:x", [change("a", 4, 40)])
    assert toy.values(tx) == {"a": 50}


def test_a_kind_of_a_later_central_is_counted_and_passed_over(tx, toy):
    unknown = mirror.apply_changes(tx, {"tally": toy}, SCOPE, [change("x", 1, 1, kind="hologram"), change("a", 1, 1)])
    assert (unknown, toy.values(tx), held.held_count(tx, "hologram")) == (1, {"a": 1}, 1)


def test_an_entity_goes_when_the_last_scope_lets_it_go(tx, toy):
    mirrors = {"tally": toy}
    for scope in (SCOPE, "customer:x"):
        mirror.apply_changes(tx, mirrors, scope, [change("a", 1, 1)])
    mirror.apply_changes(tx, mirrors, SCOPE, [change("a", 2, None)])
    assert toy.values(tx) == {"a": 1}
    mirror.apply_changes(tx, mirrors, "customer:x", [change("a", 2, None)])
    assert toy.values(tx) == {}


def test_untold_facts_lie_over_centrals_news(tx, toy):
    mirror.apply_changes(tx, {"tally": toy}, SCOPE, [change("a", 1, 10)])
    act(tx, toy, fact("a", 2))
    mirror.apply_changes(tx, {"tally": toy}, SCOPE, [change("a", 2, 100)])
    assert toy.values(tx) == {"a": 102}


def test_a_refused_fact_leaves_the_rows_and_comes_back_when_told_anew(tx, toy):
    mirrors = {"tally": toy}
    mirror.apply_changes(tx, mirrors, SCOPE, [change("a", 1, 10)])
    refused = act(tx, toy, fact("a", 2))
    batch = push.take(tx, 10)
    push.settle(tx, mirrors, batch, [Answer(refused.op, 409, title="Meanwhile")])
    assert toy.values(tx) == {"a": 10}
    assert actions.resend(tx, mirrors, refused.op)
    (anew,) = outbox.outstanding(tx, "tally", "a")
    assert (toy.values(tx), anew.base, anew.op != refused.op) == ({"a": 12}, 1, True)


def test_a_refused_fact_let_go_frees_what_waited_behind_it(tx, toy):
    mirrors = {"tally": toy}
    mirror.apply_changes(tx, mirrors, SCOPE, [change("a", 1, 10)])
    refused = act(tx, toy, fact("a", 2))
    push.settle(tx, mirrors, push.take(tx, 10), [Answer(refused.op, 422)])
    behind = act(tx, toy, fact("a", 5))
    assert push.take(tx, 10) == []
    assert actions.let_go(tx, mirrors, refused.op)
    assert [item.operation for item in push.take(tx, 10)] == [behind]
    assert toy.values(tx) == {"a": 15}
    assert not actions.let_go(tx, mirrors, behind.op)


class Tablet:
    """One tablet and a central that is a dictionary, stepping as a test says."""

    def __init__(self, tx):
        tx.exec_driver_sql("CREATE TABLE tally(id TEXT PRIMARY KEY, value INTEGER)")
        self.tx, self.toy, self.central = tx, Toy(), Dictionary()
        self.mirrors = {"tally": self.toy}

    def local(self, id, n, kind):
        act(self.tx, self.toy, fact(id, n, kind))

    def foreign(self, id, n, kind):
        self.central.tell(fact(id, n, kind))

    def take_away(self, id):
        self.central.take_away(id)

    def leave(self):
        while _drop_some(self.tx, self.mirrors, SCOPE, held.held):
            pass
        held.forget_scope(self.tx, SCOPE)

    def tell_again(self):
        mirror.tell_again(self.tx, self.mirrors)

    def push(self, limit):
        batch = push.take(self.tx, limit)
        push.settle(self.tx, self.mirrors, batch, [self.central.tell(item.operation) for item in batch])
        return len(batch)

    def push_without_answer(self, limit):
        for item in push.take(self.tx, limit):
            self.central.tell(item.operation)

    def pull(self):
        told = [item.n for item in outbox.acked(self.tx)]
        apply_page(self.tx, self.mirrors, SCOPE, ChangePage(self.central.changes(), "1:1", False))
        _deliver(self.tx, self.mirrors, told, datetime.now(UTC))

    def let_go(self):
        for item in outbox.items(self.tx):
            actions.let_go(self.tx, self.mirrors, item.operation.op)

    def check(self):
        """What is shown is what a rebuild from nothing shows."""
        shown = self.toy.values(self.tx)
        for id in IDS:
            mirror.rebuild(self.tx, self.mirrors, "tally", id)
        assert shown == self.toy.values(self.tx), states(self.tx)

    def settle_everything(self):
        for _ in range(2):  # what was told before anything was read is told once more
            self.let_go()
            while self.push(3):
                self.let_go()
            self.pull()


@contextmanager
def fresh():
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine, tables=[outbox.outbox, held.cursor, held.holding, held.base])
    with engine.begin() as tx:
        tx.info["touched"] = set()
        yield Tablet(tx)
    engine.dispose()


@pytest.mark.logs("another version")
def test_a_fact_of_another_version_is_passed_over_and_hides_no_other(tx, toy):
    act(tx, toy, fact("a", 1))
    outbox.put(tx, msgspec.structs.replace(fact("a"), args={"many": 1}))
    act(tx, toy, fact("a", 2))
    mirror.apply_changes(tx, {"tally": toy}, "store:g", [change("a", 1, 10)])
    assert toy.values(tx) == {"a": 13}


def test_what_was_told_before_anything_was_read_is_told_once_more(tx, toy):
    """Central may have been put back in between, and this tablet knows no epoch that would show it."""
    first = act(tx, toy, fact("a", 1))
    push.settle(tx, {"tally": toy}, push.take(tx, 1), [Answer(first.op, 200, 1)])
    assert states(tx) == ["acked"]
    for place in ("7:1", "7:2"):
        apply_page(tx, {"tally": toy}, SCOPE, ChangePage([], place, False))
        assert states(tx) == ["pending"]
    push.settle(tx, {"tally": toy}, push.take(tx, 1), [Answer(first.op, 200, 1)])
    apply_page(tx, {"tally": toy}, SCOPE, ChangePage([], "7:3", False))
    assert states(tx) == ["acked"]


def test_what_is_told_again_stands_in_sight_though_no_scope_holds_it_any_more(tx, toy):
    """Seed 22797 of the simulated histories: her scope was closed, then central was put back."""
    mirrors = {"tally": toy}
    first = act(tx, toy, fact("a", 1))
    batch = push.take(tx, 1)
    push.settle(tx, mirrors, batch, [Answer(first.op, 200, 1)])
    outbox.deliver(tx, [item.n for item in batch], "2026-11-22")
    mirror.drop(tx, toy, "tally", ["a"])
    assert toy.values(tx) == {}
    mirror.tell_again(tx, mirrors)
    assert (toy.values(tx), states(tx)) == ({"a": 1}, ["pending"])


def test_what_is_told_again_stands_in_sight_though_central_says_that_it_is_gone(tx, toy):
    """Seed 102225 of the simulated histories: central was put back, and another tablet deleted the note meanwhile."""
    mirrors = {"tally": toy}
    first = act(tx, toy, fact("a", 1))
    push.settle(tx, mirrors, push.take(tx, 1), [Answer(first.op, 200, 1)])
    mirror.apply_changes(tx, mirrors, SCOPE, [change("a", 1, 1)])
    mirror.tell_again(tx, mirrors)
    mirror.apply_changes(tx, mirrors, SCOPE, [change("a", 2, None)])
    assert (toy.values(tx), states(tx)) == ({"a": 1}, ["pending"])
    batch = push.take(tx, 1)
    push.settle(tx, mirrors, batch, [Answer(first.op, 200, 1)])
    outbox.deliver(tx, [item.n for item in batch], "2026-11-22")
    mirror.rebuild(tx, mirrors, "tally", "a")
    assert toy.values(tx) == {}


def test_what_central_refused_before_it_was_put_back_is_told_again(tx, toy):
    """Seed 140235 of the simulated histories: the way of a line was told to a central that had lost the line."""
    mirrors = {"tally": toy}
    mirror.apply_changes(tx, mirrors, SCOPE, [change("a", 1, 10)])
    refused = act(tx, toy, fact("a", 2))
    behind = act(tx, toy, fact("a", 5))
    push.settle(tx, mirrors, push.take(tx, 1), [Answer(refused.op, 422, title="Not in the cart")])
    assert (toy.values(tx), push.take(tx, 10)) == ({"a": 15}, [])
    mirror.tell_again(tx, mirrors)
    assert toy.values(tx) == {"a": 17}
    assert [item.operation for item in push.take(tx, 10)] == [refused, behind]


@pytest.mark.logs("another version")
def test_a_record_of_another_central_is_passed_over_and_holds_up_no_other(tx, toy):
    toy.apply = written_by_halves(toy.apply)
    news = [change("a", 1, 10), change("b", 1, "many"), change("c", 1, 30)]
    mirror.apply_changes(tx, {"tally": toy}, SCOPE, news)
    assert toy.values(tx) == {"a": 10, "c": 30}
    act(tx, toy, fact("b", 2))
    mirror.rebuild(tx, {"tally": toy}, "tally", "b")
    mirror.apply_changes(tx, {"tally": toy}, SCOPE, [change("b", 2, 20)])
    assert toy.values(tx) == {"a": 10, "b": 22, "c": 30}


def written_by_halves(apply):
    """As a feature that has written some records before it comes to one that it cannot read."""

    def each(tx, changes):
        for one in changes:
            if isinstance(msgspec.msgpack.decode(one.data), str):
                raise msgspec.ValidationError("Expected `int`, got `str`")
            apply(tx, [one])

    return each


numbers = st.integers(1, 13)
kinds = st.sampled_from(["tally.added", "tally.set"])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("local"), st.sampled_from(IDS), numbers, kinds),
        st.tuples(st.just("foreign"), st.sampled_from(IDS), st.integers(1, 12), kinds),
        st.tuples(st.just("take_away"), st.sampled_from(IDS)),
        st.tuples(st.just("leave")),
        st.tuples(st.just("tell_again")),
        st.tuples(st.just("push"), st.integers(1, 3)),
        st.tuples(st.just("push_without_answer"), st.integers(1, 3)),
        st.tuples(st.just("pull")),
        st.tuples(st.just("let_go")),
    ),
    max_size=25,
)


@given(steps)
@settings(max_examples=100)
def test_in_every_order_of_things_the_rows_are_the_base_and_what_is_outstanding(steps):
    with fresh() as tablet:
        for name, *values in steps:
            getattr(tablet, name)(*values)
            tablet.check()
        tablet.settle_everything()
        there = {id: value for id, (_, value) in tablet.central.rows.items() if value is not None}
        assert tablet.toy.values(tablet.tx) == there
        assert set(states(tablet.tx)) <= {"delivered"}
