"""What each store has said about codes that fit more than one thing, as rows; knows not what they mean."""

from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.desktop.runtime.db import Tx, metadata
from clienteling.desktop.scanning.domain_asking import Rule

code_rule = sa.Table(
    "code_rule",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("symbology", sa.Text, nullable=False),
    sa.Column("length", sa.Integer, nullable=False),
    sa.Column("prefix", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
)


def rules(tx: Tx, store: str) -> list[Rule]:
    """The rules of a store, by what they begin with."""
    query = sa.select(*list(code_rule.c)[2:]).where(code_rule.c.store == store)
    return [Rule(*row) for row in tx.execute(query.order_by(code_rule.c.prefix, code_rule.c.length))]


def keep(tx: Tx, id: str, store: str, rule: Rule) -> None:
    """Write one down, in place of another about the same codes."""
    form = {"symbology": rule.symbology, "length": rule.length, "prefix": rule.prefix, "kind": rule.kind}
    tx.execute(sa.insert(code_rule).prefix_with("OR REPLACE").values(id=id, store=store, **form))


def remove(tx: Tx, ids: Sequence[str]) -> None:
    """They are known no longer."""
    tx.execute(sa.delete(code_rule).where(code_rule.c.id.in_(list(ids))))
