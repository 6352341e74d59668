"""Products chosen one by one or all that are listed, for labels; knows no label."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.catalog import actions
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import say

QML_IMPORT_NAME = "clienteling.desktop.catalog"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 2000
"""Products that are labelled at once."""


@QmlElement
@QmlUncreatable("made by the application")
class ChoosingViewModel(QObject):
    """While `on` a touch on a product chooses it; `listed()` gives the words and the category of the list."""

    changed = Signal()
    wanted = Signal(list)
    """The ids of the products whose labels are to be printed."""

    def __init__(self, db: Db, tasks: Tasks, language: Language, listed: Callable[[], tuple[str, str]]) -> None:
        super().__init__()
        self._db, self._tasks, self._listed = db, tasks, listed
        self._on = False
        self._chosen: dict[str, None] = {}
        language.changed.connect(self.changed)

    @Slot()
    def begin(self) -> None:
        """Choose, beginning with none."""
        self._choose(True, [])

    @Slot()
    def end(self) -> None:
        """Choose no more."""
        self._choose(False, [])

    @Slot(str)
    def toggle(self, product: str) -> None:
        """Choose this one, or no longer."""
        if product in self._chosen:
            self._choose(True, [one for one in self._chosen if one != product])
        else:
            self._choose(True, [*self._chosen, product])

    @Slot()
    def chooseListed(self) -> None:
        """Choose everything that is listed now, what is not yet scrolled to as well."""
        self._tasks.start(self._choose_listed())

    @Slot()
    def label(self) -> None:
        """Print the labels of those that are chosen."""
        chosen = list(self._chosen)
        self.end()
        self.wanted.emit(chosen)

    @Slot(str)
    def labelOne(self, product: str) -> None:
        """Print the labels of one product."""
        self.wanted.emit([product])

    async def _choose_listed(self) -> None:
        text, category = self._listed()
        hits = await self._db.read(actions.search, text, MOST, category)
        self._choose(True, [*self._chosen, *(hit.product for hit in hits)])

    def _choose(self, on: bool, chosen: list[str]) -> None:
        self._on, self._chosen = on, dict.fromkeys(chosen)
        self.changed.emit()

    on = Property(bool, lambda self: self._on, notify=changed)
    chosen = Property("QStringList", lambda self: list(self._chosen), notify=changed)
    count = Property(int, lambda self: len(self._chosen), notify=changed)
    words = Property(str, lambda self: say("%n products chosen", n=len(self._chosen)), notify=changed)
