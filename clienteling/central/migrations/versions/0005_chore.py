"""How far the chores of the night have come."""

from clienteling.central.migrations.columns import table

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No night has fallen yet."""
    table("chore", "name, night, place?", "name")


def downgrade() -> None:
    """Taken only with a backup."""
    raise NotImplementedError
