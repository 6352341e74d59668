"""What an operator does to central by hand, beside running it; knows no rule of what it does."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from clienteling.central.app import Central, build, teach
from clienteling.central.runtime.config import Misconfigured, load
from clienteling.central.runtime.db import Unfit
from clienteling.central.signin import actions as identities
from clienteling.central.sync import escrow as sealed
from clienteling.central.sync import feed

_RESTORED = """\
{scopes:,} scopes begin anew. At its next contact every tablet loads its data afresh and tells once more what it
told in the last 7 days; what central still knows of that is not taken twice.
What the web shop told after the backup does not come back, and devices registered after it need it again."""


def register(store: str, name: str, kind: str, database: str | None = None) -> int:
    """The command `clienteling register`: prints a new device's token; 1 and a sentence when it cannot be."""

    async def work(central: Central) -> None:
        _, token = await central.db.run(identities.register_device, store, name, kind)
        print(token)

    return _run(work, database)


def nightly(database: str | None = None) -> int:
    """The command `clienteling nightly`: what is done once a night, now, or the rest of it if it was interrupted."""
    return _run(lambda central: central.nightly.once(_print_progress), database)


def restored(database: str | None = None) -> int:
    """The command `clienteling restored`, after the database was put back from a backup: every device notices."""

    async def work(central: Central) -> None:
        print(_RESTORED.format(scopes=await central.db.run(feed.begin_epochs)))

    return _run(work, database)


def escrow(files: list[Path], database: str | None = None) -> int:
    """The command `clienteling escrow`: takes in what tablets sealed, each fact once, and prints what it found."""

    async def work(central: Central) -> None:
        records = [record for file in files for record in file.read_bytes().splitlines()]
        found = await sealed.take(central.db, teach(), identities.by_token, central.seal.private, records)
        print(", ".join(f"{count} {word}" for word, count in found.items()))

    return _run(work, database)


def _run(work: Callable[[Central], Awaitable[None]], database: str | None) -> int:
    async def opened() -> None:
        async with build(load(database=database)).open() as central:
            await work(central)

    try:
        asyncio.run(opened())
    except (Misconfigured, Unfit, LookupError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _print_progress(chore: str, done: int) -> None:
    """On standard error, a line that is written over where somebody watches."""
    begin, end = ("\r", "   ") if sys.stderr.isatty() else ("", "\n")
    print(f"{begin}{chore}: {done:,}", end=end, file=sys.stderr, flush=True)
