"""What can be done with notes, online and offline by the same rules: one function, one transaction."""

from clienteling.contract.ids import new_id
from clienteling.desktop.notes import store, wire
from clienteling.desktop.notes.domain import (
    MAX_CHARACTERS,
    Note,
    Reader,
    fits,
    may_change,
    may_read,
    may_review,
    needs_reason,
    tidy,
)
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem


def write(tx: Tx, by: Reader, customer: str, text: str, private: bool, product: str | None = None) -> str:
    """Write a note about a person; returns its id. Problem when the wording is empty or too long."""
    wording = _wording(text)
    at = now()
    visibility = "private" if private else "team"
    note = Note(new_id(), customer, by.staff, by.store, visibility, "unreviewed", wording, 1, at, at, product=product)
    wire.tell(tx, wire.written(note))
    return note.id


def edit(tx: Tx, by: Reader, id: str, text: str) -> None:
    """Put a new version over a note of one's own; it is to be reviewed again."""
    note = _changeable(tx, by, id)
    wording = _wording(text)
    if wording != note.text:
        wire.tell(tx, wire.edited(note, wording))


def delete(tx: Tx, by: Reader, id: str) -> None:
    """Delete a note of one's own."""
    wire.tell(tx, wire.deleted(_changeable(tx, by, id)))


def review(tx: Tx, by: Reader, id: str, verdict: str, reason: str = "") -> None:
    """Decide about a note: approved, reword or redacted. Problem without the right or a needed reason."""
    note = store.get(tx, id)
    if note is None or not may_review(note, by):
        raise Problem("This note no longer waits for your decision.")
    why = tidy(reason)
    if needs_reason(verdict) and not fits(why):
        raise Problem("Say why: the author reads it.")
    wire.tell(tx, wire.reviewed(note, by.staff, verdict, why))


def of_customer(tx: Tx, by: Reader, customer: str) -> list[Note]:
    """Her notes that this person may read, newest first."""
    return [note for note in store.of_customer(tx, customer) if may_read(note, by)]


def _wording(text: str) -> str:
    wording = tidy(text)
    if not wording:
        raise Problem("Write something first.")
    if not fits(wording):
        raise Problem("A note has at most {n} characters; shorten it a little.", n=MAX_CHARACTERS)
    return wording


def _changeable(tx: Tx, by: Reader, id: str) -> Note:
    note = store.get(tx, id)
    if note is None or not may_change(note, by):
        raise Problem("You can change only your own notes.")
    return note
