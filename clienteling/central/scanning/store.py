"""The table of what stores have said about codes, and its queries."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from clienteling.central.runtime.db import Tx, metadata, upsert

code_rule = sa.Table(
    "code_rule",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("symbology", sa.Text, nullable=False),
    sa.Column("length", sa.Integer, nullable=False),
    sa.Column("prefix", sa.Text, nullable=False),
    # empty once it is taken back
    sa.Column("kind", sa.Text, nullable=False),
)
Row = dict[str, Any]


def save(tx: Tx, values: Row) -> int:
    """Write a rule, in place of what stood there; its version now."""
    row = upsert(tx, code_rule).values(**values, ver=1)
    over = {"kind": values["kind"], "ver": code_rule.c.ver + 1}
    saved = row.on_conflict_do_update(index_elements=["id"], set_=over).returning(code_rule.c.ver)
    return int(tx.execute(saved).scalar_one())


def take_back(tx: Tx, id: str, place: str) -> int | None:
    """The rule of a store says nothing any more; its version now, None where there is none."""
    mine = sa.update(code_rule).where(code_rule.c.id == id, code_rule.c.store == place)
    changed = mine.values(kind="", ver=code_rule.c.ver + 1).returning(code_rule.c.ver)
    return tx.execute(changed).scalar()


def many(tx: Tx, ids: list[str]) -> list[Row]:
    """The rules by id, without their versions."""
    columns = [column for column in code_rule.c if column is not code_rule.c.ver]
    return [dict(row) for row in tx.execute(sa.select(*columns).where(code_rule.c.id.in_(ids))).mappings()]
