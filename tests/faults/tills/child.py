"""Forks a process, lets strace interfere with its system calls, and hears what it says; knows no feature."""

import os
import signal
import subprocess
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

KEPT = "pwrite64,write,fdatasync,fsync,ftruncate,unlink,rename"
"""The calls by which anything ever reaches a disk."""
PATIENCE = 60.0
ENDING = 1.0
"""Seconds within which a thread that has done its work is gone."""


@dataclass(frozen=True)
class Ended:
    """What the process said line by line, and how it ended: an exit code, or minus the signal."""

    said: list[list[str]]
    code: int


def run(work: Callable[[int], None], tracing: Sequence[str] = ()) -> Ended:
    """Fork, let strace with these options take hold, then call `work(pipe)` in the child, and wait for its end."""
    mouth, ear = os.pipe()[::-1]
    go, ready = os.pipe()[::-1]
    _let_threads_end()
    child = os.fork()
    if child == 0:
        _work(work, mouth, ready)
    os.close(mouth)
    os.close(ready)
    tracer = _trace(child, tracing) if tracing else None
    os.write(go, b"g")
    os.close(go)
    with os.fdopen(ear) as voice:
        said = [line.split() for line in voice.read().splitlines()]
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if tracer:
        tracer.wait(PATIENCE)
    return Ended(said, code)


def inject(calls: str, what: str, nth: int, ever: bool = False) -> tuple[str, ...]:
    """strace's options for a fault at the nth of these calls of any thread, and at all after it when `ever`."""
    when = f"{nth}+" if ever else str(nth)
    return "-e", f"trace={calls}", "-e", f"inject={calls}:{what}:when={when}"


def killed(ended: Ended) -> bool:
    """Whether the process was killed, not ended by itself."""
    return ended.code == -signal.SIGKILL


def _let_threads_end() -> None:
    """OpenSSL holds a lock while a thread ends: forked just then, the child would wait for it for ever."""
    end = time.monotonic() + ENDING
    while len(os.listdir("/proc/self/task")) > threading.active_count() and time.monotonic() < end:
        time.sleep(0.0005)


def _work(work: Callable[[int], None], mouth: int, ready: int) -> None:
    code = 1
    try:
        os.read(ready, 1)
        work(mouth)
        code = 0
    except BaseException:
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)


def _trace(child: int, options: Sequence[str]) -> subprocess.Popen[bytes]:
    given = list(options) if "-o" in options else ["-o", "/dev/null", *options]
    tracer = subprocess.Popen(["strace", "-f", "-qq", *given, "-p", str(child)])
    status = Path(f"/proc/{child}/status")
    end = time.monotonic() + PATIENCE
    while "TracerPid:\t0\n" in status.read_text():
        assert tracer.poll() is None and time.monotonic() < end, "strace did not take hold"
        time.sleep(0.001)
    return tracer
