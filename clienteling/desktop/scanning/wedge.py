"""Tells a keyboard scanner from a person typing, by the times of the keys; knows no code and no page."""

import time
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent, QWindow
from shiboken6 import isValid

from clienteling.desktop.scanning.burst import Burst, known, scanned_text
from clienteling.desktop.scanning.keymap import pressed, unspelled
from clienteling.desktop.scanning.keypad import Keypad
from clienteling.desktop.scanning.learning import PATIENT
from clienteling.desktop.scanning.profile import WedgeSettings

_KEY, _MODIFIER = Qt.Key, Qt.KeyboardModifier
_ACTING = _MODIFIER.ControlModifier | _MODIFIER.AltModifier | _MODIFIER.MetaModifier
_SILENT = frozenset({_KEY.Key_Shift, _KEY.Key_CapsLock, _KEY.Key_NumLock, _KEY.Key_Hangul, _KEY.Key_AltGr})
_ENTERS, _TABS = frozenset({_KEY.Key_Return, _KEY.Key_Enter}), frozenset({_KEY.Key_Tab})
_ENDS = {"any": _ENTERS | _TABS, "enter": _ENTERS, "tab": _TABS, "none": frozenset()}


@dataclass
class _Held:
    target: QObject
    event: QEvent
    arrived: float
    stamp: int = 0
    us: str = ""
    plain: str = ""
    counts: bool = False


