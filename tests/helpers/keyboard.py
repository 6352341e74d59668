"""The keyboard of a person who never touches the screen: keys, words, and the way from control to control."""

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.helpers.screen import Screen, pump, until

KEY, HELD = Qt.Key, Qt.KeyboardModifier
PAUSE_MS = 80
"""After each key: longer than the scanner's filter holds one back, or a person would type like a scanner."""
FARTHEST = 60
"""Presses of Tab after which one has been everywhere on a page."""


class Keyboard:
    """Ten fingers before one window; a control is meant by the objectName of it or of what it lies in."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    @property
    def at(self) -> list[str]:
        """Where the focus is: the names of the control and of all it lies in, the innermost first."""
        names, item = [], self.item
        while item is not None:
            names.append(item.objectName())
            item = item.parentItem()
        return [name for name in names if name]

    @property
    def item(self) -> QQuickItem | None:
        """The control with the focus."""
        return self.screen.window.activeFocusItem()

    @property
    def seen(self) -> bool:
        """Whether a ring shows where the focus is; a line to write in shows it by its border."""
        item = self.item
        return item is not None and (item.property("cursorPosition") is not None or bool(item.property("visualFocus")))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = HELD.NoModifier) -> None:
        """Press one key and let what it does begin."""
        self.screen.face()
        QTest.keyClick(self.screen.window, key, held)
        pump(PAUSE_MS)

    def write(self, text: str) -> None:
        """Type at the speed of a person; what is no ASCII comes from an input method."""
        self.screen.face()
        for sign in text:
            if sign.isascii():
                QTest.keyClick(self.screen.window, sign)
            else:
                self.screen.type(sign)
            pump(PAUSE_MS)

    def tab(self, name: str, back: bool = False) -> None:
        """Press Tab until the control of that name has the focus, and is seen to have it."""
        passed = []
        for _ in range(FARTHEST):
            if name in self.at[:2]:
                assert self.seen, f"nothing shows that {name!r} has the focus"
                return
            self.press(KEY.Key_Backtab if back else KEY.Key_Tab)
            passed.append(self.at[:1])
        raise AssertionError(f"Tab never came to {name!r}, but to {passed}")

    def choose(self, name: str) -> None:
        """Go to a control by Tab and press Enter on it."""
        until(lambda: self.screen.has(name), why=f"that there is {name!r}")
        self.tab(name)
        self.press(KEY.Key_Return)

    def arrow(self, key: Qt.Key, name: str) -> None:
        """Press an arrow until the control of that name has the focus."""
        for _ in range(FARTHEST):
            if name in self.at[:2]:
                assert self.seen, f"nothing shows that {name!r} has the focus"
                return
            self.press(key)
        raise AssertionError(f"the arrow never came to {name!r}, but to {self.at[:2]}")
