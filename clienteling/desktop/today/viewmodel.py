"""What the page of the day may know and ask: who is here, who is worth a word, what waits, how the week went."""

from datetime import datetime

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import long_day, say
from clienteling.desktop.signin.viewmodel import Session
from clienteling.desktop.today import actions, domain
from clienteling.desktop.today.viewmodel_read import (
    DAY_ROLES,
    PEOPLE_ROLES,
    PICKUP_ROLES,
    Day,
    Reader,
    Week,
    read_day,
)

QML_IMPORT_NAME = "clienteling.desktop.today"
QML_IMPORT_MAJOR_VERSION = 1

TABLES = {"visit", "customer", "suggestion", "orders", "order_line", "product", "cart_line"}
TICK_MS = 60_000
SETTLE_MS = 150
"""Changes within this time are read together: a sync brings many."""


@QmlElement
@QmlUncreatable("made by the application")
class TodayViewModel(QObject):
    """The day of whoever holds the tablet. Other features ask `begin_visit` when a client is recognised."""

    changed = Signal()

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._week = Week(0, 0, "", [])
        self._begun: set[str] = set()
        self._here = RowsModel(PEOPLE_ROLES, self)
        self._worth = RowsModel(PEOPLE_ROLES, self)
        self._pickups = RowsModel(PICKUP_ROLES, self)
        self._days = RowsModel(DAY_ROLES, self)
        self._reader = Latest(tasks, self._load, self.changed.emit)
        self._tick = QTimer(self, interval=TICK_MS, timeout=self.reload)
        self._tick.start()
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True, timeout=self.reload)
        db.changed.connect(lambda tables: self._settle.start() if tables & TABLES else None)
        language.changed.connect(self.reload)
        session.changed.connect(self.reload)

    @Slot()
    def reload(self) -> None:
        """Read the day again, also after a change of language or of hands."""
        if self._session.staff:
            self._reader.ask()

    @Slot()
    def retry(self) -> None:
        """The day could not be read: read it again."""
        self._reader.anew()

    def begin_visit(self, customer: str, source: str) -> None:
        """Somebody was recognised in this store, by `scan` or `search`."""
        self._tasks.start(self._begin(customer, source))

    def take_back_visit(self, customer: str) -> None:
        """She was not here after all; a visit that ran before goes on."""
        if customer in self._begun:
            self._begun.discard(customer)
            self.leave(customer)

    @Slot(str, bool)
    def switch_visit(self, customer: str, begin: bool) -> None:
        """An associate says that she came in, or left."""
        if begin:
            self.begin_visit(customer, "search")
        else:
            self._tasks.start(self._db.run(actions.end_visit, customer, *self._place()))

    @Slot(str)
    def leave(self, customer: str) -> None:
        """She left the store."""
        self.switch_visit(customer, begin=False)

    async def _begin(self, customer: str, source: str) -> None:
        place, staff = self._place()
        running = await self._db.read(actions.visit_of, customer, place)
        await self._db.run(actions.start_visit, customer, place, staff, source=source)
        if running is None:
            self._begun.add(customer)

    def _place(self) -> tuple[str, str]:
        return self._session.store, self._session.staff

    async def _load(self) -> None:
        session = self._session
        by = Reader(session.staff, session.store, session.currency, self._language.code)
        day: Day = await self._db.read(read_day, by)
        self._week = day.week
        for model, rows in (
            (self._here, day.here),
            (self._worth, day.worth),
            (self._pickups, day.pickups),
            (self._days, day.week.days),
        ):
            model.reset(rows)
        self.changed.emit()

    def _greeting(self) -> str:
        return say(domain.greeting(datetime.now().astimezone().hour), name=self._session.staff_name)

    def _subtitle(self) -> str:
        pickups = say("%n pickups", n=self._pickups.count) if self._pickups.count else ""
        return " · ".join(part for part in (self._session.store_name, long_day(now()), pickups) if part)

    here = Property(QObject, lambda self: self._here, constant=True)
    worth = Property(QObject, lambda self: self._worth, constant=True)
    pickups = Property(QObject, lambda self: self._pickups, constant=True)
    days = Property(QObject, lambda self: self._days, constant=True)
    hereState = Property(str, lambda self: self._reader.state(self._here.count), notify=changed)
    worthState = Property(str, lambda self: self._reader.state(self._worth.count), notify=changed)
    pickupState = Property(str, lambda self: self._reader.state(self._pickups.count), notify=changed)
    greeting = Property(str, _greeting, notify=changed)
    subtitle = Property(str, _subtitle, notify=changed)
    weekOrders = Property(int, lambda self: self._week.orders, notify=changed)
    weekEndless = Property(int, lambda self: self._week.endless, notify=changed)
    weekTotal = Property(str, lambda self: self._week.total, notify=changed)
    weekState = Property(str, lambda self: self._reader.state(self._week.orders), notify=changed)
    state = Property(str, lambda self: self._reader.state(1), notify=changed)
