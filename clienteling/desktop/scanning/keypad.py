"""Characters that a scanner enters as numbers on the number pad while it holds Alt down; knows no timing."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_HELD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
_DIGITS = frozenset(range(Qt.Key.Key_0, Qt.Key.Key_9 + 1))
_LONGEST = 4  # digits of a character of ASCII, with a zero or two before them
_END = "\r"


class Keypad:
    """Collects digits until Alt is let go. Windows spells by itself; on macOS a person writes digits so."""

    def __init__(self, platform: str = sys.platform) -> None:
        self._platform = platform
        self._digits = ""

    def takes(self, event: QKeyEvent) -> bool:
        """Whether this is such a digit: neither a shortcut nor a field shall have it."""
        return self._platform != "darwin" and event.modifiers() & _HELD == _HELD and event.key() in _DIGITS

    def press(self, event: QKeyEvent) -> bool:
        """Whether this was such a digit, which is kept."""
        taken = self.takes(event)
        if taken and len(self._digits) <= _LONGEST:
            self._digits += chr(event.key())
        return taken

    def spelt(self) -> str:
        """The character, printable or the end of a code; empty where that is none or the system spells it."""
        digits, self._digits = self._digits, ""
        if not digits or len(digits) > _LONGEST or self._platform == "win32":
            return ""
        sign = chr(int(digits))
        return sign if sign == _END or (sign.isascii() and sign.isprintable()) else ""
