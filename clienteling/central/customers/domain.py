"""Pure rules about a person's record: what may be written, how edits meet, what is masked; knows no database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

WAYS = ("kakao", "sms", "email", "push")
"""The ways in which she may allow that she is told of something."""
CONSENTS = frozenset({*WAYS, "profiling", "presence"})
LANGUAGES = frozenset({"ko", "en"})
MOST_REWOUND = 1_000
"""How many changes of one person a backup may lack."""
MAX_TEXT = 200
MAX_ENTRIES = 50

_FILLED = ("phone", "email", "loyalty", "tier", "birthday", "owner", "sizes", "says")
_DIGIT = re.compile(r"\d")
_SHOWN_DIGITS = 4


class Person(NamedTuple):
    """A person as a shop's files tell her; `addresses` are the fields of contract addresses."""

    id: str
    name: str
    store: str
    phone: str = ""
    email: str = ""
    loyalty: str = ""
    tier: str = ""
    owner: str | None = None
    birthday: str = ""
    since: str = ""
    language: str = "ko"
    sizes: Mapping[str, str] = {}
    says: tuple[str, ...] | list[str] = ()
    consents: Mapping[str, bool] = {}
    addresses: tuple[dict[str, str], ...] | list[dict[str, str]] = ()
    currency: str = "KRW"


class Merged(NamedTuple):
    """A patch against the present record: the fields to write, and those that somebody else changed meanwhile."""

    changes: dict[str, Any]
    theirs: dict[str, Any]


def creation_problem(name: str, phone: str, email: str, privacy_notice: bool) -> str | None:
    """Why a person cannot be created: a name, one contact and the privacy notice are required."""
    if not name.strip() or len(name) > MAX_TEXT:
        return "Enter a name."
    if not (_DIGIT.search(phone) or "@" in email):
        return "Enter a phone number or an e-mail address."
    if not privacy_notice:
        return "Show the privacy notice first."
    return None


def field_problem(field: str, value: object) -> str | None:
    """Why a value may not stand in a field of the record, or None."""
    check = _CHECKS.get(field)
    if check is None:
        return f"{field} cannot be changed here."
    return None if check(value) else f"{field} is not valid."


def merge(
    current: Mapping[str, Any],
    versions: Mapping[str, int],
    base: int,
    patch: Mapping[str, Any],
    over: Mapping[str, Any],
) -> Merged:
    """What a patch seen at version `base` changes; a field conflicts if it changed after `base` and differs.

    `over` is what a person saw and chose to write over: a field that still says so does not conflict.
    Consent never conflicts: withdrawal always counts, and a yes from an older base never overrides a later no.
    """
    changes: dict[str, Any] = {}
    theirs: dict[str, Any] = {}
    for field, value in patch.items():
        if field == "consents":
            # A repeated no is news too: it must outlive a yes said at the same time elsewhere.
            changes |= _consented(current["consents"], versions, base, value)
        elif current[field] == value:
            continue
        elif versions.get(field, 0) > base and (field not in over or over[field] != current[field]):
            theirs[field] = current[field]
        else:
            changes[field] = value
    return Merged(changes, theirs)


def _consented(
    current: Mapping[str, bool], versions: Mapping[str, int], base: int, given: Mapping[str, bool]
) -> dict[str, Any]:
    after = dict(current)
    for channel, wanted in given.items():
        seen = versions.get(f"consents.{channel}", 0) <= base
        after[channel] = wanted if seen else wanted and current.get(channel, False)
    return {"consents": after}


class Moved(NamedTuple):
    """Something that was one person's and is another's now: its version, and the scopes in which it stands."""

    kind: str
    id: str
    ver: int
    scopes: list[str]


def united(kept: Mapping[str, Any], gone: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """What changes in the record that is kept: the fields chosen, what it did not have yet, and of the consents the
    most restrictive; both address books.
    """
    changes = {field: gone[field] for field in _FILLED if not kept[field] and gone[field]} | dict(fields)
    known = {address["id"] for address in kept["addresses"]}
    changes["addresses"] = [*kept["addresses"], *(one for one in gone["addresses"] if one["id"] not in known)]
    changes["consents"] = {
        way: kept["consents"].get(way, True) and gone["consents"].get(way, True)
        for way in {**kept["consents"], **gone["consents"]}
    }
    changes["since"] = min(filter(None, (kept["since"], gone["since"])), default="")
    return changes


def stamped(versions: Mapping[str, int], changes: Mapping[str, Any], given: Iterable[str], ver: int) -> dict[str, int]:
    """The versions by field once `changes` are version `ver`; each of the consents `given` counts by itself."""
    fields = {field: ver for field in changes if field != "consents"}
    return {**versions, **fields, **{f"consents.{channel}": ver for channel in given}}


def following(ver: int, base: int) -> int:
    """The version after a change that was made seeing `base`.

    Where a backup was put back a tablet has seen more than central knows. What it tells again then gets a version
    after what it saw, so that an edit which saw less conflicts with it as it did before. A base far ahead is no base.
    """
    return (base if ver < base <= ver + MOST_REWOUND else ver) + 1


def masked(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record as another store may see it: enough to recognise her, nothing to reach her or to know her by."""
    hidden = {"phone": mask_phone(record["phone"]), "email": mask_email(record["email"]), "birthday": "", "loyalty": ""}
    return {**record, **hidden, "addresses": [], "says": [], "sizes": {}, "spend": 0, "path": "", "gap": 0}


def mask_phone(phone: str) -> str:
    """All digits but the last four become bullets."""
    hidden = len(_DIGIT.findall(phone)) - _SHOWN_DIGITS
    return _DIGIT.sub("•", phone, count=hidden) if hidden > 0 else phone


def mask_email(email: str) -> str:
    """The first letter and the domain stay."""
    local, at, domain = email.partition("@")
    return f"{local[:1]}•••{at}{domain}" if at else email


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MAX_TEXT


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= MAX_TEXT


def _is_date(value: object) -> bool:
    if value == "":
        return True
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_sizes(value: object) -> bool:
    return isinstance(value, dict) and len(value) <= MAX_ENTRIES and all(map(_is_text, [*value, *value.values()]))


def _is_list(value: object) -> bool:
    return isinstance(value, list) and len(value) <= MAX_ENTRIES and all(map(_is_text, value))


def _is_consents(value: object) -> bool:
    return isinstance(value, dict) and all(
        name in CONSENTS and isinstance(given, bool) for name, given in value.items()
    )


_CHECKS = {
    "name": _is_name,
    "phone": _is_text,
    "email": _is_text,
    "birthday": _is_date,
    "language": lambda value: value in LANGUAGES,
    "sizes": _is_sizes,
    "says": _is_list,
    "consents": _is_consents,
}
