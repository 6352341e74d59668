"""Many tablets lose central at one moment: do they come back one by one, or all at once?"""

from __future__ import annotations

import asyncio
import random
from typing import Any

from clienteling.desktop.sync import drainer
from tests.faults.histories.history import ground
from tests.faults.histories.loop import LOOP
from tests.faults.histories.seams import CHANCE
from tests.faults.histories.world import World

OUTAGE = 400.0
TRY = 7
APART = 1.0
"""Seconds: five tablets that try for the seventh time lie further apart, or it is no chance that chose the moments."""


def without_jitter() -> list[tuple[Any, str, Any]]:
    """Every pause is exactly twice as long as the one before."""
    steady = random.Random()
    steady.uniform = lambda low, high: high  # type: ignore[method-assign]
    return [(drainer, "random", steady)]


def flaws(seed: int) -> list[str]:
    """Play one outage; what is wrong with the moments at which the tablets try again."""
    here, planted = ground(), drainer.random
    with here.play(seed):
        if isinstance(getattr(planted, "uniform", None), type(lambda: 0)):
            drainer.random = planted
        world = here.world(seed)
        while len(world.devices) < len(here.devices):
            here.add(world, len(world.devices))
        try:
            moments = LOOP.run(_outage(world))
        finally:
            world.close()
    spread = max(moments) - min(moments)
    return [f"{len(moments)} tablets try for the {TRY}th time within {spread:.2f} s"] if spread < APART else []


async def _outage(world: World) -> list[float]:
    world.healed = True  # nobody works, nothing else goes wrong
    tries: dict[int, list[float]] = {device.number: [] for device in world.devices}
    for device in world.devices:
        device.cut = True
        world.boot(device)
        device.line.tried = tries[device.number].append  # type: ignore[union-attr]
    await asyncio.sleep(OUTAGE + CHANCE.random())
    return [moments[TRY - 1] for moments in tries.values()]
