"""Who holds the tablet: the session every feature asks, and what the sign-in screen may know."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import initials, say
from clienteling.desktop.signin import actions, store
from clienteling.desktop.signin.domain import PIN_DIGITS, Person

QML_IMPORT_NAME = "clienteling.desktop.signin"
QML_IMPORT_MAJOR_VERSION = 1

TABLES = {"staff", "store", "device"}


@QmlElement
@QmlUncreatable("made by the application")
class Session(QObject):
    """Who is signed in on which device of which store; ids are empty while nobody is."""

    changed = Signal()
    switched = Signal()
    """Another person holds the tablet, or nobody does: nothing of the last client may stay in view."""
    proved = Signal()
    """Somebody has shown who she is, the same person or another, or has let go of the tablet."""

    def __init__(self) -> None:
        super().__init__()
        self.staff = self.staff_name = self.role = ""
        self.store = self.device = self.device_name = self.device_code = self.tenant = ""
        self.store_name = ""
        self.currency = "KRW"

    def begin(self, person: Person) -> None:
        """Somebody signs in, goes on, or takes over with nobody in view."""
        if (person.id, person.name, person.role) == (self.staff, self.staff_name, self.role):
            self.proved.emit()
            return
        before, self.staff, self.staff_name, self.role = self.staff, person.id, person.name, person.role
        if before and before != person.id:
            self.switched.emit()
        self.changed.emit()
        self.proved.emit()

    def end(self) -> None:
        """Lock: nobody holds the tablet."""
        self.staff = self.staff_name = self.role = ""
        self.switched.emit()
        self.changed.emit()
        self.proved.emit()

    def settle(self, device: dict[str, str], store_name: str, currency: str) -> None:
        """What central says of this device."""
        self.device, self.store, self.tenant = device["id"], device["store"], device["tenant"]
        self.device_name, self.device_code = device["name"], device["code"]
        self.store_name, self.currency = store_name, currency
        self.changed.emit()

    staffId = Property(str, lambda self: self.staff, notify=changed)
    staffName = Property(str, lambda self: self.staff_name, notify=changed)
    staffInitials = Property(str, lambda self: initials(self.staff_name) if self.staff_name else "", notify=changed)
    staffRole = Property(str, lambda self: self.role, notify=changed)
    storeId = Property(str, lambda self: self.store, notify=changed)
    storeName = Property(str, lambda self: self.store_name, notify=changed)
    deviceName = Property(str, lambda self: self.device_name, notify=changed)
    deviceCode = Property(str, lambda self: self.device_code, notify=changed)
    signedIn = Property(bool, lambda self: bool(self.staff), notify=changed)


def _read(tx: Tx, korean: bool) -> tuple[dict[str, str], str, str, list[Person]]:
    device = store.this_device(tx)
    if not device:
        return {}, "", "KRW", []
    place = store.locations(tx).get(device["store"])
    name = (place.name_ko if korean else place.name_en) if place else ""
    return device, name, store.currency_of(tx, device["store"]), store.team(tx, device["store"])


@QmlElement
@QmlUncreatable("made by the application")
class SigninViewModel(QObject):
    """Tiles of the store's people, a PIN of six digits, a badge."""

    changed = Signal()

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._chosen = self._pin = self._problem = ""
        self._busy = False
        self._people = RowsModel(("id", "name", "initials", "roleName"), self)
        self._reader = Latest(tasks, self._load, self.changed.emit)
        db.changed.connect(lambda tables: self.reload() if tables & TABLES else None)

    @Slot()
    def reload(self) -> None:
        """Read the team again, also after a change of language."""
        self._reader.ask()

    @Slot()
    def retry(self) -> None:
        """The team could not be read: read it again."""
        self._reader.anew()

    @Slot(str)
    def choose(self, person: str) -> None:
        """Choose a tile; the PIN begins anew."""
        self._chosen, self._pin, self._problem = person, "", ""
        self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """One more digit; the sixth signs in."""
        if self._busy or not self._chosen or len(self._pin) == PIN_DIGITS:
            return
        self._pin, self._problem = self._pin + digit, ""
        self.changed.emit()
        if len(self._pin) == PIN_DIGITS:
            self._tasks.start(self._enter(actions.enter, self._chosen, self._pin))

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._pin = self._pin[:-1]
        self.changed.emit()

    @Slot()
    def lock(self) -> None:
        """Nobody holds the tablet any more; nothing is lost."""
        self._chosen = self._pin = self._problem = ""
        self._session.end()
        self.changed.emit()

    def badge(self, code: str) -> None:
        """A scanned badge signs its bearer in, or switches to her."""
        self._tasks.start(self._enter(actions.enter_by_badge, code))

    async def _enter(self, action: Callable[..., Person], *args: str) -> None:
        self._busy = True
        try:
            person = await self._db.run(action, *args)
        except actions.WrongPin as wrong:
            await self._db.run(actions.note_failure, wrong)
            self._problem = say(wrong.template)
        except Problem as problem:
            self._problem = say(problem.template, **problem.values)
        else:
            self._chosen = ""
            self._session.begin(person)
        self._busy, self._pin = False, ""
        self.changed.emit()

    async def _load(self) -> None:
        device, name, currency, team = await self._db.read(_read, self._language.code == "ko")
        if device:
            self._session.settle(device, name, currency)
        roles = {"manager": say("Manager"), "associate": say("Associate")}
        self._people.reset([(one.id, one.name, initials(one.name), roles[one.role]) for one in team])
        if not self._chosen and len(team) == 1:
            self._chosen = team[0].id
        self.changed.emit()

    def _state(self) -> str:
        """Every store has a team: until it arrives this tablet is being made ready."""
        state = self._reader.state(self._people.count)
        return "loading" if state == "empty" else state

    people = Property(QObject, lambda self: self._people, constant=True)
    chosen = Property(str, lambda self: self._chosen, notify=changed)
    digits = Property(int, lambda self: len(self._pin), notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    state = Property(str, _state, notify=changed)
    session = Property(QObject, lambda self: self._session, constant=True)
