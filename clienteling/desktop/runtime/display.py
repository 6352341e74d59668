"""Tells whether anybody could see a window."""

import os
import sys

_UNSEEN = {"", "offscreen", "minimal"}


def has_display() -> bool:
    """Whether there is a screen to show a window on: a kiosk without a desktop names its platform, as `eglfs`."""
    if sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        return True
    return os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] not in _UNSEEN
