"""Two entries that may be one person: compared, made one, told apart, and followed where one has gone."""

import msgspec
import pytest

from clienteling.contract.v1 import customers as v1
from clienteling.contract.v1.sync import Answer, Change
from clienteling.desktop.customers import actions, actions_merge, wire
from clienteling.desktop.customers.wire_words import WORDS
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import actions as sync
from clienteling.desktop.sync import mirror, outbox, push

MIRRORS = {"customer": wire.CustomerMirror()}


def tell(tx, id, ver=1, gone=False, **fields):
    record = v1.Customer(id, fields.pop("name", "김민서"), "store-1", **fields)
    data = b"" if gone else msgspec.msgpack.encode(record)
    mirror.apply_changes(tx, MIRRORS, "store:store-1", [Change("customer", id, ver, gone, msgspec.Raw(data))])


@pytest.fixture
def doubled(tx):
    """She was known, and made a second time by another name."""
    tell(tx, "old", phone="010-1", email="old@x", says=["wool"], sizes={"top": "55"})
    tell(tx, "new", name="Min Seo", phone="010-1", email="new@x", birthday="1990-01-01", twins=["old"])
    return tx


def test_who_may_be_the_same_is_what_central_says(doubled):
    assert actions_merge.twins(doubled, "new") == ["old"]
    assert actions_merge.twins(doubled, "old") == []


def test_only_fields_in_which_both_say_something_else_are_chosen_from(doubled):
    people = [actions.person(doubled, id) for id in ("old", "new")]
    assert actions_merge.differing(*people) == ["name", "email"]


def test_what_is_chosen_stands_at_once_and_is_told_in_one_fact(doubled):
    actions_merge.merge(doubled, "old", "new", "ann", ["email", "phone", "birthday"])
    (told,) = outbox.outstanding(doubled, "customer", "old")
    assert (told.kind, told.args) == ("customer.merged", {"other": "new", "set": {"email": "new@x"}})
    assert actions.person(doubled, "old").email == "new@x"
    assert actions.person(doubled, "new"), "until central has moved what is hers"


def test_a_merge_that_central_did_not_take_is_undone_and_can_be_let_go(doubled):
    actions_merge.merge(doubled, "old", "new", "ann", ["email"])
    batch = push.take(doubled, 10)
    push.settle(doubled, MIRRORS, batch, [Answer(batch[0].operation.op, 404, title="Fetch this person first.")])
    assert actions.person(doubled, "old").email == "old@x"
    assert [entry.value for entry in WORDS.entries(doubled, batch[0].operation)] == ["new@x"]
    sync.let_go(doubled, MIRRORS, batch[0].operation.op)
    assert outbox.counts(doubled) == (0, 0)


def test_who_was_told_apart_is_asked_about_no_more(doubled):
    actions_merge.tell_apart(doubled, "new", "old", "ann")
    assert actions_merge.twins(doubled, "new") == []
    (told,) = outbox.outstanding(doubled, "customer", "new")
    assert told.args == {"other": "old"} and WORDS.describe(told) == "Two clients told apart"
    assert WORDS.entries(doubled, told) == [] and WORDS.rewritten(told, {}) == told


def test_the_tablet_follows_who_has_gone(doubled):
    tell(doubled, "new", 2, gone=True)
    tell(doubled, "old", 2, also=["new", "older"])
    assert actions.person(doubled, "new") is None
    assert [actions_merge.led_to(doubled, id) for id in ("new", "older", "old", "nobody")] == ["old", "old", None, None]


def test_whoever_is_not_here_is_not_merged(doubled):
    for pair in (("old", "nobody"), ("nobody", "old")):
        with pytest.raises(Problem):
            actions_merge.merge(doubled, *pair, "ann", [])
    with pytest.raises(Problem):
        actions_merge.tell_apart(doubled, "nobody", "old", "ann")
