"""What a shop folder holds: its tables, their columns, and what may stand in each; knows no file and no database."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import msgspec

from clienteling.central.runtime.clock import stamp
from clienteling.central.signin.domain import is_pin
from clienteling.contract.gtin import is_gtin
from clienteling.contract.pieces import KILOGRAM, PIECE

MOST_FLAWS = 50
LONGEST_TEXT = 2_000
_LARGEST = 2**53
_MOST_PIECES = 2**31 - 1
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CURRENCY = re.compile("[A-Z]{3}")
ADDRESS = ("id", "label", "recipient", "phone", "line1", "city", "postcode", "country")
Read = Callable[[Any], Any]


@dataclass(frozen=True)
class Flaw:
    """One thing wrong with the folder: in which file, in which row as a spreadsheet counts, in which column."""

    file: str
    says: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        row = "" if self.row is None else f", row {self.row}"
        column = "" if self.column is None else f", column {self.column}"
        return f"{self.file}{row}{column}: {self.says}"


class Unusable(Exception):
    """The folder cannot be taken in; `flaws` says why, at most MOST_FLAWS of them."""

    def __init__(self, flaws: list[Flaw]) -> None:
        super().__init__("\n".join(map(str, flaws)))
        self.flaws = flaws


@dataclass(frozen=True)
class Column:
    """A column: `read` gives its value or raises ValueError; `of` names the table whose ids alone are meant."""

    name: str
    read: Read
    of: str | None = None
    needed: bool = True

    @property
    def absent(self) -> Any:
        """What stands in a column that the file does not have."""
        return self.read(None)


class Settings(msgspec.Struct, frozen=True):
    """`shop.toml`: the shop's name and currency, the id of its tenant, its language, its sensitive categories."""

    name: str
    currency: str
    tenant: str
    language: str = "ko"
    sensitive: list[str] = []


def text(value: Any) -> str:
    """Any text; a number that a file's writer made of one is spelled out."""
    if value is None:
        return ""
    found = value if isinstance(value, str) else str(value)
    if len(found) > LONGEST_TEXT or "\x00" in found:
        raise ValueError(f"a text has at most {LONGEST_TEXT} characters and no NUL")
    return found


def name(value: Any) -> str:
    """A text that says something."""
    found = text(value)
    if not found.strip():
        raise ValueError("must not be empty")
    return found


def id(value: Any) -> str:
    """A UUID in its usual spelling."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError(f"{_quoted(value)} is not a UUID in lower case")
    return value


def reference(value: Any) -> str | None:
    """The id of something in another table, or nothing."""
    return text(value) or None


def sold_by(value: Any) -> str:
    """By the piece or by the kilogram; by the piece where nothing is said."""
    found = text(value) or PIECE
    if found not in {PIECE, KILOGRAM}:
        raise ValueError(f"{_quoted(value)} is neither {PIECE} nor {KILOGRAM}")
    return found


def language(value: Any) -> str:
    """Korean or English; Korean where nothing is said."""
    found = text(value) or "ko"
    if found not in {"ko", "en"}:
        raise ValueError(f"{_quoted(value)} is neither ko nor en")
    return found


def whole(value: Any) -> int:
    """A whole number."""
    try:
        found = int(value)
    except (TypeError, ValueError):
        raise ValueError(f"{_quoted(value)} is not a whole number") from None
    if (isinstance(value, float) and found != value) or abs(found) > _LARGEST:
        raise ValueError(f"{_quoted(value)} is not a whole number")
    return found


def amount(value: Any) -> int:
    """A price in minor units, not below zero."""
    found = whole(value)
    if found < 0:
        raise ValueError(f"{found} is below zero")
    return found


def pieces(value: Any) -> int:
    """How many, no more than a database can count."""
    found = whole(value)
    if abs(found) > _MOST_PIECES:
        raise ValueError(f"{found} is more than {_MOST_PIECES}")
    return found


def lying(value: Any) -> int:
    """How many lie somewhere; none, but never fewer."""
    found = pieces(value)
    if found < 0:
        raise ValueError(f"{found} is below zero")
    return found


def moved(value: Any) -> int:
    """A quantity sold, or returned when negative; never zero."""
    found = pieces(value)
    if found == 0:
        raise ValueError("must not be 0")
    return found


def several(value: Any) -> int:
    """A quantity of at least one."""
    found = pieces(value)
    if found < 1:
        raise ValueError(f"{found} is less than one")
    return found


def moment(value: Any) -> str:
    """A moment in ISO 8601; one without a zone is UTC."""
    try:
        found = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        return stamp(found if found.tzinfo else found.replace(tzinfo=UTC))
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"{_quoted(value)} is not a moment in ISO 8601") from None


def day(value: Any) -> str:
    """A date in ISO 8601, or nothing."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    found = text(value)
    try:
        return found and date.fromisoformat(found).isoformat()
    except ValueError:
        raise ValueError(f"{_quoted(value)} is not a date in ISO 8601") from None


def currency(value: Any) -> str:
    """Three capital letters (ISO 4217)."""
    if not isinstance(value, str) or not _CURRENCY.fullmatch(value):
        raise ValueError(f"{_quoted(value)} is not a currency of three capital letters")
    return value


def gtin(value: Any) -> str | None:
    """8, 12, 13 or 14 digits with the right check digit, or nothing."""
    found = text(value)
    if found and not is_gtin(found):
        raise ValueError(f"{_quoted(value)} is not a GTIN: its length or its check digit is wrong")
    return found or None


def pin(value: Any) -> str:
    """Six digits; what stands there is never repeated in a message."""
    found = text(value)
    if not is_pin(found):
        raise ValueError("a PIN is six digits")
    return found


def one_of(*allowed: str) -> Read:
    """One of a few words."""

    def read(value: Any) -> str:
        if value not in allowed:
            raise ValueError(f"{_quoted(value)} is none of {', '.join(allowed)}")
        return str(value)

    return read


def nested(kind: Any) -> Read:
    """JSON text of a kind; nothing is an empty one."""
    decoder = msgspec.json.Decoder(kind)

    def read(value: Any) -> Any:
        if not value:
            return decoder.decode(b"{}" if kind in (dict[str, str], dict[str, bool]) else b"[]")
        try:
            return decoder.decode(value)
        except (msgspec.DecodeError, TypeError) as error:
            raise ValueError(f"is not the JSON that is expected: {error}") from None

    return read


def addresses(value: Any) -> list[dict[str, str]]:
    """An address book as JSON text; every entry has all that a parcel needs."""
    found: list[dict[str, str]] = _BOOK(value)
    for entry in found:
        if missing := [key for key in ADDRESS if key not in entry]:
            raise ValueError(f"an address without {', '.join(missing)}")
    return found


_BOOK = nested(list[dict[str, str]])


def _quoted(value: Any) -> str:
    return repr(value if isinstance(value, int | float) else str(value)[:40])
