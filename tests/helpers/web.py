"""The whole of central over ASGI, over the small shop, asked as a device or the web shop would."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from clienteling.central.app import build
from clienteling.central.runtime.config import Config
from clienteling.central.signin import actions as signin
from tests.helpers.actions import open_shop


class Web:
    """One ASGI application; requests name the token they are sent with: here, there or web.

    Without `tokens` the database at `url` is empty, and the shop is opened in it.
    """

    def __init__(self, url: str, folder: Path, tokens: Mapping[str, str] | None = None) -> None:
        self.runner = asyncio.Runner()
        self.central = build(Config(database=url, folder=folder))
        self.runner.run(self._start())
        self.tokens = dict(tokens) if tokens else self._open()

    def _open(self) -> dict[str, str]:
        self.run(open_shop)
        self.run(_hire)
        kinds = {"here": "tablet", "there": "tablet", "web": "web"}
        return {place: self.run(signin.register_device, place, place, kind)[1] for place, kind in kinds.items()}

    async def _start(self) -> None:
        self._over, ready = asyncio.Event(), asyncio.Event()
        self._living = asyncio.create_task(self._live(ready))
        await ready.wait()

    async def _live(self, ready: asyncio.Event) -> None:
        """The lifespan begins and ends in one task, as it must."""
        async with self.central.app.lifespan():
            ready.set()
            await self._over.wait()

    async def _stop(self) -> None:
        self._over.set()
        await self._living

    def run(self, action: Any, *args: Any) -> Any:
        """Run an action in a write transaction."""
        return self.runner.run(self.central.db.run(action, *args))

    def ask(self, who: str | None, method: str, path: str, staff: str = "", **more: Any) -> httpx.Response:
        """A request with the token of `who`."""
        headers = more.pop("headers", {}) | ({"Authorization": f"Bearer {self.tokens[who]}"} if who else {})
        return self.runner.run(self._ask(method, path, headers | ({"Staff": staff} if staff else {}), more))

    async def _ask(self, method: str, path: str, headers: dict[str, str], more: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(self.central.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://central") as client:
            return await client.request(method, path, headers=headers, **more)

    def close(self) -> None:
        """Stop the application and give the loop back."""
        self.runner.run(self._stop())
        self.runner.close()


def opened(url: str) -> Mapping[str, str]:
    """Open the shop in the empty database at `url`: the tokens of those who may ask."""
    with TemporaryDirectory() as folder:
        web = Web(url, Path(folder))
        web.close()
    return web.tokens


def _hire(tx: Any) -> None:
    people = [("ann", "associate", "here"), ("boss", "manager", "here"), ("far", "manager", "there")]
    signin.load_staff(tx, "t", [(id, id, role, at, "135790", id) for id, role, at in people])
