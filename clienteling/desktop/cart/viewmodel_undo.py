"""What was just done to a cart, in words, and the one way back; knows no cart."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.tasks import Tasks

QML_IMPORT_NAME = "clienteling.desktop.cart"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class UndoViewModel(QObject):
    """Holds the last change only: what came before it stays done."""

    changed = Signal()
    told = Signal(str)
    """What was just done and can be undone, in words."""

    def __init__(self, db: Db, tasks: Tasks, language: Language) -> None:
        super().__init__()
        self._db, self._tasks = db, tasks
        self._words: Callable[[], str] | None = None
        self._back: tuple[Any, ...] = ()
        language.changed.connect(self.changed)

    def offer(self, words: Callable[[], str], *back: Any) -> None:
        """`words()` says what was done; `back`, an action and what it takes, would undo it."""
        self._words, self._back = words, back
        self.changed.emit()
        self.told.emit(words())

    def forget(self) -> None:
        """There is nothing to take back any more."""
        self._words, self._back = None, ()
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Take the last change back, once."""
        if self._words:
            self._tasks.start(self._db.run(*self._back))
            self.forget()

    words = Property(str, lambda self: self._words() if self._words else "", notify=changed)
