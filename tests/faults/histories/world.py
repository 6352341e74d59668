"""One history: a shop, its tablets and central under one seeded chance, what goes wrong, and how it heals."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
import traceback
from collections import Counter
from datetime import timedelta
from email.utils import format_datetime
from functools import partial
from random import Random
from typing import Any

import msgspec

from clienteling.central.app import Central
from clienteling.central.sync import feed
from clienteling.desktop.runtime.faults import DiskFault
from tests.faults.histories import front, mishaps
from tests.faults.histories.device import Device
from tests.faults.histories.disk import Server, Tablet
from tests.faults.histories.front import Reply, Request
from tests.faults.histories.ledger import Ledger
from tests.faults.histories.loop import LOOP, Life
from tests.faults.histories.network import FAIR, LATEST, Line, Weather
from tests.faults.histories.plan import Plan
from tests.faults.histories.seams import BEGINNING, CHANCE

HEALING = 400.0
"""Seconds within which everything must have arrived once nothing goes wrong any more: a pause, a poll, and some."""
LIMIT = 60_000


class World:
    """Everything of one history. `trace` is what happened, as a hash: the same seed gives the same."""

    def __init__(
        self,
        seed: int,
        server: Server,
        central: Central,
        words: Any,
        tablets: list[Tablet],
        start: sqlite3.Connection | None = None,
    ) -> None:
        self.server, self.central, self.words = server, central, words
        self.plan = Plan(Random(seed))
        self.ledger = Ledger()
        self.trace = hashlib.blake2b(digest_size=16)
        self.life: Life | None = None
        self.healed = False
        self.backups: list[sqlite3.Connection] = []
        self.devices: list[Device] = []
        self.tablets, self.start = tablets, start
        self.disk_failed = False
        self.counts: Counter[str] = Counter()
        self.opens = 0.0
        self._nudged: set[str] = set()

    def note(self, told: str) -> None:
        """Something happened that the same seed must bring again."""
        self.trace.update(f"{LOOP.steps} {LOOP.time():.4f} {told}\n".encode())

    # central

    def open_central(self) -> None:
        """Central starts over what was committed."""
        self.life = Life("central", self.plan.central_skew)
        self.server.begin(self.life)
        self.central.db.__init__("", feed.publish, self._nudge)  # type: ignore[misc]
        self.note("central starts")

    def reopen(self) -> None:
        """Central starts again, if it has not yet."""
        if self.life is None:
            self.open_central()

    def stop_central(self) -> None:
        """Central dies: what was not committed is undone."""
        if self.life is None:
            return
        life, self.life = self.life, None
        LOOP.kill(life)
        self.server.begin(Life("nobody"))
        self.counts["central died"] += not self.healed
        self.note("central dies")

    async def ask(self, request: Request) -> Reply | None:
        """Central answers, or nobody does."""
        if self.life is None:
            return None
        way = front.over_asgi(self.central.app, request) if self.plan.asgi else self._direct(request)
        self.counts["requests"] += 1
        answering = LOOP.start(self.life, way)
        try:
            reply = await answering
            return msgspec.structs.replace(reply, headers=reply.headers | {"date": _date()})
        except asyncio.CancelledError:
            return None

    async def _direct(self, request: Request) -> Reply:
        return await front.without_http(self.central, self.words, request)

    def _nudge(self, _published: Any) -> None:
        for device in self.devices:
            if device.ready and device.name not in self._nudged and CHANCE.random() < self.plan.nudged:
                self._nudged.add(device.name)
                LOOP.outside(CHANCE.random(), self._wake, device)

    def _wake(self, device: Device) -> None:
        self._nudged.discard(device.name)
        if device.ready:
            device.drainer.wake()

    # tablets

    def boot(self, device: Device) -> None:
        """The tablet is switched on, and somebody goes on with what is to be done."""
        if device.life is not None or LOOP.time() < self.opens:
            return
        line = Line(self._weather, self.ask, f"token-{device.number}")
        line.note = lambda told: self.note(f"{device.name} {told}")
        line.flaws = self.ledger.flaws
        line.cut = device.cut
        device.boot(line)
        self.note(f"{device.name} starts")
        if not self.healed:
            LOOP.start(device.life, self._work(device))  # type: ignore[arg-type]

    def crash(self, device: Device) -> None:
        """The tablet's power fails, and comes back after a while."""
        if device.life is None:
            return
        device.off()
        self.counts["tablets died"] += 1
        self.note(f"{device.name} dies")
        LOOP.outside(self.plan.pause(), self.boot, device)

    def _weather(self) -> Weather:
        return FAIR if self.healed else self.plan.weather

    async def _work(self, device: Device) -> None:
        await asyncio.sleep(0.01)
        while device.todo > 0:
            device.todo -= 1
            deed = self.plan.deed()
            self.note(f"{device.name} {deed.__name__}")
            try:
                await deed(device)
            except DiskFault:
                self.note(f"{device.name} hears that the disk failed")
            except Exception:
                self.ledger.flaws.append(f"{device.name} {deed.__name__}: {traceback.format_exc()}")
            await asyncio.sleep(self.plan.pause())

    # the story

    def add(self, device: Device) -> None:
        """One more tablet; the work is shared among them."""
        device.todo = -(-self.plan.work // self.plan.tablets)
        device.crash = lambda: self.crash(device)
        self.devices.append(device)

    async def story(self) -> None:
        """Work and trouble, then no more trouble, until everything has arrived."""
        self.open_central()
        for device in self.devices:
            self.boot(device)
        for step, what, chance in self.plan.troubles:
            event = partial(mishaps.CAUSE[what], self, self.devices[int(chance * len(self.devices))])
            LOOP.events.setdefault(step, []).append(event)
        while any(device.todo > 0 for device in self.devices):
            await asyncio.sleep(max(5.0, self.opens - LOOP.time()))
        await asyncio.sleep(self.plan.pause())
        LOOP.events.clear()
        await asyncio.sleep(max(0.0, self.opens - LOOP.time()) + 1)
        await self._heal()

    def close(self) -> None:
        """Everything is switched off."""
        for device in self.devices:
            device.off()
        self.stop_central()

    def figures(self) -> dict[str, int]:
        """What the history was made of."""
        return {
            **self.counts,
            "facts": len(self.ledger.made),
            "told": len(self.ledger.told),
            "receipts": len(self.ledger.receipts),
        }

    async def _heal(self) -> None:
        self.healed = True
        self.reopen()
        for device in self.devices:
            device.cut, device.tablet.raw.fate = False, ""
            if device.line:
                device.line.cut = False
            self.boot(device)
        await asyncio.sleep(LATEST + 5 if self.plan.weather.late else 5)  # what is still on its way arrives
        seen = -1
        await self._arrive()
        while seen < (seen := self.server.changes()):
            await self._read_to_the_end()  # hearing of a restored central, a tablet may tell again
            await self._arrive()

    async def _arrive(self) -> None:
        until = LOOP.time() + HEALING
        while not await self._settled():
            await asyncio.sleep(10)
            if LOOP.time() > until:
                self.ledger.flaws.append("not everything had arrived long after nothing went wrong any more")
                return

    async def _settled(self) -> bool:
        return not any([await device.db.read(_unsettled) for device in self.devices])

    async def _read_to_the_end(self) -> None:
        """Every tablet hears what stands now: the round that runs may have begun before."""
        wanted = {
            device: device.drainer.rounds + 1 + bool(device.line and device.line.asking) for device in self.devices
        }
        until = LOOP.time() + HEALING
        while LOOP.time() < until and any(device.drainer.rounds < rounds for device, rounds in wanted.items()):
            for device, rounds in wanted.items():
                if device.drainer.rounds < rounds:
                    device.drainer.wake()
            await asyncio.sleep(3)


def _date() -> str:
    """As the server in front of the application writes it."""
    return format_datetime(BEGINNING + timedelta(seconds=LOOP.time()), usegmt=True)


def _unsettled(tx: Any) -> int:
    """Facts that wait for nobody but central."""
    return int(tx.exec_driver_sql(_UNSETTLED).scalar())


_UNSETTLED = """
    SELECT count(*) FROM outbox o WHERE state = 'acked' OR state IN ('pending', 'sent') AND NOT EXISTS (
        SELECT 1 FROM outbox b WHERE b.entity = o.entity AND b.n < o.n AND b.state IN ('conflict', 'rejected'))
"""
