"""What a measurement is: its values, their median and 95th percentile, the table and the file; measures nothing."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
import psutil

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("CLIENTELING_SHARED_DATA", ROOT.parent / "shared" / "data"))


class Figure(msgspec.Struct, frozen=True):
    """Values of one thing in one unit, as measured; `note` is a rate or a ratio that follows from them."""

    what: str
    unit: str
    values: list[float]
    note: str = ""

    @property
    def median(self) -> float:
        return median(self.values)

    @property
    def p95(self) -> float:
        """The value that 95 of 100 stay below."""
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


def table(groups: dict[str, list[Figure]]) -> str:
    """All figures for a person to read."""
    rows = [("figure", "median", "p95", "n", "unit", "")]
    for figures in groups.values():
        rows += [
            (one.what, _short(one.median), _short(one.p95), str(len(one.values)), one.unit, one.note) for one in figures
        ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join(_line(row, widths) for row in rows)


def write(path: Path, groups: dict[str, list[Figure]], command: str) -> None:
    """All figures for a program to read, with the machine and the commit they are of."""
    told = {
        name: [msgspec.structs.asdict(one) | {"median": one.median, "p95": one.p95} for one in figures]
        for name, figures in groups.items()
    }
    whole = {"command": command, "commit": _commit(), "machine": _machine(), "figures": told}
    path.write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=2))


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    name, *numbers, unit, note = row
    cells = [name.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=False))]
    return "  ".join([*cells, unit.ljust(widths[-2]), note]).rstrip()


def _commit() -> str:
    told = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return told.stdout.strip()


def _machine() -> dict[str, Any]:
    return {
        "system": platform.platform(),
        "python": sys.version.split()[0],
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 2**30),
        "load_before": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
    }
