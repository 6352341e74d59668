"""A6: flipped bits are always seen, no wrong value is read, and every fact on a whole page comes back."""

import pytest

from tests.faults import flips
from tests.faults.many import figures_of

pytestmark = pytest.mark.slow


def test_flipped_bits_are_seen_and_whole_facts_come_back():
    found = figures_of("flips", "--points", 92, "--workers", 1)
    assert found["code"] == 0, found
    for where in flips.WHERE[:-1]:
        assert found[f"{where} put aside"] > 8
    assert found["backup refused"] == 92 // len(flips.WHERE)
    assert found["facts on damaged pages"] > 0, "no fact was ever in danger"
    assert found["facts back"] >= found["facts"] - found["facts on damaged pages"]


def test_a_log_that_is_cut_short_in_silence_is_found_out():
    found = figures_of("flips", "--points", 12, "--workers", 1, "--flaw", "log unseen")
    assert found["code"] == 1
    assert found["!not seen"] > 0
