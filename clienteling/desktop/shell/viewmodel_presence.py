"""Whether somebody is at the tablet: left alone it hides what it shows, then wants the PIN again; knows no page."""

import time
from collections.abc import Callable

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.shell"
QML_IMPORT_MAJOR_VERSION = 1

MASK_AFTER = 60
"""Seconds without a touch, a key or a scan until clients' data is hidden."""
LOCK_AFTER = 180
"""Seconds without one until the PIN is wanted again."""
LONGEST = 12 * 3600
"""Seconds after a PIN or a badge until it is wanted again, however busy the tablet is."""
LOOK_MS = 1000

_INPUT = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
    }
)


def seconds() -> float:
    """Seconds that pass also while the tablet sleeps, whatever its clock is set to."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


@QmlElement
@QmlUncreatable("made by the application")
class Presence(QObject):
    """`masked` hides the page until the next touch, `locked` until the PIN; the work behind stays as it is."""

    changed = Signal()
    left = Signal(str)
    """The tablet has locked itself; the id of who held it."""

    def __init__(self, session: Session, clock: Callable[[], float] = seconds) -> None:
        super().__init__()
        self._session, self.clock = session, clock
        self._masked = self._locked = False
        self._touched = self._proved = clock()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        session.proved.connect(self._on_proof)

    def watch(self, window: QObject) -> None:
        """Notice every input into the window, and the lack of it, from now on."""
        window.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Let everything through: what was pressed on the veil has reached the veil."""
        if event.type() in _INPUT:
            self.touch()
        return False

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self.clock()
        if self._masked:
            QTimer.singleShot(0, self, self._unmask)  # after the touch itself, which must press nothing behind it

    @Slot()
    def look(self) -> None:
        """Hide or lock when it is time."""
        if not self._session.staff or self._locked:
            return
        now = self.clock()
        idle = now - self._touched
        if idle >= LOCK_AFTER or now - self._proved >= LONGEST:
            self._masked, self._locked = False, True
            self.changed.emit()
            self.left.emit(self._session.staff)
        elif idle >= MASK_AFTER and not self._masked:
            self._masked = True
            self.changed.emit()

    def _unmask(self) -> None:
        self._masked = False
        self.changed.emit()

    @Slot()
    def _on_proof(self) -> None:
        self._touched = self._proved = self.clock()
        self._masked = self._locked = False
        self.changed.emit()

    masked = Property(bool, lambda self: self._masked, notify=changed)
    locked = Property(bool, lambda self: self._locked, notify=changed)
