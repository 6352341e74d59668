"""Pure rules about notes: what may be written, by whom changed, by whom reviewed; knows no database."""

from __future__ import annotations

from typing import Literal, NamedTuple

MAX_CHARACTERS = 500
Role = Literal["associate", "manager"] | None
Verdict = Literal["approved", "reword", "redacted"]
Review = Literal["unreviewed", "approved", "reword", "redacted"]
STRICTNESS: dict[Review, int] = {"unreviewed": 0, "approved": 1, "reword": 2, "redacted": 3}
NEEDS_REASON = frozenset({"reword", "redacted"})


class Standing(NamedTuple):
    """What the rules ask of a note: whose it is, where, which wording stands and what was decided about it."""

    author: str
    store: str
    version: int
    deleted: bool
    review: Review


class Objection(NamedTuple):
    """Why something may not be done, as an HTTP-like status and a sentence."""

    status: int
    title: str


def wording(text: str) -> str | None:
    """The text as it is kept, or None when it is empty or longer than MAX_CHARACTERS."""
    kept = text.strip()
    return kept if 0 < len(kept) <= MAX_CHARACTERS else None


def against_editing(note: Standing, staff: str | None) -> Objection | None:
    """Only the author changes the wording, and only of a note that is still there."""
    if note.deleted:
        return Objection(410, "This note was deleted.")
    if staff != note.author:
        return Objection(422, "Only the author can change this note.")
    return None


def against_deleting(note: Standing, staff: str | None, role: Role, store: str) -> Objection | None:
    """The author or a manager of the note's store may delete it."""
    if staff == note.author or (role == "manager" and store == note.store):
        return None
    return Objection(422, "Only the author or a manager of the store can delete this note.")


def against_reviewing(
    note: Standing, staff: str | None, role: Role, store: str, verdict: Verdict, version: int, reason: str
) -> Objection | None:
    """A second person decides: a manager of the note's store, never its author, on the wording that stands.

    Of two verdicts on one wording the stricter wins, whichever arrives first.
    """
    if note.deleted:
        return Objection(410, "This note was deleted.")
    if role != "manager" or store != note.store:
        return Objection(422, "Only a manager of the note's store can review it.")
    if staff == note.author:
        return Objection(422, "Someone else has to review your own note.")
    if verdict in NEEDS_REASON and not reason.strip():
        return Objection(422, "Give a reason.")
    if version != note.version:
        return Objection(409, "The note was changed meanwhile. Read it again.")
    if STRICTNESS[verdict] < STRICTNESS[note.review]:
        return Objection(409, "Somebody else decided about this note meanwhile.")
    return None
