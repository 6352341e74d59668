"""A window is opened only where somebody can see it."""

import pytest

from clienteling.desktop.runtime.display import has_display


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "minimal:size=640x480"}, False),
        ({"QT_QPA_PLATFORM": "eglfs"}, True),
    ],
)
def test_there_is_a_screen_or_not(monkeypatch, given, seen):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert has_display() is seen
