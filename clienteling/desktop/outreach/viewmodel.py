"""What the page of whom to tell may know and ask: central's list for one product, with what this tablet knows of it."""

import asyncio
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.catalog.domain import icon_of
from clienteling.desktop.outreach import viewmodel_rows, wire
from clienteling.desktop.outreach.domain import Audience
from clienteling.desktop.outreach.viewmodel_rows import ROLES, Seen
from clienteling.desktop.runtime import exports
from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import day, say
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.outreach"
QML_IMPORT_MAJOR_VERSION = 1

TABLES = {"customer", "product"}
FAULTS = {404: "strange", 422: "sensitive"}
"""What central means when it says no with this status."""
NOBODY = Seen(None, {}, {})


@QmlElement
@QmlUncreatable("made by the application")
class AudienceViewModel(QObject):
    """Whom to tell of one product. `opened` names a person whose page is wanted, `missed` one not on this tablet."""

    changed = Signal()
    opened = Signal(str)
    missed = Signal(str)

    def __init__(self, db: Db, tasks: Tasks, central: Central, session: Session, language: Language) -> None:
        super().__init__()
        self._db, self._tasks, self._central, self._session, self._language = db, tasks, central, session, language
        self._product = self._fault = self._saved = ""
        self._audience: Audience | None = None
        self._seen = NOBODY
        self._asking: asyncio.Task[Any] | None = None
        self._rows = RowsModel(ROLES, self)
        self._reader = Latest(tasks, self._read, self.changed.emit)
        db.changed.connect(self._on_change)
        language.changed.connect(self.reload)
        session.switched.connect(self._forget)

    @Slot(str)
    def open(self, product: str) -> None:
        """Whom to tell of this product; who comes back to the list finds it as it was."""
        if product != self._product or self._fault:
            self._product = product
            self.ask()

    @Slot()
    def ask(self) -> None:
        """Ask central, anew where it was asked already."""
        self._stop("")
        self._audience, self._seen, self._saved = None, NOBODY, ""
        self._rows.reset([])
        self._reader.anew()
        if self._product:
            self._asking = self._tasks.start(self._ask(self._product))

    @Slot()
    def cancel(self) -> None:
        """Wait for central no longer."""
        self._stop("stopped")

    @Slot()
    def reload(self) -> None:
        """Read again what this tablet knows of them, also after a change of language."""
        self._reader.ask()

    @Slot()
    def retry(self) -> None:
        """It could not be read: read it again."""
        self._reader.anew()

    @Slot(str)
    def choose(self, customer: str) -> None:
        """Open somebody's page; somebody who is not on this tablet has to come first."""
        (self.opened if customer in self._seen.people else self.missed).emit(customer)

    @Slot()
    def save(self) -> None:
        """Write the list as a table that a person takes along."""
        self._tasks.start(self._save())

    @Slot()
    def _forget(self) -> None:
        self._product = ""
        self.ask()

    @Slot(object)
    def _on_change(self, tables: frozenset[str]) -> None:
        if self._audience and tables & TABLES:
            self.reload()

    def _stop(self, fault: str) -> None:
        if self._asking:
            self._asking.cancel()
            self._asking = None
        self._fault = fault
        self.changed.emit()

    async def _ask(self, product: str) -> None:
        try:
            self._audience = await wire.ask(self._central, product, self._session.staff)
        except Unreachable:
            self._fault = "offline"
        except Refused as refused:
            self._fault = FAULTS.get(refused.status, "refused")
        self._asking = None
        self.reload()

    async def _read(self) -> None:
        product, audience = self._product, self._audience or Audience("", ())
        seen = await self._db.read(viewmodel_rows.read, product, audience)
        if product == self._product:
            self._seen = seen
            self._rows.reset(viewmodel_rows.rows(audience, seen, self._language.code))
            self.changed.emit()

    async def _save(self) -> None:
        now = datetime.now()
        saved = " · ".join((self._session.staff_name, self._session.device_name, f"{now:%Y-%m-%d %H:%M}"))
        people = self._audience or Audience("", ())
        head, rows = viewmodel_rows.table(people, self._seen, self._language.code, saved)
        try:
            file = exports.named(say("Whom to tell"), self._name(), f"{now:%Y-%m-%d-%H%M%S}", ending="csv")
            exports.write_table(file, head, rows)
        except OSError as fault:
            raise Problem("The list could not be saved. Make room for it, then save it again.") from fault
        self._saved = str(file)
        self.changed.emit()

    def _state(self) -> str:
        if self._fault:
            return "empty"
        read = self._reader.state(self._rows.count)
        return "loading" if self._audience is None and self._product and read != "error" else read

    def _sentence(self) -> str:
        return {
            "offline": say("You are offline. Central knows whom to tell; ask again when this tablet is back online."),
            "sensitive": say("Nobody is told of products of this kind. Choose another product."),
            "strange": say("Central does not know this product any more. Choose another one."),
            "refused": say("Central did not answer this. Ask again; if it goes on, show it to your manager."),
            "stopped": say("You stopped waiting. Ask again whenever you like."),
        }.get(self._fault, say("Nobody here can be told of it yet. Ask clients whether they want to hear from you."))

    def _name(self) -> str:
        return viewmodel_rows.named(self._seen, self._language.code)

    def _summary(self) -> str:
        """How many and of what: in sight only while there is somebody."""
        if not self._rows.count or self._audience is None:
            return ""
        people, until = say("%n clients", n=self._rows.count), day(self._audience.day)
        return say("{people}, likeliest first · purchases until {day}", people=people, day=until)

    state = Property(str, _state, notify=changed)
    sentence = Property(str, _sentence, notify=changed)
    mayAsk = Property(bool, lambda self: self._fault in ("offline", "refused", "stopped"), notify=changed)
    asking = Property(bool, lambda self: self._asking is not None, notify=changed)
    product = Property(str, lambda self: self._product, notify=changed)
    name = Property(str, _name, notify=changed)
    icon = Property(
        str, lambda self: icon_of(self._seen.about.category) if self._seen.about else "package", notify=changed
    )
    summary = Property(str, _summary, notify=changed)
    saved = Property(str, lambda self: self._saved and say("Saved as {file}", file=self._saved), notify=changed)
    rows = Property(QObject, lambda self: self._rows, constant=True)
