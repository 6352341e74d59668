"""What the notes screens may know and ask: one list by tab or by words, one chosen note, and one person's notes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.customers import actions as customers
from clienteling.desktop.notes import actions, store
from clienteling.desktop.notes.domain import MAX_CHARACTERS, Note, Reader, may_change, may_read, may_review
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import ago, initials, say
from clienteling.desktop.signin import actions as signin
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.notes"
QML_IMPORT_MAJOR_VERSION = 1

ROLES = ("id", "customer", "name", "initials", "text", "author", "time", "word", "tone", "discreet", "mine", "reason")
MOST_PEOPLE = 20
"""Words that may be a name bring the notes about so many people."""
TABLES = {"note", "customer", "staff"}
TONES = {"unreviewed": "neutral", "approved": "ok", "reword": "warn", "redacted": "bad"}
Row = tuple[Any, ...]


def _word(review: str) -> str:
    words = {
        "unreviewed": say("Not reviewed yet"),
        "approved": say("Approved"),
        "reword": say("Please reword"),
        "redacted": say("Redacted"),
    }
    return words[review]


def _row(note: Note, by: Reader, names: dict[str, str], authors: dict[str, str]) -> Row:
    name = names.get(note.customer, say("A client not on this tablet"))
    text = note.text or say("The wording was removed by a manager.")
    word, tone = _word(note.review), TONES[note.review]
    mine, private = may_change(note, by), note.visibility == "private"
    author = authors.get(note.author, "–")
    return (
        *(note.id, note.customer, name, initials(name), text, author, ago(note.edited_at), word, tone),
        *(private, mine, note.reason),
    )


def _rows(tx: Tx, notes: Sequence[Note], by: Reader) -> list[Row]:
    notes = [note for note in notes if may_read(note, by)]
    names = customers.names(tx, [note.customer for note in notes])
    authors = signin.staff_names(tx)
    return [_row(note, by, names, authors) for note in notes]


def _list(tx: Tx, by: Reader, tab: str, words: str) -> list[Row]:
    if words.strip():
        people, _ = customers.find(tx, words, MOST_PEOPLE)
        return _rows(tx, store.search(tx, words, [person.id for person in people]), by)
    if tab == "review":
        return _rows(tx, [note for note in store.unreviewed(tx, by.store) if may_review(note, by)], by)
    return _rows(tx, store.of_author(tx, by.staff) if tab == "mine" else store.of_store(tx, by.store), by)


def _count(tx: Tx, by: Reader, words: str) -> int:
    return sum(may_read(note, by) for note in store.search(tx, words)) if words.strip() else 0


def _read(tx: Tx, by: Reader, tab: str, words: str, customer: str) -> tuple[list[Row], list[Row], int, int]:
    hers = _rows(tx, actions.of_customer(tx, by, customer), by) if customer else []
    to_review = store.unreviewed_count(tx, by.store, by.staff) if by.manager else 0
    return _list(tx, by, tab, words), hers, to_review, store.returned_count(tx, by.staff)


def _chosen(tx: Tx, by: Reader, id: str) -> dict[str, Any]:
    note = store.get(tx, id)
    if note is None or not may_read(note, by):
        return {}
    names = customers.names(tx, [note.customer])
    chosen = dict(zip(ROLES, _row(note, by, names, signin.staff_names(tx)), strict=True))
    reviewer = signin.staff_names(tx).get(note.reviewer or "", "")
    steps = [(say("Written by {name}", name=chosen["author"]), ago(note.written_at))]
    if note.version > 1:
        steps.append((say("Reworded, version {n}", n=note.version), ago(note.edited_at)))
    if reviewer:
        steps.append((f"{_word(note.review)} · {reviewer}", ago(note.reviewed_at)))
    history = [{"what": what, "when": when} for what, when in steps]
    return {**chosen, "canReview": may_review(note, by), "history": history, "wording": note.text}


def _first_tab(session: Session) -> str:
    return "review" if session.role == "manager" else "all"


@QmlElement
@QmlUncreatable("made by the application")
class NotesViewModel(QObject):
    """`tab` is review, all or mine; words from the search box come before the tab."""

    changed = Signal()
    chosenChanged = Signal()
    written = Signal(str)
    counted = Signal(str, int)
    """How many notes hold the words that were asked about."""

    def __init__(self, db: Db, tasks: Tasks, session: Session) -> None:
        super().__init__()
        self._db, self._tasks, self._session = db, tasks, session
        self._tab = _first_tab(session)
        self._words = self._customer = self._chosen_id = ""
        self._chosen: dict[str, Any] = {}
        self._to_review = self._returned = 0
        self._list = RowsModel(ROLES, self)
        self._hers = RowsModel(ROLES, self)
        self._reader = Latest(tasks, self._load, self.changed.emit)
        self._looker = Latest(tasks, self._look, self.chosenChanged.emit)
        db.changed.connect(lambda tables: self.reload() if tables & TABLES else None)
        session.changed.connect(self._on_session)

    @Slot()
    def reload(self) -> None:
        """Read again, also after a change of language."""
        if self._session.staff:
            self._reader.ask()

    @Slot()
    def retry(self) -> None:
        """The lists could not be read: read them again."""
        self._reader.anew()

    @Slot()
    def retryNote(self) -> None:
        """The chosen note could not be read: read it again."""
        self._looker.anew()

    @Slot(str)
    def open_customer(self, customer: str) -> None:
        """Show the notes about one person in her panel."""
        self._customer = customer
        self.reload()

    @Slot(str)
    def search(self, words: str) -> None:
        """List the notes that hold every word, or are about somebody of that name."""
        self._words = words
        self.reload()

    def count(self, words: str) -> None:
        """Ask how many notes hold every word, without listing them; `counted` answers."""
        self._tasks.start(self._tell_count(words))

    @Slot(str)
    def choose(self, id: str) -> None:
        """Look at one note."""
        self._chosen_id = id
        self.reload()

    @Slot(str)
    def show(self, tab: str) -> None:
        """Change the tab."""
        self._tab, self._words, self._chosen_id = tab, "", ""
        self.reload()

    @Slot(str, str, bool)
    def write(self, customer: str, text: str, private: bool) -> None:
        """Write a note about a person."""
        self._tasks.start(self._write(customer, text, private))

    @Slot(str, str)
    def edit(self, id: str, text: str) -> None:
        """Reword a note of one's own."""
        self._tasks.start(self._db.run(actions.edit, self._by(), id, text))

    @Slot(str)
    def remove(self, id: str) -> None:
        """Delete a note of one's own."""
        self._tasks.start(self._db.run(actions.delete, self._by(), id))

    @Slot(str, str, str)
    def decide(self, id: str, verdict: str, reason: str) -> None:
        """A manager's verdict: approved, reword or redacted."""
        self._tasks.start(self._db.run(actions.review, self._by(), id, verdict, reason))

    async def _write(self, customer: str, text: str, private: bool) -> None:
        self.written.emit(await self._db.run(actions.write, self._by(), customer, text, private))

    async def _tell_count(self, words: str) -> None:
        self.counted.emit(words, await self._db.read(_count, self._by(), words))

    async def _load(self) -> None:
        rows, hers, self._to_review, self._returned = await self._db.read(
            _read, self._by(), self._tab, self._words, self._customer
        )
        self._list.reset(rows)
        self._hers.reset(hers)
        self.changed.emit()
        self._looker.ask()

    async def _look(self) -> None:
        listed = [row[0] for row in self._list.rows]
        if self._chosen_id not in listed:
            self._chosen_id = listed[0] if listed else ""
        self._chosen = await self._db.read(_chosen, self._by(), self._chosen_id)
        self.chosenChanged.emit()

    @Slot()
    def _on_session(self) -> None:
        self._tab = _first_tab(self._session)
        self._words = self._chosen_id = ""
        self.reload()

    def _note_state(self) -> str:
        """Until there is a list to choose from the desk is bare."""
        bare = not self._chosen and self._reader.state(1) != "rows"
        return "rows" if bare else self._looker.state(bool(self._chosen))

    def _by(self) -> Reader:
        return Reader(self._session.staff, self._session.role, self._session.store)

    tab = Property(str, lambda self: self._tab, notify=changed)
    words = Property(str, lambda self: self._words, notify=changed)
    state = Property(str, lambda self: self._reader.state(self._list.count), notify=changed)
    hersState = Property(str, lambda self: self._reader.state(self._hers.count), notify=changed)
    noteState = Property(str, _note_state, notify=chosenChanged)
    manager = Property(bool, lambda self: self._session.role == "manager", notify=changed)
    toReview = Property(int, lambda self: self._to_review, notify=changed)
    returned = Property(int, lambda self: self._returned, notify=changed)
    customer = Property(str, lambda self: self._customer, notify=changed)
    limit = Property(int, lambda self: MAX_CHARACTERS, constant=True)
    list = Property(QObject, lambda self: self._list, constant=True)
    hers = Property(QObject, lambda self: self._hers, constant=True)
    chosen = Property("QVariantMap", lambda self: self._chosen, notify=chosenChanged)
