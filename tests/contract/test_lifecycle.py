"""Everybody is judged by her own rhythm."""

import pytest

from clienteling.contract.lifecycle import lifecycle


@pytest.mark.parametrize(
    ("times", "gap", "since", "said"),
    [
        (0, 0, 0, None), (0, 30, 400, None),
        (1, 30, 0, "new"), (2, 30, 60, "new"), (1, 0, 1, None), (9, 0, 900, None),
        (3, 30, 60, "regular"), (3, 30, 61, "slipping"), (1, 30, 61, "slipping"),
        (3, 30, 120, "slipping"), (3, 30, 121, "lapsed"), (2, 30, 121, "lapsed"),
    ],
)  # fmt: skip
def test_a_buyer_stands_somewhere(times, gap, since, said):
    assert lifecycle(times, gap, since) == said


def test_the_same_days_say_different_things_of_different_people():
    assert [lifecycle(9, gap, 90) for gap in (7, 30, 60)] == ["lapsed", "slipping", "regular"]
