"""The task that does the chores of the night one after the other, resting between batches; knows none of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

import structlog

from clienteling.central.nightly import actions
from clienteling.central.nightly.domain import Chore, night
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import AWAY, Database

Progress = Callable[[str, int], None]
_BREATH = 0.02
"""Seconds between two batches: whoever waits for the database goes first."""
_LOOK_SECONDS = 600


class Nightly:
    """Begins at `hour` o'clock UTC, or as soon after as it runs; whatever ends it, it goes on where it was."""

    def __init__(self, db: Database, chores: Sequence[Chore], hour: int) -> None:
        self._db, self._chores, self._hour = db, chores, hour
        self._names = [chore.name for chore in chores]

    async def run(self) -> None:
        """For ever, night after night."""
        while True:
            try:
                await self._db.run(actions.fall, self._names, night(now(), self._hour))
                await self._work(lambda name, done: None, self._chores)
            except AWAY as error:
                structlog.get_logger().warning("night put off", exc_info=error)
            except Exception as error:
                structlog.get_logger().error("bug", doing="nightly", exc_info=error)
            await asyncio.sleep(_LOOK_SECONDS)

    async def once(self, progress: Progress, only: str | None = None) -> None:
        """All of it now, or one chore; `progress(chore, done)` after every batch, with how many were looked at."""
        chores = [chore for chore in self._chores if only in (None, chore.name)]
        await self._db.run(actions.begin_now, [chore.name for chore in chores])
        await self._work(progress, chores)

    async def _work(self, progress: Progress, chores: Sequence[Chore]) -> None:
        for chore in chores:
            begun = await self._db.run(actions.is_begun, chore.name)
            if begun and chore.prepare:
                await chore.prepare(partial(progress, chore.name))
            total = 0
            while (done := await self._db.run(actions.turn, chore)) is not None:
                total += done
                progress(chore.name, total)
                await asyncio.sleep(_BREATH)
