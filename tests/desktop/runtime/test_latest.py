"""Work asked for more often than it can be done."""

import asyncio

from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.problems import Problem


def test_many_wishes_are_two_runs(tasks, run, qtbot):
    runs, gate = [], asyncio.Event()

    async def work():
        runs.append(1)
        await gate.wait()

    latest = Latest(tasks, work)
    for _ in range(5):
        latest.ask()
    qtbot.waitUntil(lambda: len(runs) == 1)
    latest.ask()
    gate.set()
    qtbot.waitUntil(lambda: len(runs) == 2)
    qtbot.wait(20)
    assert len(runs) == 2


def test_a_failed_run_does_not_hinder_the_next(tasks, problems, qtbot):
    runs = []

    async def work():
        runs.append(1)
        if len(runs) == 1:
            raise Problem("Something is not right.")

    latest = Latest(tasks, work)
    latest.ask()
    qtbot.waitUntil(lambda: bool(problems.told))
    latest.ask()
    qtbot.waitUntil(lambda: len(runs) == 2)
