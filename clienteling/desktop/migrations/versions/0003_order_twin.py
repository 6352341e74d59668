"""Which order was made of the same pieces before another."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of no order anybody said so yet."""
    op.create_table(
        "order_twin",
        sa.Column("order", sa.Text, primary_key=True),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("placed_at", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("order_twin")
