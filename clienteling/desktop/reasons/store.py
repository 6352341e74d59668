"""The table reasons: what central told each store of its reasons."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from clienteling.desktop.reasons.domain import Night, Reason, Report, Tally
from clienteling.desktop.runtime.db import Tx, metadata

reasons = sa.Table(
    "reasons",
    metadata,
    sa.Column("store", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("reasons", sa.JSON, nullable=False),
    sa.Column("way", sa.Text, nullable=False),
    sa.Column("since", sa.Text, nullable=False),
    sa.Column("nights", sa.JSON, nullable=False),
)


def save(tx: Tx, report: Report) -> None:
    """Write what a store is told over what it was told before."""
    tx.execute(reasons.insert().prefix_with("OR REPLACE").values(**asdict(report)))


def remove(tx: Tx, stores: Sequence[str]) -> None:
    """Forget what these stores were told."""
    tx.execute(reasons.delete().where(reasons.c.store.in_(list(stores))))


def get(tx: Tx, store: str) -> Report | None:
    """What a store was told last."""
    row = tx.execute(sa.select(reasons).where(reasons.c.store == store)).mappings().first()
    if row is None:
        return None
    told = tuple(_reason(one) for one in row["reasons"])
    nights = tuple(Night(**night) for night in row["nights"])
    return Report(row["store"], row["at"], told, row["way"], row["since"], nights)


def _reason(told: dict[str, Any]) -> Reason:
    tallies = {name: Tally(**told[name]) for name in ("lately", "before")}
    judged = Tally(**told["judged"]) if told["judged"] else None
    return Reason(**{**told, **tallies, "judged": judged})
