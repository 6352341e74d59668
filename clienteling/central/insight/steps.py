"""The finished steps of a learning that was ended, so that the next one goes on there; knows not what is learned."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np

from clienteling.central.insight import arrays
from clienteling.central.insight.domain import Array

FOLDER = "insight.steps"
Step = Callable[[], tuple[Array, ...]]
Once = Callable[[str, Step], tuple[Array, ...]]
"""Gives what a step of this name comes to: does it, unless that was done before."""
_DAMAGED = (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile)


def at_once(_name: str, step: Step) -> tuple[Array, ...]:
    """Do it, and keep nothing."""
    return step()


class Steps:
    """Keeps each step as a file under central's `folder`; those of other lines, by their `mark`, are of no use."""

    def __init__(self, folder: Path, mark: str) -> None:
        self._all = folder / FOLDER
        self._folder = self._all / hashlib.sha256(mark.encode()).hexdigest()[:16]
        for other in self._all.glob("*"):
            if other != self._folder:
                shutil.rmtree(other, ignore_errors=True)

    def once(self, name: str, step: Step) -> tuple[Array, ...]:
        """What the step came to, from its file where that is there and whole."""
        path = self._folder / f"{name}.npz"
        kept = _read(path)
        if kept is not None:
            return kept
        made = step()
        with suppress(OSError):  # without room for it the step is done again, no more
            arrays.put(path, *made)
        return made

    def forget(self) -> None:
        """All is learned: the steps are of no more use."""
        shutil.rmtree(self._all, ignore_errors=True)


def _read(path: Path) -> tuple[Array, ...] | None:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            return tuple(kept[f"arr_{at}"] for at in range(len(kept.files)))
    except _DAMAGED:
        return None
