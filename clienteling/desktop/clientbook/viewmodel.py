"""What a client's page may know and ask: who she is, the facts, the next best step and her history."""

import asyncio
from collections.abc import Callable
from typing import Any

import structlog
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.clientbook import actions
from clienteling.desktop.clientbook.domain import CHANNELS, NEWEST, PAGE, PHASES, REVEAL_SECONDS, Event, Place
from clienteling.desktop.clientbook.viewmodel_details import DetailsViewModel
from clienteling.desktop.clientbook.viewmodel_head import EMPTY, Head, read_head
from clienteling.desktop.clientbook.viewmodel_rows import ROLES, known, row
from clienteling.desktop.clientbook.viewmodel_said import SaidViewModel
from clienteling.desktop.clientbook.viewmodel_why import WhyViewModel
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.customers import actions_merge as merging
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.rows import LazyRows
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import clock, say
from clienteling.desktop.signin.viewmodel import Session
from clienteling.desktop.sync.connection import Connection

QML_IMPORT_NAME = "clienteling.desktop.clientbook"
QML_IMPORT_MAJOR_VERSION = 1

HEAD_TABLES = {"customer", "suggestion", "cart_line", "orders", "visit", "staff", "store", "event", "product"}
HISTORY_TABLES = {"event", "orders", "product", "variant", "staff", "store"}
LONGEST = 1000
"""A history scrolled further than this is read anew from its top."""
VisitOf = Callable[[Tx, str, str], Any]
Rows = tuple[list[tuple[Any, ...]], Place, bool]
log = structlog.get_logger()


def _history(tx: Tx, customer: str, phase: str, channel: str, before: Place, limit: int, language: str) -> Rows:
    events, more = actions.history(tx, customer, phase, channel, before, limit)
    about = known(tx, events, language)
    return [row(event, about) for event in events], _end(events), more


def _end(events: list[Event]) -> Place:
    return Place(events[-1].at, events[-1].id) if events else NEWEST


