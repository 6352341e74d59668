"""A night begins at its hour and lasts until the next one."""

import pytest

from clienteling.central.nightly.domain import night


@pytest.mark.parametrize(
    ("at", "began"),
    [
        ("2026-11-21T18:00:00.000Z", "2026-11-21T18:00:00.000Z"),
        ("2026-11-21T23:59:59.999Z", "2026-11-21T18:00:00.000Z"),
        ("2026-11-22T17:59:59.999Z", "2026-11-21T18:00:00.000Z"),
        ("2026-03-01T05:00:00.000Z", "2026-02-28T18:00:00.000Z"),
    ],
)
def test_the_night_that_a_moment_belongs_to(at, began):
    assert night(at, 18) == began
