"""The hands and eyes of the guided tour: they tap, type and look as a person would; they know no feature."""

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

PATIENCE = 30.0


class Missed(Exception):
    """A step of the tour did not happen."""


class Hands:
    """Taps, types and looks at one window."""

    def __init__(self, window: QQuickWindow, shots: Path | None) -> None:
        self._window, self._shots = window, shots
        self._taken = 0

    async def tap(self, name: str) -> None:
        """Tap the visible item of that objectName, once the layout has settled."""
        item = await self.find(name)
        await self.until(f"{name} to be ready", item.isEnabled)
        spot = await self._settled(item)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        # sent, not simulated: a nested event loop would run other tasks inside this one
        for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
            event = QMouseEvent(kind, spot, spot, left, held, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self._window, event)
        await asyncio.sleep(0)

    async def write(self, name: str, text: str) -> None:
        """Put the cursor into a field and commit text as an input method does."""
        (await self.find(name)).forceActiveFocus()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(self._window.activeFocusItem(), event)
        await asyncio.sleep(0)

    async def find(self, name: str) -> QQuickItem:
        """The visible item of that objectName, waited for."""
        await self.until(f"{name} to be there", lambda: self._seen(name) is not None)
        item = self._seen(name)
        assert item is not None
        return item

    async def until(self, what: str, true: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Wait until something is so; Missed when it does not become so."""
        end = time.monotonic() + patience
        while not true():
            if time.monotonic() > end:
                raise Missed(f"waited in vain for {what}")
            await asyncio.sleep(0.02)

    async def shot(self, title: str) -> None:
        """Keep a picture of what is seen now."""
        await asyncio.sleep(0.4)
        if self._shots is None:
            return
        self._taken += 1
        self._window.grabWindow().save(str(self._shots / f"{self._taken:02d}-{title}.png"))

    async def _settled(self, item: QQuickItem) -> QPointF:
        """The middle of an item that no longer moves."""
        before = None
        while before != (before := item.mapToScene(QPointF(item.width() / 2, item.height() / 2))):
            self._window.grabWindow()
            await asyncio.sleep(0.1)
        return before

    def _seen(self, name: str) -> QQuickItem | None:
        found = (item for item in _items(self._window.contentItem()) if item.objectName() == name and item.isVisible())
        return next(found, None)


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _items(child)