@QmlElement
@QmlUncreatable("made by the application")
class ClientbookViewModel(QObject):
    """One client in front; `opened` names her. The view models beside it are those of the parts of her page.

    `visit_of(tx, customer, store)` gives her running visit; `visitWanted` asks to begin (True) or end one. `led` names
    whom the client in front has become who is not here any more.
    """

    changed = Signal()
    historyChanged = Signal()
    opened = Signal(str)
    led = Signal(str)
    visitWanted = Signal(str, bool)

    def __init__(
        self,
        db: Db,
        tasks: Tasks,
        session: Session,
        language: Language,
        suggestions: QObject,
        visit_of: VisitOf,
        connection: Connection,
        twin: QObject,
        cart: QObject | None = None,
        notes: QObject | None = None,
    ) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._suggestions, self._cart, self._notes = suggestions, cart, notes
        self._visit_of, self._details = visit_of, DetailsViewModel(db, tasks, session, language)
        self._connection, self._twin, self._why = connection, twin, WhyViewModel(db, tasks, language)
        self._said = SaidViewModel(db, tasks, session, language)
        self._customer = self._phase = self._channel = ""
        self._head: Head = EMPTY
        self._missing, self._revealed = False, False
        self._mask: asyncio.Task[Any] | None = None
        self._end = NEWEST
        self._history = LazyRows(ROLES, self._more, self)
        self._heads = Latest(tasks, self._load, self.changed.emit)
        self._pages = Latest(tasks, self._load_history, self.historyChanged.emit)
        db.changed.connect(self._on_change)
        language.changed.connect(self.reload)
        session.changed.connect(self._on_session)
        connection.changed.connect(self.changed)

    @Slot(str)
    def open(self, customer: str) -> None:
        """Put a client in front; she stands among the recent ten from now on."""
        self._conceal()
        if customer != self._customer:
            self._begin(customer)
        self.opened.emit(customer)
        self.reload()
        if customer:
            self._tasks.start(self._db.run(customers.remember_opened, customer))

    def _begin(self, customer: str) -> None:
        self._customer, self._head = customer, EMPTY
        self._phase = self._channel = ""
        self._missing = False
        self._heads.reading.begin()
        self._pages.reading.begin()
        self._history.start([], more=False)
        self.changed.emit()
        self.historyChanged.emit()

    @Slot()
    def reload(self) -> None:
        """Read her again, also after a change of language."""
        if self._customer:
            self._heads.ask()
            self._pages.ask()

    @Slot()
    def retry(self) -> None:
        """She could not be read: read her again."""
        self._heads.anew()

    @Slot()
    def retryHistory(self) -> None:
        """Her history could not be read: read it again."""
        self._pages.anew()

    @Slot(str)
    def filter(self, by: str) -> None:
        """Show one phase or one channel of the history; the same again, or "all", shows everything."""
        phase = by if by in PHASES and by != self._phase else ""
        channel = by if by in CHANNELS and by != self._channel else ""
        self._phase, self._channel = phase, channel
        self.historyChanged.emit()
        self._pages.anew()

    @Slot()
    def reveal(self) -> None:
        """Show her contact for some seconds; that it was shown is noted."""
        if self._revealed or not self._customer:
            return
        log.info("contact revealed", customer=self._customer, staff=self._session.staff)
        self._revealed = True
        self._mask = self._tasks.start(self._mask_later())
        self.changed.emit()

    @Slot()
    def change(self) -> None:
        """Open the sheet of her details."""
        self._details.begin(self._customer)

    @Slot()
    def toggleVisit(self) -> None:
        """She came in, or left."""
        self.visitWanted.emit(self._customer, not self._head.present)

    async def _mask_later(self) -> None:
        await asyncio.sleep(REVEAL_SECONDS)
        self._mask = None
        self._conceal()

    def _conceal(self) -> None:
        if self._mask:
            self._mask.cancel()
            self._mask = None
        self._revealed = False
        self.changed.emit()

    async def _load(self) -> None:
        customer = self._customer
        place, staff, language = self._session.store, self._session.staff, self._language.code
        head = await self._db.read(read_head, customer, place, staff, language, self._visit_of)
        if customer != self._customer:
            return
        self._head, self._missing = head or EMPTY, head is None
        self.changed.emit()
        if customer and self._missing and (led := await self._db.read(merging.led_to, customer)):
            self.led.emit(led)

    async def _load_history(self) -> None:
        wish = self._wish()
        # as many as are shown, so that what sync brings does not throw a scrolled history back
        shown = 0 if self._pages.state(1) == "loading" else self._history.count
        rows, end, more = await self._page(NEWEST, min(max(PAGE, shown), LONGEST))
        if wish != self._wish():
            return
        self._end = end
        self._history.start(rows, more)
        self.historyChanged.emit()

    def _more(self, _offset: int) -> None:
        self._tasks.start(self._load_more())

    async def _load_more(self) -> None:
        wish, last = self._wish(), self._end
        with self._pages.reading.watched():
            rows, end, more = await self._page(last, PAGE)
        if (wish, last) == (self._wish(), self._end):
            self._end = end
            self._history.append(rows, more)

    def _wish(self) -> tuple[str, str, str]:
        return self._customer, self._phase, self._channel

    async def _page(self, before: Place, limit: int) -> Rows:
        return await self._db.read(_history, *self._wish(), before, limit, self._language.code)

    @Slot(object)
    def _on_change(self, tables: frozenset[str]) -> None:
        if not self._customer:
            return
        if tables & HEAD_TABLES:
            self._heads.ask()
        if tables & HISTORY_TABLES:
            self._pages.ask()

    @Slot()
    def _on_session(self) -> None:
        if not self._session.staff:
            self.open("")
        self.reload()

    def _state(self) -> str:
        if not self._customer or self._missing:
            return "empty"
        return self._heads.state(1)

    def _sentence(self) -> str:
        if self._missing:
            return say("This client is not on this tablet any more.")
        return say("Choose a client, or scan a loyalty card.")

    def _as_of(self) -> str:
        """Offline, when central was last heard."""
        if self._connection.state != "offline":
            return ""
        heard = self._connection.last_answer
        time = clock(heard.isoformat() if heard else self._head.read_at)
        return say("as of {time}", time=time) if time else ""

    def _history_state(self) -> str:
        return self._pages.state(self._history.count)

    customer = Property(str, lambda self: self._customer, notify=changed)
    state = Property(str, _state, notify=changed)
    sentence = Property(str, _sentence, notify=changed)
    name = Property(str, lambda self: self._head.name, notify=changed)
    initials = Property(str, lambda self: self._head.initials, notify=changed)
    tags = Property(list, lambda self: self._head.tags, notify=changed)
    contact = Property(str, lambda self: self._head.contact(self._revealed), notify=changed)
    whose = Property(str, lambda self: self._head.whose, notify=changed)
    revealed = Property(bool, lambda self: self._revealed, notify=changed)
    present = Property(bool, lambda self: self._head.present, notify=changed)
    consents = Property(list, lambda self: self._head.consents, notify=changed)
    step = Property(str, lambda self: self._head.step, notify=changed)
    spend = Property(str, lambda self: self._head.spend, notify=changed)
    stands = Property(str, lambda self: self._head.stands, notify=changed)
    says = Property(str, lambda self: self._head.says, notify=changed)
    does = Property(str, lambda self: self._head.does, notify=changed)
    odds = Property(str, lambda self: self._head.odds, notify=changed)
    stage = Property(int, lambda self: self._head.stage, notify=changed)
    stageName = Property(str, lambda self: self._head.stage_name, notify=changed)
    stageFacts = Property(str, lambda self: self._head.stage_facts, notify=changed)
    asOf = Property(str, _as_of, notify=changed)
    history = Property(QObject, lambda self: self._history, constant=True)
    historyState = Property(str, _history_state, notify=historyChanged)
    phase = Property(str, lambda self: self._phase, notify=historyChanged)
    channel = Property(str, lambda self: self._channel, notify=historyChanged)
    suggestions = Property(QObject, lambda self: self._suggestions, constant=True)
    twin = Property(QObject, lambda self: self._twin, constant=True)
    details = Property(QObject, lambda self: self._details, constant=True)
    why = Property(QObject, lambda self: self._why, constant=True)
    said = Property(QObject, lambda self: self._said, constant=True)
    cart = Property(QObject, lambda self: self._cart, constant=True)
    notes = Property(QObject, lambda self: self._notes, constant=True)
