"""Runs the figures, each in a process of its own, prints a table and writes bench.json; knows none of them closely."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from tests.benchmarks.figures import ROOT, Figure, table, write

NAMES = (
    "shops", "first_load", "crowd", "push", "acknowledgement", "requests", "postgresql", "cold_start", "history",
    "reranking", "scan", "search",
)  # fmt: skip
"""The modules, in an order in which what one makes serves the next."""
PATIENCE = 900
"""Seconds after which a figure is given up; making a million people is the longest."""


def main() -> int:
    """Measure what is asked for; 1 when a figure could not be taken."""
    wanted = _wanted()
    groups: dict[str, list[Figure]] = {}
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        for name in wanted.only or NAMES:
            begin = time.perf_counter()
            groups[name] = _measure(name, Path(folder), wanted.quick)
            print(f"{name}: {time.perf_counter() - begin:.0f} s", file=sys.stderr, flush=True)
    print(table(groups))
    write(wanted.to, groups, "python -m tests.benchmarks " + " ".join(sys.argv[1:]))
    return int(any(not figures for figures in groups.values()))


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds; no million people, no million order lines")
    parser.add_argument("--only", action="append", choices=NAMES, help="this figure alone; may be said again")
    parser.add_argument("--to", type=Path, default=ROOT / "bench.json", help="the file to write")
    return parser.parse_args()


def _measure(name: str, folder: Path, quick: bool) -> list[Figure]:
    """One figure in a fresh process, so that none warms or fills another's memory."""
    answer = folder / f"{name}.json"
    command = [sys.executable, "-m", "tests.benchmarks.one", name, str(folder), str(answer)]
    try:
        told = [*command, "--quick"] if quick else command
        subprocess.run(told, cwd=ROOT, env=environment(), check=True, timeout=PATIENCE)
    except subprocess.SubprocessError as error:
        print(f"{name} could not be measured: {error}", file=sys.stderr)
        return []
    return msgspec.json.decode(answer.read_bytes(), type=list[Figure])


def environment() -> dict[str, str]:
    """Ours without what slows a start, and with a screen that needs no display."""
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    screen = {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "QT_LOGGING_RULES": "qt.multimedia.*=false",
    }
    return ours | screen | {"LC_ALL": "C.UTF-8"}


if __name__ == "__main__":
    sys.exit(main())
