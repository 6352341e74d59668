"""List models keep the place of whoever scrolls."""

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from clienteling.desktop.runtime.rows import RowsModel
from tests.helpers.screen import pump

LIST = b"""
import QtQuick
ListView {
    width: 300; height: 400; cacheBuffer: 0; reuseItems: true
    delegate: Text { required property int number; required property string words; height: 40; text: words }
}
"""
MANY = 10_000


def rows(numbers):
    return [(number, f"row {number}") for number in numbers]


def test_the_model_tells_what_came_went_and_changed(qapp, qtmodeltester):
    model = RowsModel(("number", "words"))
    told = []
    model.rowsInserted.connect(lambda _, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _, first, last: told.append(("out", first, last)))
    model.dataChanged.connect(lambda first, _last: told.append(("new", first.row())))
    model.modelReset.connect(lambda: told.append("all"))
    model.countChanged.connect(lambda: told.append(len(model.rows)))
    model.reset(rows([1, 2, 3]))
    model.reset([*rows([0, 1]), (3, "another")])
    assert told == ["all", 3, ("out", 1, 1), ("in", 0, 0), ("new", 2)]
    qtmodeltester.check(model)


def test_a_scrolled_list_stays_where_it_is_when_rows_come_above(qapp):
    model = RowsModel(("number", "words"))
    model.reset(rows(range(MANY)))
    engine, window = QQmlEngine(), QQuickWindow()
    component = QQmlComponent(engine)
    component.setData(LIST, QUrl())
    view = component.create()
    view.setProperty("model", model)
    view.setParentItem(window.contentItem())
    window.show()
    view.setProperty("contentY", 5000 * 40 + 10)
    pump(30)
    before = top(view)
    model.reset(rows([-2, -1, *range(MANY)]))
    pump(30)
    assert top(view) == before == "row 5000"
    model.reset(rows([*range(10, MANY)]))
    pump(30)
    assert top(view) == before
    window.close()
    view.deleteLater()


def top(view):
    """The words of the first row in sight."""
    items = [item for item in view.property("contentItem").childItems() if item.property("words") and item.isVisible()]
    edge = view.property("contentY")
    return min((item for item in items if item.y() + 40 > edge), key=lambda item: item.y()).property("words")


def test_among_ten_thousand_rows_only_the_new_ones_come(qapp):
    model, come = RowsModel(("number", "words")), []
    model.reset(rows(range(MANY)))
    model.rowsInserted.connect(lambda _parent, first, last: come.append((first, last)))
    fresh = rows([*range(5), *range(-5, 0), *range(5, MANY)])
    model.reset(fresh)
    assert model.rows == fresh and come == [(5, 9)]
