"""Nudges: only of one's own scopes, many as one, a sign of life in silence, and an end."""

import asyncio

from clienteling.central.sync.nudges import Nudges
from clienteling.contract.v1.sync import Nudge


async def mine():
    return {"store:a"}


def test_many_changes_become_one_nudge_of_ones_own_scope():
    async def listen():
        nudges = Nudges(heartbeat=5)
        stream = nudges.listen(mine)
        first = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0.01)
        nudges.send([("store:a", 1), ("store:b", 9)])
        nudges.send([("store:a", 2)])
        told = await first
        await stream.aclose()
        return told

    assert asyncio.run(listen()) == [Nudge("store:a", 2)]


def test_silence_is_broken_by_a_heartbeat():
    async def listen():
        return await anext(Nudges(heartbeat=0.01).listen(mine))

    assert asyncio.run(listen()) == []


def test_closing_ends_every_stream():
    async def listen():
        nudges = Nudges(heartbeat=60)
        heard = asyncio.ensure_future(collect(nudges.listen(mine)))
        await asyncio.sleep(0.01)
        nudges.close()
        return await heard

    assert asyncio.run(listen()) == [[]]


def test_a_change_that_commits_is_told_over_http(web):
    async def hear():
        told = asyncio.Queue()

        async def send(message):
            told.put_nowait(message.get("body", b""))

        async def receive():
            await asyncio.sleep(60)

        scope = {
            "type": "http", "method": "GET", "path": "/v1/sync/nudges", "raw_path": b"/v1/sync/nudges",
            "query_string": b"", "root_path": "", "http_version": "1.1", "scheme": "http", "server": ("x", 80),
            "client": ("x", 1), "headers": [(b"authorization", f"Bearer {web.tokens['here']}".encode())],
        }  # fmt: skip
        listening = asyncio.ensure_future(web.central.app(scope, receive, send))
        heard = b""
        while b"listening" not in heard:
            heard += await asyncio.wait_for(told.get(), 5)
        await asyncio.sleep(0.05)
        web.central.nudges.send([("store:here", 41), ("store:there", 7)])
        while b"nudge" not in heard:
            heard += await asyncio.wait_for(told.get(), 5)
        listening.cancel()
        return heard

    heard = web.runner.run(hear())
    assert b'event: nudge\r\ndata: {"scope":"store:here","head":41}' in heard and b"there" not in heard


async def collect(stream):
    return [told async for told in stream]
