"""Fixtures of the scanning tests: keys with times of their own, drawn codes, and the sheet in a window."""

import io
import logging

import numpy as np
import pytest
import segno
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QLoggingCategory, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QInputMethodEvent, QKeyEvent
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from clienteling.desktop.scanning.keymap import _EVDEV, _X11_OFFSET
from clienteling.desktop.scanning.wedge import Wedge

SCAN_CODES = {sign: (code, shift) for code, pair in _EVDEV.items() for shift, sign in enumerate(pair)}


@pytest.fixture(autouse=True)
def quiet_media():
    """Qt's media part tells which optional libraries of the machine it did not find."""
    logging.getLogger("PIL").setLevel(logging.WARNING)
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    yield
    QLoggingCategory.setFilterRules("")


class Keyboard:
    """Sends keys to a window as the system does, each with its own time and scan code."""

    def __init__(self, window):
        self.window = window
        self.at = 1000

    def key(self, sign, gap=5, text=None, modifiers=Qt.KeyboardModifier.NoModifier, key=None, native=True):
        """One press and release, `gap` ms after the one before; `text` is what the tablet's layout makes of it."""
        self.at += gap
        code, shift = SCAN_CODES.get(sign, (0, 0))
        modifiers |= Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        key = key or Qt.Key(ord(sign.upper()) if sign.isascii() else 0)
        scan = code + _X11_OFFSET if native and code else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, scan, 0, 0, sign if text is None else text)
            event.setTimestamp(self.at + (kind == QEvent.Type.KeyRelease))
            QCoreApplication.sendEvent(self.window, event)

    def type(self, text, gap=5, **how):
        for sign in text:
            self.key(sign, gap, **how)

    def enter(self, gap=5):
        self.key("\r", gap, key=Qt.Key.Key_Return)

    def compose(self, preedit="", commit=""):
        """What a Korean input method delivers to the field with the focus."""
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(self.window.focusObject(), event)


@pytest.fixture
def keyboard():
    """Makes a keyboard for a window."""
    return Keyboard


PAGE = b"""
import QtQuick
Item {
    id: page
    property alias words: field.text
    property int pressed: 0
    property int acted: 0
    property bool writing: true
    Shortcut { sequences: ["Ctrl+O", "4", "Alt+5"]; onActivated: page.acted += 1 }
    onWritingChanged: writing ? field.forceActiveFocus() : plain.forceActiveFocus()
    Component.onCompleted: field.forceActiveFocus()
    TextInput { id: field; width: 200 }
    Item { id: plain; Keys.onPressed: page.pressed += 1 }
}
"""


class Desk:
    """A window with one text field, one item that is no field, and a scanner."""

    def __init__(self, settings=None):
        self.view, self.engine = QQuickWindow(), QQmlEngine()
        self.component = QQmlComponent(self.engine)
        self.component.setData(PAGE, QUrl("desk.qml"))
        self.page = self.component.create()
        self.page.setParentItem(self.view.contentItem())
        self.view.show()
        self.view.requestActivate()
        QTest.qWaitForWindowActive(self.view)
        self.wedge = Wedge(settings)
        self.wedge.watch(self.view)
        self.codes = []
        self.wedge.scanned.connect(lambda text, _: self.codes.append(text))
        self.keys = Keyboard(self.view)

    def look_away(self):
        """Take the focus out of the text field."""
        self.page.setProperty("writing", False)
        QTest.qWait(1)

    def settle(self):
        """Wait until nothing can be held any more."""
        QTest.qWait(200)

    @property
    def words(self):
        return self.page.property("words")


@pytest.fixture
def desk(qapp):
    """The desk, its text field focused."""
    made = []

    def make(settings=None):
        made.append(Desk(settings))
        return made[-1]

    yield make
    for each in made:
        each.view.close()
        each.view.deleteLater()
    qapp.processEvents()


@pytest.fixture
def qr():
    """Draws a QR code as gray values: `qr("text", scale=4)`."""

    def drawn(text, scale=4):
        stream = io.BytesIO()
        segno.make_qr(text).save(stream, kind="png", scale=scale, border=4)
        return np.asarray(Image.open(stream).convert("L")).copy()

    return drawn


@pytest.fixture
def ean():
    """Draws an EAN-13 as gray values, so many pixels a module: `ean("9521234543213")`."""
    left = ["0001101", "0011001", "0010011", "0111101", "0100011"]
    left += ["0110001", "0101111", "0111011", "0110111", "0001011"]
    parity = ["LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL"]
    flip = str.maketrans("01", "10")

    def drawn(code, module=3, height=120):
        first, *digits = (int(digit) for digit in code)
        front = [
            left[d] if side == "L" else left[d].translate(flip)[::-1]
            for d, side in zip(digits, parity[first], strict=False)
        ]
        back = [left[d].translate(flip) for d in digits[6:]]
        bars = "0" * 11 + "101" + "".join(front) + "01010" + "".join(back) + "101" + "0" * 11
        row = np.array([255 if bar == "0" else 0 for bar in bars], np.uint8).repeat(module)
        return np.pad(np.tile(row, (height, 1)), 30, constant_values=255)

    return drawn


@pytest.fixture
def drop():
    """Drags a file over a window and lets it go: `drop(window, QUrl.fromLocalFile(path))`."""

    def dropped(window, url):
        data = QMimeData()
        data.setUrls([QUrl(url)])
        at, copy = QPoint(600, 400), Qt.DropAction.CopyAction
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QCoreApplication.sendEvent(window.view, QDragEnterEvent(at, copy, data, buttons, keys))
        assert "Drop the picture here" in window.texts()
        QCoreApplication.sendEvent(window.view, QDropEvent(at, copy, data, buttons, keys))

    return dropped


@pytest.fixture
def saved(tmp_path):
    """Writes gray values to a picture file: `saved(gray, "code.png")`."""

    def save(gray, name="code.png"):
        path = tmp_path / name
        pixels = np.ascontiguousarray(gray)
        QImage(pixels.data, pixels.shape[1], pixels.shape[0], pixels.shape[1], QImage.Format.Format_Grayscale8).save(
            str(path)
        )
        return path

    return save
