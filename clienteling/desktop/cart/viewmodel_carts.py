"""The carts that are open in this store: take one up, set the one in front aside, begin a guest's."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.cart import actions
from clienteling.desktop.cart.domain import Whose
from clienteling.desktop.cart.viewmodel_rows import CART_ROLES, Row
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.cart"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CartsViewModel(QObject):
    """`fronted` carries whose cart comes to the front."""

    changed = Signal()
    fronted = Signal(object)

    def __init__(self, db: Db, tasks: Tasks, session: Session, whose: Callable[[], Whose]) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._whose = db, tasks, session, whose
        self._rows = RowsModel(CART_ROLES, self)

    def show(self, rows: Sequence[Row]) -> None:
        """The open carts were read again."""
        self._rows.reset(list(rows))
        self.changed.emit()

    @Slot(str)
    def open(self, cart: str) -> None:
        """One of them comes to the front, and is taken up again if it was set aside."""
        self._tasks.start(self._open(cart))

    @Slot()
    def begin(self) -> None:
        """A new guest's cart comes to the front."""
        self.fronted.emit(actions.whose(None, self._session.store, self._session.staff))

    @Slot(str)
    def park(self, label: str) -> None:
        """Set the one in front aside and begin a new one."""
        self._tasks.start(self._park(label))

    async def _open(self, cart: str) -> None:
        self.fronted.emit(await self._db.run(actions.take_up, cart, self._session.store, self._session.staff))

    async def _park(self, label: str) -> None:
        await self._db.run(actions.park, self._whose(), True, label)
        self.begin()

    rows = Property(QObject, lambda self: self._rows, constant=True)
    count = Property(int, lambda self: self._rows.count, notify=changed)
