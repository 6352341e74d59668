"""Each fact once more, sealed for central alone, in a plain file beside the store; knows no feature.

It is sealed after its transaction is durable and before anybody is told of it. So what is in the file was meant and
kept, and what a person was told is in the file, whatever happens to the store, its key or a PIN. Central takes a fact
of the file by its id, once, like any other.
"""

import asyncio
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

import structlog

from clienteling.contract.v1.escrow import Sealed, SealKey, seal
from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.db import Db, Engine, Tx, told_plainly
from clienteling.desktop.runtime.faults import DiskFault
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.sync import held, outbox

log = structlog.get_logger()
PAUSE = 5.0
KEPT = timedelta(days=7)
TIDY_SECONDS = 6 * 3600.0


class Escrow:
    """The file of sealed facts; it is asked on the store's thread only."""

    def __init__(self, file: Path, token: str) -> None:
        self.file, self._token = file, token
        self._key = b""
        self._sealed: set[str] = set()
        self._whole = self._mark = 0
        self._remember(_lines(file))

    def follow(self, engine: Engine, tables: frozenset[str]) -> None:
        """Seal what these changes left to tell; where the disk does not take it, the next time tries again."""
        if outbox.UNTOLD not in tables or not self._key:
            return
        if outbox.RETOLD in tables:
            self._mark = 0
        try:
            with told_plainly(), engine.begin() as tx:
                self.catch_up(tx)
        except DiskFault as fault:
            log.warning("not sealed yet", error=type(fault).__name__)

    def trust(self, tx: Tx) -> bool:
        """Take the key that was pinned before, and seal what is not sealed yet; False where none was."""
        self._key = held.pinned_key(tx) or b""
        if self._key:
            self.catch_up(tx)
        return bool(self._key)

    def catch_up(self, tx: Tx) -> None:
        """Seal every fact that central has not answered and that is not in the file."""
        if not self.file.exists():  # somebody took it away
            self._sealed.clear()
            self._whole = self._mark = 0
        told = outbox.waiting_after(tx, self._mark)
        fresh = [item.operation for item in told if item.operation.op not in self._sealed]
        try:
            self._append([seal(self._key, Sealed(self._token, operation)) for operation in fresh])
        except OSError as fault:  # the store has them; they are sealed with the next
            log.warning("not sealed yet", error=type(fault).__name__)
            return
        if told:
            self._mark = told[-1].n

    def prune(self, tx: Tx) -> None:
        """Drop what was delivered a week ago, while the store still knows that it was."""
        delivered = outbox.delivered_before(tx, (datetime.now(UTC) - KEPT).isoformat())
        if not self._sealed.intersection(delivered):
            return
        try:
            self._rewrite(frozenset(delivered))
        except OSError as fault:  # it is kept a little longer
            log.warning("not pruned yet", error=type(fault).__name__)

    def copy(self, tx: Tx, target: Path) -> None:
        """Give whoever helps all that is sealed, and what is not yet; raises Problem where it cannot be."""
        if self._key:
            self.catch_up(tx)
        try:
            shutil.copyfile(self.file, target)
        except FileNotFoundError:
            raise Problem("There is nothing to save yet.") from None
        except OSError as fault:
            raise Problem("It could not be written to {folder}.", folder=str(target.parent)) from fault

    def _rewrite(self, ops: frozenset[str]) -> None:
        kept = [line for line in _lines(self.file) if _op(line) not in ops]
        beside = self.file.with_name(f"{self.file.name}.new")
        with open(beside, "wb", opener=_private) as opened:
            opened.write(b"".join(kept))
            _sync(opened)
        os.replace(beside, self.file)
        _sync_folder(self.file.parent)
        self._whole = 0
        self._sealed.clear()
        self._remember(kept)

    def _append(self, lines: list[bytes]) -> None:
        """Write behind the last whole line, over what a power cut or a full disk has left of another."""
        if not lines:
            return
        fresh = not self.file.exists()
        with open(self.file, "r+b" if not fresh else "wb", opener=_private) as opened:
            opened.truncate(self._whole)
            opened.seek(self._whole)
            opened.write(b"".join(lines))
            _sync(opened)
        if fresh:
            _sync_folder(self.file.parent)
        self._remember(lines)

    def _remember(self, lines: list[bytes]) -> None:
        self._sealed.update(map(_op, lines))
        self._whole += sum(map(len, lines))


async def introduce(db: Db, central: Central, escrow: Escrow, pause: float = PAUSE) -> None:
    """Ask central for its key until it says it. The first one counts for as long as this store lives."""
    while True:
        try:
            told = await central.get("/v1/sync/seal", SealKey)
        except (Unreachable, Refused):
            await asyncio.sleep(pause)
            continue
        if not await db.run(_pin, escrow, told.key):
            log.error("central shows another seal than it did; what is sealed stays sealed for the first")
        return


async def tidy(db: Db, escrow: Escrow) -> None:
    """Drop what needs no keeping any more, at the start and then every few hours."""
    while True:
        await db.run(escrow.prune)
        await asyncio.sleep(TIDY_SECONDS)


def _pin(tx: Tx, escrow: Escrow, key: bytes) -> bool:
    pinned = held.pin_key(tx, key)
    escrow.trust(tx)
    return pinned == key


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sync(opened: IO[bytes]) -> None:
    opened.flush()
    os.fsync(opened.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # there a folder cannot be synced, and need not be
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lines(file: Path) -> list[bytes]:
    """The whole lines: the last one may have been torn."""
    lines = file.read_bytes().splitlines(keepends=True) if file.exists() else []
    return [line for line in lines if line.endswith(b"\n")]


def _op(line: bytes) -> str:
    return line.partition(b" ")[0].decode("ascii", "replace")
