"""Tables and queries of suggestions: the lists, what feeds them and what was refused; the only SQL about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa

from clienteling.central.runtime.db import Tx, insert_rows, metadata, upsert

suggestions = sa.Table(
    "suggestions",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("items", sa.JSON, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False, server_default=""),
    sa.Column("refused", sa.JSON, nullable=False, server_default="[]"),
)
refused = sa.Table(
    "refused",
    metadata,
    sa.Column("customer", sa.Text, primary_key=True),
    sa.Column("product", sa.Text, primary_key=True),
)
interest = sa.Table(
    "interest",
    metadata,
    sa.Column("customer", sa.Text, primary_key=True),
    sa.Column("variant", sa.Text, primary_key=True),
    sa.Column("what", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
)
companion = sa.Table(
    "companion",
    metadata,
    sa.Column("product", sa.Text, primary_key=True),
    sa.Column("other", sa.Text, primary_key=True),
    sa.Column("strength", sa.Float, nullable=False),
)
popular = sa.Table(
    "popular",
    metadata,
    sa.Column("store", sa.Text, primary_key=True),
    sa.Column("product", sa.Text, primary_key=True),
    sa.Column("times", sa.Integer, nullable=False),
)
suggestion_clock = sa.Table(
    "suggestion_clock",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("built_at", sa.Text, nullable=False),
    sa.Column("as_of", sa.Text, nullable=False),
)
suggestion_due = sa.Table(
    "suggestion_due",
    metadata,
    sa.Column("customer", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Index("ix_suggestion_due_at", "at", "customer"),
)
_IDS = 500
Row = dict[str, Any]
Wanted = list[tuple[str, str, str]]


def many(tx: Tx, ids: Iterable[str]) -> dict[str, Row]:
    """The lists by person."""
    rows = tx.execute(sa.select(suggestions).where(suggestions.c.id.in_(list(ids)))).mappings()
    return {row["id"]: dict(row) for row in rows}


def write(tx: Tx, id: str, at: str, told: Row) -> int:
    """Her list as it is now (items, made_by, refused); its version."""
    row = upsert(tx, suggestions).values(id=id, ver=1, at=at, **told)
    changed = {name: row.excluded[name] for name in ("at", *told)}
    row = row.on_conflict_do_update(index_elements=["id"], set_={"ver": suggestions.c.ver + 1, **changed})
    return int(tx.execute(row.returning(suggestions.c.ver)).scalar_one())


def versions(tx: Tx) -> dict[str, int]:
    """The version of every list."""
    return {row.id: row.ver for row in tx.execute(sa.select(suggestions.c.id, suggestions.c.ver))}


def replace(tx: Tx, rows: Iterable[tuple[str, int, str, str, str, str]]) -> None:
    """All lists anew: (id, ver, at, items as JSON text, made_by, refused as JSON text)."""
    tx.execute(sa.delete(suggestions))
    insert_rows(tx, suggestions, ("id", "ver", "at", "items", "made_by", "refused"), rows)


def make_due(tx: Tx, customer: str, at: str) -> None:
    """Her list is to be made anew; who is due already stays in her place.

    The row is written even then: whoever works it off meanwhile waits for this transaction and sees what it did.
    """
    row = upsert(tx, suggestion_due).values(customer=customer, at=at)
    tx.execute(row.on_conflict_do_update(index_elements=["customer"], set_={"at": suggestion_due.c.at}))


def take_due(tx: Tx) -> str | None:
    """Who has been due longest and is not being worked on, no longer due now; None where nobody is."""
    first = sa.select(suggestion_due.c.customer).order_by(suggestion_due.c.at, suggestion_due.c.customer).limit(1)
    customer: str | None = tx.execute(first.with_for_update(skip_locked=True)).scalar()
    tx.execute(sa.delete(suggestion_due).where(suggestion_due.c.customer == customer))
    return customer


def after(tx: Tx, id: str, limit: int) -> list[str]:
    """The next people who have a list, in the order of their ids."""
    query = sa.select(suggestions.c.id).where(suggestions.c.id > id).order_by(suggestions.c.id).limit(limit)
    return list(tx.execute(query).scalars())


def refuse(tx: Tx, customer: str, product: str) -> None:
    """Not for her, never again."""
    tx.execute(upsert(tx, refused).values(customer=customer, product=product).on_conflict_do_nothing())


def move(tx: Tx, customer: str, into: str) -> int | None:
    """What a person refused and looked at counts for another; the version of the list she had, which is gone."""
    for table in (refused, interest):
        rows = tx.execute(sa.delete(table).where(table.c.customer == customer).returning(*table.c)).mappings().all()
        for row in rows:
            tx.execute(upsert(tx, table).values({**row, "customer": into}).on_conflict_do_nothing())
    tx.execute(sa.delete(suggestion_due).where(suggestion_due.c.customer == customer))
    gone = sa.delete(suggestions).where(suggestions.c.id == customer).returning(suggestions.c.ver)
    return tx.execute(gone).scalar()


def readmit(tx: Tx, customer: str, product: str) -> None:
    """It was not refused after all."""
    tx.execute(sa.delete(refused).where(refused.c.customer == customer, refused.c.product == product))


def refusals(tx: Tx, people: Collection[str] | None = None) -> dict[str, set[str]]:
    """What was refused by person, of all or of some."""
    found: dict[str, set[str]] = defaultdict(set)
    query = sa.select(refused)
    for row in tx.execute(query if people is None else query.where(refused.c.customer.in_(people))):
        found[row.customer].add(row.product)
    return found


def refusers(tx: Tx, product: str) -> set[str]:
    """Who refused a product."""
    return set(tx.execute(sa.select(refused.c.customer).where(refused.c.product == product)).scalars())


def add_interests(tx: Tx, rows: list[tuple[str, str, str, str]]) -> None:
    """(customer, variant, what, at): what somebody looked at or saved, the latest time of each."""
    latest: dict[tuple[str, str, str], str] = {}
    for customer, variant, what, at in rows:
        latest[customer, variant, what] = max(at, latest.get((customer, variant, what), ""))
    told = [{"customer": one[0], "variant": one[1], "what": one[2], "at": at} for one, at in latest.items()]
    row = upsert(tx, interest)
    newer = sa.case((row.excluded.at > interest.c.at, row.excluded.at), else_=interest.c.at)
    if told:
        tx.execute(row.on_conflict_do_update(index_elements=["customer", "variant", "what"], set_={"at": newer}), told)


def interests(tx: Tx, since: str, people: Collection[str] | None = None) -> dict[str, Wanted]:
    """(variant, what, at) since then, by person, of all or of some."""
    found: dict[str, Wanted] = defaultdict(list)
    query = sa.select(interest).where(interest.c.at >= since)
    for row in tx.execute(query if people is None else query.where(interest.c.customer.in_(people))):
        found[row.customer].append((row.variant, row.what, row.at))
    return found


def replace_companions(tx: Tx, rows: Iterable[tuple[str, str, float]], products: Collection[str] | None = None) -> None:
    """The companions of all or of some products anew: (product, other, strength)."""
    gone = sa.delete(companion)
    tx.execute(gone if products is None else gone.where(companion.c.product.in_(products)))
    insert_rows(tx, companion, ("product", "other", "strength"), rows)


def companions(tx: Tx, products: Iterable[str]) -> dict[str, list[tuple[str, float]]]:
    """The companions of these products, strongest first."""
    wanted, found = sorted(set(products)), defaultdict(list)
    for at in range(0, len(wanted), _IDS):
        query = sa.select(companion).where(companion.c.product.in_(wanted[at : at + _IDS]))
        for row in tx.execute(query.order_by(companion.c.strength.desc(), companion.c.other)):
            found[row.product].append((row.other, row.strength))
    return found


def replace_popular(tx: Tx, rows: Iterable[tuple[str, str, int]]) -> None:
    """What sells in each store anew: (store, product, times)."""
    tx.execute(sa.delete(popular))
    insert_rows(tx, popular, ("store", "product", "times"), rows)


def popular_in(tx: Tx, stores: Collection[str]) -> dict[str, list[tuple[str, int]]]:
    """(product, times) by store, the most often bought first."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    query = sa.select(popular).where(popular.c.store.in_(stores)).order_by(popular.c.times.desc(), popular.c.product)
    for row in tx.execute(query):
        found[row.store].append((row.product, row.times))
    return found


def clock(tx: Tx) -> tuple[str, str] | None:
    """When the lists were built, and which moment of the shop that was."""
    row = tx.execute(sa.select(suggestion_clock)).first()
    return (row.built_at, row.as_of) if row else None


def set_clock(tx: Tx, built_at: str, as_of: str) -> None:
    """The lists were built then, as of that moment of the shop."""
    tx.execute(sa.delete(suggestion_clock))
    tx.execute(sa.insert(suggestion_clock).values(id=1, built_at=built_at, as_of=as_of))
