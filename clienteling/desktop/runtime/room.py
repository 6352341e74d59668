"""Room on the disk: a ballast that is let go when the disk is full, so that orders still fit; knows no table."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

BALLAST = 32 << 20
"""Bytes kept back: an order with its cart takes some 100 KB of the log."""
SPARE = 16 << 20
"""Bytes that have to be free besides before the ballast is taken again: else it would be let go at once."""
LOOK_MS = 10_000
_CHUNK = 1 << 20


class Room(QObject):
    """`short` says that the disk is full or nearly; `evict` frees what can be had again and says how many bytes."""

    changed = Signal()

    def __init__(self, folder: Path, evict: Callable[[], int]) -> None:
        super().__init__()
        self._file, self._evict = folder / "ballast", evict
        self.short = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def watch(self) -> None:
        """Take the ballast, and look again and again whether there is room."""
        self.look()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Take the ballast where there is room for it; where there is not, say so."""
        if not self._is_taken():
            self._say(not self._take())
        else:
            self._say(self._free() < SPARE)

    def make(self) -> bool:
        """Give room to an order: first what can be had again, then the ballast; False when nothing is left to give."""
        self._say(True)
        if self._evict() >= _CHUNK:
            return True
        left = self._file.exists()
        self._file.unlink(missing_ok=True)
        return left

    @Slot()
    def run_out(self) -> None:
        """Something found the disk full: nothing but an order gets the ballast, but everybody is told."""
        self._evict()
        self._say(True)

    def _is_taken(self) -> bool:
        return self._file.exists() and self._file.stat().st_size == BALLAST

    def _take(self) -> bool:
        if self._free() < BALLAST + SPARE:
            return False
        try:
            with self._file.open("wb") as file:
                _fill(file.fileno())
        except OSError:
            self._file.unlink(missing_ok=True)
            return False
        return True

    def _free(self) -> int:
        return shutil.disk_usage(self._file.parent).free

    def _say(self, short: bool) -> None:
        if short != self.short:
            self.short = short
            self.changed.emit()


def _fill(handle: int) -> None:
    """Blocks of the disk, not just a length: a hole keeps nothing back."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, BALLAST)
        return
    for _ in range(BALLAST // _CHUNK):
        os.write(handle, bytes(_CHUNK))
