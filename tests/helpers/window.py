"""One page of the desktop in a window, and the fingers, keys and eyes of a person before it; knows no feature."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

PATIENCE = 5.0


class Wish(QObject):
    """Sets the Theme by a signal, which lets go of the GIL: what QML loads because of it may ask the translator."""

    asked = Signal(str, "QVariant")


class Window:
    """One page in a window, and the fingers, keys and eyes of a person before it."""

    def __init__(self, engine, qtbot):
        self.engine, self.view, self.wish, self.qtbot = engine, QQuickWindow(), Wish(), qtbot
        self.page = None

    def load(self, uri, name, properties):
        """Put a page in the window; by `load`, since what holds the GIL would wait for the translator for ever."""
        self.engine.setInitialProperties({"wish": self.wish})
        self.engine.load(str(Path(__file__).with_name("Wish.qml")))
        self.engine.setInitialProperties(properties)
        self.engine.loadFromModule(uri, name)
        _, self.page = self.engine.rootObjects()
        assert isinstance(self.page, QQuickItem)
        self.page.setParentItem(self.view.contentItem())

    def theme(self, **values):
        """Set properties of the kit's Theme."""
        for name, value in values.items():
            self.wish.asked.emit(name, value)
        self.view.setColor(self.engine.singletonInstance("clienteling.desktop.kit", "Theme").property("canvas"))

    def find(self, name, visible=True):
        """The first item of that objectName, delegates and popups too; only a visible one unless told."""
        found = [item for item in _items(self.view.contentItem()) if item.objectName() == name]
        found = [item for item in found if item.isVisible()] if visible else found
        assert found, f"there is no item {name!r}"
        return found[0]

    def has(self, name):
        """Whether a visible item of that objectName is there."""
        return any(item.objectName() == name and item.isVisible() for item in _items(self.view.contentItem()))

    def wait(self, name):
        """Wait until the item is there, then give it."""
        self.qtbot.waitUntil(lambda: self.has(name), timeout=int(PATIENCE * 1000))
        return self.find(name)

    def texts(self):
        """Every text that is to be read now."""
        items = [item for item in _items(self.view.contentItem()) if item.isVisible()]
        return [item.property("text") for item in items if item.metaObject().indexOfProperty("textFormat") >= 0]

    def click(self, name):
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.spot(name))

    def spot(self, name):
        """Where the item is once the layout has settled, which it does when the window is painted."""
        item = self.wait(name)
        self.view.grabWindow()
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def type(self, text):
        """What an input method commits into the item with the focus; any script."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(self.view.activeFocusItem(), event)

    def key(self, key):
        QTest.keyClick(self.view, key)

    def resize(self, width, height):
        self.view.resize(width, height)
        self.page.setSize(QSizeF(width, height))
        self.theme(width=width)

    def close(self):
        self.view.close()
        self.page.setParentItem(None)
        self.page.deleteLater()
        self.view.deleteLater()
        self.engine.deleteLater()

    def picture(self, path):
        """Save what is seen."""
        QTest.qWait(50)
        image = self.view.grabWindow()
        assert not image.isNull()
        image.save(str(path))
        return image


def _items(item):
    yield item
    for child in item.childItems():
        yield from _items(child)
