"""What goes wrong in a history, each at the step that its seed names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from clienteling.central.runtime.clock import now
from clienteling.central.sync import feed
from tests.faults.histories.device import Device
from tests.faults.histories.loop import LOOP
from tests.faults.histories.seams import CHANCE

if TYPE_CHECKING:
    from tests.faults.histories.world import World

DAY = 86_400.0
DECADE = 3_652 * DAY


def crash(world: World, device: Device) -> None:
    """The tablet's power fails."""
    world.crash(device)


def night(world: World, _device: Device) -> None:
    """The shop closes with whatever is under way, and opens again after more than a day."""
    night = CHANCE.uniform(1.1, 3.0) * DAY
    world.opens = max(world.opens, LOOP.time() + night)  # it may be closed already
    for one in world.devices:
        one.off()
        LOOP.outside(night + CHANCE.random(), world.boot, one)
    world.counts["nights"] += 1
    world.note("the shop closes")


def central(world: World, _device: Device) -> None:
    """Central dies and starts again."""
    if world.life:
        world.stop_central()
        LOOP.outside(CHANCE.random() * 20, world.reopen)


def before(world: World, device: Device) -> None:
    """The power fails at the end of the next transaction, before its commit."""
    _next_commit(device, "before")


def after(world: World, device: Device) -> None:
    """The power fails after the next commit, before anybody hears of it."""
    _next_commit(device, "after")


def unknown(world: World, device: Device) -> None:
    """The next commit is kept, and an error says that it was not."""
    world.disk_failed = True
    _next_commit(device, "unknown")


def refused(world: World, device: Device) -> None:
    """The next commit fails."""
    world.disk_failed = True
    _next_commit(device, "refused")


def _next_commit(device: Device, fate: str) -> None:
    device.tablet.raw.fate, device.tablet.raw.waits_for = fate, CHANCE.choice(("", "deed", "sale"))


def clock(world: World, device: Device) -> None:
    """The tablet's clock jumps, by minutes or by ten years."""
    device.skew = CHANCE.choice((DECADE, -DECADE, 3_600.0, -3_600.0, 40 * DAY, 0.0))
    if device.life:
        device.life.skew = device.skew
    world.note(f"{device.name} is off by {device.skew}")


def cut(world: World, device: Device) -> None:
    """The tablet has no network for a while."""
    _cut(device, True)
    LOOP.outside(CHANCE.choice((3, 20, 200)), _cut, device, False)


def _cut(device: Device, cut: bool) -> None:
    device.cut = cut
    if device.line:
        device.line.cut = cut


def compact(world: World, device: Device) -> None:
    """Central forgets what was deleted until then, while one of the tablets has no network."""
    _cut(device, True)
    LOOP.outside(60, _cut, device, False)
    LOOP.outside(30, _begin_compacting, world)


def _begin_compacting(world: World) -> None:
    if world.life:
        LOOP.start(world.life, _compact(world))


async def _compact(world: World) -> None:
    before = now()
    for scope in await world.central.db.read(feed.overdue, before):
        await world.central.db.run(feed.compact, scope, before)


def backup(world: World, _device: Device) -> None:
    """Central's database is copied."""
    world.backups.append(world.server.image())


def restore(world: World, _device: Device) -> None:
    """Central loses its disk and goes on from the last copy, or from the beginning."""
    world.stop_central()
    world.server.restore(world.backups[-1] if world.backups else world.start)
    world.counts["central restored"] += 1
    world.server.change(feed.begin_epochs)  # as the command does that puts a backup back
    world.note("central is restored")
    world.reopen()


CAUSE: dict[str, Callable[[World, Device], None]] = {
    one.__name__: one
    for one in (crash, night, central, before, after, unknown, refused, clock, cut, compact, backup, restore)
}
