"""Learns in a process of its own, so that neither requests nor the database wait; knows not what is learned."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable
from pathlib import Path

import structlog

COMMAND = ("-m", "clienteling", "insight", "build", "--lists-later")
_STEP = re.compile(r"(\d+)/\d+ ")


async def learn(database: str, folder: Path, told: Callable[[int], None]) -> None:
    """Learn from the shop anew; `told` gets how many steps are done.

    Cancelled it ends at once, and what was kept stays; so it does where nothing can be learned, and the log says why.
    """
    own = {"CLIENTELING_CENTRAL_DATABASE": database, "CLIENTELING_CENTRAL_FOLDER": str(folder)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, *COMMAND, env=os.environ | own, stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE
    )
    try:
        last = await _follow(process, told)
        code = await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if code:
        structlog.get_logger().info("nothing learned", code=code, why=last)


async def _follow(process: Process, told: Callable[[int], None]) -> str:
    """Tell of its steps until it is silent; its last words."""
    last = ""
    assert process.stderr is not None
    async for line in process.stderr:
        last = line.decode(errors="replace").strip()
        if step := _STEP.match(last):
            told(int(step[1]))
    return last
