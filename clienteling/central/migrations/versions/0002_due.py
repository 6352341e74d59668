"""Whose list of suggestions is to be made anew, behind the order that made it so."""

from clienteling.central.migrations.columns import table

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody's is due yet."""
    table("suggestion_due", "customer, at", "customer", index=("at: at customer",))


def downgrade() -> None:
    """Taken only with a backup."""
    raise NotImplementedError
