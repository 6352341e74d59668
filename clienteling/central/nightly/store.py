"""How far each chore has come; the only SQL about it."""

from __future__ import annotations

import sqlalchemy as sa

from clienteling.central.runtime.db import Tx, metadata, upsert

chore = sa.Table(
    "chore",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("night", sa.Text, nullable=False),
    # null once it is done
    sa.Column("place", sa.Text),
)


def begin(tx: Tx, names: list[str], night: str, place: str | None) -> None:
    """Begin those that are done and were not done this night; one that was never done before begins at `place`."""
    for name in names:
        row = upsert(tx, chore).values(name=name, night=night, place=place)
        over = sa.and_(chore.c.place.is_(None), chore.c.night < night)
        changed = {"night": night, "place": ""}
        tx.execute(row.on_conflict_do_update(index_elements=["name"], set_=changed, where=over))


def place(tx: Tx, name: str) -> str | None:
    """Where it goes on, locked until the end of the transaction; None when it is done."""
    mine = sa.select(chore.c.place).where(chore.c.name == name)
    found: str | None = tx.execute(mine.with_for_update()).scalar_one()
    return found


def keep_place(tx: Tx, name: str, place: str | None) -> None:
    """It has come that far."""
    tx.execute(sa.update(chore).where(chore.c.name == name).values(place=place))
