"""Receipt counts go on after a damaged store: found among rows of all kinds, never back, never by what is no count."""

import pytest

from clienteling.desktop.orders import actions, store


@pytest.mark.parametrize(
    ("rows", "following"),
    [
        ([], 1),
        ([["G3", 12]], 1),  # a text and a number, of whatever table: nobody knows a device of that code
        ([["G3-000012", 7]], 13),
        ([["G3-000012", 7], ["G3", 15], ["pending", 99], ["G", 50]], 16),
        ([["0192f0c4-0000-7000-8000-000000000001", 7], ["G3-12", 1], [None, 3], ["G3-000002", None, 4]], 1),
    ],
)
def test_counts_go_on_after_the_highest_that_is_found(tx, rows, following):
    actions.restore_counters(tx, rows)
    assert store.next_count(tx, "G3") == following


def test_a_counter_that_is_known_never_goes_back(tx):
    for _ in range(5):
        store.next_count(tx, "G3")
    actions.restore_counters(tx, [["G3", 3]])
    assert store.next_count(tx, "G3") == 6
    actions.restore_counters(tx, [["G3", 30]])
    assert store.next_count(tx, "G3") == 31
