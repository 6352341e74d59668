"""A8: whatever the clock says, ids are one of a kind, receipts have no gap and central hears all, once and in order."""

import pytest

from tests.faults.many import figures_of

pytestmark = pytest.mark.slow
SHIFTS = 12


def test_nothing_that_counts_goes_by_the_clock():
    found = figures_of("clocks", "--points", SHIFTS, "--workers", 1)
    assert found["code"] == 0, found
    assert found["told"] == SHIFTS * 8 and found["years back"] > 3


def test_facts_sent_in_the_order_of_their_times_are_found_out():
    found = figures_of("clocks", "--points", 2, "--workers", 1, "--flaw", "by time")
    assert found["code"] == 1
    assert found["!out of order"] > 0
