"""An event loop with a clock of its own and a seeded choice of who goes next: no thread, no waiting, no real time."""

from __future__ import annotations

import asyncio
import heapq
from asyncio import events, tasks
from collections import deque
from collections.abc import Callable, Coroutine, Hashable
from contextvars import Context, ContextVar, copy_context
from random import Random
from typing import Any

STEP = 0.0002
"""Seconds that pass with every step, so that no two moments are quite the same."""


class Stuck(Exception):
    """Nobody has anything left to do, or the steps are used up."""


class Life:
    """One run of a program, from its start to its end or its crash; `skew` is how far its clock is off, in seconds."""

    def __init__(self, name: str, skew: float = 0.0, owner: Any = None) -> None:
        self.name, self.skew, self.owner = name, skew, owner
        self.dead = False
        self.tasks: list[asyncio.Task[Any]] = []
        self.lanes: list[Hashable] = [self]


WORLD = Life("world")
LIFE: ContextVar[Life] = ContextVar("life", default=WORLD)


class Loop(asyncio.AbstractEventLoop):
    """Each life's callbacks stay in their order, as on a real loop; which life goes next is chance.

    What another thread would do (a statement, a file) stands in a lane of its own, so that it ends at any time.
    """

    def __init__(self) -> None:
        self._lanes: dict[Hashable, deque[asyncio.Handle]] = {}
        self._full: list[deque[asyncio.Handle]] = []
        self._timers: list[tuple[float, int, Life, asyncio.TimerHandle]] = []
        self.events: dict[int, list[Callable[[], None]]] = {}
        self.faults: list[str] = []
        self.begin(Random(0))

    def begin(self, rng: Random) -> None:
        """A new history: nothing is left of the one before."""
        self._rng = rng
        self._now, self._count, self.steps, self.limit = 0.0, 0, 0, 10**9
        self._lanes.clear()
        self._full.clear()
        self._timers.clear()
        self.faults = []
        self.events.clear()

    def run(self, main: Coroutine[Any, Any, Any]) -> Any:
        """Run `main` to its end and everything else beside it; Stuck when it cannot end."""
        events._set_running_loop(self)
        try:
            task = self.create_task(main)
            while not task.done():
                self._step()
            return task.result()
        finally:
            events._set_running_loop(None)

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self.limit:
            raise Stuck(f"no end after {self.limit} steps")
        self._now += STEP
        for event in self.events.pop(self.steps, ()):
            event()
        if not self._full and not self._timers:
            raise Stuck("nobody has anything left to do")
        if not self._full:
            self._now = max(self._now, self._timers[0][0])
        while self._timers and self._timers[0][0] <= self._now:
            _, _, life, timer = heapq.heappop(self._timers)
            if not timer._cancelled and not life.dead:
                self._line_up(life, timer)
        if self._full:
            self._run_one(int(self._rng.random() * len(self._full)))

    def _run_one(self, place: int) -> None:
        lane = self._full[place]
        handle = lane.popleft()
        if not lane:
            self._full[place] = self._full[-1]
            self._full.pop()
        if not handle._cancelled:
            handle._run()

    def _line_up(self, lane: Hashable, handle: asyncio.Handle) -> None:
        queue = self._lanes.get(lane)
        if queue is None:
            queue = self._lanes[lane] = deque()
        if not queue:
            self._full.append(queue)
        queue.append(handle)

    def kill(self, life: Life) -> None:
        """The program ends here and now: what it had in memory is gone, nothing of it acts on anything any more."""
        life.dead = True
        for lane in life.lanes[1:]:
            self._empty(lane)
        current, running = asyncio.current_task(self), events._get_running_loop()
        events._set_running_loop(self)
        if current:
            tasks._leave_task(self, current)
        while waiting := [task for task in life.tasks if not task.done()]:
            self._cancel(life, waiting)
        if current:
            tasks._enter_task(self, current)
        events._set_running_loop(running)
        life.tasks.clear()

    def _cancel(self, life: Life, waiting: list[asyncio.Task[Any]]) -> None:
        for task in waiting:
            task.cancel()
        queue = self._lanes.get(life, deque())
        while queue:
            queue.popleft()._run()
        self._full = [lane for lane in self._full if lane]
        for task in waiting:
            if task.done() and not task.cancelled():
                task.exception()  # nobody is left to ask

    def end(self) -> None:
        """The history is over: whatever still waits is let go of."""
        self.events.clear()
        self.limit = 10**9
        self.kill(WORLD)
        WORLD.dead = False

    def _empty(self, lane: Hashable) -> None:
        if queue := self._lanes.get(lane):
            queue.clear()
            self._full = [lane for lane in self._full if lane]

    def elsewhere(self, lane: Hashable, callback: Callable[..., Any], *args: Any) -> None:
        """What a thread beside the loop does: in its lane's own order, and at any time."""
        self._line_up(lane, asyncio.Handle(callback, args, self, copy_context()))

    async def turn(self, lane: Hashable) -> None:
        """Let others go on before what comes next in this lane."""
        done = asyncio.Future(loop=self)
        self.elsewhere(lane, _finish, done)
        await done

    def alone(self) -> bool:
        """Whether nobody else would go on within the two steps of a turn: then they are taken here and now."""
        then = self._now + STEP + STEP
        due = self._timers and self._timers[0][0] <= then
        steps = (self.steps + 1, self.steps + 2)
        if self._full or due or steps[-1] > self.limit or not self.events.keys().isdisjoint(steps):
            return False
        self.steps, self._now = steps[-1], then
        for _ in steps:
            self._rng.random()
        return True

    def time(self) -> float:
        return self._now

    def call_soon(self, callback, *args, context: Context | None = None) -> asyncio.Handle:  # type: ignore[override]
        handle = asyncio.Handle(callback, args, self, context)
        life = handle._context.get(LIFE, WORLD)
        self._line_up(life, handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):  # type: ignore[override]
        return self.call_at(self._now + max(0.0, delay), callback, *args, context=context)

    def outside(self, delay: float, callback: Callable[..., Any], *args: Any) -> None:
        """What no program does itself: it happens even if the one that is running dies."""
        self.call_later(delay, callback, *args, context=Context())

    def call_at(self, when, callback, *args, context=None):  # type: ignore[override]
        timer = asyncio.TimerHandle(when, callback, args, self, context)
        self._count += 1
        heapq.heappush(self._timers, (when, self._count, timer._context.get(LIFE, WORLD), timer))
        return timer

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        """Left where it is: it is passed over when its time comes."""

    def create_future(self) -> asyncio.Future[Any]:
        return asyncio.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):  # type: ignore[override]
        task = asyncio.Task(coro, loop=self, name=name or "", context=context)
        life = (context or copy_context()).get(LIFE, WORLD)
        life.tasks.append(task)
        return task

    def start(self, life: Life, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Begin something in this life."""
        context = copy_context()
        context.run(LIFE.set, life)
        return self.create_task(work, context=context)

    def run_in_executor(self, executor, func, *args):  # type: ignore[override]
        done = self.create_future()
        self.elsewhere(("thread", LIFE.get()), _do, done, func, args)
        return done

    def get_task_factory(self) -> None:
        return None

    def get_debug(self) -> bool:
        return False

    def is_running(self) -> bool:
        return True

    def is_closed(self) -> bool:
        return False

    def call_exception_handler(self, context: dict[str, Any]) -> None:
        self.faults.append(f"{context.get('message')}: {context.get('exception')!r}")


def _finish(done: asyncio.Future[None]) -> None:
    if not done.done():
        done.set_result(None)


def _do(done: asyncio.Future[Any], func: Callable[..., Any], args: tuple[Any, ...]) -> None:
    try:
        outcome = func(*args)
    except Exception as fault:
        if not done.done():
            done.set_exception(fault)
    else:
        if not done.done():
            done.set_result(outcome)


LOOP = Loop()