class Wedge(QObject):
    """Filters one window's keys: a burst becomes `scanned(text, milliseconds)`, everything else reaches its field.

    While it is `learning` every run of keys is only `measured`, however slow.
    """

    scanned = Signal(str, float)
    measured = Signal(object)  # Burst, also of what is told as scanned

    def __init__(self, settings: WedgeSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings or WedgeSettings()
        self.learning = False
        self._window: QWindow | None = None
        self._focus: QObject | None = None
        self._held: list[_Held] = []
        self._down: set[int] = set()
        self._keypad = Keypad()
        self._ended = 0.0
        self._replaying = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._silent)

    @property
    def _limits(self) -> WedgeSettings:
        return PATIENT if self.learning else self.settings

    def watch(self, window: QWindow) -> None:
        """Listen to the keys of this window from now on, whatever has the focus in it."""
        self._window = window
        window.installEventFilter(self)
        window.focusObjectChanged.connect(self._focused)
        self._focused(window.focusObject())

    def eventFilter(self, target: QObject, event: QEvent) -> bool:
        """Hold, swallow or let pass; True means that nobody else sees the event."""
        if self._replaying:
            return False
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and (self._held or self._keypad.takes(event)):
            event.accept()  # or a character in a code would press one of our shortcuts
            return True
        if isinstance(event, QInputMethodEvent):
            return self._composed(target, event)
        if target is not self._window or not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.KeyRelease:
            return self._released(target, event)
        return kind == QEvent.Type.KeyPress and self._pressed(target, event)

    @Slot(QObject)
    def _focused(self, now: QObject | None) -> None:
        self._flush()
        if self._focus is not None and isValid(self._focus) and self._focus is not self._window:
            self._focus.removeEventFilter(self)
        self._focus = now
        if now is not None and now is not self._window:
            now.installEventFilter(self)

    def _pressed(self, target: QObject, event: QKeyEvent) -> bool:
        if event.key() in _SILENT:
            return False
        if event.isAutoRepeat():
            self._flush()
            return False
        if self._keypad.press(event):
            return True
        held = self._held_key(target, event)
        if self._held and self._gap(self._held[-1], held) > self._limits.longest_gap:
            self._flush()
        if event.key() in _ENDS[self._limits.end]:
            return self._finished(held)
        if held.counts or self._counted():
            return self._keep(held)
        self._flush()
        return False

    def _held_key(self, target: QObject, event: QKeyEvent) -> _Held:
        held = _Held(target, event.clone(), time.monotonic() * 1000, event.timestamp())
        if event.modifiers() & _ACTING or not (event.text() and event.text().isprintable()):
            return held
        shift = bool(event.modifiers() & _MODIFIER.ShiftModifier)
        held.plain = event.text()
        held.us = pressed(event.nativeScanCode(), event.nativeVirtualKey(), shift) or held.plain
        held.counts = True
        return held

    def _composed(self, target: QObject, event: QInputMethodEvent) -> bool:
        held = _Held(target, event.clone(), time.monotonic() * 1000)
        if self._held and self._gap(self._held[-1], held) > self._limits.longest_gap:
            self._flush()
        if not event.commitString().isprintable():
            return False
        held.us = held.plain = unspelled(event.commitString())
        held.counts = True
        return self._keep(held)

    def _released(self, target: QObject, event: QKeyEvent) -> bool:
        if event.key() == _KEY.Key_Alt and (sign := self._keypad.spelt()):
            self._pressed(target, _typed(sign, event))
        if event.key() in self._down:
            self._down.discard(event.key())
            return True
        if not self._held or event.key() in _SILENT:
            return False
        self._held.append(_Held(target, event.clone(), time.monotonic() * 1000, event.timestamp()))
        return True

    def _keep(self, held: _Held) -> bool:
        self._held.append(held)
        count = len(self._counted())
        rest = self._limits.silence if count >= self._limits.shortest else int(self._limits.longest_gap)
        self._timer.start(self._limits.first_hold if count == 1 else rest)
        return True

    def _finished(self, end: _Held) -> bool:
        at = end.stamp or end.arrived
        if not self._held:
            return 0 <= at - self._ended <= self._limits.second_end
        text = self._burst()
        if text is None:
            self._flush()
            return False
        self._ended = at
        self._tell(text, end)
        return True

    @Slot()
    def _silent(self) -> None:
        text = self._burst()
        if text is not None and (self._limits.end == "none" or self.learning or known(text)):
            self._tell(text)
        else:
            self._flush()

    def _burst(self) -> str | None:
        keys, gaps = self._spelt()
        return scanned_text(keys, gaps, self._limits, self._writing() and not self.learning)

    def _spelt(self) -> tuple[tuple[tuple[str, str], ...], tuple[float, ...]]:
        keys = self._counted()
        gaps = tuple(self._gap(before, after) for before, after in pairwise(keys))
        return tuple((key.us, key.plain) for key in keys), gaps

    def _writing(self) -> bool:
        if self._focus is None or not isValid(self._focus):
            return False
        query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
        QCoreApplication.sendEvent(self._focus, query)
        return bool(query.value(Qt.InputMethodQuery.ImEnabled))

    def _counted(self) -> list[_Held]:
        return [held for held in self._held if held.counts]

    @staticmethod
    def _gap(before: _Held, after: _Held) -> float:
        if 0 < before.stamp <= after.stamp:
            return after.stamp - before.stamp
        return after.arrived - before.arrived

    def _tell(self, text: str, end: _Held | None = None) -> None:
        burst = Burst(*self._spelt(), _end_of(end))
        self._held += [end] if end else []
        first, last = self._held[0], self._held[-1]
        held, self._held = self._held, []
        self._timer.stop()
        for key in held:
            if isinstance(key.event, QKeyEvent):
                press = key.event.type() == QEvent.Type.KeyPress
                (self._down.add if press else self._down.discard)(key.event.key())
        self.measured.emit(burst)
        if not self.learning:
            self.scanned.emit(text, self._gap(first, last))

    def _flush(self) -> None:
        self._timer.stop()
        held, self._held = self._held, []
        self._replaying = True
        try:
            for key in held:
                if isValid(key.target):
                    QCoreApplication.sendEvent(key.target, key.event)
        finally:
            self._replaying = False


def _typed(sign: str, when: QKeyEvent) -> QKeyEvent:
    key = _KEY.Key_Return if sign == "\r" else _KEY(ord(sign.upper()))
    typed = QKeyEvent(QEvent.Type.KeyPress, key, _MODIFIER.NoModifier, sign)
    typed.setTimestamp(when.timestamp())
    return typed


def _end_of(end: _Held | None) -> str:
    if end is None or not isinstance(end.event, QKeyEvent):
        return "none"
    return "tab" if end.event.key() in _TABS else "enter"
