"""The app's own window in this process, without a display: signed in, frames waited for; measures nothing."""

from __future__ import annotations

import asyncio
import csv
import gc
import os
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from clienteling.demo.hands import Hands
from clienteling.desktop import start
from clienteling.desktop.app import App, build
from clienteling.desktop.runtime.config import Config
from clienteling.desktop.runtime.loop import Loop
from tests.benchmarks.ground import SAMPLE
from tests.helpers.vault import KEY

R = TypeVar("R")
NOWHERE = Config("http://127.0.0.1:9", "nobody")
PATIENCE = 60.0


class Window:
    """What is in front of a person who works at the home of a tablet; nothing of central can be reached."""

    def __init__(self, app: App, engine: QQmlApplicationEngine, window: QQuickWindow) -> None:
        self.app, self.engine, self.window = app, engine, window
        self.hands = Hands(window, None)

    async def sign_in(self) -> None:
        """The first associate of the sample shop chooses her tile and presses her PIN."""
        with (SAMPLE / "staff.csv").open(encoding="utf-8") as file:
            person = next(row for row in csv.DictReader(file) if row["role"] == "associate")
        await self.hands.until("the tiles", lambda: self.app.signin.people.count > 0)
        self.app.signin.choose(person["id"])
        for digit in person["pin"]:
            self.app.signin.press(digit)
        await self.hands.until("the sign-in", lambda: bool(self.app.ground.session.staff))

    async def painted(self, act: Callable[[], object], done: Callable[[], bool]) -> float:
        """Milliseconds from an act until a frame is on the screen in which it is done."""
        seen = asyncio.get_running_loop().create_future()

        def look() -> None:
            if done() and not seen.done():
                seen.set_result(time.perf_counter())

        self.window.frameSwapped.connect(look)
        begin = time.perf_counter()
        try:
            act()
            return (await asyncio.wait_for(seen, PATIENCE) - begin) * 1000
        finally:
            self.window.frameSwapped.disconnect(look)


def at(home: Path, work: Callable[[Window], Coroutine[Any, Any, R]]) -> R:
    """Open the window over that home, do the work in it, close it."""
    os.environ["CLIENTELING_HOME"] = str(home)
    loop = Loop(start.prepare_qt())
    asyncio.set_event_loop(loop)
    app = build(NOWHERE, KEY)
    engine, window = start.open_window(app)
    gc.freeze()
    try:
        return loop.run_until_complete(_whole(Window(app, engine, window), work))
    finally:
        start.close(engine, window, loop)


async def _whole(window: Window, work: Callable[[Window], Coroutine[Any, Any, R]]) -> R:
    await start.start(window.app)
    try:
        return await work(window)
    finally:
        await start.stop(window.app)
