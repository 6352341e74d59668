"""Shares, and the bars of the nights."""

from hypothesis import given
from hypothesis import strategies as st

from clienteling.desktop.reasons.domain import DROP, FEWEST_NIGHTS, MOST_NIGHTS, Night, Tally, bars, drifted

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


def nights(*scores):
    return [Night(str(place), 60, score, 0, 0, 0, True) for place, score in enumerate(scores)]


@given(st.lists(scores, max_size=20))
def test_a_drift_is_a_score_well_below_most_of_those_before_it(told):
    usual = drifted(nights(*told))
    if usual is not None:
        before = told[1:MOST_NIGHTS]
        assert len(before) >= FEWEST_NIGHTS and told[0] < DROP * usual
        assert sum(score > told[0] for score in before) >= len(before) / 2


def test_one_bad_night_before_is_no_measure():
    assert drifted(nights(0.17, *[0.2] * 5)) == 0.2
    assert drifted(nights(0.19, *[0.2] * 5)) is None
    assert drifted(nights(0.1, *[0.2] * 4)) is None, "too few to say"
    assert drifted(nights(0.2, 0.9, *[0.2] * 4)) is None
    assert drifted([]) is None
