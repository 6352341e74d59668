"""B2: each of the thirty bugs is seen within a thousand histories, and without them nothing is."""

import subprocess
import sys

import pytest

from tests.faults.histories import days, herd
from tests.faults.planted import BUGS

pytestmark = pytest.mark.slow
THIRTY = 30


def test_no_planted_bug_survives():
    command = [sys.executable, "-m", "tests.faults.planted", "--known"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(done.stdout, done.stderr)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{THIRTY} of {THIRTY} caught" in done.stdout


def test_all_of_them_are_looked_for():
    assert len(BUGS) == THIRTY


@pytest.mark.parametrize("harness", [herd, days])
def test_the_small_harnesses_see_nothing_where_nothing_is_planted(harness):
    assert [flaw for seed in range(1, 40) for flaw in harness.flaws(seed)] == []
