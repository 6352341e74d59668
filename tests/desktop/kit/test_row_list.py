"""What comes in above the first row of a list."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlComponent

from clienteling.desktop.runtime.rows import RowsModel
from tests.helpers.screen import pump

ROW = b"import clienteling.desktop.kit; ListRow { required title; width: 400 }"
MANY = [(str(number),) for number in range(30)]


@pytest.fixture
def rows(show):
    """A list as the kit makes it, with more rows than there is room for."""
    model = RowsModel(("title",))
    model.reset(MANY)
    page = show("clienteling.desktop.kit", "RowList", model=model, size=(400, 400))
    delegate = QQmlComponent(page.engine, page.page)  # without somebody who holds it the list would lose its rows
    delegate.setData(ROW, QUrl())
    page.page.setProperty("delegate", delegate)
    page.view.grabWindow()
    return page, model


def top(page):
    """How far the first row lies above what is seen, once the list has looked at its rows."""
    pump(50)
    page.view.grabWindow()
    return page.page.property("contentY") - page.page.property("originY")


def test_who_has_not_scrolled_sees_it(rows):
    page, model = rows
    model.reset([("new",), ("newer",), *MANY])
    assert top(page) == 0


def test_who_has_scrolled_keeps_her_place(rows):
    page, model = rows
    page.page.setProperty("contentY", 300.0)
    model.reset([("new",), ("newer",), *MANY])
    assert top(page) >= 300


def test_a_row_that_waits_to_be_used_again_is_not_read_aloud(rows):
    page, model = rows
    QAccessible.setActive(True)
    model.reset(MANY[:1])
    pump(50)
    page.view.grabWindow()
    assert read_aloud(QAccessible.queryAccessibleInterface(page.view)) == ["0"]
    model.reset(MANY)
    page.view.grabWindow()
    assert len(read_aloud(QAccessible.queryAccessibleInterface(page.view))) > 3
    QAccessible.setActive(False)


def read_aloud(place):
    """The names of the rows that a screen reader finds."""
    names = []
    for number in range(place.childCount()):
        child = place.child(number)
        if child is None or child.state().invisible:
            continue
        if child.role() == QAccessible.Role.Button:
            names.append(child.text(QAccessible.Text.Name))
        names += read_aloud(child)
    return names
