"""Shares, and the bars of the nights."""

from hypothesis import given
from hypothesis import strategies as st

from clienteling.desktop.reasons.domain import MOST_NIGHTS, Night, Tally, bars

scores = st.floats(0, 1, allow_nan=False)


def test_a_share_of_nothing_is_not_known():
    assert Tally().share is None and Tally(20, taken=5).share == 0.25


@given(st.lists(st.tuples(scores, scores), max_size=20))
def test_bars_stand_from_the_oldest_of_the_last_nights_and_the_highest_fills_its_place(told):
    nights = [Night(str(place), 60, ours, plain, 0, 0, True) for place, (ours, plain) in enumerate(told)]
    found = bars(nights)
    assert [night.at for night, *_ in found] == [night.at for night in reversed(nights[:MOST_NIGHTS])]
    heights = [height for _, *both in found for height in both]
    assert all(0 <= height <= 1 for height in heights)
    assert not any(heights) or max(heights) == 1
