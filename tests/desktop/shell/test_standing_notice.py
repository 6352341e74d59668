"""The strip at the top of every page and of the gate: there while it is so, gone when it is not or was read."""

import os

import pytest

from clienteling.desktop.preferences.domain import CHOICES
from clienteling.desktop.sync.salvage import Salvaged


def picture(shell, qtbot, name):
    """Keep what is seen, where somebody asked for it."""
    if folder := os.environ.get("STANDING_SHOTS"):
        qtbot.wait(50)
        shell.window.grabWindow().save(f"{folder}/{name}.png")


def test_a_full_disk_is_told_on_every_page_as_long_as_it_is_full(shell, qtbot):
    shell.sign_in()
    assert not shell.shows("standing")
    shell.standing._room.run_out()
    qtbot.waitUntil(lambda: shell.shows("standing"))
    shell.standing._room.look()
    qtbot.waitUntil(lambda: not shell.shows("standing"))


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)], ids=["wide", "tall"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("code", ["en", "ko"])
def test_what_came_back_is_told_until_it_was_read(shell, qtbot, language, code, dark, size):
    shell.preferences.choose("theme", CHOICES["theme"].index("dark" if dark else "light"))
    qtbot.waitUntil(lambda: shell.preferences.dark == dark)
    language.apply(code)
    shell.window.setProperty("width", size[0])
    shell.window.setProperty("height", size[1])
    shell.standing._salvaged = Salvaged(facts=12, doubtful=1, anew=True)
    shell.standing.changed.emit()
    qtbot.waitUntil(lambda: shell.shows("standing"))
    picture(shell, qtbot, f"gate-{code}-{dark}-{size[0]}")
    shell.sign_in()
    qtbot.waitUntil(lambda: shell.shows("standing"))
    picture(shell, qtbot, f"page-{code}-{dark}-{size[0]}")
    shell.standing.read()
    qtbot.waitUntil(lambda: not shell.shows("standing"))
