"""Starts the app as its command does, says when it painted and when one could sign in, and ends; measures nothing."""

import asyncio
import time

from PySide6.QtCore import QTimer

from clienteling.desktop import start
from clienteling.desktop.app import build
from clienteling.desktop.runtime.config import Config
from clienteling.desktop.runtime.loop import Loop
from tests.helpers.vault import KEY


def main() -> None:
    """`python -m tests.benchmarks.first_frame`: two moments, in seconds since 1970."""
    application = start.prepare_qt()
    loop = Loop(application)
    asyncio.set_event_loop(loop)
    app = build(Config("http://127.0.0.1:9", "nobody"), KEY)
    engine, window = start.open_window(app)
    moments: list[float] = []

    def look() -> None:
        if not moments or app.signin.people.count:
            moments.append(time.time())
        if app.signin.people.count:
            QTimer.singleShot(0, application.quit)

    window.frameSwapped.connect(look)
    begun = loop.create_task(start.start(app))
    loop.run_forever()
    print(moments[0], moments[-1])
    begun.cancel()
    loop.run_until_complete(start.stop(app))
    start.close(engine, window, loop)


if __name__ == "__main__":
    main()
