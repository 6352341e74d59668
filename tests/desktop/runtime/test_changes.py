"""The fewest runs between two lists."""

from hypothesis import given
from hypothesis import strategies as st

from clienteling.desktop.runtime.changes import Changes, Run, changes

NAMES = st.lists(st.integers(0, 60), unique=True, max_size=40)


def test_what_is_put_in_and_taken_out_comes_in_runs():
    assert changes("abef", "abcdef") == Changes([], [Run(2, 3)])
    assert changes("abcdef", "abf") == Changes([Run(2, 4)], [])
    assert changes("abcd", "dabc") == Changes([Run(3, 3)], [Run(0, 0)])
    assert changes("abc", "abc") == Changes([], [])


def test_another_list_is_not_told_by_changes():
    assert changes("abc", "xyz") is None
    assert changes("", "xyz") is None
    assert changes("aab", "ab") is None
    assert changes(range(500), range(0, 500, 2)) is None


@given(NAMES, NAMES)
def test_the_changes_lead_from_one_list_to_the_other(before, after):
    found = changes(before, after)
    if found is None:
        return
    rows = list(before)
    for first, last in found.gone:
        del rows[first : last + 1]
    for first, last in found.come:
        rows[first:first] = after[first : last + 1]
    assert rows == after
