"""What a client's page may know and ask about an entry that may be the same person."""

from collections.abc import Callable
from typing import Any

import structlog
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.customers import actions, actions_merge, wire
from clienteling.desktop.customers.domain import FIELDS, Person
from clienteling.desktop.customers.wire_words import plain
from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import day, say
from clienteling.desktop.signin import actions as signin
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.customers"
QML_IMPORT_MAJOR_VERSION = 1

log = structlog.get_logger()
TABLES = {"customer", "base", "outbox", "store"}


def _read(tx: Tx, customer: str, korean: bool) -> tuple[str, Person | None, Person | None, dict[str, str]]:
    twin = next(iter(actions_merge.twins(tx, customer)), "") if customer else ""
    if not twin:
        return "", None, None, {}
    places = {id: place.name_ko if korean else place.name_en for id, place in signin.locations(tx).items()}
    return twin, actions.person(tx, customer), actions.person(tx, twin), places


@QmlElement
@QmlUncreatable("made by the application")
class TwinViewModel(QObject):
    """The question whether two entries are one person. `ready` when both can be compared, `done` when it is decided.

    `wake` makes sync run now.
    """

    changed = Signal()
    ready = Signal()
    done = Signal(str)

    def __init__(
        self, db: Db, tasks: Tasks, central: Central, session: Session, language: Language, wake: Callable[[], None]
    ) -> None:
        super().__init__()
        self._db, self._tasks, self._central, self._session = db, tasks, central, session
        self._language, self._wake = language, wake
        self._customer = self._twin = ""
        self._people: list[Person | None] = [None, None]
        self._places: dict[str, str] = {}
        self._kept, self._wanted = 1, False
        self._reads = Latest(tasks, self._load)
        db.changed.connect(lambda tables: self._reads.ask() if tables & TABLES else None)
        language.changed.connect(self._reads.ask)

    @Slot(str)
    def open(self, customer: str) -> None:
        """Another client is in front."""
        self._customer, self._twin, self._people, self._wanted = customer, "", [None, None], False
        self._reads.ask()
        self.changed.emit()

    @Slot()
    def compare(self) -> None:
        """Look at both; one of another store is fetched first."""
        self._kept, self._wanted = 1, True
        if self._people[1]:
            self._show()
        else:
            self._tasks.start(self._fetch(self._twin))

    @Slot(int)
    def keep(self, place: int) -> None:
        """Which entry stays: 0 the one in front, 1 the other."""
        self._kept = place
        self.changed.emit()

    @Slot(list)
    def merge(self, fields: list[str]) -> None:
        """Make one of two, with what the one that goes says in these fields."""
        kept, gone = (self._customer, self._twin) if self._kept == 0 else (self._twin, self._customer)
        self._tasks.start(self._decide(kept, actions_merge.merge, kept, gone, self._session.staff, fields))

    @Slot()
    def apart(self) -> None:
        """They only look the same."""
        self._tasks.start(
            self._decide(self._customer, actions_merge.tell_apart, self._customer, self._twin, self._session.staff)
        )

    async def _decide(self, stays: str, action: Callable[..., None], *args: Any) -> None:
        await self._db.run(action, *args)
        self.done.emit(stays)

    async def _fetch(self, customer: str) -> None:
        await wire.fetch(self._central, customer)
        await self._db.run(actions.remember_fetched, customer)
        self._wake()

    async def _load(self) -> None:
        customer = self._customer
        twin, mine, other, places = await self._db.read(_read, customer, self._language.code == "ko")
        if customer != self._customer:
            return
        self._twin, self._people, self._places = twin, [mine, other], places
        self.changed.emit()
        if self._wanted and other:
            self._show()

    def _show(self) -> None:
        self._wanted = False
        for customer in (self._customer, self._twin):
            log.info("contact revealed", customer=customer, staff=self._session.staff)
        self.changed.emit()
        self.ready.emit()

    def _question(self) -> str:
        if not self._twin:
            return ""
        other = self._people[1]
        if other is None:
            return say("She may be known in another store already.")
        return say("She may stand here twice, also as {name}.", name=other.name)

    def _entries(self) -> list[dict[str, Any]]:
        return [self._entry(person) for person in self._people if person]

    def _entry(self, person: Person) -> dict[str, Any]:
        told = (plain("phone", person.phone), self._places.get(person.store, ""), day(person.since))
        return {"name": person.name, "words": " · ".join(filter(None, told))}

    def _sides(self) -> list[dict[str, str]]:
        kept, gone = self._people[self._kept], self._people[1 - self._kept]
        if not kept or not gone:
            return []
        return [
            {
                "field": field,
                "label": say(FIELDS[field]),
                "kept": plain(field, getattr(kept, field)),
                "gone": plain(field, getattr(gone, field)),
            }
            for field in actions_merge.differing(kept, gone)
        ]

    question = Property(str, _question, notify=changed)
    entries = Property(list, _entries, notify=changed)
    kept = Property(int, lambda self: self._kept, notify=changed)
    sides = Property(list, _sides, notify=changed)
