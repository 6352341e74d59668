"""From the start of the process to the first frame, and to the first in which one can sign in on a full tablet."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.figures import ROOT, Figure
from tests.benchmarks.ground import Ground

NAMES = ("start to the first frame", "start to the sign-in tiles")


def measure(ground: Ground) -> list[Figure]:
    """Milliseconds; the first start, which fills the caches of Python and QML, is thrown away."""
    home = ground.tablet_copy("starting")
    _start(home)
    started = [_start(home) for _ in range(ground.rounds(10, 4))]
    return [Figure(name, "ms", list(values)) for name, values in zip(NAMES, zip(*started, strict=True), strict=True)]


def _start(home: Path) -> list[float]:
    begin = time.time()
    command = [sys.executable, "-m", "tests.benchmarks.first_frame"]
    environment = os.environ | {"CLIENTELING_HOME": str(home)}
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return [(float(moment) - begin) * 1000 for moment in told.stdout.split()]
