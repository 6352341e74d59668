"""What the sheet of the day's receipts may know and ask."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.contract.money import digits
from clienteling.desktop.orders import actions_receipts
from clienteling.desktop.orders.domain import Slip
from clienteling.desktop.runtime import exports
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import clock, long_day, money, say
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.orders"
QML_IMPORT_MAJOR_VERSION = 1

ROLES = ("number", "order", "time", "total", "word", "tone")
TABLES = {"orders", "outbox"}
TONES = {"delivered": "ok", "waiting": "warn", "needs": "bad", "cancelled": "neutral", "missing": "bad"}


def _word(standing: str) -> str:
    words = {
        "delivered": say("Delivered"),
        "waiting": say("Waiting"),
        "needs": say("Needs you"),
        "cancelled": say("Cancelled"),
    }
    return words.get(standing, say("Not on this tablet"))


def _major(slip: Slip) -> str:
    """The total in the currency's whole units, as a spreadsheet reads it."""
    return str(Decimal(slip.total).scaleb(-digits(slip.currency))) if slip.currency else ""


def _row(slip: Slip) -> tuple[str, ...]:
    total = money(slip.total, slip.currency) if slip.currency else "–"
    shown = clock(slip.placed_at) or "–", total, _word(slip.standing), TONES[slip.standing]
    return slip.number, slip.order, *shown


@QmlElement
@QmlUncreatable("made by the application")
class ReceiptsViewModel(QObject):
    """Every receipt number this tablet gave out on one day, and how each stands at central."""

    changed = Signal()

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language) -> None:
        super().__init__()
        self._db, self._tasks, self._session = db, tasks, session
        self._day, self._slips, self._shown = date.today(), list[Slip](), False
        self._exported = ""
        self._rows = RowsModel(ROLES, self)
        self._reads = Latest(tasks, self._load, self.changed.emit)
        db.changed.connect(self._on_change)
        language.changed.connect(self._reads.ask)

    @Slot()
    def begin(self) -> None:
        """The sheet opens, with today's."""
        self._shown = True
        self._choose(date.today())

    @Slot()
    def end(self) -> None:
        """The sheet is closed: nothing is read for it any more."""
        self._shown = False

    @Slot(int)
    def go(self, days: int) -> None:
        """So many days later, or earlier; never later than today."""
        self._choose(min(date.today(), self._day + timedelta(days=days)))

    @Slot()
    def retry(self) -> None:
        """It could not be read."""
        self._reads.anew()

    @Slot()
    def export(self) -> None:
        """Write the list as a table that a person takes along."""
        self._tasks.start(self._export())

    def _choose(self, day: date) -> None:
        self._day, self._exported = day, ""
        self._reads.anew()
        self.changed.emit()

    @Slot(object)
    def _on_change(self, tables: frozenset[str]) -> None:
        if self._shown and tables & TABLES:
            self._reads.ask()

    async def _load(self) -> None:
        day = self._day
        slips = await self._db.read(actions_receipts.of_day, self._session.deviceCode, day)
        if day == self._day:
            self._slips = slips
            self._rows.reset([_row(slip) for slip in slips])
            self.changed.emit()

    async def _export(self) -> None:
        head = say("Receipt"), say("Time"), say("Total"), say("Currency"), say("State at central")
        rows = [(one.number, one.placed_at, _major(one), one.currency, _word(one.standing)) for one in self._slips]
        file = exports.named(say("Receipts"), self._session.deviceCode, self._day.isoformat(), ending="csv")
        try:
            exports.write_table(file, head, rows)
        except OSError as fault:
            raise Problem("The list could not be written to {folder}.", folder=str(file.parent)) from fault
        self._exported = str(file)
        self.changed.emit()

    def _summary(self) -> str:
        counts = Counter(slip.standing for slip in self._slips)
        words = [say("%n receipts", n=len(self._slips))]
        words += [f"{_word(standing)} {counts[standing]}" for standing in TONES if counts[standing]]
        return " · ".join(words) if self._slips else ""

    def _where(self) -> str:
        return say("Saved as {file}", file=self._exported) if self._exported else ""

    day = Property(str, lambda self: long_day(self._day.isoformat()), notify=changed)
    today = Property(bool, lambda self: self._day >= date.today(), notify=changed)
    summary = Property(str, _summary, notify=changed)
    exported = Property(
        str, lambda self: self._exported and say("Saved as {file}", file=self._exported), notify=changed
    )
    state = Property(str, lambda self: self._reads.state(self._rows.count), notify=changed)
    rows = Property(QObject, lambda self: self._rows, constant=True)
