"""What Alembic runs for every command: the given connection, and the tables as the features declare them."""

from typing import Any

from alembic import context

from clienteling.central.migrations.upgrade import TABLES

connection = context.config.attributes["connection"]
SQLITE = connection.dialect.name == "sqlite"


def is_ours(_thing: Any, name: str | None, kind: str, *_rest: Any) -> bool:
    """Whether to compare it: not what SQLite's search index keeps for itself, and not PostgreSQL's on SQLite."""
    if kind == "table":
        return not (name or "").startswith("customer_tri")
    return not (SQLITE and name == "ix_customer_doc_trigrams")


context.configure(connection=connection, target_metadata=TABLES, render_as_batch=SQLITE, include_object=is_ours)
with context.begin_transaction():
    context.run_migrations()
