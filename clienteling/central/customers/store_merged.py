"""Who has become whom, and who may be the same: the tables beside the people and their queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import sqlalchemy as sa

from clienteling.central.customers.store import customer, customer_twin
from clienteling.central.runtime.db import Tx, metadata

customer_merged = sa.Table(
    "customer_merged",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("cart", sa.Text, nullable=False, index=True),
    sa.Column("into", sa.Text, nullable=False, index=True),
)
# asked in every write about a person: built once
_IDS = sa.bindparam("ids", expanding=True)
_INTO = sa.select(customer_merged.c.into).where(customer_merged.c.id == sa.bindparam("one"))
_OWNER_OF = sa.select(customer_merged.c.into).where(customer_merged.c.cart == sa.bindparam("of"))
_BECAME = sa.select(customer_merged).where(customer_merged.c.into.in_(_IDS)).order_by(customer_merged.c.id)
_TWINS = sa.select(customer_twin).where(customer_twin.c.id.in_(_IDS)).order_by(customer_twin.c.other)


def keep(tx: Tx, id: str, cart: str, into: str) -> None:
    """She has become somebody; whoever had become her before goes along."""
    tx.execute(sa.update(customer_merged).where(customer_merged.c.into == id).values(into=into))
    tx.execute(sa.insert(customer_merged).values(id=id, cart=cart, into=into))


def into(tx: Tx, id: str) -> str | None:
    """Whom somebody has become."""
    return tx.execute(_INTO, {"one": id}).scalar()


def owner_of(tx: Tx, cart: str) -> str | None:
    """Whom the one has become whose cart this was."""
    return tx.execute(_OWNER_OF, {"of": cart}).scalar()


def became(tx: Tx, ids: Collection[str]) -> dict[str, list[str]]:
    """Those who have become each of these people."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in tx.execute(_BECAME, {"ids": list(ids)}):
        found[row.into].append(row.id)
    return found


def twins(tx: Tx, ids: Collection[str]) -> dict[str, list[str]]:
    """Those who may be the same as each of these people."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in tx.execute(_TWINS, {"ids": list(ids)}):
        found[row.id].append(row.other)
    return found


def part(tx: Tx, id: str, other: str) -> None:
    """These two are not the same."""
    for one, two in ((id, other), (other, id)):
        tx.execute(sa.delete(customer_twin).where(customer_twin.c.id == one, customer_twin.c.other == two))


def leave(tx: Tx, id: str) -> list[str]:
    """She is nobody's twin any more; whose she was."""
    mine = sa.or_(customer_twin.c.id == id, customer_twin.c.other == id)
    gone = tx.execute(sa.delete(customer_twin).where(mine).returning(customer_twin.c.id, customer_twin.c.other)).all()
    return sorted({row.id for row in gone} - {id})


def remove(tx: Tx, id: str) -> None:
    """She is gone; what she was found by goes before."""
    tx.execute(sa.delete(customer).where(customer.c.id == id))
