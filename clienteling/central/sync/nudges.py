"""Word to the devices that a scope has moved on; in this process only, and losing one is harmless."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

from clienteling.contract.v1.sync import Nudge

_GATHER = 0.05


class Nudges:
    """Tells everyone who listens; many changes of a scope in a short while become one nudge."""

    def __init__(self, heartbeat: float) -> None:
        self._heartbeat = heartbeat
        self._waiting: set[_Listener] = set()
        self._closed = False

    def send(self, published: Iterable[tuple[str, int]]) -> None:
        """Tell the new heads; to be called after the commit."""
        for scope, head in published:
            for listener in self._waiting:
                listener.tell(scope, head)

    async def listen(self, scopes: Callable[[], Awaitable[set[str]]]) -> AsyncIterator[list[Nudge]]:
        """The nudges of one device as they come; an empty list once it listens and at the latest after a heartbeat.

        `scopes` is asked again before every list: a device may have opened a person meanwhile.
        """
        listener = _Listener()
        self._waiting.add(listener)
        told: list[Nudge] = []
        try:
            while not self._closed:
                listener.scopes = await scopes()
                yield told
                told = await listener.next(self._heartbeat)
        finally:
            self._waiting.discard(listener)

    def close(self) -> None:
        """End every stream."""
        self._closed = True
        for listener in self._waiting:
            listener.wake()


class _Listener:
    def __init__(self) -> None:
        self.scopes: set[str] = set()
        self._heads: dict[str, int] = {}
        self._told = asyncio.Event()

    def tell(self, scope: str, head: int) -> None:
        if scope in self.scopes:
            self._heads[scope] = head
            self._told.set()

    def wake(self) -> None:
        self._told.set()

    async def next(self, patience: float) -> list[Nudge]:
        try:
            await asyncio.wait_for(self._told.wait(), patience)
        except TimeoutError:
            return []
        await asyncio.sleep(_GATHER)
        self._told.clear()
        heads, self._heads = self._heads, {}
        return [Nudge(scope, head) for scope, head in heads.items()]
