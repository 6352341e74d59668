"""Runs many seeded points of one fault on all cores, adds up what was found, and says it; knows no fault."""

import argparse
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.faults.evidence import record
from tests.faults.tills.till import FAST

Point = Callable[[Path, str, int], Counter[str]]
"""What one point found: `(folder of this worker, seed, number of the point) -> figures`; keys with `!` are faults."""
WORST = "worst "
"""Keys that begin with this hold a maximum, not a sum."""


def main(kind: str, point: Point, points: int, flaws: Mapping[str, Point] = MappingProxyType({})) -> int:
    """The command line of one kind of fault: how many points, from which seed; 1 when anything was found.

    `flaws` are the same points over an app with a planted flaw: they prove that the harness sees it.
    """
    arguments = argparse.ArgumentParser(prog=f"python -m tests.faults.{kind}")
    arguments.add_argument("--points", type=int, default=points)
    arguments.add_argument("--first", type=int, default=0, help="the number of the first point")
    arguments.add_argument("--seed", default="1")
    arguments.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    arguments.add_argument("--evidence", action="store_true", help="write the figures into tests/faults/EVIDENCE.md")
    arguments.add_argument("--flaw", choices=sorted(flaws), help="plant this flaw: the run has to fail")
    given = arguments.parse_args()
    began = time.monotonic()
    numbers = range(given.first, given.first + given.points)
    found = over(flaws.get(given.flaw, point), given.seed, numbers, given.workers)
    flaw = {"flaw": given.flaw} if given.flaw else {}
    figures = {**flaw, "seed": given.seed, "first": given.first, "points": given.points, **dict(sorted(found.items()))}
    figures["minutes"] = round((time.monotonic() - began) / 60, 2)
    print(json.dumps(figures))
    if given.evidence:
        record(kind, figures)
    return int(any(key.startswith("!") for key in found))


def over(point: Point, seed: str, numbers: Iterable[int], workers: int) -> Counter[str]:
    """Every point once; a faulty one is named with its number, so that it can be run again."""
    with tempfile.TemporaryDirectory(dir=FAST if FAST.is_dir() else None) as base:
        total: Counter[str] = Counter()
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as pool:
            shares = [(point, base, seed, list(numbers)[k::workers]) for k in range(workers)]
            for found in pool.map(_share, shares):
                _add(total, found)
        return total


def _share(share: tuple[Point, str, str, list[int]]) -> Counter[str]:
    point, base, seed, numbers = share
    folder = Path(base) / str(os.getpid())
    folder.mkdir()
    total: Counter[str] = Counter()
    for number in numbers:
        found = point(folder, seed, number)
        if any(key.startswith("!") for key in +found):
            print(f"seed {seed} point {number}: {dict(found)}", file=sys.stderr, flush=True)
        _add(total, found)
    return total


def _add(total: Counter[str], found: Counter[str]) -> None:
    for key, value in (+found).items():
        total[key] = max(total[key], value) if key.startswith(WORST) else total[key] + value


def figures_of(kind: str, *arguments: Any) -> dict[str, Any]:
    """Run a kind of fault in a process of its own, without threads and without pytest; what it found."""
    command = [sys.executable, "-m", f"tests.faults.{kind}", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(" ".join(command), done.stdout, done.stderr, sep="\n")
    assert done.stdout, done.stderr
    return json.loads(done.stdout.splitlines()[-1]) | {"code": done.returncode}
