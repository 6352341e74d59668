"""Since when a product has been in the shop."""

from alembic import op

from clienteling.central.migrations.columns import table

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """It is told when a shop is taken in."""
    table("arrival", "product, tenant, since", "product")


def downgrade() -> None:
    """It has to be told again."""
    op.drop_table("arrival")
