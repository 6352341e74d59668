"""A1: killed at 1,000 write and sync calls the till loses nothing; a till with a planted flaw is found out."""

import pytest

from tests.faults.many import figures_of

pytestmark = pytest.mark.slow
REOPENING_MS = 1000


def test_nothing_is_lost_wherever_it_is_killed():
    found = figures_of("kill", "--points", 1000, "--workers", 1)
    assert found["code"] == 0, found
    assert found["killed"] > 900
    assert found["told"] > 1000
    assert found["kept but not told"] > 0, "no kill fell between the commit and the word"
    assert found["worst reopening ms"] < REOPENING_MS


@pytest.mark.parametrize("flaw", ["early", "two"])
def test_a_planted_flaw_is_seen(flaw):
    found = figures_of("kill", "--points", 24, "--first", 300, "--workers", 1, "--flaw", flaw)
    assert found["code"] == 1
    assert found[{"early": "!lost", "two": "!half"}[flaw]] > 0
