"""The settings of this tablet as rows; knows not what they mean."""

import sqlalchemy as sa

from clienteling.desktop.runtime.db import Tx, metadata

setting = sa.Table(
    "setting",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)


def every(tx: Tx) -> dict[str, str]:
    """Each setting that was ever chosen."""
    return {row.name: row.value for row in tx.execute(sa.select(setting))}


def keep(tx: Tx, name: str, value: str) -> None:
    """Choose a setting."""
    tx.execute(sa.insert(setting).prefix_with("OR REPLACE").values(name=name, value=value))
