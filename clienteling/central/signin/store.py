"""Stores, staff and devices: the tables and their queries."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from clienteling.central.runtime.db import Row, Tx, metadata

store = sa.Table(
    "store",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("tenant", sa.Text, nullable=False, index=True),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("name_ko", sa.Text, nullable=False),
    sa.Column("name_en", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("city", sa.Text, nullable=False),
    sa.UniqueConstraint("tenant", "code"),
)
staff = sa.Table(
    "staff",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("store", sa.Text, sa.ForeignKey("store.id"), nullable=False),
    sa.Column("pin", sa.Text, nullable=False),
    sa.Column("badge", sa.Text, nullable=False),
)
device = sa.Table(
    "device",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("store", sa.Text, sa.ForeignKey("store.id"), nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("tenant", sa.Text, nullable=False),
    sa.Column("token_sha256", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("revoked", sa.Boolean(create_constraint=False), nullable=False),
    sa.UniqueConstraint("tenant", "code"),
)
device_key = sa.Table(
    "device_key",
    metadata,
    sa.Column("device", sa.Text, sa.ForeignKey("device.id"), primary_key=True),
    sa.Column("key", sa.LargeBinary, nullable=False),
    sa.Column("made_at", sa.Text, nullable=False),
)
# asked in every request: built once
_BY_DIGEST = sa.select(device).where(device.c.token_sha256 == sa.bindparam("digest"), ~device.c.revoked)
_LOCATIONS = sa.select(store.c.id).where(store.c.tenant == sa.bindparam("tenant")).order_by(store.c.code)
_STAFF_OF = (
    sa.select(staff.c.role, staff.c.store, store.c.tenant)
    .join(store, store.c.id == staff.c.store)
    .where(staff.c.id == sa.bindparam("staff"))
)


def stores(tx: Tx, ids: list[str]) -> list[Row]:
    """The stores of these ids."""
    return list(tx.execute(sa.select(store).where(store.c.id.in_(ids))).all())


def staff_members(tx: Tx, ids: list[str]) -> list[Row]:
    """The staff of these ids."""
    return list(tx.execute(sa.select(staff).where(staff.c.id.in_(ids))).all())


def store_by(tx: Tx, id_or_code: str) -> Row | None:
    """The store of that id, or the first of that code."""
    named = sa.or_(store.c.id == id_or_code, store.c.code == id_or_code)
    return tx.execute(sa.select(store).where(named).order_by(store.c.id)).first()


def locations(tx: Tx, tenant: str) -> list[str]:
    """The ids of a tenant's stores, warehouses and online shops."""
    return list(tx.execute(_LOCATIONS, {"tenant": tenant}).scalars())


def kinds(tx: Tx, tenant: str) -> dict[str, str]:
    """The kind of each of a tenant's locations."""
    rows = tx.execute(sa.select(store.c.id, store.c.kind).where(store.c.tenant == tenant))
    return {row.id: row.kind for row in rows}


def next_store(tx: Tx, id: str) -> str | None:
    """The store after this one, where people are served."""
    later = sa.and_(store.c.id > id, store.c.kind == "store")
    return tx.execute(sa.select(sa.func.min(store.c.id)).where(later)).scalar()


def names(tx: Tx, ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """The Korean and the English name of each of these stores."""
    rows = tx.execute(sa.select(store.c.id, store.c.name_ko, store.c.name_en).where(store.c.id.in_(ids)))
    return {row.id: (row.name_ko, row.name_en) for row in rows}


def staff_of(tx: Tx, id: str) -> Row | None:
    """Who has that staff id: role, store, and the store's tenant."""
    return tx.execute(_STAFF_OF, {"staff": id}).one_or_none()


def device_by_digest(tx: Tx, digest: str) -> Row | None:
    """The device whose token has that SHA-256, unless it was revoked."""
    return tx.execute(_BY_DIGEST, {"digest": digest}).one_or_none()


def device_of(tx: Tx, id: str) -> Row:
    """The device of that id."""
    return tx.execute(sa.select(device).where(device.c.id == id)).one()


def devices_of(tx: Tx, store_id: str) -> int:
    """How many devices a store has had."""
    counted = sa.select(sa.func.count()).select_from(device).where(device.c.store == store_id)
    return int(tx.execute(counted).scalar_one())


def lock(tx: Tx, store_id: str) -> None:
    """Let nobody else change what hangs on this store until the end of the transaction."""
    tx.execute(sa.select(store.c.id).where(store.c.id == store_id).with_for_update())


def codes(tx: Tx, tenant: str) -> set[str]:
    """The codes that the tenant's devices have, or had before they were revoked."""
    return set(tx.execute(sa.select(device.c.code).where(device.c.tenant == tenant)).scalars())


def any_store(tx: Tx) -> bool:
    """Whether there is one at all."""
    return tx.execute(sa.select(store.c.id).limit(1)).first() is not None


def add_device(tx: Tx, **row: Any) -> None:
    """One more device."""
    tx.execute(sa.insert(device).values(**row))


def key_of(tx: Tx, device: str) -> bytes | None:
    """The key of a device's local store, if central keeps it."""
    return tx.execute(sa.select(device_key.c.key).where(device_key.c.device == device)).scalar_one_or_none()


def keep_key(tx: Tx, device: str, key: bytes, made_at: str) -> None:
    """Keep the key of a device's local store."""
    tx.execute(sa.insert(device_key).values(device=device, key=key, made_at=made_at))


def revoke(tx: Tx, id: str) -> None:
    """The device's token is worth nothing from now on."""
    tx.execute(sa.update(device).where(device.c.id == id).values(revoked=True))
