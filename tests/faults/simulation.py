"""B1: the real code of both halves under one seeded chance; `python -m tests.faults.simulation --points 10000`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tests.faults import many
from tests.faults.histories.history import play

TWICE = 100
"""Every so many green histories one is played a second time: it must be the same to the bit."""


def history(_folder: Path, _seed: str, number: int) -> Counter[str]:
    """One history: what it was made of, and `!broken` where a promise was."""
    outcome = play(number)
    found = Counter({"histories": 1, **outcome.figures})
    found["sum of traces"] = int(outcome.trace[:8], 16)
    if outcome.flaws or number % TWICE == 0:
        found["played twice"] += 1
        if play(number) != outcome:
            found["!not the same twice"] += 1
    if outcome.flaws:
        found["!broken"] += 1
        print(f"python -m tests.faults.one {number}", *outcome.flaws[:5], sep="\n  ", file=sys.stderr, flush=True)
    return found


if __name__ == "__main__":
    sys.exit(many.main("simulation", history, 10_000))
