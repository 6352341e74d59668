"""The way between a tablet and central: what leaves may be lost, late, twice, or answered by somebody else."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx
import msgspec

from tests.faults.histories.front import PROBLEM, Reply, Request
from tests.faults.histories.loop import LOOP, WORLD
from tests.faults.histories.seams import CHANCE

PATIENCE = 5.0
"""Seconds a tablet waits for an answer, as its own client does."""
LATEST = 40.0
"""Seconds after which even a late message arrives: long after nobody waits for it, and the next ones have passed."""
PORTAL = b"<html><body>Welcome to our Wi-Fi</body></html>"
_SAID = msgspec.json.encode({"title": "Not now", "status": 503})
STRANGERS = [
    Reply(200, PORTAL, "text/html"),
    Reply(302, b"", "text/html", {"location": "http://portal"}),
    Reply(500, msgspec.json.encode({"title": "Central made a mistake", "status": 500}), PROBLEM),
    Reply(502, b"<html>Bad gateway</html>", "text/html"),
    Reply(503, _SAID, PROBLEM, {"retry-after": "2"}),
    Reply(429, _SAID, PROBLEM, {"retry-after": "7"}),
    Reply(429, _SAID, PROBLEM),
    Reply(200, b"", "application/msgpack"),
    Reply(200, b"{}", "application/json"),
    Reply(404, b"no such host", "text/plain"),
]
"""What somebody on the way says in central's place."""


@dataclass
class Weather:
    """How likely each fault is, for every request."""

    lost: float = 0.0
    late: float = 0.0
    twice: float = 0.0
    unanswered: float = 0.0
    strange: float = 0.0
    torn: float = 0.0
    slow: float = 0.1

    @property
    def fair(self) -> bool:
        """Whether nothing at all goes wrong."""
        return not (self.lost or self.late or self.twice or self.unanswered or self.strange or self.torn)


FAIR = Weather(slow=0.02)


class Line:
    """One tablet's client to central, with the few methods of httpx's that the app uses."""

    def __init__(self, weather: Callable[[], Weather], ask: Callable[[Request], Awaitable[Reply]], token: str) -> None:
        self._weather, self._ask, self._token = weather, ask, token
        self.cut = False
        self.pushing = self.asking = 0
        self.flaws: list[str] = []
        self.tried: Callable[[float], None] = lambda moment: None
        self.note: Callable[[str], None] = lambda told: None

    async def request(
        self, method: str, path: str, headers: Any = None, params: Any = None, content: bytes = b""
    ) -> httpx.Response:
        """As httpx's client: a response, or one of its errors."""
        asked = Request(method, path, self._token, params or {}, content)
        push = path.endswith("/push")
        self.tried(LOOP.time())
        self.pushing += push
        self.asking += 1
        if self.pushing > 1:
            self.flaws.append("two pushes of one tablet at once: it has more than one drainer")
        try:
            reply = await self._exchange(asked)
        finally:
            self.pushing -= push
            self.asking -= 1
        self.note(f"{path} {reply.status} {len(reply.body)}")
        return httpx.Response(reply.status, headers={"content-type": reply.kind} | reply.headers, content=reply.body)

    async def aclose(self) -> None:
        """Nothing is open."""

    async def _exchange(self, asked: Request) -> Reply:
        weather = self._weather()
        await asyncio.sleep(_delay(weather))
        if self.cut or CHANCE.random() < weather.lost:
            raise httpx.ConnectError("no way to central")
        if CHANCE.random() < weather.strange:
            stranger = CHANCE.choice(STRANGERS)
            if CHANCE.random() < 0.5:
                self._deliver(asked, weather)
            return stranger
        if CHANCE.random() < weather.twice:
            self._deliver(asked, weather)
        return await self._answer(asked, weather)

    async def _answer(self, asked: Request, weather: Weather) -> Reply:
        answer = self._deliver(asked, weather)
        try:
            reply = await asyncio.wait_for(asyncio.shield(answer), PATIENCE)
        except TimeoutError:
            raise httpx.ReadTimeout("no answer came") from None
        await asyncio.sleep(_delay(weather))
        if self.cut or reply is None or CHANCE.random() < weather.unanswered:
            raise httpx.ReadError("the answer was lost")
        if CHANCE.random() < weather.torn:
            return Reply(reply.status, reply.body[: len(reply.body) // 2], reply.kind, reply.headers)
        return reply

    def _deliver(self, asked: Request, weather: Weather) -> asyncio.Task[Reply | None]:
        """On its way now: it arrives even if nobody waits for it any more."""
        late = CHANCE.random() < weather.late
        return LOOP.start(WORLD, self._carry(asked, CHANCE.uniform(0, LATEST) if late else _delay(weather)))

    async def _carry(self, asked: Request, delay: float) -> Reply | None:
        await asyncio.sleep(delay)
        return await self._ask(asked)


def _delay(weather: Weather) -> float:
    return CHANCE.random() * weather.slow
