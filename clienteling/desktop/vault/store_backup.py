"""Copies the store into an encrypted file that is checked before it counts, and puts one back; knows no table.

    python -m clienteling.desktop.vault.store_backup      reads what to do and the key from its standard input

A process of its own does the copying, so that nothing the associate does waits for it. It reads one state of the store
while the app goes on writing.
"""

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import msgspec
from sqlcipher3 import dbapi2

from clienteling.desktop.runtime import dumps
from clienteling.desktop.runtime.db import Unopened, unlock
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.vault.domain import Refusal
from clienteling.desktop.vault.file import settle_folder

KEPT = 3
FAULT = 1
_NICE = 10
_SUFFIX = ".backup"


class Task(msgspec.Struct, frozen=True):
    """Which store is to be copied into which folder, with which key."""

    store: str
    folder: str
    key: bytes


def backups(folder: Path) -> list[Path]:
    """Every backup there is, oldest first; by number, not by a clock that may be set."""
    return sorted(file for file in folder.glob(f"*{_SUFFIX}") if file.stem.isdecimal())


def back_up(store: Path, folder: Path, key: Key) -> Path:
    """Copy the store, check the copy, and only then let it take the place of the oldest. Raises what SQLCipher says."""
    folder.mkdir(parents=True, exist_ok=True)
    before = backups(folder)
    target = folder / f"{int(before[-1].stem) + 1 if before else 1:06d}{_SUFFIX}"
    part = target.with_suffix(".part")
    _copy(store, part, key)
    part.replace(target)
    settle_folder(folder)
    for old in backups(folder)[:-KEPT]:
        old.unlink()
    return target


def put_back(backup: Path, store: Path, key: Key, amend: Callable[[Path], None] = lambda part: None) -> None:
    """Let a backup be the store; what stood there is set aside under a name of its own, never removed.

    `amend` may change the copy before it counts: afterwards it would be too late if the power went.
    Raises Refusal, and changes nothing, where the backup is damaged or another key's.
    """
    part = store.with_name(store.name + ".part")
    try:
        _copy(backup, part, key)
        amend(part)
        _sync(part)
    except (dbapi2.Error, Unopened, Unsound) as fault:
        raise Refusal(f"The backup {backup} is damaged or has another key. Take an older one.") from fault
    aside = _free(store.with_name(store.name + ".aside"))
    _set_log_aside(store, aside, key)
    with suppress(FileNotFoundError):
        os.link(store, aside)  # a second name, so that there is a store at every moment
    part.replace(store)
    settle_folder(store.parent)


def _set_log_aside(store: Path, aside: Path, key: Key) -> None:
    """Never may the log be taken for one of the file that comes: it goes into its store, or stays for who salvages."""
    log, kept = (path.with_name(path.name + "-wal") for path in (store, aside))
    if log.exists():
        shutil.copyfile(log, kept)
    with suppress(dbapi2.Error, Unopened):
        with closing(_opened(store, key)) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        kept.unlink(missing_ok=True)
    for left in (log, store.with_name(store.name + "-shm")):
        left.unlink(missing_ok=True)


def _copy(source: Path, target: Path, key: Key) -> None:
    for ending in ("", "-journal", "-wal"):  # of a time that was interrupted
        target.with_name(target.name + ending).unlink(missing_ok=True)
    with closing(_opened(source, key)) as read, closing(dbapi2.connect(str(target), isolation_level=None)) as written:
        written.execute(f"PRAGMA key=\"x'{key.reveal().hex()}'\"")
        read.backup(written)
    with closing(_opened(target, key)) as copied:
        copied.execute("PRAGMA journal_mode=delete")  # one file, with nothing beside it
        check(copied)
    _sync(target)


def _sync(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


class Unsound(Exception):
    """A copy is not what it should be."""


def check(connection: Any) -> None:
    """Raise Unsound where a page was changed or the tables do not hold together."""
    if connection.execute("PRAGMA cipher_integrity_check").fetchall():
        raise Unsound("a page is not as it was written")
    if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise Unsound("the tables do not hold together")


def _opened(path: Path, key: Key) -> Any:
    connection = dbapi2.connect(f"file:{path}?mode=rw", uri=True, isolation_level=None)
    try:
        unlock(connection, key)
        connection.execute("PRAGMA busy_timeout=5000")
    except BaseException:
        connection.close()
        raise
    return connection


def _free(wanted: Path) -> Path:
    names = (wanted.with_name(f"{wanted.name}-{n}") for n in range(1, 10_000))
    return next(name for name in names if not name.exists())


def main() -> int:
    """Do what standard input says; its exit code is all it tells."""
    dumps.forbid()
    if hasattr(os, "nice"):
        os.nice(_NICE)
    task = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Task)
    try:
        back_up(Path(task.store), Path(task.folder), Key(task.key, ""))
    except (dbapi2.Error, Unopened, Unsound, OSError) as fault:
        print(f"backup: {type(fault).__name__}", file=sys.stderr)
        return FAULT
    return 0


if __name__ == "__main__":
    sys.exit(main())
