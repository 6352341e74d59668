"""Looks the whole store through once a night, when nobody holds the tablet; knows no table."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from clienteling.desktop.runtime.db import Db

LOOK_SECONDS = 900.0
HOURS = range(2, 6)
APART = timedelta(hours=20)


async def check(db: Db, alone: Callable[[], bool], pause: float = LOOK_SECONDS) -> None:
    """For ever; a store that is found damaged is told, and the next start saves what can be saved."""
    last = datetime.min
    while True:
        now = datetime.now()
        # a clock that was set back does not put the next check off by years
        if now.hour in HOURS and alone() and not timedelta(0) <= now - last < APART:
            last = now
            await db.check()
        await asyncio.sleep(pause)
