"""What the clients screen may know and ask: people found while one types, lists of people, and a new person."""

import asyncio
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.customers import actions, store, wire
from clienteling.desktop.customers.domain import MOST_HITS, RECENT, Person, prefill, problem_of_new
from clienteling.desktop.customers.viewmodel_rows import ROLES, Seen, around, rows
from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.rows import LazyRows, RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import say
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.customers"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 50
PAUSE = 0.25
"""Seconds without a keystroke before central is asked."""
SHORTEST = 2
LISTS = ("mine", "store", "all")
TABLES = {"customer", "staff", "store"}


def _find(tx: Tx, query: str, korean: bool) -> tuple[Seen, bool]:
    people, truncated = actions.find(tx, query, MOST_HITS)
    return around(tx, people, korean), truncated


def _page(tx: Tx, owner: str, place: str, offset: int, korean: bool, limit: int = PAGE) -> Seen:
    return around(tx, store.listed(tx, owner, place, offset, limit), korean)


def _recent(tx: Tx, korean: bool) -> Seen:
    return around(tx, store.recent(tx, RECENT), korean)


def _new_here(tx: Tx, people: list[Person], korean: bool) -> Seen:
    known = store.people(tx, [person.id for person in people])
    return around(tx, [person for person in people if person.id not in known], korean)


