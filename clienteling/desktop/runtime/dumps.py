"""Keeps what is in memory, the key of the store among it, out of dumps and from other processes of the same person."""

import ctypes
import os
import sys

_PR_SET_DUMPABLE = 4


def forbid() -> None:
    """Let a crash leave no picture of the memory behind; on Linux nobody but root may look into it either."""
    if os.name == "nt":  # writes none unless an administrator sets that up
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "linux":
        return
    # a handler behind a pipe gets a dump whatever the limit says
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "the memory of this process cannot be closed to others")
