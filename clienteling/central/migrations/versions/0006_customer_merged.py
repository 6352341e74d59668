"""Who has become whom."""

from clienteling.central.migrations.columns import table

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody has become anybody yet."""
    table("customer_merged", "id, cart, into", "id", index=("cart", "into"))


def downgrade() -> None:
    """Taken only with a backup."""
    raise NotImplementedError
