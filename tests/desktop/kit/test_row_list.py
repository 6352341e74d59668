"""What comes in above the first row of a list."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent

from clienteling.desktop.runtime.rows import RowsModel

ROW = b"import clienteling.desktop.kit; ListRow { required title; width: 400 }"
MANY = [(str(number),) for number in range(30)]


@pytest.fixture
def rows(show):
    """A list as the kit makes it, with more rows than there is room for."""
    model = RowsModel(("title",))
    model.reset(MANY)
    page = show("clienteling.desktop.kit", "RowList", model=model, size=(400, 400))
    delegate = QQmlComponent(page.engine)
    delegate.setData(ROW, QUrl())
    page.page.setProperty("delegate", delegate)
    page.view.grabWindow()
    return page, model


def top(page):
    page.view.grabWindow()
    return page.page.property("contentY") - page.page.property("originY")


def test_who_has_not_scrolled_sees_it(rows, qtbot):
    page, model = rows
    model.reset([("new",), ("newer",), *MANY])
    qtbot.waitUntil(lambda: top(page) == 0)


def test_who_has_scrolled_keeps_her_place(rows, qtbot):
    page, model = rows
    page.page.setProperty("contentY", 300.0)
    model.reset([("new",), ("newer",), *MANY])
    assert top(page) >= 300
