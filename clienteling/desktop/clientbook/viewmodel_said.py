"""What the sheet of what she says and does may know: facts in plain words, and where they differ."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.clientbook import actions_said
from clienteling.desktop.clientbook.actions_said import Told
from clienteling.desktop.clientbook.domain_said import Bought, Compared, Wish
from clienteling.desktop.notes.domain import Note, Reader
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import day, say
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.clientbook"
QML_IMPORT_MAJOR_VERSION = 1
Row = dict[str, Any]


def _times(bought: Bought) -> str:
    return say("bought %n times, last on {day}", n=bought.times, day=day(bought.last))


def _row(title: str, *details: str, differs: bool = False, lines: int = 2) -> Row:
    tags = [{"text": say("Differs"), "tone": "warn"}] if differs else []
    return {"title": title, "detail": " · ".join(filter(None, details)), "tags": tags, "lines": lines}


def _size(told: Compared) -> Row:
    there = _times(told.bought) if told.bought.times else say("never bought")
    other = say("%n times another size", n=told.other) if told.other else ""
    return _row(say("Says {size}", size=told.said), there, other, differs=told.is_at_odds)


def _like(told: Compared) -> Row:
    return _row(told.said, _times(told.bought) if told.bought.times else say("no purchase bears her words"))


def _wish(name: str, wish: Wish, bought: str) -> Row:
    then = say("bought on {day}", day=day(bought)) if bought else say("not bought yet")
    return _row(name, say("on the wishlist since {day}", day=day(wish.at)), then)


def _note(note: Note) -> Row:
    return _row(day(note.edited_at), note.text, lines=4)


def sections(told: Told, korean: bool) -> list[Row]:
    """What she says, with what follows from it; then what she does."""
    said, at = told.said, 0 if korean else 1
    besides = [_row(say("Also takes {size}", size=size), _times(bought)) for size, bought in said.besides]
    parts = (
        (say("Sizes"), [*map(_size, said.sizes), *besides]),
        (say("Likes, in her own words"), list(map(_like, said.likes))),
        (say("Buys most"), [_row(say(category), _times(bought)) for category, bought in said.does]),
        (say("Wishlist"), [_wish(told.names[wish.product][at], wish, bought) for wish, bought in said.wishes]),
        (say("Noted by the team"), [_note(note) for note in told.notes if note.text]),
    )
    return [{"title": title, "rows": rows} for title, rows in parts if rows]


@QmlElement
@QmlUncreatable("made by the application")
class SaidViewModel(QObject):
    """What the client in front said and did; `ready` when that is read."""

    changed = Signal()
    ready = Signal()

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._told: Told | None = None
        language.changed.connect(self.changed)

    @Slot(str)
    def begin(self, customer: str) -> None:
        """Read it as it is now."""
        self._tasks.start(self._read(customer))

    async def _read(self, customer: str) -> None:
        by = Reader(self._session.staff, self._session.role, self._session.store)
        self._told = await self._db.read(actions_said.said, customer, by)
        self.changed.emit()
        if self._told:
            self.ready.emit()

    def _sections(self) -> list[Row]:
        return sections(self._told, self._language.code == "ko") if self._told else []

    def _measured(self) -> str:
        """From what it is counted, or why it is not."""
        if self._told is None:
            return ""
        if self._told.silent:
            return say("She does not want what she buys to be looked at. Only what she said is shown.")
        if not self._told.said.pieces:
            return say("Nothing was bought yet that could be set beside what she says.")
        return say("Counted from her last %n pieces on this tablet.", n=self._told.said.pieces)

    name = Property(str, lambda self: self._told.name if self._told else "", notify=changed)
    sections = Property(list, _sections, notify=changed)
    measured = Property(str, _measured, notify=changed)
