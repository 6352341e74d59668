"""What Alembic runs for every command: the given connection, inside the transaction it already has."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
