"""Tells whether anybody could see a window."""

import os
import sys

_UNSEEN = {"offscreen", "minimal"}


def has_display() -> bool:
    """Whether there is a screen; a platform that is named (`eglfs` in a kiosk) has one unless it draws nowhere."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform:
        return platform not in _UNSEEN
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
