"""Whoever stands before a tablet that cannot start reads why, and loses nothing."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from clienteling.desktop import start
from clienteling.desktop.runtime import config
from clienteling.desktop.runtime.faults import Deaf
from clienteling.desktop.shell import refusal
from tests.helpers.eyes import flaws
from tests.helpers.screen import Screen
from tests.helpers.vault import KEY

WHY = "What 'tpm' holds is another key than this store's. " * 4


@pytest.mark.parametrize("code", ["ko", "en"])
@pytest.mark.parametrize("size", [(1280, 800), (360, 640)])
def test_the_window_says_what_it_means_and_why(qtbot, fonts, language, code, size):
    language.apply(code)
    engine = refusal.window(WHY)
    window = engine.rootObjects()[0]
    window.resize(*size)
    qtbot.waitUntil(window.isExposed)
    window.grabWindow()
    said = Screen(window).texts()
    assert WHY in said and ("This tablet cannot start" in said) is (code == "en")
    assert flaws(window, set(), set()) == []
    window.close()
    engine.deleteLater()


def test_it_stays_until_it_is_closed(qapp, monkeypatch, capsys):
    monkeypatch.setattr(refusal, "has_display", lambda: True)
    seen = []
    QTimer.singleShot(50, lambda: [seen.append(one.title()) or one.close() for one in QGuiApplication.allWindows()])
    assert refusal.tell(WHY) == 1
    assert "Clienteling" in seen and capsys.readouterr().err.strip() == WHY.strip()


def test_without_a_screen_it_only_speaks(monkeypatch, capsys):
    monkeypatch.setattr(refusal, "has_display", lambda: False)
    assert refusal.tell(WHY) == 1
    assert WHY.strip() in capsys.readouterr().err


@pytest.mark.parametrize("name", ["CLIENTELING_CENTRAL", "CLIENTELING_TOKEN"])
def test_an_app_that_is_not_set_up_says_so(monkeypatch, name):
    told = []
    monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(refusal, "tell", lambda why: told.append(why) or 1)
    monkeypatch.setattr(config, "load", lambda: (_ for _ in ()).throw(config.Misconfigured(f"{name} is missing")))
    assert start.main() == 1
    assert told == [f"{name} is missing"]


def test_a_disk_that_is_deaf_at_the_start_is_told(qapp, monkeypatch):
    told = []
    monkeypatch.setattr(refusal, "tell", lambda why: told.append(why) or 1)
    monkeypatch.setattr(start, "build", lambda *_: (_ for _ in ()).throw(Deaf()))
    monkeypatch.setattr(start, "prepare_qt", lambda: qapp)
    assert start.run(config.Config("https://central.example.com", "token"), KEY) == 1
    assert "does not answer" in told[0]
