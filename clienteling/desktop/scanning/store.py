"""The scanners and cameras this tablet knows as rows; knows not how they read."""

import sqlalchemy as sa

from clienteling.desktop.runtime.db import Tx, metadata
from clienteling.desktop.scanning.profile import Kind, Scanner

scanner = sa.Table(
    "scanner",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("chosen", sa.Boolean, nullable=False),
    sa.Column("profile", sa.JSON, nullable=False),
)


def every(tx: Tx) -> list[Scanner]:
    """All of them, by name."""
    rows = tx.execute(sa.select(scanner).order_by(scanner.c.name, scanner.c.id))
    return [Scanner(row.id, row.kind, row.name, row.chosen, row.profile) for row in rows]


def keep(tx: Tx, one: Scanner) -> None:
    """Write one down, in place of what was known of it."""
    values = {"id": one.id, "kind": one.kind, "name": one.name, "chosen": one.chosen, "profile": one.profile}
    tx.execute(sa.insert(scanner).prefix_with("OR REPLACE").values(values))


def choose(tx: Tx, kind: Kind, chosen: str) -> None:
    """Use this one of its kind, and none with an empty id."""
    tx.execute(sa.update(scanner).where(scanner.c.kind == kind).values(chosen=scanner.c.id == chosen))


def remove(tx: Tx, gone: str) -> None:
    """Know it no longer."""
    tx.execute(sa.delete(scanner).where(scanner.c.id == gone))
