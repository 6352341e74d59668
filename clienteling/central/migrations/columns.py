"""A short spelling of columns for the first revision, frozen: what was written with it must mean the same for ever."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

_TYPES: dict[str, Any] = {
    "text": sa.Text(),
    "key": sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
    "int": sa.Integer(),
    "big": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
    "serial": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
    "real": sa.Float(),
    "flag": sa.Boolean(create_constraint=False),
    "json": sa.JSON(),
    "blob": sa.LargeBinary(),
}


def table(
    name: str,
    columns: str,
    key: str,
    unique: tuple[str, ...] = (),
    index: tuple[str, ...] = (),
    refers: dict[str, str] | None = None,
    **options: Any,
) -> None:
    """Create a table: columns as in `id, ver int, customer?` (text where nothing is said, ? for may be null)."""
    rules: list[Any] = [sa.PrimaryKeyConstraint(*key.split(), name=f"pk_{name}")]
    rules += [sa.UniqueConstraint(*one.split(), name=_named("uq", name, one)) for one in unique]
    for column, other in (refers or {}).items():
        rules.append(sa.ForeignKeyConstraint([column], [f"{other}.id"], name=_named("fk", name, column)))
    op.create_table(name, *(_column(one) for one in columns.split(", ")), *rules, **options)
    for one in index:
        short, _, parts = one.rpartition(": ")
        op.create_index(_named("ix", name, short or parts), name, parts.split())


def _column(spelled: str) -> sa.Column[Any]:
    name, _, kind = spelled.removesuffix("?").partition(" ")
    return sa.Column(name, _TYPES[kind or "text"], nullable=spelled.endswith("?"), autoincrement=kind == "serial")


def _named(kind: str, table_name: str, columns: str) -> str:
    return "_".join((kind, table_name, *columns.split()))
