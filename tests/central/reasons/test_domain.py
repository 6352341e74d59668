"""What is owed to what was shown, and when a reason has failed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.central.reasons.domain import (
    FEWEST_SHOWN,
    PERIOD_DAYS,
    WINDOW_DAYS,
    Showing,
    Tally,
    answered,
    is_failing,
    is_open,
    judged,
    period,
    total,
)

showings = st.lists(st.builds(Showing, st.sampled_from("ab"), st.integers(1, 40)), unique=True, max_size=12)
tallies = st.builds(Tally, *[st.integers(0, 300)] * 5)
days = st.dictionaries(st.integers(1, 100), tallies, max_size=30)


@pytest.mark.parametrize(
    ("shown", "happened", "owed"),
    [
        ([10], 10, {10}),
        ([10], 10 + WINDOW_DAYS, {10}),
        ([10], 11 + WINDOW_DAYS, set()),
        ([10], 9, set()),
        ([10, 12, 20], 15, {12}),
    ],
)
def test_what_she_does_is_owed_to_the_last_time_it_was_shown(shown, happened, owed):
    told = [Showing("a", day) for day in shown] + [Showing("b", happened)]
    assert answered(told, [Showing("a", happened)]) == {Showing("a", day) for day in owed}


@given(showings, showings)
def test_each_time_one_showing_at_most_and_never_a_later_one(shown, happened):
    owed = answered(shown, happened)
    assert owed <= set(shown) and len(owed) <= len(happened)
    for one in owed:
        assert any(other.product == one.product and 0 <= other.day - one.day <= WINDOW_DAYS for other in happened)


@given(showings, showings, showings)
def test_what_happens_besides_takes_nothing_away(shown, happened, more):
    assert answered(shown, happened) <= answered(shown, happened + more)


@given(days, st.integers(60, 120))
def test_periods_lie_side_by_side(told, today):
    both = total((period(told, today), period(told, today, back=1)))
    assert both == total(tally for day, tally in told.items() if today - 2 * PERIOD_DAYS < day <= today)


@given(days, st.integers(1, 120), st.integers(0, 100))
def test_a_reason_is_judged_by_days_that_had_their_time(told, today, since):
    counted = judged(told, today, since)
    fit = {day: tally for day, tally in told.items() if day > since and not is_open(day, today)}
    assert counted.shown <= total(fit.values()).shown
    assert counted.shown >= min(FEWEST_SHOWN, total(fit.values()).shown)
    assert judged(fit, today, since) == counted
    assert not is_failing(judged(told, today, since=today))


def test_the_last_days_count_and_not_those_long_ago():
    told = {1: Tally(FEWEST_SHOWN, taken=FEWEST_SHOWN), 50: Tally(FEWEST_SHOWN, taken=3), 99: Tally(9, taken=9)}
    assert judged(told, today=100) == Tally(FEWEST_SHOWN, taken=3)


@pytest.mark.parametrize(("shown", "taken", "failing"), [(500, 24, True), (500, 25, False), (499, 0, False)])
def test_too_little_of_enough(shown, taken, failing):
    assert is_failing(Tally(shown, taken=taken)) is failing


def test_nothing_together_is_nothing():
    assert total([]) == Tally()
