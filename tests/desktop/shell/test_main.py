"""The window: the gate, the rail, the search, the keyboard, toasts, both ways of holding it."""

import pytest
from PySide6.QtCore import QObject, QPointF, Qt

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_nobody_sees_the_shop_before_signing_in(shell):
    assert shell.shows("signin")
    assert not shell.shows("search")
    shell.sign_in()
    assert shell.shows("search")
    assert not shell.shows("signin")


def test_the_rail_leads_to_its_pages(shell):
    shell.sign_in()
    shell.click("rail-orders")
    assert shell.navigator.property("page") == "orders"
    assert shell.shows("page-orders")
    assert not shell.shows("page-today")


def test_locking_brings_the_gate_back(shell):
    shell.sign_in()
    shell.click("rail-lock")
    assert shell.shows("signin")


def test_the_keyboard_reaches_every_page_and_the_search(shell):
    shell.sign_in()
    shell.key(Qt.Key.Key_2, ALT)
    assert shell.navigator.property("page") == "clients"
    shell.key(Qt.Key.Key_6, ALT)
    assert shell.navigator.property("page") == "notes"
    shell.key(Qt.Key.Key_K, CTRL)
    assert shell.window.activeFocusItem().property("placeholderText") is not None


def test_escape_empties_the_search_and_then_goes_back(shell):
    shell.sign_in()
    shell.key(Qt.Key.Key_K, CTRL)
    for letter in "kim":
        shell.key(letter)
    assert shell.navigator.property("page") == "clients"
    assert shell.navigator.property("searchText") == "kim"
    shell.key(Qt.Key.Key_Escape)
    assert shell.navigator.property("searchText") == ""
    assert shell.navigator.property("page") == "clients"
    shell.key(Qt.Key.Key_Escape)
    assert shell.navigator.property("page") == "today"


def test_a_badge_counts_what_is_to_act_on(shell, qtbot):
    shell.sign_in()
    shell.navigator.tell("orders", 2)
    assert shell.find("rail-orders").property("count") == 2


def test_a_toast_can_be_answered(shell, qtbot):
    shell.sign_in()
    undone = []
    shell.toasts.tell("Wool coat added", "ok", "Undo", lambda: undone.append(True))
    qtbot.waitUntil(lambda: shell.shows("toast"))
    shell.toasts.act(1)
    assert undone == [True]
    qtbot.waitUntil(lambda: not shell.shows("toast"))


def test_the_sync_chip_opens_the_sync_centre(shell):
    shell.sign_in()
    shell.click("sync-chip")
    assert shell.navigator.property("page") == "sync"
    shell.click("back")
    assert shell.navigator.property("page") == "today"


@pytest.mark.parametrize(("width", "height", "below"), [(1280, 800, False), (1920, 1080, False), (800, 1280, True)])
def test_the_rail_stands_left_or_below(shell, qtbot, width, height, below):
    shell.sign_in()
    shell.window.resize(width, height)
    qtbot.waitUntil(lambda: (shell.find("rail-today").mapToScene(QPointF()).y() > height / 2) is below)
    for name in ("rail-today", "rail-notes", "rail-me", "scan", "sync-chip"):
        corner = shell.find(name).mapToScene(QPointF())
        assert 0 <= corner.x() <= width - shell.find(name).width()
        assert 0 <= corner.y() <= height - shell.find(name).height()


def test_scan_opens_the_sheet_and_what_is_typed_there_is_searched(shell, qtbot):
    shell.sign_in()
    shell.click("scan")
    qtbot.waitUntil(lambda: shell.window.findChild(QObject, "scan-sheet") is not None)
    sheet = shell.window.findChild(QObject, "scan-sheet")
    qtbot.waitUntil(lambda: sheet.property("opened"))
    sheet.searched.emit("coat")
    qtbot.waitUntil(lambda: not sheet.property("visible"))
    assert shell.navigator.property("page") == "products"
