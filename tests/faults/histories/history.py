"""Plays one history from its seed and says what was wrong in the end, what it was made of, and its trace."""

from __future__ import annotations

import asyncio
import gc
import logging
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa
import structlog
from sqlcipher3 import dbapi2
from structlog.testing import LogCapture

from clienteling.central import app as central_app
from clienteling.central.runtime import db as central_db
from clienteling.central.runtime.config import Config
from clienteling.desktop.migrations import upgrade
from clienteling.desktop.runtime import db as desktop_db
from clienteling.desktop.signin import store as signin_store
from clienteling.desktop.sync import pull
from tests.faults.histories import oracle, seams, shop
from tests.faults.histories.device import Device
from tests.faults.histories.disk import Server, Tablet
from tests.faults.histories.loop import LIFE, LOOP, Stuck
from tests.faults.histories.world import LIMIT, World


class Outcome(NamedTuple):
    """How a history ended: `flaws` is empty when every promise was kept."""

    seed: int
    flaws: list[str]
    trace: str
    figures: dict[str, int]


class Ground:
    """What all histories of this process begin from: the shop at central, and every tablet freshly set up."""

    def __init__(self) -> None:
        self.server = Server()
        self.tablets = [Tablet() for _ in shop.HOMES]
        self.blank = Tablet()
        said = LogCapture()
        with self.play(0), _heard(said):
            self.central = central_app.build(Config(folder=Path("/dev/shm/clienteling-faults-none")))
            self.words = central_app.teach()
            upgrade.upgrade(self.blank.engine)
            LOOP.limit = LIMIT
            self.images: list[Any] = []
            self.empty: list[Any] = []
            try:
                self.devices = LOOP.run(self._found())
            except Stuck as stuck:
                raise RuntimeError("\n".join([*LOOP.faults, *map(_where, said.entries[:1])])) from stuck
            self.start = self.server.image()

    async def _found(self) -> list[tuple[str, str]]:
        world = World(0, self.server, self.central, self.words, self.tablets)
        world.healed = True
        world.open_central()
        await self.central.db.run(central_db.metadata.create_all)
        devices: list[tuple[str, str]] = await self.central.db.run(shop.found)
        for number, (id, _) in enumerate(devices):
            device = Device(number, id, shop.HOMES[number], self.tablets[number], world.ledger)
            _copy(self.blank.raw, device.tablet.raw)
            told = {"id": id, "store": device.store, "tenant": shop.TENANT, "name": device.name, "code": device.code}
            with device.tablet.engine.begin() as tx:
                signin_store.keep_device(tx, told)
            self.empty.append(_copied(device.tablet.raw))
            device.tablet.restore(self.empty[-1])
            await self._load(world, device)
            self.images.append(_copied(device.tablet.raw))
        world.stop_central()
        return devices

    async def _load(self, world: World, device: Device) -> None:
        world.boot(device)
        while not (device.ready and device.drainer.rounds):
            await asyncio.sleep(1)
            assert not LOOP.faults, LOOP.faults
        device.off()

    @contextmanager
    def play(self, seed: int) -> Iterator[None]:
        """The clock at its beginning, chance from the seed, and both halves asking here."""
        seams.CHANCE.seed(seed)
        LOOP.begin(seams.CHANCE)
        own = [
            (central_db, "_engine", lambda _url: self.server.engine),
            (desktop_db, "ThreadPoolExecutor", lambda *_: LIFE.get().owner.thread()),
            (desktop_db, "open_engine", lambda *_: LIFE.get().owner.tablet.engine),
        ]
        with seams.taken(), seams.swapped(own):
            try:
                yield
            finally:
                LOOP.end()

    def world(self, seed: int) -> World:
        """The shop and the tablets as the seed means them."""
        world = World(seed, self.server, self.central, self.words, self.tablets, self.start)
        self.server.restore(self.start)
        images = self.empty if world.plan.empty else self.images
        for number in range(world.plan.tablets):
            self.tablets[number].restore(images[number])
            self.add(world, number)
        return world

    def add(self, world: World, number: int) -> None:
        """One of the tablets takes part."""
        tablet, id = self.tablets[number], self.devices[number][0]
        world.add(Device(number, id, shop.HOMES[number], tablet, world.ledger))


def _copied(raw: Any) -> Any:
    copy = dbapi2.connect(":memory:", check_same_thread=False)
    raw.backup(copy)
    return copy


def _copy(source: Any, target: Any) -> None:
    source.backup(target)


def _hush() -> None:
    """Connections that central left open when it died are let go of without a word, as a dead process does."""
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", "The garbage collector is trying", sa.exc.SAWarning)


@cache
def ground() -> Ground:
    """Made once in a process; it is there to stay, and a history leaves little: the garbage collector looks rarely."""
    _hush()
    made = Ground()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    return made


def play(seed: int) -> Outcome:
    """Play one history to its end."""
    here = ground()
    said = LogCapture()
    with here.play(seed), _heard(said):
        world = here.world(seed)
        LOOP.limit = LIMIT
        with seams.swapped([(pull, "PAGE", world.plan.page)]):
            flaws = _end(world)
        flaws += _bugs(said, world) + LOOP.faults
        steps = LOOP.steps
    return Outcome(seed, flaws, world.trace.hexdigest(), {"steps": steps, **world.figures()})


def _end(world: World) -> list[str]:
    try:
        LOOP.run(world.story())
        world.close()
        central = world.server.image()
        flaws = oracle.flaws(oracle.Books(central, world.ledger), world.devices)
        central.close()
        return flaws
    except Stuck as stuck:
        return [f"the history does not end: {stuck}"]
    except Exception:
        return [traceback.format_exc()]
    finally:
        world.close()


def _where(entry: Any) -> str:
    fault = entry.get("exc_info")
    return str(entry.get("where") or "".join(traceback.format_exception(fault)))


@contextmanager
def _heard(said: LogCapture) -> Iterator[None]:
    before = structlog.get_config()
    structlog.configure(processors=[said], cache_logger_on_first_use=False)
    try:
        yield
    finally:
        structlog.configure(**before)


def _bugs(said: LogCapture, world: World) -> list[str]:
    """A fault of ours that was logged, unless the disk was made to fail."""
    bugs = [_where(entry) for entry in said.entries if entry["event"] == "bug"]
    return [bug for bug in bugs if not (world.disk_failed and "OperationalError" in bug)]
