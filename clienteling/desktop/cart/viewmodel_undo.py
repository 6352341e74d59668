"""What was just done to a cart, in words, and the one way back; knows no cart."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.tasks import Tasks

QML_IMPORT_NAME = "clienteling.desktop.cart"
QML_IMPORT_MAJOR_VERSION = 1

Back = Coroutine[Any, Any, Any]


@QmlElement
@QmlUncreatable("made by the application")
class UndoViewModel(QObject):
    """Holds the last change only: what came before it stays done."""

    changed = Signal()
    told = Signal(str)
    """What was just done and can be undone, in words."""

    def __init__(self, tasks: Tasks, language: Language) -> None:
        super().__init__()
        self._tasks = tasks
        self._change: tuple[Callable[[], str], Callable[[], Back]] | None = None
        language.changed.connect(self.changed)

    def offer(self, words: Callable[[], str], back: Callable[[], Back]) -> None:
        """`words()` says what was done; `back()` would undo it."""
        self._change = words, back
        self.changed.emit()
        self.told.emit(words())

    def forget(self) -> None:
        """There is nothing to take back any more."""
        self._change = None
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Take the last change back, once."""
        if self._change:
            _, back = self._change
            self.forget()
            self._tasks.start(back())

    words = Property(str, lambda self: self._change[0]() if self._change else "", notify=changed)
