"""What the sheet for a new client may know and ask: what it begins with, what is wrong in it, and making her."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.customers import actions
from clienteling.desktop.customers.domain import prefill, problem_of_new
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import say
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.customers"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class NewClientViewModel(QObject):
    """`created` names the person who was made."""

    changed = Signal()
    created = Signal(str)

    def __init__(self, db: Db, tasks: Tasks, session: Session) -> None:
        super().__init__()
        self._db, self._tasks, self._session = db, tasks, session
        self._typed, self._problem, self._busy = "", ("", ""), False

    def tell_typed(self, text: str) -> None:
        """This was looked for; the sheet begins with it."""
        self._typed = text
        self.changed.emit()

    @Slot()
    def begin(self) -> None:
        """The sheet opens: nothing is wrong yet."""
        self._problem = ("", "")
        self.changed.emit()

    @Slot(str, str, str, bool)
    def create(self, name: str, phone: str, email: str, notice: bool) -> None:
        """Make the person."""
        self._problem = problem_of_new(name, phone, email, notice)
        self.changed.emit()
        if not self._problem[0] and not self._busy:
            self._tasks.start(self._create(name, phone, email))

    async def _create(self, name: str, phone: str, email: str) -> None:
        self._busy = True
        try:
            place, staff = self._session.store, self._session.staff
            made = await self._db.run(actions.create, place, staff, name, phone, email, privacy_notice=True)
        finally:
            self._busy = False
        self.created.emit(made)

    problemField = Property(str, lambda self: self._problem[0], notify=changed)
    problemText = Property(str, lambda self: say(self._problem[1]) if self._problem[1] else "", notify=changed)
    name = Property(str, lambda self: prefill(self._typed).name, notify=changed)
    phone = Property(str, lambda self: prefill(self._typed).phone, notify=changed)
    email = Property(str, lambda self: prefill(self._typed).email, notify=changed)
