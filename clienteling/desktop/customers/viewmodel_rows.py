"""How a person stands in a list: the roles and their words in the language of the screen."""

from typing import Any, NamedTuple

from clienteling.desktop.customers.domain import WAY_ICONS, Person, tier_word
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import day, initials, phone, say
from clienteling.desktop.signin import actions as signin

ROLES = ("id", "name", "initials", "detail", "when", "tags", "mine", "elsewhere", "consents")


class Seen(NamedTuple):
    """People as read, with the names of staff and stores beside them."""

    people: list[Person]
    staff: dict[str, str]
    stores: dict[str, str]


def around(tx: Tx, people: list[Person], korean: bool) -> Seen:
    """The people with the names of everybody and every store."""
    places = signin.locations(tx)
    stores = {id: place.name_ko if korean else place.name_en for id, place in places.items()}
    return Seen(people, signin.staff_names(tx), stores)


def rows(seen: Seen, staff: str, elsewhere: bool = False) -> list[tuple[Any, ...]]:
    """One row a person, for whoever holds the tablet."""
    return [_row(person, seen, staff, elsewhere) for person in seen.people]


def tags(person: Person, elsewhere: bool = False) -> list[dict[str, str]]:
    """Tier and what is special about her here, as chips."""
    word, tone = tier_word(person.tier)
    found = [{"text": say(word), "tone": tone, "icon": ""}] if word else []
    if person.pending:
        found.append({"text": say("Waiting for central"), "tone": "warn", "icon": ""})
    if elsewhere:
        found.append({"text": say("Not on this device"), "tone": "online", "icon": "cloud"})
    return found


def whose(owner: str | None, staff: str, names: dict[str, str]) -> str:
    """Whose client she is; empty for nobody's."""
    if not owner:
        return ""
    if owner == staff:
        return say("your client")
    return say("client of {name}", name=names[owner]) if owner in names else ""


def _row(person: Person, seen: Seen, staff: str, elsewhere: bool) -> tuple[Any, ...]:
    contact = phone(person.phone) if person.phone else ""
    parts = (contact, seen.stores.get(person.store, ""), whose(person.owner, staff, seen.staff))
    agreed = [icon for way, icon in WAY_ICONS.items() if person.consents.get(way)]
    return (
        person.id,
        person.name,
        initials(person.name),
        " · ".join(part for part in parts if part),
        day(person.last_visit),
        tags(person, elsewhere),
        person.owner == staff,
        elsewhere,
        agreed,
    )
