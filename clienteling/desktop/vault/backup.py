"""Backs the store up every hour, beside everything else; knows neither sync nor what is in the store."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import msgspec
import structlog

from clienteling.desktop.runtime import process
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.vault.store_backup import Task, backups

log = structlog.get_logger()
FOLDER = "backups"
EVERY = 3600.0
"""Seconds from one backup to the next."""
SOON = 300.0
"""Seconds until the first, and until a next try where there was something better to do."""


async def keep(store: Path, key: Key, busy: Callable[[], Awaitable[bool]]) -> None:
    """Back up when an hour has passed and the store is calm, for ever; the first time SOON after the start."""
    folder = store.parent / FOLDER
    await asyncio.sleep(SOON)
    while True:
        if not await busy() and await once(store, folder, key):
            await asyncio.sleep(EVERY)
        else:
            await asyncio.sleep(SOON)


async def once(store: Path, folder: Path, key: Key) -> bool:
    """Whether one more backup stands now, checked; a failed one leaves those before as they are."""
    task = msgspec.msgpack.encode(Task(str(store), str(folder), key.reveal()))
    code = await process.run(sys.executable, "-m", "clienteling.desktop.vault.store_backup", given=task)
    if code:
        log.error("backup failed", code=code, kept=len(backups(folder)))
    return not code
