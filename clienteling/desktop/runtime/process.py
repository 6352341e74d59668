"""Runs another process beside the app without waiting for it; knows not what it does."""

import asyncio

from PySide6.QtCore import QProcess


async def run(program: str, *words: str, given: bytes) -> int:
    """The exit code of a program that reads `given`; -1 when it could not start or crashed. Ends with its task."""
    loop, process = asyncio.get_running_loop(), QProcess()
    ended: asyncio.Future[int] = loop.create_future()

    def end(code: int) -> None:
        if not ended.done():
            ended.set_result(code)

    process.finished.connect(lambda code, how: end(code if how == QProcess.ExitStatus.NormalExit else -1))
    process.errorOccurred.connect(lambda error: end(-1) if error == QProcess.ProcessError.FailedToStart else None)
    process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
    process.start(program, list(words))
    process.write(given)
    process.closeWriteChannel()
    try:
        return await ended
    finally:
        if process.state() != QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished()
