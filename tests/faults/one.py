"""`python -m tests.faults.one SEED ...`: play these histories once more and print what was wrong."""

from __future__ import annotations

import sys
import time

from tests.faults.histories.history import play


def main() -> int:
    """1 when a promise was broken, or when a seed did not give the same twice."""
    bad = 0
    for seed in map(int, sys.argv[1:]):
        begun = time.process_time()
        first, second = play(seed), play(seed)
        same = first == second
        seconds = time.process_time() - begun
        print(f"{seed}: {first.trace} {first.figures} {seconds:.3f} s{'' if same else ' NOT THE SAME TWICE'}")
        for flaw in first.flaws:
            print(f"  {flaw}")
        bad += bool(first.flaws) or not same
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
