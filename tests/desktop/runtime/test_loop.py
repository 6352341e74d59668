"""The loop of Qt and asyncio where it is not qasync's."""

import subprocess
import sys

# a loop of its own needs a process of its own: the tests' loop runs already
ENDS = """
import asyncio
from PySide6.QtCore import QCoreApplication
from clienteling.desktop.runtime.loop import Loop

app, strays = QCoreApplication([]), []
loop = Loop(app)

async def stray():
    while True:
        try:
            asyncio.current_task()
        except RuntimeError as lost:
            strays.append(str(lost))
        await asyncio.sleep(0)

async def main():
    task = asyncio.create_task(stray())
    await asyncio.sleep(0.02)
    return task

task = loop.run_until_complete(main())
task.cancel()
loop.run_until_complete(asyncio.wait([task]))
print(sorted(set(strays)), task.cancelled())
"""


def test_no_task_runs_after_the_loop_has_ended():
    done = subprocess.run([sys.executable, "-c", ENDS], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "[] True", done.stdout + done.stderr


def test_a_timer_that_ran_and_is_cancelled_late_takes_no_other_with_it(loop, qtbot):
    ran = []
    early = loop.call_later(0.001, ran.append, "early")
    number = early.timer
    qtbot.waitUntil(lambda: ran == ["early"])
    for place in range(1000):  # Qt gives a number out again after some hundred others
        later = loop.call_later(0.001, ran.append, place)
        if later.timer == number:
            early.cancel()
        qtbot.waitUntil(lambda place=place: ran[-1] == place)
        if later.timer == number or early.cancelled():
            return
