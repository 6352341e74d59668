"""Puts a damaged store aside, whole, before anything else touches it, and remembers what came of it; knows no table.

Each time a folder in `damaged/` beside the store: `whole` lies in it once every file does, `restored` once what it
held stands again. A start that is interrupted in between does it once more. Nothing here is ever deleted.
"""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

_WHOLE, _RESTORED = "whole", "restored"


def put_aside(file: Path, go_on: bool) -> None:
    """Keep the store as it is; unless it may go on, it is gone from its place then, and a new one begins there."""
    folder = file.parent / "damaged" / f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    folder.mkdir(parents=True)
    for part in _parts(file):
        _keep(part, folder / part.name, changes=go_on)
    _mark(folder, _WHOLE)
    if go_on:
        return
    for part in _parts(file):
        part.unlink()


def unrestored(file: Path) -> Iterator[Path]:
    """The stores that were put aside and whose facts do not stand again yet, the oldest first."""
    for folder in sorted((file.parent / "damaged").glob("*")):
        if (folder / _WHOLE).exists() and not (folder / _RESTORED).exists():
            yield folder / file.name


def note_restored(aside: Path) -> None:
    """What this one held stands again."""
    _mark(aside.parent, _RESTORED)


def _parts(file: Path) -> list[Path]:
    """The log first: a store that lost it is an older one, a log that lost its store is nothing."""
    parts = [*(file.with_name(file.name + end) for end in ("-wal", "-shm", ".salt")), file]
    return [part for part in parts if part.exists()]


def _keep(part: Path, to: Path, changes: bool) -> None:
    if not changes:
        try:
            return os.link(part, to)  # needs no room on the disk
        except OSError:
            pass  # a file system without links
    shutil.copy2(part, to)
    _settle(to)


def _mark(folder: Path, name: str) -> None:
    (folder / name).touch()
    if os.name != "nt":
        _settle(folder)


def _settle(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
