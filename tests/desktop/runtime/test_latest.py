"""Work asked for more often than it can be done."""

import asyncio

import pytest

from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.problems import Problem, Problems
from clienteling.desktop.runtime.tasks import Tasks


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


def test_what_is_asked_while_a_run_fails_is_done_all_the_same(tasks, problems, qtbot):
    runs, gate = [], asyncio.Event()

    async def work():
        runs.append(1)
        await gate.wait()
        if len(runs) == 1:
            raise Problem("Something is not right.")

    latest = Latest(tasks, work)
    latest.ask()
    qtbot.waitUntil(lambda: len(runs) == 1)
    latest.ask()
    gate.set()
    qtbot.waitUntil(lambda: latest.state(1) == "rows")
    assert len(runs) == 2


def test_how_it_stands_is_told(tasks, problems, qtbot):
    stood, faults = [], [Problem("Something is not right.")]

    async def work():
        if faults:
            raise faults.pop()

    latest = Latest(tasks, work, lambda: stood.append(latest.state(1)))
    latest.ask()
    qtbot.waitUntil(lambda: bool(problems.told))
    latest.anew()
    assert latest.state(1) == "loading"
    qtbot.waitUntil(lambda: latest.state(1) == "rows")
    assert stood == ["error", "loading", "rows"]


@pytest.mark.logs("bug")
def test_a_bug_is_logged_and_told_as_ever_and_the_list_knows(loop, qtbot):
    problems, crashed = Problems(), []
    problems.crashed.connect(crashed.append)

    async def work():
        raise ZeroDivisionError

    latest = Latest(Tasks(problems), work)
    latest.ask()
    qtbot.waitUntil(lambda: bool(crashed))
    assert latest.state(1) == "error" and "ZeroDivisionError" in crashed[0]
