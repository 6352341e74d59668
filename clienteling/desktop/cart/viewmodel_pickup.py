"""Where a line could be picked up, and choosing the store; knows no other thing of the cart."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.cart import actions, viewmodel_rows
from clienteling.desktop.cart.domain import Whose
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.reading import Reading
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.cart"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class PickupViewModel(QObject):
    """The stores for one line of the cart that `whose()` names."""

    changed = Signal()

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language, whose: Callable[[], Whose]) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._whose, self._line = whose, ""
        self._stores = RowsModel(("store", "name", "quantity", "chosen"), self)
        self._reading = Reading(self.changed.emit)
        language.changed.connect(self._on_language)

    @Slot(str)
    def choose(self, line: str) -> None:
        """List the stores where a line could be picked up."""
        self._line = line
        self.retry()

    @Slot()
    def retry(self) -> None:
        """List them from the beginning, also after that failed."""
        self._reading.begin()
        self._tasks.start(self._list(self._line))

    @Slot(str)
    def pickUpAt(self, store: str) -> None:
        """The line whose stores were listed is picked up there."""
        self._tasks.start(self._db.run_with_room(actions.set_fulfilment, self._whose(), self._line, "pickup", store))

    async def pick_best(self, line: str) -> None:
        """The line is picked up where it was going to be, else where most of it lies."""
        await self._list(line)
        if self._stores.rows:
            chosen = next((row for row in self._stores.rows if row[3]), self._stores.rows[0])
            await self._db.run_with_room(actions.set_fulfilment, self._whose(), line, "pickup", chosen[0])

    async def _list(self, line: str) -> None:
        asked = self._whose().cart, line, self._session.store, self._language.code
        with self._reading.watched():
            rows = await self._db.read(viewmodel_rows.pickup_rows, *asked)
        self._line = line
        self._stores.reset(rows)
        self._reading.done()

    @Slot()
    def _on_language(self) -> None:
        if self._line:
            self.choose(self._line)

    state = Property(str, lambda self: self._reading.state(self._stores.count), notify=changed)
    stores = Property(QObject, lambda self: self._stores, constant=True)
