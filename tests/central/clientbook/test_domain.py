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
