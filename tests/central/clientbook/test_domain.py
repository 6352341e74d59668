"""The path from what happened, and one event for one cause."""

import pytest

from clienteling.central.clientbook import domain


@pytest.mark.parametrize(
    ("counts", "path"),
    [
        ({}, "aware"), ({"viewed": 3}, "appeal"), ({"saved": 1}, "appeal"), ({"visited": 1}, "ask"),
        ({"carted": 1, "viewed": 2}, "ask"), ({"shown": 1}, "appeal"), ({"tried": 1, "shown": 2}, "ask"),
        ({"bought": 1}, "act"), ({"bought": 1, "rated": 1}, "advocate"),
        ({"bought": 4}, "advocate"), ({"rated": 1}, "aware"), ({"returned": 1}, "aware"),
    ],
)  # fmt: skip
def test_the_path(counts, path):
    assert domain.path(counts) == path


def test_a_cause_gives_rise_to_one_event():
    assert domain.event_of("o1", "bought") == domain.event_of("o1", "bought")
    assert domain.event_of("o1", "bought") != domain.event_of("o1", "returned")


def test_the_ratios_count_everybody_who_has_come_as_far_or_further():
    found = domain.ratios({"": 2, "appeal": 3, "ask": 1, "act": 3, "advocate": 1})
    assert found.people == {"aware": 2, "appeal": 3, "ask": 1, "act": 3, "advocate": 1}
    assert (found.par, found.bar) == (0.4, 0.1)
    assert domain.ratios({})[1:] == (0, 0)


@pytest.mark.parametrize(
    ("days", "shop", "gap"),
    [
        ([], 28, 28), ([5], 28, 28), ([5], 0, 0), ([5, 15], 0, 10),
        ([5, 15], 28, 22), ([5, 15, 25, 35, 45, 55, 65, 75, 85], 28, 14), ([5, 15, 25, 315], 0, 10),
        ([1, 2, 3, 4, 5, 6, 7, 8], 0, 1),
    ],
)  # fmt: skip
def test_her_own_gap_counts_more_the_more_of_them_there_are(days, shop, gap):
    assert domain.usual_gap(days, shop) == gap


def test_the_shops_gap_is_in_weeks():
    assert domain.shops_gap([[1], [1, 32], [5, 9, 13], [10, 50]]) == 28
    assert domain.shops_gap([[1, 2]]) == 7
    assert domain.shops_gap([[1], []]) == 0
