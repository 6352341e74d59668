"""Work that is asked for more often than it can be done; knows nothing of what it does."""

from collections.abc import Callable, Coroutine
from typing import Any

from clienteling.desktop.runtime.reading import Reading
from clienteling.desktop.runtime.tasks import Tasks


class Latest:
    """Runs one piece of work, never twice at once: asked while it runs, it runs once more afterwards.

    `reading` says how that stands; `told` is called when it changes.
    """

    def __init__(
        self, tasks: Tasks, work: Callable[[], Coroutine[Any, Any, None]], told: Callable[[], object] = lambda: None
    ) -> None:
        self._tasks, self._work = tasks, work
        self._running = self._wanted = False
        self.reading = Reading(told)

    def ask(self) -> None:
        """Run it, or once more after the run that goes on."""
        self._wanted = True
        if not self._running:
            self._running = True
            self._tasks.start(self._run())

    def anew(self) -> None:
        """Run it for something else, or once more after it failed: what was read before counts no more."""
        self.reading.begin()
        self.ask()

    def state(self, count: int) -> str:
        """What a list of so many rows shows, in the words of the kit's ListState."""
        return self.reading.state(count)

    async def _run(self) -> None:
        try:
            with self.reading.watched():
                while self._wanted:
                    self._wanted = False
                    await self._work()
                self.reading.done()
        finally:
            self._running = False
            if self._wanted:  # asked again while that failed
                self.ask()
