"""An ASGI application on a socket until it is told to end; knows nothing of what it answers."""

from __future__ import annotations

import gc
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import uvicorn
from litestar import Litestar

_PATIENCE = 5


class Server(uvicorn.Server):
    """Ends its open streams first: otherwise they would keep it from ending."""

    def __init__(self, config: uvicorn.Config, end_streams: Callable[[], None]) -> None:
        super().__init__(config)
        self._end_streams = end_streams

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Say good-bye to who listens, then as usual."""
        self._end_streams()
        await super().shutdown(sockets)


def serve(app: Litestar, host: str, port: int, end_streams: Callable[[], None]) -> int:
    """Answer on that address until SIGINT or SIGTERM; 0, or 1 when it could not start."""
    # the address of a request may hold what somebody searched for: our own log has no such thing
    quiet: dict[str, Any] = {"log_config": None, "access_log": False, "server_header": False}
    config = uvicorn.Config(app, host=host, port=port, lifespan="on", timeout_graceful_shutdown=_PATIENCE, **quiet)
    server = Server(config, end_streams)
    # what is here stays: looking it over for garbage would hold answers up
    gc.freeze()
    with suppress(KeyboardInterrupt):
        server.run()
    return 0 if server.started else 1
