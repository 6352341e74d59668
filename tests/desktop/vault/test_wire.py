"""Central is told who keeps the key, as soon as it answers; it is asked for a key only where nobody listens."""

import asyncio

import msgspec
import pytest

from clienteling.contract.v1.signin import KeyKept
from clienteling.desktop.vault import wire
from clienteling.desktop.vault.domain import Refusal
from clienteling.desktop.vault.wire import Released


def test_central_is_told_as_soon_as_it_answers(run, central, told, loop):
    heard = []

    def answer(request):
        heard.append(msgspec.msgpack.decode(request.content, type=KeyKept))
        return {"keeper": "file"}

    async def outage():
        telling = loop.create_task(wire.tell_keeper(central, "file", pause=0.01))
        await asyncio.sleep(0.05)
        assert not telling.done()
        told.tell("/v1/device/keeper", answer)
        await telling

    run(outage())
    assert heard == [KeyKept("file")]


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://central.example.com", True),
        ("http://127.0.0.1:8460", True),
        ("http://[::1]:8460", True),
        ("http://localhost:8460", True),
        ("http://central.example.com", False),
        ("http://10.0.0.1", False),
        ("http://localhost.example.com", False),
        ("ftp://127.0.0.1", False),
        ("", False),
    ],
)
def test_a_key_travels_only_where_nobody_listens(address, safe):
    keeper = Released(address, "token")
    assert keeper.able() is safe
    if not safe:
        with pytest.raises(Refusal, match="is not https"):
            keeper.key(new=False)
