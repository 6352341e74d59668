"""What was just done to a cart, in words, and the way back; knows no cart."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.tasks import Tasks

QML_IMPORT_NAME = "clienteling.desktop.cart"
QML_IMPORT_MAJOR_VERSION = 1

Back = Coroutine[Any, Any, Any]


@dataclass
class Change:
    """`words()` says what was done; `back()` undoes it, once."""

    words: Callable[[], str]
    back: Callable[[], Back]
    undone: bool = False


@QmlElement
@QmlUncreatable("made by the application")
class UndoViewModel(QObject):
    """Shows the last change only; whoever was told of an earlier one can still take that one back."""

    changed = Signal()
    told = Signal(str, object)
    """What was just done, in words, and what takes back this and nothing else."""

    def __init__(self, tasks: Tasks, language: Language) -> None:
        super().__init__()
        self._tasks = tasks
        self._change: Change | None = None
        language.changed.connect(self.changed)

    def offer(self, words: Callable[[], str], back: Callable[[], Back]) -> None:
        """`words()` says what was done; `back()` would undo it."""
        self._change = Change(words, back)
        self.changed.emit()
        self.told.emit(words(), partial(self._take_back, self._change))

    def forget(self) -> None:
        """There is nothing to take back any more."""
        self._change = None
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Take the last change back, once."""
        if self._change:
            self._take_back(self._change)

    def _take_back(self, change: Change) -> None:
        if change is self._change:
            self.forget()
        if not change.undone:
            change.undone = True
            self._tasks.start(change.back())

    words = Property(str, lambda self: self._change.words() if self._change else "", notify=changed)
