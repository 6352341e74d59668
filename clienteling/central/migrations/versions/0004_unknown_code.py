"""Codes that tablets report because no product has them."""

from clienteling.central.migrations.columns import table

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """None was reported yet."""
    table("unknown_code", "store, code, symbology, count int, last_at, staff?", "store code")


def downgrade() -> None:
    """Taken only with a backup: the counts would be lost."""
    raise NotImplementedError