@QmlElement
@QmlUncreatable("made by the application")
class CustomersViewModel(QObject):
    """`opened` names a person whose page is to be shown, `recognised` one who is here; `wake` makes sync run now."""

    changed = Signal()
    opened = Signal(str)
    recognised = Signal(str)
    notesWanted = Signal(str)

    def __init__(
        self, db: Db, tasks: Tasks, central: Central, session: Session, language: Language, wake: Callable[[], None]
    ) -> None:
        super().__init__()
        self._db, self._tasks, self._central, self._session = db, tasks, central, session
        self._language, self._wake = language, wake
        self._query = self._done = self._fetching = ""
        self._list, self._busy, self._loading, self._truncated = "mine", False, True, False
        self._elsewhere, self._problem = "", ("", "")
        self._asking: asyncio.Task[Any] | None = None
        self._seeking, self._notes = False, 0
        self._near: list[tuple[Any, ...]] = []
        self._hits = RowsModel(ROLES, self)
        self._recent = RowsModel(ROLES, self)
        self._lists = Latest(tasks, self._load)
        self._people = LazyRows(ROLES, lambda offset: tasks.start(self._more(offset)), self)
        db.changed.connect(self._on_change)
        language.changed.connect(self.reload)
        session.changed.connect(self.reload)

    @Slot()
    def reload(self) -> None:
        """Read the lists again, also after a change of language or of hands."""
        self._lists.ask()
        if self._query:
            self._seek()

    @Slot(str)
    def search(self, text: str) -> None:
        """Find people by what is typed; the latest text wins."""
        text = text.strip()
        if text == self._query:
            return
        self._query, self._elsewhere, self._notes = text, "", 0
        self.changed.emit()
        self._seek()

    def tell_notes(self, words: str, count: int) -> None:
        """So many notes hold these words, if they are still what is looked for."""
        if words.strip() == self._query:
            self._notes = count
            self.changed.emit()

    @Slot(int)
    def choose(self, index: int) -> None:
        """Show my clients, those of the store, or everybody on this device."""
        self._list, self._loading = LISTS[index], True
        self._lists.ask()

    @Slot(str)
    def open(self, customer: str) -> None:
        """Open somebody from a list; a person of another store is fetched first."""
        if any(row[0] == customer and row[7] for row in self._hits.rows):
            self._tasks.start(self._fetch(customer))
            return
        self.opened.emit(customer)

    @Slot()
    def accept(self) -> None:
        """Open the first of those found, as Enter in the search box does."""
        if self._hits.count:
            self.open(self._hits.rows[0][0])

    @Slot(str)
    def remember(self, customer: str) -> None:
        """Her page was opened: she stands among the recent ten."""
        self._tasks.start(self._db.run(actions.remember_opened, customer))

    @Slot(str, str, str, bool)
    def create(self, name: str, phone: str, email: str, notice: bool) -> None:
        """Make a new person and open her page."""
        self._problem = problem_of_new(name, phone, email, notice)
        self.changed.emit()
        if not self._problem[0] and not self._busy:
            self._tasks.start(self._create(name, phone, email))

    @Slot()
    def begin(self) -> None:
        """The sheet for a new person opens: nothing is wrong yet."""
        self._problem = ("", "")
        self.changed.emit()

    def scanned(self, code: str) -> None:
        """Open whoever has this loyalty code."""
        self._tasks.start(self._open_by_loyalty(code))

    async def _open_by_loyalty(self, code: str) -> None:
        found = await self._db.read(actions.by_loyalty, code)
        if not found:
            self.search(code)
            return
        self.recognised.emit(found)
        self.opened.emit(found)

    def _seek(self) -> None:
        if self._asking:
            self._asking.cancel()
            self._asking = None
        if not self._seeking:
            self._tasks.start(self._seek_until_latest())

    async def _seek_until_latest(self) -> None:
        self._seeking = True
        try:
            query = None
            while query != self._query:
                query = self._query
                seen, truncated = await self._db.read(_find, query, self._language.code == "ko")
        finally:
            self._seeking = False
        self._near, self._truncated, self._done = rows(seen, self._session.staff), truncated, query
        self._hits.reset(self._near)
        if len(query) >= SHORTEST:
            self._elsewhere = "asking"
            self._asking = self._tasks.start(self._ask(query))
        self.changed.emit()

    async def _ask(self, query: str) -> None:
        await asyncio.sleep(PAUSE)
        try:
            people, _ = await wire.ask_elsewhere(self._central, query, limit=20)
            seen = await self._db.read(_new_here, people, self._language.code == "ko")
        except Unreachable:
            self._elsewhere = "offline"
        except Refused:
            self._elsewhere = "refused"
        else:
            self._elsewhere = "done"
            self._hits.reset([*self._near, *rows(seen, self._session.staff, elsewhere=True)])
        self.changed.emit()

    async def _fetch(self, customer: str) -> None:
        if self._fetching:
            return
        self._fetching = customer
        self.changed.emit()
        try:
            await wire.fetch(self._central, customer)
            await self._db.run(actions.remember_fetched, customer)
            self._wake()
        except BaseException:
            self._fetching = ""
            self.changed.emit()
            raise

    async def _create(self, name: str, phone: str, email: str) -> None:
        self._busy = True
        try:
            place, staff = self._session.store, self._session.staff
            made = await self._db.run(actions.create, place, staff, name, phone, email, privacy_notice=True)
        finally:
            self._busy = False
        self.opened.emit(made)

    async def _load(self) -> None:
        korean, wanted = self._language.code == "ko", self._list
        recent = await self._db.read(_recent, korean)
        # as many as are shown, so that what sync brings does not throw a scrolled list back
        limit = PAGE if self._loading else max(PAGE, self._people.count)
        seen = await self._db.read(_page, *self._filter(), 0, korean, limit)
        if wanted != self._list:
            return
        self._loading = False
        self._recent.reset(rows(recent, self._session.staff))
        self._people.start(rows(seen, self._session.staff), more=len(seen.people) == limit)
        self.changed.emit()

    async def _more(self, offset: int) -> None:
        wanted = self._list
        seen = await self._db.read(_page, *self._filter(), offset, self._language.code == "ko")
        if wanted == self._list:
            self._people.append(rows(seen, self._session.staff), more=len(seen.people) == PAGE)

    def _filter(self) -> tuple[str, str]:
        owner = self._session.staff if self._list == "mine" else ""
        return owner, self._session.store if self._list == "store" else ""

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.reload()
        elif "customer_seen" in tables:
            self._lists.ask()
        if self._fetching and "customer" in tables:
            self._tasks.start(self._open_fetched())

    async def _open_fetched(self) -> None:
        customer = self._fetching
        if customer and await self._db.read(actions.person, customer):
            self._fetching = ""
            self.changed.emit()
            self.opened.emit(customer)

    def _state(self) -> str:
        if not self._query:
            return "loading" if self._loading else "rows" if self._people.count else "empty"
        if self._hits.count:
            return "rows"
        return "loading" if self._done != self._query or self._elsewhere == "asking" else "empty"

    def _sentence(self) -> str:
        if not self._query:
            mine = say("Clients you look after will stand here. Find somebody above, or create a client.")
            return (
                mine if self._list == "mine" else say("Nobody is on this tablet yet. People arrive with the next sync.")
            )
        if self._elsewhere == "offline":
            return say("Not on this device. Other stores are searched when you are online again.")
        return say("Nobody was found. Try a part of the name, the phone number or the e-mail.")

    def _hint(self) -> str:
        if self._elsewhere == "offline":
            return say("You are offline: people of other stores are not shown.")
        if self._elsewhere == "asking":
            return say("Looking in other stores too")
        return say("There are more. Type a little further.") if self._truncated else ""

    query = Property(str, lambda self: self._query, search, notify=changed)
    hits = Property(QObject, lambda self: self._hits, constant=True)
    recent = Property(QObject, lambda self: self._recent, constant=True)
    people = Property(QObject, lambda self: self._people, constant=True)
    listIndex = Property(int, lambda self: LISTS.index(self._list), notify=changed)
    state = Property(str, _state, notify=changed)
    sentence = Property(str, _sentence, notify=changed)
    noteCount = Property(int, lambda self: self._notes, notify=changed)
    hint = Property(str, _hint, notify=changed)
    fetching = Property(str, lambda self: self._fetching, notify=changed)
    problemField = Property(str, lambda self: self._problem[0], notify=changed)
    problemText = Property(str, lambda self: say(self._problem[1]) if self._problem[1] else "", notify=changed)
    newName = Property(str, lambda self: prefill(self._query).name, notify=changed)
    newPhone = Property(str, lambda self: prefill(self._query).phone, notify=changed)
    newEmail = Property(str, lambda self: prefill(self._query).email, notify=changed)
