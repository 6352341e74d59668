"""A TCP line between a tablet and central that does what real lines do; knows HTTP's frames and no feature."""

import asyncio
import re
import socket
import struct
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Any

_HEAD = b"\r\n\r\n"
_MOST = 1 << 20
_ABORT = struct.pack("ii", 1, 0)
Flow = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Fault(StrEnum):
    """What becomes of one request and its answer."""

    NONE = "none"
    BEFORE = "cut before the request"
    WITHIN = "cut within the request"
    LEFT = "request sent, nobody waits for the answer"
    LOST = "done, but the answer is lost"
    RESET = "done, then reset"
    HALF = "half an answer"
    STALL = "done, but the answer stays away"
    TWICE = "the request arrives twice"
    PORTAL = "a captive portal's page"
    REDIRECT = "a redirect"
    BROKEN = "500"
    TIRED = "429 with Retry-After"
    READ_ONLY = "503 to whoever writes"


_ANSWERS = {
    Fault.PORTAL: b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Welcome to the shop's Wi-Fi</html>",
    Fault.REDIRECT: b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/login\r\n\r\n",
    Fault.BROKEN: b"HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/problem+json\r\n\r\n{}",
    Fault.TIRED: b"HTTP/1.1 429 Too Many\r\nRetry-After: 1\r\nContent-Type: application/problem+json\r\n\r\n{}",
    Fault.READ_ONLY: b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\n\r\n{}",
}
Choose = Callable[[str], Fault]


class Proxy:
    """Listens on loopback and hands requests on; `choose("POST /path")` says what becomes of each."""

    def __init__(self, central: str, choose: Choose = lambda request: Fault.NONE) -> None:
        self._host, self._port = re.sub("^http://", "", central).split(":")
        self.choose = choose
        self.delay = 0.0
        self._open: set[asyncio.Task[Any]] = set()
        self._ways: dict[Fault, Callable[[bytes, Flow], Awaitable[None]]] = {
            Fault.NONE: self._whole,
            Fault.WITHIN: self._within,
            Fault.LEFT: self._left,
            Fault.LOST: self._lost,
            Fault.RESET: self._reset,
            Fault.HALF: self._half,
            Fault.STALL: self._stalled,
            Fault.TWICE: self._twice,
        }

    async def open(self) -> str:
        """Begin to listen; the address for the tablet."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=_MOST)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def close(self) -> None:
        """End every line, and listen no more."""
        self._server.close()
        await self.cut()

    async def cut(self) -> None:
        """End every line that is open."""
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._open.add(task)
        try:
            await self._one(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the line is cut, by one of its ends or by `close`
        finally:
            self._open.discard(task)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request a connection: that is where an answer ends."""
        head = await reader.readuntil(_HEAD)
        length = re.search(rb"content-length: *(\d+)", head, re.IGNORECASE)
        body = await reader.readexactly(int(length[1])) if length else b""
        name = b" ".join(head.split(b" ", 2)[:2]).decode().split("?")[0]
        fault = self.choose(name)
        await asyncio.sleep(self.delay)
        if fault in _ANSWERS:
            return await _give(writer, _ANSWERS[fault])
        request = re.sub(rb"connection: *keep-alive", b"Connection: close", head, flags=re.IGNORECASE) + body
        if fault is not Fault.BEFORE:
            await self._ways[fault](request, (reader, writer))

    async def _whole(self, request: bytes, tablet: Flow) -> None:
        answer, central = await self._asked(request)
        try:
            while piece := await answer.read(_MOST):
                await _give(tablet[1], piece)
        finally:
            central.close()

    async def _within(self, request: bytes, tablet: Flow) -> None:
        _, central = await self._asked(request[: len(request) * 2 // 3])
        _abort(central)

    async def _left(self, request: bytes, tablet: Flow) -> None:
        _, central = await self._asked(request)
        _abort(central)

    async def _lost(self, request: bytes, tablet: Flow) -> None:
        await self._answer(request)

    async def _reset(self, request: bytes, tablet: Flow) -> None:
        await self._answer(request)
        _abort(tablet[1])

    async def _half(self, request: bytes, tablet: Flow) -> None:
        answer = await self._answer(request)
        await _give(tablet[1], answer[: len(answer) - max(1, len(answer.partition(_HEAD)[2]) // 2)])

    async def _stalled(self, request: bytes, tablet: Flow) -> None:
        await self._answer(request)
        await tablet[0].read()  # until the tablet gives up

    async def _twice(self, request: bytes, tablet: Flow) -> None:
        first, again = await asyncio.gather(self._answer(request), self._answer(request))
        await _give(tablet[1], again or first)

    async def _answer(self, request: bytes) -> bytes:
        answer, central = await self._asked(request)
        try:
            return await answer.read()
        finally:
            central.close()

    async def _asked(self, request: bytes) -> Flow:
        flow = await asyncio.open_connection(self._host, int(self._port), limit=_MOST)
        await _give(flow[1], request)
        return flow


async def _give(writer: asyncio.StreamWriter, piece: bytes) -> None:
    writer.write(piece)
    await writer.drain()


def _abort(writer: asyncio.StreamWriter) -> None:
    """End a line with a reset instead of a good-bye."""
    line: socket.socket = writer.get_extra_info("socket")
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _ABORT)
    writer.transport.abort()
