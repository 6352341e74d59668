"""A person and what may be written about her; knows no table, no wire and no screen."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from clienteling.contract.asking import is_number
from clienteling.desktop.runtime.problems import Problem

RECENT = 10
MOST_HITS = 50
MAX_TEXT = 200
PATCHABLE = frozenset({"name", "phone", "email", "birthday", "sizes", "says", "language", "consents"})
WAY_ICONS = {"sms": "message-circle", "kakao": "message-square", "email": "mail", "push": "bell"}
CONTACT_CONSENTS = tuple(WAY_ICONS)

TIERS = {
    "platinum": ("Platinum", "accent"),
    "vip": ("VIP", "accent"),
    "gold": ("Gold", "accent"),
    "silver": ("Silver", "neutral"),
    "member": ("", "neutral"),
}
"""The word and tone of the usual tiers; everybody is a member, so that says nothing."""

FIELDS = {
    "name": "Name",
    "phone": "Phone",
    "email": "E-mail",
    "birthday": "Birthday",
    "language": "Language",
    "sizes": "Sizes",
    "says": "What she says",
}
"""The English word of each field that may be changed, which is the key of its translation; consents have their own."""
COMPARED = ("name", "phone", "email", "birthday", "sizes", "says")
"""What is chosen from where two entries are made one."""
ADDRESS = {
    "recipient": "Who receives it",
    "phone": "Phone",
    "postcode": "Postcode",
    "city": "City",
    "line1": "Street and number",
    "line2": "Building, floor, door",
}
"""The same for the parts of an address, in the order in which they are written down."""

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Address:
    """An entry of her address book."""

    id: str
    label: str
    recipient: str
    phone: str
    line1: str
    city: str
    postcode: str
    country: str
    line2: str = ""


@dataclass(frozen=True)
class Person:
    """A customer as this device knows her; `ver` is 0 until central has her, `spend` minor units in twelve months."""

    id: str
    name: str
    store: str
    ver: int = 0
    phone: str = ""
    email: str = ""
    loyalty: str = ""
    tier: str = ""
    owner: str | None = None
    birthday: str = ""
    since: str = ""
    last_visit: str = ""
    language: str = "ko"
    sizes: Mapping[str, str] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    consents: Mapping[str, bool] = field(default_factory=dict)
    addresses: tuple[Address, ...] = ()
    spend: int = 0
    currency: str = "KRW"
    path: str = ""

    @property
    def pending(self) -> bool:
        """Whether central does not have her yet."""
        return self.ver == 0

    @property
    def reachable(self) -> bool:
        """Whether she agreed to be written to in any way."""
        return any(self.consents.get(way, False) for way in CONTACT_CONSENTS)


def tier_word(tier: str) -> tuple[str, str]:
    """The English word of a tier, which is the key of its translation, and its tone; a shop's own as it wrote it."""
    return TIERS.get(tier.lower(), (tier, "neutral"))


class Prefill(NamedTuple):
    """Where what was typed belongs in the sheet for a new person."""

    name: str = ""
    phone: str = ""
    email: str = ""


def prefill(typed: str) -> Prefill:
    """The sheet for a new person, begun with what was looked for in vain."""
    text = " ".join(typed.split())
    if is_number(text):
        return Prefill(phone=text)
    if "@" in text:
        return Prefill(email=text)
    return Prefill(name=text)


def problem_of(name: str, phone: str, email: str) -> tuple[str, str]:
    """Which field may not stand like that, and the sentence for it; both empty when all is well."""
    if not name.strip() or len(name) > MAX_TEXT:
        return "name", "Enter a name."
    if email and "@" not in email:
        return "email", "This e-mail address is not complete."
    if not (_DIGIT.search(phone) or "@" in email):
        return "phone", "Enter a phone number or an e-mail address."
    return "", ""


def problem_of_new(name: str, phone: str, email: str, privacy_notice: bool) -> tuple[str, str]:
    """The same for a new person, who must have been shown the privacy notice."""
    field, sentence = problem_of(name, phone, email)
    if not field and not privacy_notice:
        return "notice", "Show the privacy notice first."
    return field, sentence


def check_new(name: str, phone: str, email: str, privacy_notice: bool) -> None:
    """Raises Problem when a person cannot be created like that."""
    _, sentence = problem_of_new(name, phone, email, privacy_notice)
    if sentence:
        raise Problem(sentence)


def check_address(fields: Mapping[str, str]) -> None:
    """Raises Problem where nobody could deliver."""
    if not all(fields.get(name, "").strip() for name in ("recipient", "line1", "city")):
        raise Problem("An address needs a name, a street and a city.")


def check_patch(fields: Iterable[str]) -> None:
    """Raises Problem for a field that another system owns."""
    foreign = sorted(set(fields) - PATCHABLE)
    if foreign:
        raise Problem("{field} cannot be changed here.", field=foreign[0])


def changed(person: Person, wanted: Mapping[str, object]) -> dict[str, object]:
    """What of `wanted` differs from what is known; consents and sizes field by field."""
    found: dict[str, object] = {}
    for name, value in wanted.items():
        present = getattr(person, name)
        if isinstance(value, Mapping):
            parts = {key: part for key, part in value.items() if present.get(key) != part}
            if parts:
                found[name] = {**present, **parts} if name == "sizes" else parts
        elif (list(present) if name == "says" else present) != value:
            found[name] = value
    return found
