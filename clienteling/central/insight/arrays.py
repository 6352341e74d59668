"""Files of plain arrays, replaced whole or not at all; knows nothing of what they hold."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np


def put(path: Path, *arrays: Any, **named: Any) -> None:
    """Write them beside what is there, as numpy's npz, and then put them in its place.

    Raises OSError where there is no room; what was there stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    with beside.open("wb") as file:
        np.savez(file, *arrays, **named)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
