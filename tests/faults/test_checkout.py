"""A4 and D7: ten taps over a failing disk make one order, and what the screen says of it is so."""

import pytest

from tests.faults.many import figures_of

pytestmark = pytest.mark.slow


def test_ten_taps_over_a_failing_disk_make_one_order():
    found = figures_of("checkout", "--points", 60, "--workers", 1)
    assert found["code"] == 0, found
    assert found["screen said told"] > 30 and found["screen said unknown"] > 0


def test_a_screen_that_takes_a_raised_commit_for_failed_is_found_out():
    found = figures_of("checkout", "--points", 30, "--workers", 1, "--flaw", "failed")
    assert found["code"] == 1
    assert found["!wrong message"] > 0
