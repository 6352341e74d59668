"""The box that finds, with a Korean keyboard."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent


def test_the_search_hears_the_syllable_that_is_still_being_made(gallery):
    gallery.find("search").forceActiveFocus()
    QCoreApplication.sendEvent(gallery.window.activeFocusItem(), QInputMethodEvent("기", []))
    assert gallery.window.property("typed") == "기"
