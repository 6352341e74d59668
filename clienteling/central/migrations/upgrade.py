"""Brings a database to the newest revision at start; a new one is written with `revise`. Knows tables, not rules."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from clienteling.central.cart import store as _cart
from clienteling.central.catalog import store as _catalog
from clienteling.central.clientbook import store as _clientbook
from clienteling.central.customers import store as _customers
from clienteling.central.customers import store_merged as _merged
from clienteling.central.insight import store as _insight
from clienteling.central.nightly import store as _nightly
from clienteling.central.notes import store as _notes
from clienteling.central.orders import store as _orders
from clienteling.central.reasons import store as _reasons
from clienteling.central.runtime.db import Tx, Unfit, metadata
from clienteling.central.signin import store as _signin
from clienteling.central.suggestions import store as _suggestions
from clienteling.central.sync import access as _access
from clienteling.central.sync import feed as _feed
from clienteling.central.sync import store as _sync
from clienteling.central.today import store as _today

# every module that declares tables, named so that `metadata` holds them all
_DECLARED = (
    _access, _cart, _catalog, _clientbook, _customers, _feed, _insight, _merged, _nightly, _notes, _orders, _reasons,
    _signin, _suggestions, _sync, _today,
)  # fmt: skip
TABLES = metadata


def upgrade(tx: Tx) -> None:
    """Take the steps that this database has not taken yet."""
    command.upgrade(_config(tx), "head")


def check(tx: Tx) -> None:
    """Raise Alembic's CommandError where the database is not what the features declare."""
    command.check(_config(tx))


def check_unique(tx: Tx) -> None:
    """Raise Unfit where the database itself would take twice what is told once: an order, its lines, an operation."""
    live = sa.inspect(tx)
    keys = {name: {frozenset(key["constrained_columns"])} for (_, name), key in live.get_multi_pk_constraint().items()}
    ruled = [table.name for table in metadata.sorted_tables if _unique(table)]
    for (_, name), rules in live.get_multi_unique_constraints(filter_names=ruled).items():
        keys[name] |= {frozenset(rule["column_names"]) for rule in rules}
    for table in metadata.sorted_tables:
        for columns in (frozenset(rule.columns.keys()) for rule in [table.primary_key, *_unique(table)]):
            if columns not in keys.get(table.name, ()):
                raise Unfit(f"{table.name} is not unique by {', '.join(sorted(columns))}: restore the constraint")


def _unique(table: sa.Table) -> list[sa.UniqueConstraint]:
    return [rule for rule in table.constraints if isinstance(rule, sa.UniqueConstraint)]


def revise(tx: Tx, message: str) -> None:
    """Write a new step, from what this database is to what the features declare; to be read before it is kept."""
    command.revision(_config(tx), message, autogenerate=True)


def _config(tx: Tx) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = tx
    return config
