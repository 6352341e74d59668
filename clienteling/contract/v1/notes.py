"""Notes about a person and their review: record and facts."""

from typing import Literal

import msgspec

MAX_CHARACTERS = 500
Visibility = Literal["private", "team"]
Review = Literal["unreviewed", "approved", "reword", "redacted"]


class NoteVersion(msgspec.Struct, frozen=True):
    """One wording; numbered from 1."""

    number: int
    text: str
    staff: str
    at: str


class Note(msgspec.Struct, frozen=True):
    """Record `note`: the last of `versions` is what is shown; a redacted note has no wording left in it."""

    id: str
    customer: str
    author: str
    store: str
    visibility: Visibility
    review: Review
    versions: list[NoteVersion]
    product: str | None = None
    reason: str = ""
    reviewer: str | None = None
    reviewed_at: str = ""


class Written(msgspec.Struct, frozen=True):
    """Fact `note.written`: 1 to MAX_CHARACTERS of plain text."""

    customer: str
    store: str
    text: str
    visibility: Visibility
    product: str | None = None


class Edited(msgspec.Struct, frozen=True):
    """Fact `note.edited`: a new version by the author; the note is to be reviewed again."""

    text: str


class Deleted(msgspec.Struct, frozen=True):
    """Fact `note.deleted`: a tombstone."""


class Reviewed(msgspec.Struct, frozen=True):
    """Fact `note.reviewed`: a manager's verdict on the version seen; asking to reword and redacting need a reason."""

    verdict: Literal["approved", "reword", "redacted"]
    version: int
    reason: str = ""
