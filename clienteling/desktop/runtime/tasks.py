"""Starts coroutines and keeps hold of them; catches what they raise, in one place."""

import asyncio
import traceback
from collections.abc import Coroutine
from typing import Any

import structlog

from clienteling.desktop.runtime.problems import Problem, Problems

log = structlog.get_logger()
AGAIN = 0.5


class Tasks:
    """Runs what view models start; a Problem reaches the screen, anything else is a bug that is logged."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._running: set[asyncio.Task[Any]] = set()
        self._closed = False

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any] | None:
        """Run `work` on the application's loop and forget it safely; once closed nothing begins any more."""
        if self._closed:
            # a timer may still tick when the loop is gone
            work.close()
            return None
        task = asyncio.get_event_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._done)
        return task

    async def close(self) -> None:
        """Cancel what still runs and wait for it."""
        self._closed = True
        # wait_for may swallow a cancel that comes together with its answer (Python before 3.12): then ask again
        while running := list(self._running):
            for task in running:
                task.cancel()
            await asyncio.wait(running, timeout=AGAIN)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if task.cancelled():
            return
        fault = task.exception()
        if fault is None:
            return
        if isinstance(fault, Problem):
            self._problems.raised.emit(fault)
            return
        trace = "".join(traceback.format_tb(fault.__traceback__)) + type(fault).__name__
        log.error("bug", where=trace)
        self._problems.crash(trace)
