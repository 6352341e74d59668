"""The table of visits and its queries."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from clienteling.central.runtime.db import Tx, metadata

visit = sa.Table(
    "visit",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("customer", sa.Text, nullable=False),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("started_at", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("zone", sa.Text, nullable=False),
    sa.Column("ended_at", sa.Text, nullable=False),
    sa.Index("ix_visit_customer_store", "customer", "store"),
)
Row = dict[str, Any]


def one(tx: Tx, id: str) -> Row | None:
    """The visit, locked."""
    row = tx.execute(sa.select(visit).where(visit.c.id == id).with_for_update()).mappings().first()
    return dict(row) if row else None


def going_on(tx: Tx, customer: str, place: str) -> list[Row]:
    """Her visits to a store that nobody has ended."""
    mine = sa.and_(visit.c.customer == customer, visit.c.store == place, visit.c.ended_at == "")
    return [dict(row) for row in tx.execute(sa.select(visit).where(mine)).mappings()]


def move(tx: Tx, customer: str, into: str) -> list[sa.Row[Any]]:
    """All visits of a person are another's."""
    changed = sa.update(visit).where(visit.c.customer == customer).values(customer=into, ver=visit.c.ver + 1)
    return list(tx.execute(changed.returning(visit.c.id, visit.c.ver, visit.c.store)).all())


def insert(tx: Tx, values: Row) -> None:
    """A new visit."""
    tx.execute(sa.insert(visit).values(**values))


def end(tx: Tx, id: str, ver: int, at: str) -> None:
    """The visit is over."""
    tx.execute(sa.update(visit).where(visit.c.id == id).values(ver=ver, ended_at=at))


def many(tx: Tx, ids: list[str]) -> dict[str, Row]:
    """The visits by id."""
    rows = tx.execute(sa.select(visit).where(visit.c.id.in_(ids))).mappings()
    return {row["id"]: dict(row) for row in rows}
