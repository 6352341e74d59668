"""Codes that nobody knows: reporting one, and for a manager what her store has reported."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.catalog import actions, wire
from clienteling.desktop.catalog.domain import Unknown
from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.reading import Reading
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import day, say
from clienteling.desktop.signin import actions as signin
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.catalog"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class UnknownCodesViewModel(QObject):
    """`reported` comes when a report is safely kept for central."""

    changed = Signal()
    reported = Signal()

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language, central: Central) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._central = db, tasks, session, central
        self._found: Sequence[Unknown] = ()
        self._names: dict[str, str] = {}
        self._reading = Reading(self.changed.emit)
        self._codes = RowsModel(("code", "detail", "count", "when"), self)
        language.changed.connect(self._show)
        session.changed.connect(self.changed)

    @Slot(str, str)
    def report(self, code: str, symbology: str) -> None:
        """Tell central that nobody here knows this code."""
        self._tasks.start(self._report(code, symbology))

    @Slot()
    def begin(self) -> None:
        """Ask central what this store has reported; only central knows what other tablets told."""
        self._reading.begin()
        self._tasks.start(self._load())

    async def _report(self, code: str, symbology: str) -> None:
        await self._db.run(actions.report_unknown, self._session.staff, code, symbology)
        self.reported.emit()

    async def _load(self) -> None:
        try:
            with self._reading.watched():
                self._found = await wire.ask_unknown(self._central)
                self._names = await self._db.read(signin.staff_names)
        except (Unreachable, Refused):
            return  # the list says so itself
        self._show()
        self._reading.done()

    @Slot()
    def _show(self) -> None:
        self._codes.reset([self._row(one) for one in self._found])
        self.changed.emit()

    def _row(self, one: Unknown) -> tuple[Any, ...]:
        detail = " · ".join(filter(None, (one.symbology, self._names.get(one.staff or "", ""))))
        return one.code, detail, say("%n times", n=one.count), day(one.last_at)

    allowed = Property(bool, lambda self: self._session.role == "manager", notify=changed)
    state = Property(str, lambda self: self._reading.state(self._codes.count), notify=changed)
    codes = Property(QObject, lambda self: self._codes, constant=True)
