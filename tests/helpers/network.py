"""The way between a tablet and central inside one process: whole, cut, or losing answers; knows no feature."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx

_STREAMS = "/v1/sync/nudges"


class Network(httpx.AsyncBaseTransport):
    """ASGI behind httpx. `cut` ends what is open and lets nothing through; `lose` answers are done but never arrive."""

    def __init__(self, app: Any) -> None:
        self._app, self._plain = app, httpx.ASGITransport(app)
        self._open: set[_Stream] = set()
        self._begun: set[asyncio.Future[httpx.Response]] = set()
        self._cut, self.lose = False, 0
        self.asked: list[str] = []

    @property
    def cut(self) -> bool:
        """Whether nothing gets through."""
        return self._cut

    @cut.setter
    def cut(self, cut: bool) -> None:
        self._cut = cut
        for stream in list(self._open) if cut else ():
            stream.tear()

    def reach(self, app: Any) -> None:
        """Another central answers from now on; to be called while the network is cut."""
        self._app, self._plain = app, httpx.ASGITransport(app)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request; ConnectError while cut, ReadError when the answer is lost."""
        if self._cut:
            raise httpx.ConnectError("the network is cut", request=request)
        self.asked.append(f"{request.method} {request.url.path}")
        if request.url.path == _STREAMS:
            return await self._stream(request)
        # as behind a socket: what central has begun it ends, whether or not somebody still listens
        begun = asyncio.ensure_future(self._plain.handle_async_request(request))
        self._begun.add(begun)
        begun.add_done_callback(self._begun.discard)
        answer = await asyncio.shield(begun)
        if self._cut or (self.lose and request.url.path.endswith("/push")):
            self.lose = max(0, self.lose - 1)
            raise httpx.ReadError("the answer is lost", request=request)
        return answer

    async def aclose(self) -> None:
        """Wait for what central has begun."""
        await asyncio.gather(*self._begun, return_exceptions=True)

    async def _stream(self, request: httpx.Request) -> httpx.Response:
        stream = _Stream(self._app, request, self._open.discard)
        self._open.add(stream)
        status, headers = await stream.begin()
        return httpx.Response(status, headers=headers, stream=stream)


class _Stream(httpx.AsyncByteStream):
    """An answer that arrives piece by piece, which httpx's own ASGI transport would wait for to the end."""

    def __init__(self, app: Any, request: httpx.Request, ended: Any) -> None:
        self._pieces: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._started: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._gone, self._torn, self._asked, self._ended = asyncio.Event(), False, False, ended
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": request.method,
            "headers": [(name.lower(), value) for name, value in request.headers.raw], "scheme": request.url.scheme,
            "path": request.url.path, "raw_path": request.url.raw_path, "query_string": request.url.query,
            "server": (request.url.host, request.url.port), "client": ("127.0.0.1", 1), "root_path": "",
        }  # fmt: skip
        self._task = asyncio.create_task(app(scope, self._receive, self._send))

    async def begin(self) -> Any:
        """Status and headers, once there are any."""
        return await self._started

    def tear(self) -> None:
        """The line breaks."""
        self._torn = True
        self._pieces.put_nowait(None)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while piece := await self._pieces.get():
            yield piece
        if self._torn:
            raise httpx.ReadError("the network is cut")

    async def aclose(self) -> None:
        """The listener has gone."""
        self._ended(self)
        self._gone.set()
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _receive(self) -> dict[str, Any]:
        if not self._asked:
            self._asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self._started.set_result((message["status"], message["headers"]))
        elif message.get("body"):
            self._pieces.put_nowait(message["body"])
        elif not message.get("more_body"):
            self._pieces.put_nowait(None)
