"""A2: 2,000 power cuts lose no order that was told; with synchronous=NORMAL the same harness sees them lost."""

import pytest

from tests.faults import power
from tests.faults.many import figures_of

pytestmark = pytest.mark.slow


def test_nothing_told_is_lost_when_the_power_goes():
    found = figures_of("power", "--points", 2000, "--workers", 1)
    assert found["code"] == 0, found
    assert all(found[mode] > 400 for mode in power.MODES)
    assert found["told"] > 5000


def test_a_store_that_syncs_too_little_is_found_out():
    found = figures_of("power", "--points", 200, "--workers", 1, "--flaw", "normal")
    assert found["code"] == 1
    assert found["!lost"] > 100
