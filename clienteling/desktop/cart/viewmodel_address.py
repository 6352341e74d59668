"""A new entry of her address book: its country, what its postcode looks like, whether it is complete, keeping it."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.cart.domain import Whose
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.runtime.countries import countries, home_of, postcode_example
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import say
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.cart"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class AddressViewModel(QObject):
    """For the client of the cart that `whose()` names; `added` carries the new entry's id."""

    changed = Signal()
    added = Signal(str)

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language, whose: Callable[[], Whose]) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._whose, self._country = whose, ""
        language.changed.connect(self.changed)

    @Slot()
    def begin(self) -> None:
        """A new address begins in the store's country, where its currency is one country's."""
        self._country = home_of(self._session.currency)
        self.changed.emit()

    @Slot(int)
    def choose(self, country: int) -> None:
        """The address lies in this one of the countries."""
        self._country = countries(self._language.code)[country][0]
        self.changed.emit()

    @Slot(str, str, str, result=bool)
    def complete(self, recipient: str, city: str, line1: str) -> bool:
        """Whether somebody could deliver there."""
        return bool(self._country and recipient.strip() and city.strip() and line1.strip())

    @Slot("QVariantMap")
    def save(self, fields: dict[str, str]) -> None:
        """Put it into her book."""
        self._tasks.start(self._save({**fields, "country": self._country}))

    async def _save(self, fields: dict[str, str]) -> None:
        self.added.emit(await self._db.run(customers.add_address, self._whose().customer, self._session.staff, fields))

    def _names(self) -> list[str]:
        return [name for _, name in countries(self._language.code)]

    def _place(self) -> int:
        codes = [code for code, _ in countries(self._language.code)]
        return codes.index(self._country) if self._country else -1

    def _hint(self) -> str:
        example = postcode_example(self._country)
        return say("As in {example}", example=example) if example else ""

    countries = Property("QStringList", _names, notify=changed)
    country = Property(int, _place, notify=changed)
    postcodeHint = Property(str, _hint, notify=changed)
