"""The shop's places and its staff on this tablet: tables and queries; knows no screen and no contract."""

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from clienteling.desktop.runtime.db import Tx, metadata
from clienteling.desktop.signin.domain import Person, Tries

store = sa.Table(
    "store",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("name_ko", sa.Text, nullable=False),
    sa.Column("name_en", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("city", sa.Text, nullable=False),
)

staff = sa.Table(
    "staff",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("pin", sa.Text, nullable=False),
    sa.Column("badge", sa.Text, nullable=False),
)

device = sa.Table(
    "device",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("tenant", sa.Text, nullable=False),
)

attempts = sa.Table(
    "signin_attempts",
    metadata,
    sa.Column("staff", sa.Text, primary_key=True),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("until", sa.Text, nullable=False),
)


class Place(NamedTuple):
    """A shop, the warehouse or the online shop; `kind` is store, warehouse or online."""

    name_ko: str
    name_en: str
    kind: str


def locations(tx: Tx) -> dict[str, Place]:
    """Every place by its id."""
    rows = tx.execute(sa.select(store).order_by(store.c.code))
    return {row.id: Place(row.name_ko, row.name_en, row.kind) for row in rows}


def staff_names(tx: Tx) -> dict[str, str]:
    """Everybody's name by id."""
    return {row.id: row.name for row in tx.execute(sa.select(staff.c.id, staff.c.name))}


def save(tx: Tx, table: sa.Table, rows: Sequence[dict[str, str]]) -> None:
    """Write whole rows over what stood there."""
    if rows:
        tx.execute(sa.insert(table).prefix_with("OR REPLACE"), list(rows))


def delete(tx: Tx, table: sa.Table, ids: Sequence[str]) -> None:
    """Take rows away."""
    tx.execute(sa.delete(table).where(table.c.id.in_(ids)))


def team(tx: Tx, of_store: str) -> list[Person]:
    """Who works in a store: associates first, by name."""
    query = sa.select(staff).where(staff.c.store == of_store).order_by(staff.c.role, staff.c.name)
    return [Person(row.id, row.name, row.role, row.store, row.pin) for row in tx.execute(query)]


def person(tx: Tx, id: str) -> Person | None:
    """One member of staff, or None."""
    row = tx.execute(sa.select(staff).where(staff.c.id == id)).first()
    return Person(row.id, row.name, row.role, row.store, row.pin) if row else None


def bearer(tx: Tx, badge: str) -> Person | None:
    """Whose badge this is; the case of its letters does not matter."""
    row = tx.execute(sa.select(staff.c.id).where(sa.func.upper(staff.c.badge) == badge.upper())).first()
    return person(tx, row.id) if row else None


def currency_of(tx: Tx, id: str) -> str:
    """The currency of a store; won where it is not known yet."""
    return tx.execute(sa.select(store.c.currency).where(store.c.id == id)).scalar() or "KRW"


def tries(tx: Tx, of_staff: str) -> Tries:
    """How often a wrong PIN was given lately, and until when the next must wait."""
    row = tx.execute(sa.select(attempts).where(attempts.c.staff == of_staff)).first()
    return Tries(row.failures, row.until) if row else Tries()


def keep_tries(tx: Tx, of_staff: str, now_are: Tries) -> None:
    """Write the count of wrong PINs over what stood there."""
    values = {"staff": of_staff, "failures": now_are.failures, "until": now_are.until}
    tx.execute(sa.insert(attempts).prefix_with("OR REPLACE").values(values))


def this_device(tx: Tx) -> dict[str, str]:
    """What central said of this tablet; empty before its first contact."""
    row = tx.execute(sa.select(device)).first()
    return dict(row._mapping) if row else {}


def keep_device(tx: Tx, fields: dict[str, str]) -> None:
    """Keep what central says of this tablet."""
    tx.execute(sa.delete(device))
    tx.execute(sa.insert(device).values(fields))
