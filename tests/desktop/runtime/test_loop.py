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
