"""Fetches the pictures that screens miss, a few at a time; what cannot be had now is asked for again later."""

import asyncio

from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.pictures import PictureCache
from clienteling.desktop.runtime.tasks import Tasks

AT_ONCE = 4


class Pictures:
    """Answers the cache's `wanted` from central."""

    def __init__(self, tasks: Tasks, central: Central, cache: PictureCache) -> None:
        self._tasks, self._central, self._cache = tasks, central, cache
        self._turn = asyncio.Semaphore(AT_ONCE)
        cache.wanted.connect(lambda product: tasks.start(self._fetch(product)))

    async def _fetch(self, product: str) -> None:
        async with self._turn:
            try:
                data = await self._central.get_bytes(f"/v1/catalog/pictures/{product}")
            except (Unreachable, Refused):
                return
            self._cache.store(product, data)
