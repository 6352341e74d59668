"""What can be done with people who stand there twice: compare, make one of two, tell them apart, follow."""

from collections.abc import Collection

from clienteling.desktop.customers import store, wire
from clienteling.desktop.customers.domain import COMPARED, Person
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem


def twins(tx: Tx, customer: str) -> list[str]:
    """The ids of those who may be the same person; they need not be on this tablet."""
    return wire.twins(tx, customer)


def led_to(tx: Tx, customer: str) -> str | None:
    """Whom somebody has become who is not on this tablet any more."""
    return wire.led_to(tx, customer)


def differing(kept: Person, other: Person) -> list[str]:
    """The fields in which both say something, and not the same."""
    pairs = {field: (getattr(kept, field), getattr(other, field)) for field in COMPARED}
    return [field for field, (mine, theirs) in pairs.items() if mine and theirs and mine != theirs]


def merge(tx: Tx, customer: str, other: str, staff: str, fields: Collection[str]) -> None:
    """Make one of two: `customer` stays, with what the other says in these fields; of consents the strictest counts.

    What the other says where she says nothing comes along by itself. Raises Problem where one is not here any more.
    """
    kept, gone = store.person(tx, customer), store.person(tx, other)
    if kept is None or gone is None:
        raise Problem("This client is not on this tablet any more.")
    chosen = {field: getattr(gone, field) for field in differing(kept, gone) if field in fields}
    wire.tell(tx, wire.merged(kept, gone, chosen, staff))


def tell_apart(tx: Tx, customer: str, other: str, staff: str) -> None:
    """They only look the same; nobody is asked again. Raises Problem where she is not here any more."""
    person = store.person(tx, customer)
    if person is None:
        raise Problem("This client is not on this tablet any more.")
    wire.tell(tx, wire.told_apart(person, other, staff))
