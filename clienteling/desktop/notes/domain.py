"""What may be written, read and decided about a note; knows no table and no wire."""

import unicodedata
from dataclasses import dataclass

MAX_CHARACTERS = 500
VERDICTS = ("approved", "reword", "redacted")


@dataclass(frozen=True)
class Reader:
    """Who looks: a member of staff in a store."""

    staff: str
    role: str
    store: str

    @property
    def manager(self) -> bool:
        return self.role == "manager"


@dataclass(frozen=True)
class Note:
    """A note as it stands; `version` counts its wordings from 1."""

    id: str
    customer: str
    author: str
    store: str
    visibility: str
    review: str
    text: str
    version: int
    written_at: str
    edited_at: str
    reason: str = ""
    reviewer: str | None = None
    reviewed_at: str = ""
    product: str | None = None


def tidy(text: str) -> str:
    """The wording without control characters and without space around it; line breaks stay."""
    kept = (sign for sign in text if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cf"})
    return "".join(kept).strip()


def fits(text: str) -> bool:
    """Whether a tidied wording has 1 to MAX_CHARACTERS characters."""
    return 1 <= len(text) <= MAX_CHARACTERS


def may_read(note: Note, reader: Reader) -> bool:
    """A team note is for the store; a private one for its author and the managers of her store."""
    if note.visibility == "team":
        return True
    return note.author == reader.staff or (reader.manager and note.store == reader.store)


def may_change(note: Note, reader: Reader) -> bool:
    """Only its author changes or deletes a note, and nobody one that was redacted."""
    return note.author == reader.staff and note.review != "redacted"


def may_review(note: Note, reader: Reader) -> bool:
    """A manager of the note's store who did not write it, while it waits for review."""
    theirs = note.author != reader.staff
    return reader.manager and note.store == reader.store and theirs and note.review == "unreviewed"


def needs_reason(verdict: str) -> bool:
    """Approving needs none; the author is told why for the others."""
    return verdict != "approved"
