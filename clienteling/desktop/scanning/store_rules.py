"""What each store has said about codes that fit more than one thing, as rows; knows not what they mean."""

import sqlalchemy as sa

from clienteling.desktop.runtime.db import Tx, metadata
from clienteling.desktop.scanning.domain_asking import Rule

scan_rule = sa.Table(
    "scan_rule",
    metadata,
    sa.Column("store", sa.Text, primary_key=True),
    sa.Column("symbology", sa.Text, primary_key=True),
    sa.Column("length", sa.Integer, primary_key=True),
    sa.Column("prefix", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)


def rules(tx: Tx, store: str) -> list[Rule]:
    """The rules of a store, by what they begin with."""
    query = sa.select(*list(scan_rule.c)[1:]).where(scan_rule.c.store == store)
    return [Rule(*row) for row in tx.execute(query.order_by(scan_rule.c.prefix, scan_rule.c.length))]


def keep(tx: Tx, store: str, rule: Rule) -> None:
    """Write one down, in place of another about the same codes."""
    values = {"store": store, "symbology": rule.symbology, "length": rule.length}
    values |= {"prefix": rule.prefix, "kind": rule.kind}
    tx.execute(sa.insert(scan_rule).prefix_with("OR REPLACE").values(values))


def remove(tx: Tx, store: str, rule: Rule) -> None:
    """The store knows it no longer."""
    place = (
        (scan_rule.c.symbology, rule.symbology),
        (scan_rule.c.length, rule.length),
        (scan_rule.c.prefix, rule.prefix),
    )
    query = sa.delete(scan_rule).where(scan_rule.c.store == store)
    tx.execute(query.where(*[column == value for column, value in place]))
