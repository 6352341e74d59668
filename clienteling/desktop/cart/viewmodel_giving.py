"""Giving a guest's cart to a client: who it may be, by search or by her loyalty card."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.cart import actions
from clienteling.desktop.cart.domain import Whose
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.customers.domain import Person
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import initials, phone, say

QML_IMPORT_NAME = "clienteling.desktop.cart"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 20


def _people(tx: Tx, query: str) -> list[Person]:
    return customers.find(tx, query, MOST)[0] if query else customers.recent(tx)


def _holder(tx: Tx, code: str) -> str:
    found = customers.by_loyalty(tx, code)
    if found is None:
        raise Problem("Nobody on this tablet has this card. Search by name or phone.")
    return found


@QmlElement
@QmlUncreatable("made by the application")
class GivingViewModel(QObject):
    """`handed` carries what went from the cart that `whose()` names, and to whom."""

    changed = Signal()
    handed = Signal(object)

    def __init__(self, db: Db, tasks: Tasks, language: Language, whose: Callable[[], Whose]) -> None:
        super().__init__()
        self._db, self._tasks, self._whose = db, tasks, whose
        self._query, self._choosing = "", False
        self._hits = RowsModel(("id", "name", "detail", "initials"), self)
        self._finding = Latest(tasks, self._find, self.changed.emit)
        language.changed.connect(self.changed)

    @Slot()
    def begin(self) -> None:
        """Somebody is to be chosen now: a loyalty card is hers who gets the cart."""
        self._query, self._choosing = "", True
        self._finding.anew()

    @Slot()
    def end(self) -> None:
        """Nobody is to be chosen any more."""
        self._choosing = False
        self.changed.emit()

    @Slot(str)
    def search(self, text: str) -> None:
        """Find people of this device by what is typed; without a word those opened lately."""
        self._query = text.strip()
        self._finding.ask()

    @Slot()
    def retry(self) -> None:
        """Find them again after that failed."""
        self._finding.anew()

    @Slot(str)
    def give(self, customer: str) -> None:
        """The cart in front is hers now."""
        self._tasks.start(self._give(customer))

    def scanned(self, code: str) -> None:
        """The cart is hers whose loyalty card this is."""
        self._tasks.start(self._give_holder(code))

    async def _find(self) -> None:
        people = await self._db.read(_people, self._query)
        self._hits.reset([_row(person) for person in people])
        self.changed.emit()

    async def _give(self, customer: str) -> None:
        given = await self._db.run(actions.hand_over, self._whose(), customer)
        self.end()
        if given.lines:
            self.handed.emit(given)

    async def _give_holder(self, code: str) -> None:
        await self._give(await self._db.read(_holder, code))

    def _sentence(self) -> str:
        if self._query:
            return say("Nobody on this tablet was found. Try a part of the name or the phone number.")
        return say("Type a name or a phone number, or scan her loyalty card.")

    hits = Property(QObject, lambda self: self._hits, constant=True)
    choosing = Property(bool, lambda self: self._choosing, notify=changed)
    state = Property(str, lambda self: self._finding.state(self._hits.count), notify=changed)
    sentence = Property(str, _sentence, notify=changed)


def _row(person: Person) -> tuple[Any, ...]:
    return person.id, person.name, phone(person.phone) if person.phone else "", initials(person.name)
