"""A5: on a full disk at least 20 orders come from the ballast, nothing is lost, and the banner comes and goes."""

import pytest

from tests.faults.many import figures_of

pytestmark = pytest.mark.slow


def test_orders_go_on_when_the_disk_is_full():
    found = figures_of("full", "--points", 16, "--workers", 1)
    assert found["code"] == 0, found
    assert found["told while full"] >= 16 * 20
    assert found["short"] == found["roomy"] == 16


def test_without_a_ballast_the_harness_sees_that_they_do_not():
    found = figures_of("full", "--points", 4, "--workers", 1, "--flaw", "no ballast")
    assert found["code"] == 1
    assert found["!fewer than 20 from the ballast"] == 4
