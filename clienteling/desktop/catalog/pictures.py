"""Fetches the pictures that screens miss, a few at a time; what cannot be had now is asked for again later."""

import asyncio

from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.pictures import PictureCache
from clienteling.desktop.runtime.tasks import Tasks

AT_ONCE = 4


class Pictures:
    """Answers the cache's `wanted` from central; `again` asks anew for what was missed."""

    def __init__(self, tasks: Tasks, central: Central, cache: PictureCache) -> None:
        self._tasks, self._central, self._cache = tasks, central, cache
        self._turn = asyncio.Semaphore(AT_ONCE)
        self._missed: set[str] = set()
        cache.wanted.connect(lambda product: tasks.start(self.fetch(product)))

    async def fetch(self, product: str) -> None:
        """Fetch and keep one picture; a product that has none is left alone."""
        async with self._turn:
            try:
                data = await self._central.get_bytes(f"/v1/catalog/pictures/{product}")
            except Unreachable:
                self._missed.add(product)
                return
            except Refused:
                return
            self._cache.store(product, data)

    def again(self) -> None:
        """Central answers again: fetch what the screens still miss."""
        missed, self._missed = self._missed, set()
        for product in missed:
            self._tasks.start(self.fetch(product))
