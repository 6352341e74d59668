"""The one task that pushes and pulls, woken by a local commit, a nudge or the clock; knows no feature."""

import asyncio
import random
import traceback
from collections.abc import Callable

import structlog

from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.faults import DiskFault
from clienteling.desktop.sync import outbox
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.sync.mirror import Mirrors
from clienteling.desktop.sync.pull import Progress, pull
from clienteling.desktop.sync.push import push

log = structlog.get_logger()
POLL = 60.0
LONGEST = 60.0
SLOW_POLL = 15.0


class Drainer:
    """Runs rounds of push and pull; a round that fails is tried again after a full-jitter pause."""

    def __init__(
        self, db: Db, central: Central, device: Callable[[], str], mirrors: Mirrors, connection: Connection
    ) -> None:
        self.db, self.central, self.mirrors, self.connection = db, central, mirrors, connection
        self.progress: Progress = lambda scope, done, of: None
        self.may_pull: Callable[[], bool] = lambda: True
        """What comes from central waits while the room that is left is for orders."""
        self.rounds = 0
        self._device = device
        self._wake = asyncio.Event()
        self._failures = 0
        self._late = self._asking = False
        central.doubted = self._doubt
        db.changed.connect(self._on_change)

    def wake(self) -> None:
        """Start a round now, or another one after the one that runs."""
        self._wake.set()

    async def run(self) -> None:
        """Drain for ever."""
        while True:
            self._wake.clear()
            try:
                wait = await self._round()
            except DiskFault as fault:
                log.warning("the store does not take it", fault=type(fault).__name__)
                wait = LONGEST
            except Exception as fault:
                # a bug must not end the sending of orders: it is told, and the next round tries again
                self._broke(fault)
                wait = LONGEST
            try:
                await asyncio.wait_for(self._wake.wait(), wait)
            except TimeoutError:
                continue

    async def _round(self) -> float:
        self._late, self._asking = False, True
        try:
            await self._exchange()
        except Unreachable as fault:
            return self._lost(fault)
        except Refused as refused:
            log.warning("sync refused", status=refused.status)
            self.connection.refused()
            return LONGEST
        finally:
            self._asking = False
        self._failures = 0
        self.rounds += 1
        if self._late:
            self.connection.lost(SLOW_POLL, "slow")
            return SLOW_POLL
        self.connection.answered()
        return POLL * random.uniform(0.8, 1.2)

    async def _exchange(self) -> None:
        closed: Unreachable | None = None
        try:
            await self._tell()
        except Unreachable as fault:
            if fault.why != "closed":
                raise
            closed = fault  # it takes nothing in, but may well be read
        if self.may_pull():
            await pull(self.db, self.central, self.mirrors, self.progress)
        if closed:
            raise closed

    async def _tell(self) -> None:
        if self.connection.state == "offline":
            await self.central.get("/health", dict)
            await push(self.db, self.central, self._device(), self.mirrors, limit=1)
            if not self._late:
                self.connection.answered()
        while await push(self.db, self.central, self._device(), self.mirrors):
            pass

    def _broke(self, fault: Exception) -> None:
        log.error("bug", where="".join(traceback.format_tb(fault.__traceback__)) + type(fault).__name__)
        self.connection.lost(LONGEST, "fault")

    def _lost(self, fault: Unreachable) -> float:
        self._failures += 1
        wait = max(fault.wait, random.uniform(0, min(LONGEST, 2.0**self._failures)))
        self.connection.lost(wait, fault.why)
        return wait

    def _doubt(self) -> None:
        """An answer is late or did not come, whoever asked: offline until a try has shown otherwise."""
        self._late = True
        if self.connection.state == "online":
            self.connection.lost(0.0, "slow")
            if not self._asking:
                self.wake()

    def _on_change(self, tables: frozenset[str]) -> None:
        if outbox.UNTOLD in tables and self.connection.state != "offline":
            self.wake()
