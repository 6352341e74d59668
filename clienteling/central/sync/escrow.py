"""Central's key pair for facts that tablets seal for it alone, and taking them in; knows no fact's meaning."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import mkstemp

from nacl.public import PrivateKey

from clienteling.central.runtime.db import Database, Tx
from clienteling.central.sync import actions, store
from clienteling.central.sync.domain import By, Words
from clienteling.contract.v1.escrow import unseal
from clienteling.contract.v1.sync import Operation

ByToken = Callable[[Tx, str], By | None]


class Seal:
    """The key pair of this installation: made once, kept in a file that only its owner reads, never lost on purpose."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def public(self) -> bytes:
        """What tablets seal with."""
        return bytes(PrivateKey(self.private).public_key)

    @property
    def private(self) -> bytes:
        """What opens it."""
        return self._file.read_bytes()

    def make(self) -> None:
        """Make it where there is none yet.

        Written beside and linked in whole: of two processes that begin at once both use the first's.
        """
        if self._file.exists():
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = mkstemp(dir=self._file.parent)  # only its owner may read it
        with open(handle, "wb") as opened:
            opened.write(bytes(PrivateKey.generate()))
            opened.flush()
            os.fsync(opened.fileno())
        try:
            os.link(beside, self._file)
        except FileExistsError:
            pass
        finally:
            os.unlink(beside)


async def take(db: Database, words: Words, by_token: ByToken, private: bytes, records: Iterable[bytes]) -> Counter[str]:
    """Decide on every sealed fact, in the order they were told, as if its tablet had pushed it.

    Counts those that were `new`, of them `refused`; those `known` from before; those of a device that may not speak
    any more (`unauthorised`); and lines that are torn, damaged or sealed for another central (`unreadable`).
    """
    found: Counter[str] = Counter(new=0, refused=0, known=0, unauthorised=0, unreadable=0)
    for record in records:
        try:
            sealed = unseal(private, record)
        except ValueError:
            found["unreadable"] += 1
            continue
        found.update(await db.run(_take, words, by_token, sealed.token, sealed.operation))
    return found


def _take(tx: Tx, words: Words, by_token: ByToken, token: str, operation: Operation) -> list[str]:
    by = by_token(tx, token)
    if by is None:
        return ["unauthorised"]
    if store.was_told(tx, by.device, operation.op):
        return ["known"]
    return ["new"] if actions.tell(tx, words, by, operation).status == 200 else ["new", "refused"]
