"""The fingers, keys and eyes of a person before a window; knows no page."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

PATIENCE = 20.0


def until(condition, patience: float = PATIENCE, why: str = "") -> None:
    """Let everything run until the condition holds."""
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, f"it never came about {why}"
        pump(15)


def pump(milliseconds: int) -> None:
    """Let everything run for a while; unlike QTest.qWait without a sleep between any two steps."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def seen(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and everything in it that is visible; in what is hidden nothing is."""
    ahead = [item]
    while ahead:
        if (one := ahead.pop()).isVisible():
            yield one
            ahead += reversed(one.childItems())


class Screen:
    """One window."""

    def __init__(self, window: QQuickWindow) -> None:
        self.window = window

    def seen(self) -> Iterator[QQuickItem]:
        """Every visible item, those of sheets too."""
        return seen(self.window.contentItem())

    def has(self, name: str) -> bool:
        """Whether a visible item of that objectName is there."""
        return any(item.objectName() == name for item in self.seen())

    def wait(self, name: str) -> QQuickItem:
        """Wait until the item is there, then give it."""
        until(lambda: self.has(name), why=f"that there is {name!r}")
        return next(item for item in self.seen() if item.objectName() == name)

    def texts(self) -> list[str]:
        """Every text that is to be read now."""
        # not by metaObject(): PySide goes on taking what lies where a freed one lay for that one
        return [item.property("text") for item in self.seen() if item.property("lineCount") is not None]

    def sees(self, part: str) -> bool:
        """Whether a text with these words is there."""
        return any(part in text for text in self.texts())

    def wait_for(self, part: str) -> None:
        """Wait until a text with these words is there."""
        until(lambda: self.sees(part), why=f"to see {part!r}")

    def click(self, name: str) -> None:
        """Touch the middle of an item once the layout has settled, which it does when the window is painted."""
        item = self.wait(name)
        self.face()
        until(item.isEnabled, why=f"that {name!r} can be touched")
        self.window.grabWindow()
        spot = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def face(self) -> None:
        """Turn to this window; only the one in front hears keys."""
        self.window.requestActivate()
        until(self.window.isActive, why="to be in front")

    def type(self, text: str) -> None:
        """What an input method commits into the item with the focus; any script."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        focused = self.window.activeFocusItem()
        assert focused, "nothing has the focus"
        QCoreApplication.sendEvent(focused, event)

    def key(self, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(self.window, key)
