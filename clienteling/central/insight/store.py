"""The table of the nights in which central learned; the only SQL of insight."""

from __future__ import annotations

import sqlalchemy as sa

from clienteling.central.insight.domain_nights import Night
from clienteling.central.runtime.db import Tx, metadata

night = sa.Table(
    "night",
    metadata,
    sa.Column("at", sa.Text, primary_key=True),
    sa.Column("people", sa.Integer, nullable=False),
    *(sa.Column(name, sa.Float, nullable=False) for name in ("ours", "plain", "ours_new", "plain_new")),
    sa.Column("used", sa.Boolean(create_constraint=False), nullable=False),
)


def add(tx: Tx, told: Night) -> None:
    """One more night."""
    tx.execute(sa.insert(night).values(**told._asdict()))


def last(tx: Tx, most: int) -> list[Night]:
    """The last nights, newest first."""
    return [Night(*row) for row in tx.execute(sa.select(night).order_by(night.c.at.desc()).limit(most))]
