"""The table visit and its queries."""

from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.desktop.runtime.db import Tx, metadata
from clienteling.desktop.today.domain import Visit

visit = sa.Table(
    "visit",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("customer", sa.Text, nullable=False),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("started_at", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("zone", sa.Text, nullable=False),
    sa.Column("ended_at", sa.Text, nullable=False),
    sa.Index("visit_open", "store", "ended_at", "started_at"),
)


def save(tx: Tx, visits: Sequence[Visit]) -> None:
    """Write visits, new or known."""
    tx.execute(visit.insert().prefix_with("OR REPLACE"), [vars(one) for one in visits])


def remove(tx: Tx, ids: Sequence[str]) -> None:
    """Delete visits."""
    tx.execute(visit.delete().where(visit.c.id.in_(list(ids))))


def get(tx: Tx, id: str) -> Visit | None:
    """A visit by id."""
    row = tx.execute(sa.select(visit).where(visit.c.id == id)).mappings().first()
    return Visit(**row) if row else None


def running(tx: Tx, store: str) -> list[Visit]:
    """Visits to a store that did not end."""
    query = sa.select(visit).where(visit.c.store == store, visit.c.ended_at == "")
    return [Visit(**row) for row in tx.execute(query).mappings()]
