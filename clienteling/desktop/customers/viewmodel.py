"""What the clients screen may know and ask: lists of people, those found while one types, and a new person."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.customers import actions, store
from clienteling.desktop.customers.domain import RECENT
from clienteling.desktop.customers.viewmodel_found import FoundViewModel
from clienteling.desktop.customers.viewmodel_new import NewClientViewModel
from clienteling.desktop.customers.viewmodel_rows import ROLES, Seen, around, rows
from clienteling.desktop.runtime.central import Central
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
LISTS = ("mine", "store", "all")
TABLES = {"customer", "staff", "store"}


def _page(tx: Tx, owner: str, place: str, offset: int, korean: bool, limit: int = PAGE) -> Seen:
    return around(tx, store.listed(tx, owner, place, offset, limit), korean)


def _recent(tx: Tx, korean: bool) -> Seen:
    return around(tx, store.recent(tx, RECENT), korean)


@QmlElement
@QmlUncreatable("made by the application")
class CustomersViewModel(QObject):
    """`opened` names a person whose page is to be shown, `recognised` one who is here; `wake` makes sync run now."""

    changed = Signal()
    opened = Signal(str)
    recognised = Signal(str)
    notesWanted = Signal(str)
    unknown = Signal(str)
    """A card that nobody on this tablet has."""

    def __init__(
        self, db: Db, tasks: Tasks, central: Central, session: Session, language: Language, wake: Callable[[], None]
    ) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._list = "mine"
        self._found = FoundViewModel(db, tasks, central, session, language, wake)
        self._new = NewClientViewModel(db, tasks, session)
        self._recent = RowsModel(ROLES, self)
        self._lists = Latest(tasks, self._load, self.changed.emit)
        self._people = LazyRows(ROLES, lambda offset: tasks.start(self._more(offset)), self)
        self._found.fetched.connect(self.opened)
        self._new.created.connect(self.opened)
        db.changed.connect(self._on_change)
        language.changed.connect(self.reload)
        language.changed.connect(self._new.changed)
        session.changed.connect(self.reload)

    @Slot()
    def reload(self) -> None:
        """Read the lists again, also after a change of language or of hands."""
        self._lists.ask()
        self._found.reload()

    @Slot(str)
    def search(self, text: str) -> None:
        """Find people by what is typed; a new person would begin with it."""
        self._found.search(text)
        self._new.tell_typed(text.strip())

    @Slot(int)
    def choose(self, index: int) -> None:
        """Show my clients, those of the store, or everybody on this device."""
        self._list = LISTS[index]
        self._lists.anew()

    @Slot()
    def retry(self) -> None:
        """The lists could not be read: read them again."""
        self._lists.anew()

    @Slot(str)
    def open(self, customer: str) -> None:
        """Open somebody from a list; a person of another store is fetched first."""
        if self._found.is_elsewhere(customer):
            self._found.fetch(customer)
            return
        self.opened.emit(customer)

    @Slot()
    def accept(self) -> None:
        """Open the first of those found, as Enter in the search box does."""
        hits = self._found.hits
        if hits.count:
            self.open(hits.rows[0][0])

    @Slot(str)
    def remember(self, customer: str) -> None:
        """Her page was opened: she stands among the recent ten."""
        self._tasks.start(self._db.run(actions.remember_opened, customer))

    def scanned(self, code: str) -> None:
        """Open whoever has this loyalty code."""
        self._tasks.start(self._open_by_loyalty(code))

    async def _open_by_loyalty(self, code: str) -> None:
        found = await self._db.read(actions.by_loyalty, code)
        if not found:
            self.unknown.emit(code)
            return
        self.recognised.emit(found)
        self.opened.emit(found)

    async def _load(self) -> None:
        korean, wanted = self._language.code == "ko", self._list
        recent = await self._db.read(_recent, korean)
        # as many as are shown, so that what sync brings does not throw a scrolled list back
        limit = PAGE if self._lists.state(1) == "loading" else max(PAGE, self._people.count)
        seen = await self._db.read(_page, *self._filter(), 0, korean, limit)
        if wanted != self._list:
            return
        self._recent.reset(rows(recent, self._session.staff))
        self._people.start(rows(seen, self._session.staff), more=len(seen.people) == limit)
        self.changed.emit()

    async def _more(self, offset: int) -> None:
        wanted = self._list
        with self._lists.reading.watched():
            seen = await self._db.read(_page, *self._filter(), offset, self._language.code == "ko")
        if wanted == self._list:
            self._people.append(rows(seen, self._session.staff), more=len(seen.people) == PAGE)

    def _filter(self) -> tuple[str, str]:
        owner = self._session.staff if self._list == "mine" else ""
        return owner, self._session.store if self._list == "store" else ""

    @Slot(object)
    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.reload()
        elif "customer_seen" in tables:
            self._lists.ask()

    def _state(self) -> str:
        return self._lists.state(self._people.count)

    def _sentence(self) -> str:
        if self._list == "mine":
            return say("Clients you look after will stand here. Find somebody above, or create a client.")
        return say("Nobody is on this tablet yet. People arrive with the next sync.")

    found = Property(QObject, lambda self: self._found, constant=True)
    newClient = Property(QObject, lambda self: self._new, constant=True)
    recent = Property(QObject, lambda self: self._recent, constant=True)
    people = Property(QObject, lambda self: self._people, constant=True)
    listIndex = Property(int, lambda self: LISTS.index(self._list), notify=changed)
    state = Property(str, _state, notify=changed)
    sentence = Property(str, _sentence, notify=changed)
