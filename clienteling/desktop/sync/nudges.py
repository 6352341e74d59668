"""Listens for central's word that something changed; losing one is harmless."""

import asyncio
from collections.abc import Callable

from httpx_sse import EventSource

from clienteling.desktop.runtime.central import Central, Refused, Unreachable

QUIET = 45.0
PAUSE = 5.0


async def listen(central: Central, nudged: Callable[[], None]) -> None:
    """Call `nudged` at every nudge, after every reconnect and when the line breaks, for ever."""
    while True:
        try:
            async with central.stream("/v1/sync/nudges", timeout=QUIET) as answer:
                nudged()
                try:
                    async for event in EventSource(answer).aiter_sse():
                        if event.event == "nudge":
                            nudged()
                finally:
                    nudged()
        except (Unreachable, Refused):
            pass
        await asyncio.sleep(PAUSE)
