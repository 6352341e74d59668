"""`python -m tests.faults.storm KIND`: one storm by hand, as long as wanted, judged and written down."""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.evidence import record
from tests.faults.storm import storms
from tests.faults.storm.books import differences
from tests.faults.storm.centre import centre


def main() -> int:
    """Run it; 1 when anything was lost or doubled."""
    arguments = argparse.ArgumentParser(prog="python -m tests.faults.storm")
    arguments.add_argument("kind", choices=("cuts", "deaths", "twins", "away", "herd"))
    arguments.add_argument("--points", type=int, default=1000, help="how often, or facts of a tablet")
    arguments.add_argument("--tablets", type=int, default=1)
    arguments.add_argument("--seed", type=int, default=952)
    arguments.add_argument("--evidence", action="store_true", help="write the figures into tests/faults/EVIDENCE.md")
    given = arguments.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as home, centre(Path(home), given.tablets) as central:
        if given.kind == "herd":
            them, found = asyncio.run(storms.herd(central, given.seed, given.tablets, given.points))
        else:
            them, found = asyncio.run(getattr(storms, given.kind)(central, given.seed, given.points))
        faults = differences(central.rows, them)
    figures = {"seed": given.seed, "points": given.points, **{str(key): value for key, value in found.items()}}
    figures |= {"lost or doubled": len(faults), "minutes": round((time.monotonic() - began) / 60, 2)}
    print(json.dumps(figures, ensure_ascii=False), *faults, sep="\n")
    if given.evidence:
        record(f"storm {given.kind}", figures)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
