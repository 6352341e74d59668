"""The event loop of Qt and asyncio on the main thread, with exact timers that can be cancelled."""

import asyncio
import math
import os
from collections.abc import Callable, Coroutine
from contextvars import Context
from typing import Any, TypeVar

os.environ.setdefault("QT_API", "pyside6")

import qasync
from PySide6.QtCore import Qt

T = TypeVar("T")


_NONE = 0


class _Handle(asyncio.TimerHandle):
    __slots__ = ("timer",)

    timer: int

    def _run(self) -> None:
        self.timer = _NONE  # from here on Qt may give the number to another
        super()._run()


class Loop(qasync.QEventLoop):  # type: ignore[misc]
    """qasync 0.28 keeps cancelled timers for ever and rounds them coarsely; this one does neither."""

    def run_until_complete(self, future: Coroutine[Any, Any, T] | asyncio.Future[T]) -> T:
        """As qasync's, but without its last look at events: it would run tasks while no loop counts as running."""
        done = asyncio.ensure_future(future, loop=self)
        done.add_done_callback(lambda _: self.stop())
        self.run_forever()
        if not done.done():
            raise RuntimeError("the loop was stopped before this was done")
        return done.result()

    def call_later(
        self, delay: float, callback: Callable[..., Any], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        if delay <= 0:
            return super().call_later(0, callback, *args, context=context)  # type: ignore[no-any-return]
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(
        self, when: float, callback: Callable[..., Any], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        handle = _Handle(when, callback, args, self, context)
        milliseconds = max(0, math.ceil((when - self.time()) * 1000))
        handle.timer = self._timer.startTimer(milliseconds, Qt.TimerType.PreciseTimer)
        handle._scheduled = True  # type: ignore[attr-defined]
        self._timer._SimpleTimer__callbacks[handle.timer] = handle
        return handle

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        timer = getattr(handle, "timer", _NONE)
        if timer != _NONE and self._timer._SimpleTimer__callbacks.pop(timer, None) is not None:
            self._timer.killTimer(timer)
