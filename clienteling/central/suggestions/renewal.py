"""Makes due lists anew behind the requests that made them due, the longest due first; knows no table and no request."""

from __future__ import annotations

import asyncio

import structlog

from clienteling.central.runtime.db import AWAY, Database
from clienteling.central.suggestions import actions, building
from clienteling.central.suggestions import actions_counts as counts

_GATHER = 0.2
"""Seconds in which several things that happen to one person become one new list."""
_BREATH = 0.02
"""Seconds between two lists: whoever waits for the database goes first."""
_AWAY_SECONDS = 5.0
_PRODUCTS = 200
"""How many products' companions are written at once."""


async def pair(db: Database) -> None:
    """Count anew what is bought together: read in one view, counted beside the requests, written a little at a time."""
    shop, lines = await db.read(counts.basis)
    companions = await asyncio.to_thread(building.companions, shop, lines)
    products = sorted(shop.names)
    await db.run(counts.count_popular)
    for at in range(0, len(products), _PRODUCTS):
        await db.run(counts.keep_companions, products[at : at + _PRODUCTS], companions)


class Renewal:
    """One task of central's; cancelling it between two lists loses nothing, for who is due stands in the database."""

    def __init__(self, db: Database) -> None:
        self._db, self._due = db, asyncio.Event()

    def wake(self) -> None:
        """Somebody's list is due; to be called after the commit."""
        self._due.set()

    async def run(self) -> None:
        """For ever; first what a process that ended before us left due."""
        while True:
            self._due.clear()
            while await self._next():
                await asyncio.sleep(_BREATH)
            await self._due.wait()
            await asyncio.sleep(_GATHER)

    async def _next(self) -> bool:
        """One list; False when none is due. A list that cannot be made must not hold up those behind it."""
        try:
            return await self._db.run(actions.renew_due)
        except AWAY:
            await asyncio.sleep(_AWAY_SECONDS)
        except Exception as error:
            structlog.get_logger().error("bug", doing="suggestions", exc_info=error)
            await self._db.run(actions.pass_over)
        return True
