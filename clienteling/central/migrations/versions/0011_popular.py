"""What each store sells most lately, and the categories of which nothing is suggested."""

from alembic import op

from clienteling.central.migrations.columns import table

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The next night counts the one; the other is declared when a shop is taken in."""
    table("popular", "store, product, times int", "store product")
    table("sensitive_category", "tenant, category", "tenant category")


def downgrade() -> None:
    """What is popular is counted again; what is sensitive has to be declared again."""
    op.drop_table("sensitive_category")
    op.drop_table("popular")
