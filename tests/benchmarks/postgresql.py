"""How fast central on PostgreSQL takes facts in and tells changes, over HTTP, with commits that reach the disk."""

from __future__ import annotations

import asyncio
import random
import time

from clienteling.contract.v1.sync import ChangePage, Scope
from clienteling.desktop.sync.push import push
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground
from tests.faults.storm.centre import Centre, centre
from tests.faults.storm.tablet import BY_KIND, Tablet

TABLETS = 8
PAGE = 200


def measure(ground: Ground) -> list[Figure]:
    """Milliseconds a batch of facts and a page of changes take, and how many facts and changes come in a second."""
    facts = ground.rounds(500, 100)
    with centre(ground.folder / "postgresql", TABLETS) as central:
        return asyncio.run(_measure(central, facts))


async def _measure(central: Centre, facts: int) -> list[Figure]:
    chance = random.Random(952)
    tablets = [await central.tablet(n).open(central.url, timeout=60) for n in range(TABLETS)]
    for tablet in tablets:
        await tablet.settle()
        while await tablet.untold() < facts:
            await tablet.act(chance)
    told = await _rate(tablets, _tell)
    heard = await _rate(tablets, _hear)
    for tablet in tablets:
        await tablet.close()
    return [
        Figure(f"PostgreSQL: push a batch, {TABLETS} tablets at once", "ms", told[0], f"{told[1]:,.0f} facts a second"),
        Figure(f"PostgreSQL: a page of {PAGE} changes, {TABLETS} tablets at once", "ms", heard[0],
               f"{heard[1]:,.0f} changes a second"),
    ]  # fmt: skip


async def _rate(tablets, work) -> tuple[list[float], float]:
    """Milliseconds of each piece of work, and how many things it was in a second over all tablets."""
    began, took = time.perf_counter(), list[float]()
    done = await asyncio.gather(*(work(tablet, took) for tablet in tablets))
    return took, sum(done) / (time.perf_counter() - began)


async def _tell(tablet: Tablet, took: list[float]) -> int:
    told = 0
    while True:
        began = time.perf_counter()
        answered = await push(tablet.db, tablet.central, tablet.code, BY_KIND)
        if not answered:
            return told
        told += answered
        took.append((time.perf_counter() - began) * 1000)


async def _hear(tablet: Tablet, took: list[float]) -> int:
    heard = 0
    for scope in await tablet.central.get("/v1/sync/scopes", list[Scope]):
        cursor, more = "", True
        while more:
            began = time.perf_counter()
            asked = {"scope": scope.scope, "cursor": cursor, "limit": PAGE}
            page = await tablet.central.get("/v1/sync/changes", ChangePage, **asked)
            took.append((time.perf_counter() - began) * 1000)
            heard, cursor, more = heard + len(page.changes), page.next, page.more
    return heard
