"""A7: an older backup gives out no receipt number twice and sends nothing twice; without the gap it would."""

import pytest

from tests.faults.many import figures_of

pytestmark = pytest.mark.slow


def test_a_backup_put_back_doubles_nothing():
    found = figures_of("restoring", "--points", 16, "--workers", 1)
    assert found["code"] == 0, found
    assert found["printed before"] > 16 and found["printed after"] >= 16


def test_a_counter_that_goes_back_is_found_out():
    found = figures_of("restoring", "--points", 3, "--workers", 1, "--flaw", "no gap")
    assert found["code"] == 1
    assert found["!number twice"] > 0
