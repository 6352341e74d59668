"""What each store has said about codes that fit more than one thing; and products are found by their SKU."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody was asked yet."""
    op.create_table(
        "scan_rule",
        sa.Column("store", sa.Text, primary_key=True),
        sa.Column("symbology", sa.Text, primary_key=True),
        sa.Column("length", sa.Integer, primary_key=True),
        sa.Column("prefix", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_variant_sku", "variant", ["sku"])


def downgrade() -> None:
    """Drop both."""
    op.drop_index("ix_variant_sku", "variant")
    op.drop_table("scan_rule")
