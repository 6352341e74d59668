"""The tables customer and customer_seen and their queries; the keys people are found by are in store_index.py."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from clienteling.contract.spelling import document
from clienteling.desktop.customers import store_index as index
from clienteling.desktop.customers.domain import Address, Person
from clienteling.desktop.runtime.db import Tx, metadata, touched

_TEXTS = ("name", "store", "phone", "email", "loyalty", "tier", "birthday", "since", "last_visit", "language")
_JSONS = ("sizes", "says", "consents", "addresses")

customer = sa.Table(
    "customer",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("ver", sa.Integer, nullable=False),
    *(sa.Column(name, sa.Text, nullable=False) for name in _TEXTS),
    sa.Column("owner", sa.Text),
    *(sa.Column(name, sa.JSON, nullable=False) for name in _JSONS),
    sa.Column("spend", sa.Integer, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("doc", sa.Text, nullable=False),
    sa.Index("customer_owner", "owner", "last_visit"),
    sa.Index("customer_store", "store", "last_visit"),
    sa.Index("customer_visit", "last_visit"),
    sa.Index("customer_loyalty", "loyalty"),
)
sa.event.listen(customer, "after_create", lambda _table, tx, **_options: index.create_search_tables(tx))
sa.event.listen(customer, "before_drop", lambda _table, tx, **_options: index.drop_search_tables(tx))

customer_seen = sa.Table(
    "customer_seen",
    metadata,
    sa.Column("customer", sa.Text, primary_key=True),
    sa.Column("opened_at", sa.Text, nullable=False, default=""),
    sa.Column("fetched_at", sa.Text, nullable=False, default=""),
    sa.Index("customer_seen_opened", "opened_at"),
)


# part of every change of a person: built once
_ONE = sa.select(customer).where(customer.c.id == sa.bindparam("of"))
_FINDABLE = (customer.c.n, customer.c.id, customer.c.name, customer.c.phone, customer.c.email, customer.c.loyalty)
_KNOWN = sa.select(*_FINDABLE).where(customer.c.id.in_(sa.bindparam("ids", expanding=True)))
_UPDATE = customer.update().where(customer.c.n == sa.bindparam("of"))


def _person(row: Any) -> Person:
    fields = {name: row[name] for name in (*_TEXTS, "id", "ver", "owner", "spend", "currency", "path")}
    return Person(
        **fields,
        sizes=row["sizes"],
        says=tuple(row["says"]),
        consents=row["consents"],
        addresses=tuple(Address(**address) for address in row["addresses"]),
    )


def _values(person: Person) -> dict[str, Any]:
    values = {name: getattr(person, name) for name in (*_TEXTS, "id", "ver", "owner", "spend", "currency", "path")}
    return values | {
        "sizes": dict(person.sizes),
        "says": list(person.says),
        "consents": dict(person.consents),
        "addresses": [vars(address) for address in person.addresses],
        "doc": document(*_findable(person)),
    }


def _findable(person: Any) -> tuple[str, str, str, str]:
    return person.name, person.phone, person.email, person.loyalty


def save(tx: Tx, people: Sequence[Person]) -> None:
    """Write people, new or known; their keys only where name, phone, e-mail or loyalty number changed."""
    before = {row.id: row for row in tx.execute(_KNOWN, {"ids": [person.id for person in people]})}
    _insert(tx, [person for person in people if person.id not in before])
    for person in people:
        if person.id in before:
            _update(tx, before[person.id], person)
    index.tune(tx)


def _insert(tx: Tx, people: Sequence[Person]) -> None:
    """All at once and with their own row numbers: one by one, a first load takes seven times as long."""
    last = tx.execute(sa.select(sa.func.coalesce(sa.func.max(customer.c.n), 0))).scalar_one()
    numbered = list(enumerate(people, last + 1))
    if numbered:
        tx.execute(customer.insert(), [{"n": n} | _values(person) for n, person in numbered])
        index.add(tx, [(n, *_findable(person)) for n, person in numbered])


def _update(tx: Tx, old: Any, person: Person) -> None:
    tx.execute(_UPDATE, {"of": old.n, **_values(person)})
    if _findable(old) != _findable(person):
        index.remove(tx, old.n, *_findable(old))
        index.add(tx, [(old.n, *_findable(person))])


def remove(tx: Tx, ids: Sequence[str]) -> None:
    """Delete people and their keys."""
    for row in tx.execute(sa.select(customer).where(customer.c.id.in_(list(ids)))).all():
        index.remove(tx, row.n, *_findable(row))
    tx.execute(customer.delete().where(customer.c.id.in_(list(ids))))
    tx.execute(customer_seen.delete().where(customer_seen.c.customer.in_(list(ids))))


def person(tx: Tx, id: str) -> Person | None:
    """A person by id."""
    row = tx.execute(_ONE, {"of": id}).mappings().first()
    return _person(row) if row else None


def people(tx: Tx, ids: Iterable[str]) -> dict[str, Person]:
    """Those of the people that are on this device, by id."""
    rows = tx.execute(sa.select(customer).where(customer.c.id.in_(list(ids)))).mappings()
    return {row["id"]: _person(row) for row in rows}


def by_numbers(tx: Tx, numbers: Sequence[int]) -> list[Person]:
    """People by row number, in the order asked."""
    rows = tx.execute(sa.select(customer).where(customer.c.n.in_(numbers))).mappings()
    found = {row["n"]: _person(row) for row in rows}
    return [found[n] for n in numbers if n in found]


def by_loyalty(tx: Tx, code: str) -> str | None:
    """Whose loyalty number it is."""
    return tx.execute(sa.select(customer.c.id).where(customer.c.loyalty == code)).scalar()


def listed(tx: Tx, owner: str, store: str, offset: int, limit: int) -> list[Person]:
    """A page of people of an owner or a store (empty: all), those seen last first."""
    query = sa.select(customer)
    if owner:
        query = query.where(customer.c.owner == owner)
    if store:
        query = query.where(customer.c.store == store)
    query = query.order_by(customer.c.last_visit.desc(), customer.c.n.desc()).offset(offset).limit(limit)
    return [_person(row) for row in tx.execute(query).mappings()]


def recent(tx: Tx, limit: int) -> list[Person]:
    """The people opened last on this device."""
    query = sa.select(customer).join(customer_seen, customer_seen.c.customer == customer.c.id)
    query = query.where(customer_seen.c.opened_at > "").order_by(customer_seen.c.opened_at.desc()).limit(limit)
    return [_person(row) for row in tx.execute(query).mappings()]


def note_seen(tx: Tx, id: str, what: str, at: str) -> None:
    """Note that a person was opened (`opened_at`) or fetched (`fetched_at`) here."""
    if not tx.execute(customer_seen.update().where(customer_seen.c.customer == id).values({what: at})).rowcount:
        tx.execute(customer_seen.insert().values({"customer": id, "opened_at": "", "fetched_at": "", what: at}))
    touched(tx, "customer_seen")


def of_owner(tx: Tx, owner: str) -> list[Person]:
    """Everybody whose client book is this person's."""
    return [_person(row) for row in tx.execute(sa.select(customer).where(customer.c.owner == owner)).mappings()]
