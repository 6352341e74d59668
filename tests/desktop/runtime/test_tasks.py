"""What is started while the app ends does not begin."""

import asyncio
import contextlib


def test_nothing_begins_after_the_end(tasks, run):
    begun = []

    async def work():
        begun.append(True)

    run(tasks.close())
    assert tasks.start(work()) is None
    run(tasks.close())
    assert begun == []


def test_a_task_that_missed_its_end_is_ended_again(tasks, run):
    async def stubborn():
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(60)
        await asyncio.sleep(60)

    async def close_soon():
        await asyncio.sleep(0)
        await tasks.close()

    started = tasks.start(stubborn())
    run(close_soon())
    assert started.cancelled()
