"""What this tablet holds of central: cursors, versions by scope, central's last word."""

import pytest

from clienteling.contract.checksum import MODULUS, checksum
from clienteling.desktop.sync import held
from tests.desktop.sync.conftest import change


def test_a_cursor_is_kept_and_moved_on_and_forgotten(tx):
    assert held.cursor_of(tx, "store:g") is None
    held.keep_cursor(tx, "store:g", "1:5")
    held.keep_cursor(tx, "store:g", "1:9")
    assert (held.cursor_of(tx, "store:g"), held.scopes(tx)) == ("1:9", ["store:g"])
    assert held.last_contact(tx) != ""
    held.forget_scope(tx, "store:g")
    assert (held.cursor_of(tx, "store:g"), held.last_contact(tx)) == (None, "")


def test_mismatches_count_until_the_sums_agree(tx):
    held.keep_cursor(tx, "store:g", "1:5")
    assert [held.note_mismatch(tx, "store:g") for _ in range(2)] == [1, 2]
    held.clear_mismatch(tx, "store:g")
    assert held.note_mismatch(tx, "store:g") == 1


def test_what_two_scopes_hold_goes_only_with_the_last(tx):
    held.hold(tx, "store:g", "tally", [change("a", 3, 1), change("b", 1, 1)])
    held.hold(tx, "customer:x", "tally", [change("a", 4, 1)])
    assert held.held_versions(tx, "tally", ["a", "b", "c"]) == {"a": 4, "b": 1}
    assert held.held_count(tx, "tally") == 2
    assert held.release(tx, "store:g", "tally", ["a", "b"]) == ["b"]
    assert held.release(tx, "customer:x", "tally", ["a"]) == ["a"]


def test_a_first_load_finds_what_it_did_not_bring_again(tx):
    held.hold(tx, "store:g", "tally", [change("a", 3, 1), change("b", 1, 1)])
    held.mark_stale(tx, "store:g")
    held.hold(tx, "store:g", "tally", [change("b", 1, 1)])
    assert held.stale(tx, "store:g", 10) == [("tally", "a")]
    assert held.held(tx, "store:g", 10) == [("tally", "a"), ("tally", "b")]


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "a", "b")])
def test_the_tally_does_not_depend_on_the_order(tx, order):
    for id in order:
        held.hold(tx, "store:g", "tally", [change(id, 2, 1)])
    wanted = sum(checksum("tally", id, 2) for id in "abc") % MODULUS
    assert held.tally(tx, "store:g", "tally") == (3, wanted)


def test_centrals_last_word_is_kept_byte_for_byte(tx):
    held.keep_base(tx, [change("a", 1, 7)])
    held.keep_base(tx, [change("a", 2, 8)])
    assert held.base_of(tx, "tally", "a") == change("a", 2, 8)
    held.forget_base(tx, "tally", ["a"])
    assert held.base_of(tx, "tally", "a") is None
