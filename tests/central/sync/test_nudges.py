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
        heard = [await anext(stream)]
        nudges.send([("store:a", 1), ("store:b", 9)])
        nudges.send([("store:a", 2)])
        heard.append(await anext(stream))
        await stream.aclose()
        return heard

    assert asyncio.run(listen()) == [[], [Nudge("store:a", 2)]]


def test_silence_is_broken_by_a_heartbeat():
    async def listen():
        stream = Nudges(heartbeat=0.01).listen(mine)
        return [await anext(stream), await anext(stream)]

    assert asyncio.run(listen()) == [[], []]


def test_closing_ends_every_stream():
    async def listen():
        nudges = Nudges(heartbeat=60)
        heard = asyncio.ensure_future(collect(nudges.listen(mine)))
        await asyncio.sleep(0.01)
        nudges.close()
        return await heard

    assert asyncio.run(listen()) == [[]]


def test_a_change_that_commits_after_the_answer_began_is_told_over_http(web):
    async def hear():
        told = asyncio.Queue()

        async def send(message):
            told.put_nowait(message)

        async def receive():
            await asyncio.sleep(60)

        scope = {
            "type": "http", "method": "GET", "path": "/v1/sync/nudges", "raw_path": b"/v1/sync/nudges",
            "query_string": b"", "root_path": "", "http_version": "1.1", "scheme": "http", "server": ("x", 80),
            "client": ("x", 1), "headers": [(b"authorization", f"Bearer {web.tokens['here']}".encode())],
        }  # fmt: skip
        listening = asyncio.ensure_future(web.central.app(scope, receive, send))
        began = await asyncio.wait_for(told.get(), 30)
        web.central.nudges.send([("store:here", 41), ("store:there", 7)])
        heard = b""
        while b"nudge" not in heard:
            heard += (await asyncio.wait_for(told.get(), 30))["body"]
        listening.cancel()
        return began, heard

    began, heard = web.runner.run(hear())
    assert began["type"] == "http.response.start"
    assert b'event: nudge\r\ndata: {"scope":"store:here","head":41}' in heard and b"there" not in heard


def test_who_comes_when_central_is_closing_is_let_go(web):
    web.central.nudges.close()
    answer = web.ask("here", "GET", "/v1/sync/nudges")
    assert (answer.status_code, answer.text) == (200, ": listening\r\n\r\n")


async def collect(stream):
    return [told async for told in stream]
