"""Every component of the kit in one window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtTest import QTest

from clienteling.desktop.runtime.images import provide


class Gallery:
    """The window and a person before it."""

    def __init__(self, window, engine):
        self.window, self.engine = window, engine
        self.theme = engine.singletonInstance("clienteling.desktop.kit", "Theme")

    def items(self):
        return list(_items(self.window.contentItem()))

    def find(self, name):
        return next(item for item in self.items() if item.objectName() == name)

    def click(self, name, right=0.5):
        item = self.find(name)
        spot = item.mapToScene(QPointF(item.width() * right, item.height() / 2)).toPoint()
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def key(self, key):
        QTest.keyClick(self.window, key)

    def tab_to(self, item):
        """Press Tab until the focus is in the item."""
        for _ in range(len(self.items())):
            self.key(Qt.Key.Key_Tab)
            focused = self.window.activeFocusItem()
            if focused and (focused is item or item.isAncestorOf(focused)):
                return
        raise AssertionError("Tab never came there")


def _items(item):
    yield item
    for child in item.childItems():
        yield from _items(child)


@pytest.fixture
def gallery(qapp, qtbot, fonts, language, pictures, root):
    """The gallery, tall enough to show all of it; a warning of QML fails the test."""
    engine, warnings = QQmlApplicationEngine(), []
    engine.warnings.connect(lambda some: warnings.extend(one.toString() for one in some))
    engine.addImportPath(str(root))
    provide(engine, pictures)
    language.changed.connect(engine.retranslate)
    engine.load(QUrl.fromLocalFile(str(root / "tests" / "desktop" / "kit" / "Gallery.qml")))
    assert engine.rootObjects(), warnings
    window = engine.rootObjects()[0]
    window.resize(1280, 2000)
    qtbot.waitUntil(window.isExposed)
    yield Gallery(window, engine)
    window.close()
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    assert not warnings, warnings
