"""What can be done with people, and what other features may ask about them: one function, one transaction."""

from collections.abc import Iterable, Mapping
from typing import Any

from clienteling.contract.ids import new_id
from clienteling.desktop.customers import store, wire
from clienteling.desktop.customers import store_search as search
from clienteling.desktop.customers.domain import RECENT, Address, Person, changed, check_address, check_new, check_patch
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem


def create(
    tx: Tx, home: str, staff: str, name: str, phone: str = "", email: str = "", privacy_notice: bool = False
) -> str:
    """A new person of the store `home`, pending until central has her; returns her id.

    Raises Problem without a name, a contact or the privacy notice.
    """
    check_new(name, phone, email, privacy_notice)
    person = Person(new_id(), name.strip(), home, phone=phone.strip(), email=email.strip(), owner=staff)
    wire.tell(tx, wire.created(person, staff))
    return person.id


def patch(tx: Tx, customer: str, staff: str, **wanted: Any) -> None:
    """Change fields of a person; only what differs is told. Raises Problem for a field another system owns."""
    check_patch(wanted)
    person = _known(tx, customer)
    changes = changed(person, wanted)
    if changes:
        wire.tell(tx, wire.patched(person, changes, staff, wire.own_words(tx, person)))


def add_address(tx: Tx, customer: str, staff: str, fields: Mapping[str, str]) -> str:
    """A new entry in her address book (label recipient phone line1 line2 city postcode country); returns its id.

    Raises Problem when recipient, street or city are missing.
    """
    check_address(fields)
    names = ("label", "recipient", "phone", "line1", "line2", "city", "postcode", "country")
    address = Address(id=new_id(), **{name: fields.get(name, "").strip() for name in names})
    wire.tell(tx, wire.address_added(_known(tx, customer), address, staff))
    return address.id


def remember_opened(tx: Tx, customer: str) -> None:
    """She was opened on this device: she stands among the recent ten."""
    store.note_seen(tx, customer, "opened_at", now())


def remember_fetched(tx: Tx, customer: str) -> None:
    """A person of another store was asked for; central lets this device keep her for 14 days."""
    store.note_seen(tx, customer, "fetched_at", now())


def usual_gap(tx: Tx, customer: str) -> int:
    """How many days usually lie between her purchases, drawn towards the shop's while she made few; 0 if not known."""
    return wire.usual_gap(tx, customer)


def person(tx: Tx, customer: str) -> Person | None:
    """A person on this device, with her addresses, sizes and consents."""
    return store.person(tx, customer)


def people(tx: Tx, customers: Iterable[str]) -> dict[str, Person]:
    """Those of the people that are on this device, by id."""
    return store.people(tx, customers)


def names(tx: Tx, customers: Iterable[str]) -> dict[str, str]:
    """The names of those of the people that are on this device, by id."""
    return {id: one.name for id, one in store.people(tx, customers).items()}


def addresses(tx: Tx, customer: str) -> tuple[Address, ...]:
    """Her address book; empty for somebody unknown."""
    found = store.person(tx, customer)
    return found.addresses if found else ()


def by_loyalty(tx: Tx, code: str) -> str | None:
    """Whose loyalty code it is, among the people on this device."""
    return store.by_loyalty(tx, code)


def recent(tx: Tx) -> list[Person]:
    """The ten people opened last on this device."""
    return store.recent(tx, RECENT)


def clients_of(tx: Tx, staff: str) -> list[Person]:
    """Everybody in somebody's client book."""
    return store.of_owner(tx, staff)


def find(tx: Tx, query: str, limit: int = 50, seconds: float = search.DEADLINE) -> tuple[list[Person], bool]:
    """Who is meant by what was typed, likeliest first, and whether there may be more."""
    found = search.find(tx, query, limit, seconds)
    return store.by_numbers(tx, found.numbers), found.truncated


def _known(tx: Tx, customer: str) -> Person:
    found = store.person(tx, customer)
    if found is None:
        raise Problem("This client is not on this tablet any more.")
    return found
