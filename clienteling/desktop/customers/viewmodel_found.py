"""What is found while one types: people of this device at once, then those central knows; one of theirs is fetched."""

import asyncio
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.customers import actions, store, wire
from clienteling.desktop.customers.domain import MOST_HITS, Person
from clienteling.desktop.customers.viewmodel_rows import ROLES, Seen, around, rows
from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import say
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.customers"
QML_IMPORT_MAJOR_VERSION = 1

PAUSE = 0.25
"""Seconds without a keystroke before central is asked."""
SHORTEST = 2


def _find(tx: Tx, query: str, korean: bool) -> tuple[Seen, bool]:
    people, truncated = actions.find(tx, query, MOST_HITS)
    return around(tx, people, korean), truncated


def _new_here(tx: Tx, people: list[Person], korean: bool) -> Seen:
    known = store.people(tx, [person.id for person in people])
    return around(tx, [person for person in people if person.id not in known], korean)


@QmlElement
@QmlUncreatable("made by the application")
class FoundViewModel(QObject):
    """`fetched` names somebody of another store who is on this device now; `wake` makes sync run now."""

    changed = Signal()
    fetched = Signal(str)

    def __init__(
        self, db: Db, tasks: Tasks, central: Central, session: Session, language: Language, wake: Callable[[], None]
    ) -> None:
        super().__init__()
        self._db, self._tasks, self._central, self._session = db, tasks, central, session
        self._language, self._wake = language, wake
        self._query = self._fetching = self._elsewhere = ""
        self._truncated, self._notes = False, 0
        self._asking: asyncio.Task[Any] | None = None
        self._near: list[tuple[Any, ...]] = []
        self._hits = RowsModel(ROLES, self)
        self._seeker = Latest(tasks, self._find, self.changed.emit)
        db.changed.connect(self._on_change)

    def reload(self) -> None:
        """Find again, also after a change of language or of hands."""
        if self._query:
            self._stop_asking()
            self._seeker.ask()

    def search(self, text: str) -> None:
        """Find people by what is typed; the latest text wins."""
        text = text.strip()
        if text == self._query:
            return
        self._query, self._elsewhere, self._notes = text, "", 0
        self.changed.emit()
        self.retry()

    @Slot()
    def retry(self) -> None:
        """Find them from the beginning, also after that failed."""
        self._stop_asking()
        self._seeker.anew()

    @Slot(str, int)
    def tell_notes(self, words: str, count: int) -> None:
        """So many notes hold these words, if they are still what is looked for."""
        if words.strip() == self._query:
            self._notes = count
            self.changed.emit()

    def is_elsewhere(self, customer: str) -> bool:
        """Whether she is among those only central knows."""
        return any(row[0] == customer and row[7] for row in self._hits.rows)

    @Slot(str)
    def fetch(self, customer: str) -> None:
        """Bring somebody of another store to this device."""
        if not self._fetching:
            self._tasks.start(self._fetch(customer))

    def _stop_asking(self) -> None:
        if self._asking:
            self._asking.cancel()
            self._asking = None

    async def _find(self) -> None:
        query = self._query
        seen, self._truncated = await self._db.read(_find, query, self._language.code == "ko")
        if query != self._query:
            return
        self._stop_asking()
        self._near = rows(seen, self._session.staff)
        self._hits.reset(self._near)
        if len(query) >= SHORTEST:
            self._elsewhere = "asking"
            self._asking = self._tasks.start(self._ask(query))
        self.changed.emit()

    async def _ask(self, query: str) -> None:
        await asyncio.sleep(PAUSE)
        try:
            self._elsewhere = await self._look_elsewhere(query)
        except Exception:
            self._elsewhere = "failed"
            raise
        finally:
            self.changed.emit()

    async def _look_elsewhere(self, query: str) -> str:
        try:
            people, _ = await wire.ask_elsewhere(self._central, query, limit=20)
        except Unreachable:
            return "offline"
        except Refused:
            return "refused"
        seen = await self._db.read(_new_here, people, self._language.code == "ko")
        self._hits.reset([*self._near, *rows(seen, self._session.staff, elsewhere=True)])
        return "done"

    async def _fetch(self, customer: str) -> None:
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

    @Slot(object)
    def _on_change(self, tables: frozenset[str]) -> None:
        if self._fetching and "customer" in tables:
            self._tasks.start(self._tell_fetched())

    async def _tell_fetched(self) -> None:
        customer = self._fetching
        if customer and await self._db.read(actions.person, customer):
            self._fetching = ""
            self.changed.emit()
            self.fetched.emit(customer)

    def _state(self) -> str:
        state = self._seeker.state(self._hits.count)
        if state == "error":
            return state
        if self._hits.count:
            return "rows"
        return {"asking": "loading", "failed": "error"}.get(self._elsewhere, state)

    def _sentence(self) -> str:
        if self._elsewhere == "offline":
            return say("Not on this device. Other stores are searched when you are online again.")
        return say("Nobody was found. Try a part of the name, the phone number or the e-mail.")

    def _hint(self) -> str:
        if self._elsewhere == "offline":
            return say("You are offline: people of other stores are not shown.")
        if self._elsewhere == "asking":
            return say("Looking in other stores too")
        return say("There are more. Type a little further.") if self._truncated else ""

    query = Property(str, lambda self: self._query, notify=changed)
    hits = Property(QObject, lambda self: self._hits, constant=True)
    state = Property(str, _state, notify=changed)
    sentence = Property(str, _sentence, notify=changed)
    hint = Property(str, _hint, notify=changed)
    noteCount = Property(int, lambda self: self._notes, notify=changed)
    fetching = Property(str, lambda self: self._fetching, notify=changed)
