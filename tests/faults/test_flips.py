"""A6: flipped bits are always seen, no wrong value is read, and every fact on a whole page comes back."""

import pytest

from tests.faults import flips
from tests.faults.many import figures_of

pytestmark = pytest.mark.slow


def test_flipped_bits_are_seen_and_whole_facts_come_back():
    found = figures_of("flips", "--points", 90, "--workers", 1)
    assert found["code"] == 0, found
    for where in flips.WHERE:
        assert found[f"{where} put aside"] > 10
    assert found["facts on damaged pages"] > 0, "no fact was ever in danger"
    assert found["facts back"] >= found["facts"] - found["facts on damaged pages"]
