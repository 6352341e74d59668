"""What the sheet of a client's details may know and ask; only fields that are ours to change."""

from typing import Any

import structlog
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.customers import actions as customers
from clienteling.desktop.customers.domain import Person, problem_of
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import say
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.clientbook"
QML_IMPORT_MAJOR_VERSION = 1

NOBODY = Person("", "", "")
log = structlog.get_logger()


@QmlElement
@QmlUncreatable("made by the application")
class DetailsViewModel(QObject):
    """One client's name, contact, sizes, tastes and consents. `ready` when they are read, `saved` when kept."""

    changed = Signal()
    ready = Signal()
    saved = Signal()

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language) -> None:
        super().__init__()
        self._db, self._tasks, self._session = db, tasks, session
        self._person = NOBODY
        self._problem = ("", "")
        language.changed.connect(self.changed)

    def begin(self, customer: str) -> None:
        """Read her as she is now; the sheet shows her contact, so that is noted."""
        log.info("contact revealed", customer=customer, staff=self._session.staff)
        self._tasks.start(self._read(customer))

    @Slot(str, str, str, str, "QVariantMap", "QVariantMap")
    def save(
        self, name: str, phone: str, email: str, says: str, sizes: dict[str, str], consents: dict[str, bool]
    ) -> None:
        """Keep what was changed; `says` has its words between commas."""
        self._problem = problem_of(name, phone, email)
        self.changed.emit()
        if self._problem[0]:
            return
        words = [word.strip() for word in says.split(",") if word.strip()]
        wanted = {"name": name.strip(), "phone": phone.strip(), "email": email.strip(), "says": words}
        self._tasks.start(self._keep({**wanted, "sizes": dict(sizes), "consents": dict(consents)}))

    async def _read(self, customer: str) -> None:
        person = await self._db.read(customers.person, customer)
        if person:
            self._person, self._problem = person, ("", "")
            self.changed.emit()
            self.ready.emit()

    async def _keep(self, wanted: dict[str, Any]) -> None:
        await self._db.run(customers.patch, self._person.id, self._session.staff, **wanted)
        self.saved.emit()

    def _sizes(self) -> list[dict[str, str]]:
        keys = dict.fromkeys([*self._size_words(), *self._person.sizes])
        return [{"key": key, "value": self._person.sizes.get(key, "")} for key in keys]

    def _size_words(self) -> dict[str, str]:
        return {"top": say("Top"), "bottom": say("Bottom"), "shoes": say("Shoe size")}

    def _consents(self) -> list[dict[str, Any]]:
        given = self._person.consents
        return [{"key": key, "agreed": bool(given.get(key))} for key in self._consent_words()]

    def _consent_words(self) -> dict[str, str]:
        return {
            "sms": say("Text message"),
            "kakao": say("KakaoTalk"),
            "email": say("E-mail"),
            "push": say("App message"),
            "profiling": say("Suggestions made for her"),
            "presence": say("Being noticed in the store"),
        }

    name = Property(str, lambda self: self._person.name, notify=changed)
    phone = Property(str, lambda self: self._person.phone, notify=changed)
    email = Property(str, lambda self: self._person.email, notify=changed)
    says = Property(str, lambda self: ", ".join(self._person.says), notify=changed)
    sizes = Property(list, _sizes, notify=ready)
    sizeWords = Property("QVariantMap", _size_words, notify=changed)
    consents = Property(list, _consents, notify=ready)
    consentWords = Property("QVariantMap", _consent_words, notify=changed)
    problemField = Property(str, lambda self: self._problem[0], notify=changed)
    problemText = Property(str, lambda self: say(self._problem[1]) if self._problem[1] else "", notify=changed)
