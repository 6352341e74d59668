"""A sheet comes and goes."""

from PySide6.QtCore import QObject, Qt


def test_a_sheet_opens_and_escape_closes_it(gallery, qtbot):
    sheet = gallery.window.findChild(QObject, "sheet")
    gallery.click("openSheet")
    qtbot.waitUntil(lambda: sheet.property("opened"))
    gallery.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sheet.property("visible"))
