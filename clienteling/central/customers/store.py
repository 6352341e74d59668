"""Tables and queries of people, the keys they are found by and who looked at them; the only SQL about people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from clienteling.central.runtime.db import Big, Tx, insert_rows, metadata
from clienteling.contract.spelling import LAST, customer_keys, document

# Keys are compared byte by byte on both databases: a prefix is then a plain range of the primary key.
_Key = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")

customer = sa.Table(
    "customer",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("tenant", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("store", sa.Text, nullable=False, index=True),
    *(sa.Column(name, sa.Text, nullable=False, default="") for name in ("phone", "email", "loyalty", "tier")),
    sa.Column("owner", sa.Text),
    *(sa.Column(name, sa.Text, nullable=False, default="") for name in ("birthday", "since", "last_visit")),
    sa.Column("language", sa.Text, nullable=False, default="ko"),
    sa.Column("sizes", sa.JSON, nullable=False, default=dict),
    sa.Column("says", sa.JSON, nullable=False, default=list),
    sa.Column("consents", sa.JSON, nullable=False, default=dict),
    sa.Column("addresses", sa.JSON, nullable=False, default=list),
    sa.Column("spend", Big, nullable=False, default=0),
    sa.Column("currency", sa.Text, nullable=False, default="KRW"),
    sa.Column("path", sa.Text, nullable=False, default=""),
    sa.Column("gap", sa.Integer, nullable=False, default=0),
    sa.Column("versions", sa.JSON, nullable=False, default=dict),
)
customer_key = sa.Table(
    "customer_key",
    metadata,
    sa.Column("k", _Key, primary_key=True),
    sa.Column("x", _Key, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sqlite_with_rowid=False,
)
customer_doc = sa.Table(
    "customer_doc",
    metadata,
    sa.Column("num", Big, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("doc", sa.Text, nullable=False),
)
customer_twin = sa.Table(
    "customer_twin",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("other", sa.Text, primary_key=True),
)
TRIGRAMS = sa.Index(
    "ix_customer_doc_trigrams",
    customer_doc.c.doc,
    postgresql_using="gin",
    postgresql_ops={"doc": "gin_trgm_ops"},
).ddl_if(dialect="postgresql")
EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
TRIGRAM_TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS customer_tri USING "
    "fts5(doc, content='customer_doc', content_rowid='num', tokenize='trigram', detail='none')"
)
sa.event.listen(customer_doc, "before_create", sa.DDL(EXTENSION).execute_if(dialect="postgresql"))
sa.event.listen(customer_doc, "after_create", sa.DDL(TRIGRAM_TABLE).execute_if(dialect="sqlite"))

CANDIDATES = 1000
_KEY = ("k", "x", "id")
_IDS = 500
Row = dict[str, Any]
# part of every write about a person: built once
_ONE = sa.select(customer).where(customer.c.id == sa.bindparam("of"))
_LOCKED = _ONE.with_for_update()
_SOME = customer.c.id.in_(sa.bindparam("ids", expanding=True))
_MANY = sa.select(customer).where(_SOME)
_HOMES = sa.select(customer.c.id, customer.c.store).where(_SOME)


def one(tx: Tx, id: str, lock: bool = False) -> Row | None:
    """The person, locked for this transaction if she is to be changed."""
    row = tx.execute(_LOCKED if lock else _ONE, {"of": id}).mappings().first()
    return dict(row) if row else None


def many(tx: Tx, ids: Iterable[str]) -> dict[str, Row]:
    """The people by id, in no order; unknown ids are left out."""
    return {row["id"]: dict(row) for row in tx.execute(_MANY, {"ids": list(ids)}).mappings()}


def versions(tx: Tx, ids: Iterable[str]) -> dict[str, int]:
    """The version of each person."""
    query = sa.select(customer.c.id, customer.c.ver).where(customer.c.id.in_(list(ids)))
    return {row.id: row.ver for row in tx.execute(query)}


def homes(tx: Tx, ids: Iterable[str]) -> dict[str, str]:
    """The home store of each person."""
    wanted, found = list(dict.fromkeys(ids)), {}
    for at in range(0, len(wanted), _IDS):
        found.update({row.id: row.store for row in tx.execute(_HOMES, {"ids": wanted[at : at + _IDS]})})
    return found


def at_home(tx: Tx, stores: Iterable[str]) -> dict[str, str]:
    """The home store of each person who has one of these."""
    query = sa.select(customer.c.id, customer.c.store).where(customer.c.store.in_(list(stores)))
    return {row.id: row.store for row in tx.execute(query)}


def tenants(tx: Tx, ids: Iterable[str]) -> dict[str, str]:
    """Whose customer each person is."""
    query = sa.select(customer.c.id, customer.c.tenant).where(customer.c.id.in_(list(ids)))
    return {row.id: row.tenant for row in tx.execute(query)}


def some(tx: Tx, most: int) -> dict[str, list[str]]:
    """At most so many people of each tenant, the first by their ids."""
    found = {}
    for tenant in tx.execute(sa.select(customer.c.tenant).distinct()).scalars().all():
        query = sa.select(customer.c.id).where(customer.c.tenant == tenant).order_by(customer.c.id).limit(most)
        found[tenant] = list(tx.execute(query).scalars())
    return found


def unprofiled(tx: Tx, ids: Iterable[str] | None) -> set[str]:
    """Who of these people, or of all, has said no to being profiled."""
    query = sa.select(customer.c.id).where(_said("profiling", "false"))
    if ids is None:
        return set(tx.execute(query).scalars())
    wanted, found = list(dict.fromkeys(ids)), set()
    for at in range(0, len(wanted), _IDS):
        found.update(tx.execute(query.where(customer.c.id.in_(wanted[at : at + _IDS]))).scalars())
    return found


def reachable(tx: Tx, tenant: str, place: str | None, ways: Iterable[str]) -> set[str]:
    """Who allows one of the ways and has not said no to being profiled; of one home store, or of all."""
    allows = sa.or_(*(_said(way, "true") for way in ways))
    query = sa.select(customer.c.id).where(customer.c.tenant == tenant, allows, ~_said("profiling", "false"))
    return set(tx.execute(query if place is None else query.where(customer.c.store == place)).scalars())


def _said(purpose: str, said: str) -> sa.ColumnElement[bool]:
    """What somebody said to a consent; both databases keep JSON as it was written."""
    return sa.cast(customer.c.consents, sa.Text).like(f'%"{purpose}":{said}%')


def count(tx: Tx) -> int:
    """How many people there are."""
    return int(tx.execute(sa.select(sa.func.count()).select_from(customer)).scalar_one())


def stages(tx: Tx) -> dict[str, dict[str, int]]:
    """By home store, how many people have each path."""
    query = sa.select(customer.c.store, customer.c.path, sa.func.count()).group_by(customer.c.store, customer.c.path)
    found: dict[str, dict[str, int]] = {}
    for place, path, people in tx.execute(query):
        found.setdefault(place, {})[path] = people
    return found


def insert(tx: Tx, values: dict[str, Any]) -> None:
    """A new person with her keys."""
    tx.execute(sa.insert(customer).values(**values))
    spell(tx, values)


def update(tx: Tx, before: Row, values: dict[str, Any]) -> None:
    """Change a person, and her keys where what she is found by has changed."""
    tx.execute(sa.update(customer).where(customer.c.id == before["id"]).values(**values))
    if _spelled(before) != _spelled({**before, **values}):
        unspell(tx, before)
        spell(tx, {**before, **values})


def write_facts(tx: Tx, facts: dict[str, dict[str, Any]]) -> list[sa.Row[Any]]:
    """Write the same few columns of many people, none of which she is found by; id, version and home of each."""
    if not facts:
        return []
    names = next(iter(facts.values()))
    change = sa.update(customer).where(customer.c.id == sa.bindparam("_id"))
    change = change.values(ver=customer.c.ver + 1, **{name: sa.bindparam(f"_{name}") for name in names})
    rows = [{"_id": id} | {f"_{name}": value for name, value in values.items()} for id, values in facts.items()]
    tx.execute(change, rows)
    told = sa.select(customer.c.id, customer.c.ver, customer.c.store)
    ids = list(facts)
    return [
        row for at in range(0, len(ids), _IDS) for row in tx.execute(told.where(customer.c.id.in_(ids[at : at + _IDS])))
    ]


def spell(tx: Tx, person: Any) -> None:
    """Write the keys and the document of one person."""
    insert_rows(tx, customer_key, ("k", "x", "id"), [(k, x, person["id"]) for k, x in customer_keys(*_spelled(person))])
    doc = document(*_spelled(person))
    num = tx.execute(
        sa.insert(customer_doc).values(id=person["id"], doc=doc).returning(customer_doc.c.num)
    ).scalar_one()
    if tx.dialect.name == "sqlite":
        tx.exec_driver_sql("INSERT INTO customer_tri(rowid, doc) VALUES (?, ?)", (num, doc))


def unspell(tx: Tx, person: Any) -> None:
    """Take the keys and the document of one person away."""
    keys = [(k, x, person["id"]) for k, x in customer_keys(*_spelled(person))]
    tx.execute(sa.delete(customer_key).where(sa.tuple_(*customer_key.c).in_(keys)))
    gone = (
        sa.delete(customer_doc)
        .where(customer_doc.c.id == person["id"])
        .returning(customer_doc.c.num, customer_doc.c.doc)
    )
    row = tx.execute(gone).first()
    if row and tx.dialect.name == "sqlite":
        tx.exec_driver_sql("INSERT INTO customer_tri(customer_tri, rowid, doc) VALUES ('delete', ?, ?)", tuple(row))


def load(tx: Tx, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """New people in bulk, JSON already as text, with their keys and documents."""
    insert_rows(tx, customer, columns, rows)
    places = [columns.index(name) for name in ("id", "name", "phone", "email", "loyalty")]
    people = [[row[place] for place in places] for row in rows]
    insert_rows(
        tx, customer_key, ("k", "x", "id"), ((k, x, id) for id, *told in people for k, x in customer_keys(*told))
    )
    last = tx.execute(sa.select(sa.func.coalesce(sa.func.max(customer_doc.c.num), 0))).scalar_one()
    insert_rows(tx, customer_doc, ("id", "doc"), [(id, document(*told)) for id, *told in people])
    if tx.dialect.name == "sqlite":
        added = "INSERT INTO customer_tri(rowid, doc) SELECT num, doc FROM customer_doc WHERE num > ?"
        tx.exec_driver_sql(added, (last,))


def _spelled(person: Any) -> tuple[str, str, str, str]:
    return person["name"], person["phone"], person["email"], person["loyalty"]


def by_prefix(tx: Tx, prefix: str, limit: int) -> list[str]:
    """The people with a key that begins so, in the order of their keys."""
    k = customer_key.c.k
    query = sa.select(customer_key.c.id).where(k >= prefix, k < prefix + LAST).order_by(k).limit(limit)
    return list(tx.execute(query).scalars())


def by_initials(tx: Tx, key: str, lead: str, pattern: re.Pattern[str], limit: int) -> list[str]:
    """The people with these initials whose keystrokes match; names that only begin with them come after."""
    k, x = customer_key.c.k, customer_key.c.x
    query = sa.select(x, customer_key.c.id).where(k >= key, k < key + LAST, x >= lead, x < lead + LAST).order_by(k)
    rows = tx.execute(query.limit(CANDIDATES))
    return [row.id for row in rows if pattern.match(row.x)][:limit]


def by_infix(tx: Tx, needle: str, trigrams: list[str], limit: int) -> list[str]:
    """The people in whose document the needle stands anywhere; at most CANDIDATES are looked at on SQLite."""
    if tx.dialect.name == "postgresql":
        query = sa.select(customer_doc.c.id).where(customer_doc.c.doc.contains(needle, autoescape=True))
        return list(tx.execute(query.limit(limit)).scalars())
    match = " AND ".join('"' + gram.replace('"', '""') + '"' for gram in trigrams)
    rows = tx.exec_driver_sql(
        "SELECT d.id FROM (SELECT rowid FROM customer_tri WHERE customer_tri MATCH ? LIMIT ?) f "
        "CROSS JOIN customer_doc d ON d.num = f.rowid WHERE instr(d.doc, ?) > 0 LIMIT ?",
        (match, CANDIDATES, needle, limit),
    )
    return list(rows.scalars())


def documents(tx: Tx, ids: list[str]) -> dict[str, str]:
    """The normalised documents of people."""
    found: dict[str, str] = {}
    for at in range(0, len(ids), _IDS):
        query = sa.select(customer_doc.c.id, customer_doc.c.doc).where(customer_doc.c.id.in_(ids[at : at + _IDS]))
        found.update({row.id: row.doc for row in tx.execute(query)})
    return found


def with_key(tx: Tx, keys: list[str], tenant: str) -> list[str]:
    """The people of the tenant with exactly one of these keys."""
    query = sa.select(customer.c.id).join(customer_key, customer_key.c.id == customer.c.id)
    return list(tx.execute(query.where(customer_key.c.k.in_(keys), customer.c.tenant == tenant).distinct()).scalars())


def flag_twins(tx: Tx, id: str, others: list[str]) -> None:
    """Remember that these may be the same person."""
    insert_rows(tx, customer_twin, ("id", "other"), [(id, other) for other in others])
