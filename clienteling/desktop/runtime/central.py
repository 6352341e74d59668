"""The one HTTP client to central: decodes answers into the contract's types and tells no answer from a refusal."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Literal, TypeVar

import httpx
import msgspec

from clienteling.desktop.runtime.problems import Problem

T = TypeVar("T")
MAX_BYTES = 32 * 1024 * 1024
_MSGPACK = "application/msgpack"


Why = Literal["away", "portal", "fault", "busy", "closed", "cut"]
SLOW = 3.0
"""Seconds after which an answer that has not come counts as none, though it is still waited for."""
LONGEST_WAIT = 300.0


class Unreachable(Problem):
    """No answer that counts. `why`: away (none), portal (a page or a redirect of somebody on the way), fault (central
    is broken), busy (it asks for less), closed (it takes nothing in), cut (a practice outage); `wait` is in seconds.
    """

    def __init__(self, wait: float = 0.0, why: Why = "away") -> None:
        super().__init__("Central cannot be reached. Your work is kept on this tablet.")
        self.wait, self.why = wait, why


class Refused(Problem):
    """Central understood and said no; `status` is HTTP's."""

    def __init__(self, status: int, title: str) -> None:
        super().__init__("Central refused: {title}", title=title)
        self.status, self.title = status, title


class Central:
    """Asks central; raises Unreachable or Refused and nothing else. With `cut` (practice outage) nothing leaves.

    `doubted` is called when an answer is late or does not come.
    """

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self._client = client
        self.cut = False
        self.doubted: Callable[[], None] = lambda: None
        self._ahead = timedelta(0)
        self._headers = {"Authorization": f"Bearer {token}", "Accept": _MSGPACK}

    def now(self) -> datetime:
        """The present by central's clock as last heard: how old something is must not hang on this device's."""
        return datetime.now(UTC) + self._ahead

    async def get(self, path: str, kind: type[T], staff: str = "", **params: str | int) -> T:
        """GET `path` and decode the answer as `kind`; `staff` says who looks, where central keeps a record of that."""
        named = {"Staff": staff} if staff else None
        with self._watched():
            return _decode(await self._send("GET", path, headers=named, params=params), kind)

    async def post(self, path: str, kind: type[T], body: Any) -> T:
        """POST `body` as msgpack and decode the answer as `kind`."""
        content = msgspec.msgpack.encode(body)
        with self._watched():
            answer = await self._send("POST", path, content=content, headers={"Content-Type": _MSGPACK})
            return _decode(answer, kind)

    async def get_bytes(self, path: str) -> bytes:
        """GET `path` as it is."""
        with self._watched():
            return (await self._send("GET", path)).content

    @asynccontextmanager
    async def stream(self, path: str, timeout: float = 60) -> AsyncIterator[httpx.Response]:
        """Open a long answer; the caller reads it piece by piece."""
        self._check_link()
        try:
            async with self._client.stream("GET", path, headers=self._headers, timeout=timeout) as answer:
                _judge(answer)
                yield answer
        except httpx.HTTPError as fault:
            raise Unreachable from fault

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _send(self, method: str, path: str, headers: dict[str, str] | None = None, **rest: Any) -> httpx.Response:
        self._check_link()
        answer = await self._client.request(method, path, headers=self._headers | (headers or {}), **rest)
        _judge(answer)
        if len(answer.content) > MAX_BYTES:
            raise Unreachable
        if moment := _moment(answer):
            self._ahead = moment - datetime.now(UTC)
        return answer

    @contextmanager
    def _watched(self) -> Iterator[None]:
        late = asyncio.get_running_loop().call_later(SLOW, self.doubted)
        try:
            yield
        except httpx.HTTPError as fault:
            self.doubted()
            raise Unreachable from fault
        except Unreachable:
            self.doubted()
            raise
        finally:
            late.cancel()

    def _check_link(self) -> None:
        if self.cut:
            raise Unreachable(why="cut")


def _judge(answer: httpx.Response) -> None:
    kind, status = answer.headers.get("content-type", ""), answer.status_code
    if answer.is_success and "html" not in kind:
        return
    if status == 429:
        raise Unreachable(_wait(answer), "busy")
    if status == 503:
        raise Unreachable(_wait(answer), "closed")
    if status >= 500:
        raise Unreachable(why="fault")
    if "problem+json" not in kind:
        raise Unreachable(why="portal")
    raise Refused(status, _title(answer))


def _moment(answer: httpx.Response) -> datetime | None:
    try:
        return parsedate_to_datetime(answer.headers["date"]).astimezone(UTC)
    except (KeyError, ValueError, OverflowError):
        return None


def _wait(answer: httpx.Response) -> float:
    """Seconds, as central writes them; somebody on the way may ask for any number."""
    text = answer.headers.get("retry-after", "")
    return min(LONGEST_WAIT, float(text)) if text.isdecimal() else 0.0


def _title(answer: httpx.Response) -> str:
    try:
        return str(msgspec.json.decode(answer.content)["title"])[:200]
    except (msgspec.DecodeError, KeyError, TypeError, httpx.ResponseNotRead):
        return str(answer.status_code)


def _decode(answer: httpx.Response, kind: type[T]) -> T:
    decode = msgspec.msgpack.decode if "msgpack" in answer.headers.get("content-type", "") else msgspec.json.decode
    try:
        return decode(answer.content, type=kind)
    except msgspec.DecodeError as fault:
        raise Unreachable(why="portal") from fault
