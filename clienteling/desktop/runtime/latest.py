"""Work that is asked for more often than it can be done; knows nothing of what it does."""

from collections.abc import Callable, Coroutine
from typing import Any

from clienteling.desktop.runtime.tasks import Tasks


class Latest:
    """Runs one piece of work, never twice at once: asked while it runs, it runs once more afterwards."""

    def __init__(self, tasks: Tasks, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._tasks, self._work = tasks, work
        self._running = self._wanted = False

    def ask(self) -> None:
        """Run it, or once more after the run that goes on."""
        self._wanted = True
        if not self._running:
            self._running = True
            self._tasks.start(self._run())

    async def _run(self) -> None:
        try:
            while self._wanted:
                self._wanted = False
                await self._work()
        finally:
            self._running = False
