"""Opening a client with 10,000 events, in the real window, and the memory the app takes before and after."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import psutil
import sqlalchemy as sa

from clienteling.contract.ids import new_id
from clienteling.desktop.clientbook import store
from clienteling.desktop.clientbook.domain import Event, Item
from clienteling.desktop.runtime.db import Tx, metadata
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground
from tests.benchmarks.window import Window, at

EVENTS = 10_000


def measure(ground: Ground) -> list[Figure]:
    """Milliseconds from the tap to her first rows on the screen; megabytes of resident memory."""
    return at(ground.tablet_copy("history"), lambda window: _open(window, ground.rounds(20, 8)))


async def _open(window: Window, rounds: int) -> list[Figure]:
    app = window.app
    await window.sign_in()
    heavy, light = await app.ground.db.run(_fill)
    await asyncio.sleep(1)
    start = _memory()
    opened: dict[str, list[float]] = {heavy: [], light: []}
    for _ in range(rounds):
        for customer, took in opened.items():
            took.append(await _one(window, customer))
    ordinary = Figure("open an ordinary client", "ms", opened[light])
    ratio = Figure("", "", opened[heavy]).median / ordinary.median
    return [
        ordinary,
        Figure("open a client with 10,000 events", "ms", opened[heavy], f"{ratio:.1f} times as long"),
        Figure("memory after the start", "MB", [start]),
        Figure("memory after opening her", "MB", [_memory()]),
    ]


async def _one(window: Window, customer: str) -> float:
    book = window.app.clientbook
    took = await window.painted(
        lambda: window.app.navigator.open("customer", customer),
        lambda: book.customer == customer and book.state == "rows" and book.historyState == "rows",
    )
    await asyncio.sleep(0.3)
    window.app.navigator.open("clients")
    await asyncio.sleep(0.2)
    return took


def _fill(tx: Tx) -> tuple[str, str]:
    """Give one client so long a history; she, and another one with the shop's own."""
    customer, variant = metadata.tables["customer"], metadata.tables["variant"]
    known = sa.select(metadata.tables["event"].c.customer)
    heavy, light = tx.execute(sa.select(customer.c.id).where(customer.c.id.in_(known)).limit(2)).scalars()
    variants = tx.execute(sa.select(variant.c.id).limit(200)).scalars().all()
    begin = datetime(2016, 1, 1, tzinfo=UTC)
    store.save(tx, [_event(heavy, variants[n % len(variants)], begin + timedelta(hours=8 * n)) for n in range(EVENTS)])
    return heavy, light


def _event(customer: str, variant: str, moment: datetime) -> Event:
    at = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return Event(new_id(), customer, at, "online", "choose", "viewed", (Item(variant, 1, 0),))


def _memory() -> float:
    return psutil.Process().memory_info().rss / 2**20
