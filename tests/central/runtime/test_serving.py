"""A server that is told to end ends, also while somebody listens."""

import socket
import threading
import time

import httpx
import uvicorn
from litestar import Litestar, get
from litestar.response import ServerSentEvent

from clienteling.central.runtime.serving import Server
from clienteling.central.sync.nudges import Nudges


def test_open_streams_end_with_the_server():
    nudges = Nudges(heartbeat=60)

    async def told():
        yield "listening"
        async for _ in nudges.listen(nothing):
            pass

    @get("/stream")
    async def stream() -> ServerSentEvent:
        return ServerSentEvent(told())

    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        config = uvicorn.Config(Litestar([stream]), log_config=None, timeout_graceful_shutdown=30)
        server = Server(config, nudges.close)
        thread = threading.Thread(target=server.run, args=([door],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        with httpx.stream("GET", f"http://127.0.0.1:{door.getsockname()[1]}/stream", trust_env=False) as answer:
            heard = answer.iter_lines()
            assert next(heard) == "data: listening"
            server.should_exit = True
            assert "".join(heard) == ""
        thread.join(10)
    assert not thread.is_alive()


async def nothing():
    return set()
