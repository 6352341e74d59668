"""What happens between real tablets, real lines and a real central: cuts, deaths of the database, days away, a herd."""

import asyncio
import random
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import time_machine

from clienteling.contract.v1.sync import MAX_OPS, Push, Pushed
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.sync.drainer import Drainer
from tests.faults.storm.centre import Centre
from tests.faults.storm.proxy import Fault, Proxy
from tests.faults.storm.tablet import BY_KIND, Tablet, forget_answers, journal

IMPATIENCE = 0.3
"""Seconds a tablet waits for an answer here; the app's own five would only make a storm longer."""
BOUNDARIES = ("POST /v1/sync/push", "GET /v1/sync/scopes", "GET /v1/sync/changes")
WAYS = [(request, fault) for request in BOUNDARIES for fault in Fault if fault is not Fault.NONE]
Way = tuple[str, Fault]
Figures = dict[str, Any]


class Plan:
    """Breaks the next request to one path in one way, and counts what it did."""

    def __init__(self) -> None:
        self.done: Counter[Way] = Counter()
        self.next: Way | None = None

    def __call__(self, request: str) -> Fault:
        if self.next is None or self.next[0] != request:
            return Fault.NONE
        self.done[self.next] += 1
        fault, self.next = self.next[1], None
        return fault


async def cuts(central: Centre, seed: int, points: int) -> tuple[list[Tablet], Counter[Way]]:
    """B4: so many cuts, every way at every boundary, each in a round of its own with something to tell."""
    chance, plan, tablet, ways = random.Random(seed), Plan(), central.tablet(0), list(WAYS)
    proxy = Proxy(central.url, plan)
    await tablet.open(await proxy.open(), IMPATIENCE)
    await tablet.settle()
    for n in range(points):
        if n % len(ways) == 0:
            chance.shuffle(ways)
        await tablet.act(chance)
        plan.next = ways[n % len(ways)]
        await tablet.settle()
    await tablet.close()
    await proxy.close()
    return [tablet], plan.done


async def deaths(central: Centre, seed: int, points: int) -> tuple[list[Tablet], Counter[str]]:
    """B12: so many deaths of the database while a tablet tells what it has."""
    chance, tablet, done = random.Random(seed), central.tablet(0), Counter[str]()
    await tablet.open(central.url)
    await tablet.settle()
    for _ in range(points):
        for _ in range(chance.randint(1, 12)):
            await tablet.act(chance)
        telling, hard = asyncio.create_task(tablet.settle()), chance.random() < 0.5
        await asyncio.sleep(chance.uniform(0, 0.15))
        done["fell into it" if not telling.done() else "came too late"] += 1
        await asyncio.to_thread(central.kill_database, hard)
        await telling
        done["SIGKILL" if hard else "immediate stop"] += 1
    await tablet.close()
    return [tablet], done


async def twins(central: Centre, seed: int, points: int) -> tuple[list[Tablet], Counter[str]]:
    """B8: so many times two processes drain one outbox at once, as no lock should ever let them."""
    chance, tablet, twin = random.Random(seed), central.tablet(0), central.tablet(0)
    await tablet.open(central.url)
    await tablet.settle()
    await twin.open(central.url)
    for _ in range(points):
        for _ in range(chance.randint(1, 6)):
            await tablet.act(chance)
        await asyncio.gather(tablet.settle(), twin.settle())
    for one in (tablet, twin):
        await one.close()
    return [tablet], Counter({"drained by two": points})


async def away(central: Centre, seed: int, facts: int) -> tuple[list[Tablet], Figures]:
    """B5: 72 hours without a network, then everything at once; how long it took, and what had to wait."""
    chance, tablet = random.Random(seed), central.tablet(0)
    await tablet.open(central.url, timeout=30)
    await tablet.settle()
    with time_machine.travel(datetime.now(UTC) - timedelta(hours=72), tick=True):
        while await tablet.untold() < facts:
            await tablet.act(chance)
    untold, began = await tablet.untold(), time.monotonic()
    waits, watching = list[float](), asyncio.Event()
    watch = asyncio.create_task(_watch(waits, watching))
    await tablet.settle(tries=1)
    seconds = time.monotonic() - began
    watching.set()
    await watch
    figures = {"facts": untold, "orders": len(tablet.told_orders), "seconds": round(seconds, 1)}
    figures["99th percentile of what the loop let wait, ms"] = round(sorted(waits)[len(waits) * 99 // 100] * 1000, 1)
    return [tablet], figures


async def _watch(waits: list[float], end: asyncio.Event) -> None:
    """How late the loop comes to what wants to run every 10 ms, as the screen does."""
    while not end.is_set():
        asked = time.monotonic() + 0.01
        await asyncio.sleep(0.01)
        waits.append(max(0.0, time.monotonic() - asked))


async def replay(tablet: Tablet, backwards: bool) -> int:
    """B6: tell everything once more that was ever told; how many facts."""
    items = await tablet.db.read(journal)
    if not backwards:
        await tablet.db.run(forget_answers)
        await tablet.settle()
        return len(items)
    backward = [item.operation for item in items[::-1]]
    for n in range(0, len(backward), MAX_OPS):
        ops = backward[n : n + MAX_OPS]
        answers = await tablet.central.post("/v1/sync/push", Pushed, Push(tablet.code, ops))
        assert {answer.status for answer in answers.answers} == {200}
    return len(items)


async def herd(central: Centre, seed: int, tablets: int, facts: int) -> tuple[list[Tablet], Figures]:
    """D2: so many tablets come back at once, each with so many facts, with the app's own drainer and its pauses."""
    chance, heard = random.Random(seed), Counter[str]()
    them = [central.tablet(n) for n in range(tablets)]
    for tablet in them:
        await tablet.open(central.url, timeout=30)
        await tablet.settle()
        while await tablet.untold() < facts:
            await tablet.act(chance)
        _listen(tablet, heard)
    began = time.monotonic()
    drainers = [asyncio.create_task(_drained(tablet)) for tablet in them]
    await asyncio.gather(*drainers)
    figures = {"tablets": tablets, "facts": tablets * facts, "seconds": round(time.monotonic() - began, 1), **heard}
    for tablet in them:
        await tablet.close()
    return them, figures


async def _drained(tablet: Tablet) -> None:
    drainer = Drainer(tablet.db, tablet.central, lambda: tablet.code, BY_KIND, Connection())
    drains = asyncio.create_task(drainer.run())
    while await tablet.untold():
        await asyncio.sleep(0.25)
    drains.cancel()
    await asyncio.gather(drains, return_exceptions=True)


def _listen(tablet: Tablet, heard: Counter[str]) -> None:
    async def count(answer: httpx.Response) -> None:
        silent = answer.status_code >= 500 and "retry-after" not in answer.headers
        heard[f"{'! without Retry-After: ' if silent else 'answers '}{answer.status_code}"] += 1

    tablet.client.event_hooks = {"response": [count]}
