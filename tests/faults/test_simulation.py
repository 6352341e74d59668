"""B1: ten thousand histories of both halves, and nothing lost, nothing doubled, everything seen as it is."""

import pytest

from tests.faults.many import figures_of

pytestmark = pytest.mark.slow
HISTORIES, PART, WORKERS = 10_000, 2_000, 2


@pytest.mark.parametrize("first", range(1, HISTORIES, PART))
def test_every_promise_is_kept_whatever_happens(first):
    found = figures_of("simulation", "--points", PART, "--first", first, "--workers", WORKERS)
    assert found["code"] == 0, found
    assert found["histories"] == PART
    for trouble in ("central died", "central restored", "tablets died", "nights", "played twice"):
        assert found[trouble] > PART // 200, f"hardly any {trouble}: the histories prove little"


def test_the_same_seed_gives_the_same_in_every_process():
    """Also where Python hashes texts differently."""
    first = figures_of("simulation", "--points", 20, "--first", 1, "--workers", 1)
    second = figures_of("simulation", "--points", 20, "--first", 1, "--workers", 2)
    first.pop("minutes"), second.pop("minutes")
    assert first == second
