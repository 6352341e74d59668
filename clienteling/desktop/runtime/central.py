"""The one HTTP client to central: decodes answers into the contract's types and tells no answer from a refusal."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import httpx
import msgspec

from clienteling.desktop.runtime.problems import Problem

T = TypeVar("T")
MAX_BYTES = 32 * 1024 * 1024
_MSGPACK = "application/msgpack"


class Unreachable(Problem):
    """No answer, or one that is not central's: a captive portal, a proxy's page, a redirect, a fault of the server."""

    def __init__(self, wait: float = 0.0) -> None:
        super().__init__("Central cannot be reached. Your work is kept on this tablet.")
        self.wait = wait


class Refused(Problem):
    """Central understood and said no; `status` is HTTP's."""

    def __init__(self, status: int, title: str) -> None:
        super().__init__("Central refused: {title}", title=title)
        self.status = status


class Central:
    """Asks central; raises Unreachable or Refused and nothing else. With `cut` (practice outage) nothing leaves."""

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self._client = client
        self.cut = False
        self._headers = {"Authorization": f"Bearer {token}", "Accept": _MSGPACK}

    async def get(self, path: str, kind: type[T], **params: str | int) -> T:
        """GET `path` and decode the answer as `kind`."""
        return _decode(await self._send("GET", path, params=params), kind)

    async def post(self, path: str, kind: type[T], body: Any) -> T:
        """POST `body` as msgpack and decode the answer as `kind`."""
        content = msgspec.msgpack.encode(body)
        answer = await self._send("POST", path, content=content, headers={"Content-Type": _MSGPACK})
        return _decode(answer, kind)

    async def get_bytes(self, path: str) -> bytes:
        """GET `path` as it is."""
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
        try:
            answer = await self._client.request(method, path, headers=self._headers | (headers or {}), **rest)
        except httpx.HTTPError as fault:
            raise Unreachable from fault
        _judge(answer)
        if len(answer.content) > MAX_BYTES:
            raise Unreachable
        return answer

    def _check_link(self) -> None:
        if self.cut:
            raise Unreachable


def _judge(answer: httpx.Response) -> None:
    if answer.is_success and "html" not in answer.headers.get("content-type", ""):
        return
    if "problem+json" not in answer.headers.get("content-type", "") or answer.status_code >= 500:
        raise Unreachable
    if answer.status_code in {429, 503}:
        raise Unreachable(_wait(answer))
    raise Refused(answer.status_code, _title(answer))


def _wait(answer: httpx.Response) -> float:
    text = answer.headers.get("retry-after", "")
    return float(text) if text.isdecimal() else 0.0


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
        raise Unreachable from fault
