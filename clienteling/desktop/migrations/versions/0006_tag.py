"""The code on a piece that bears its own price."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No line so far has one."""
    for table in ("cart_line", "order_line"):
        op.add_column(table, sa.Column("tag", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop it."""
    for table in ("cart_line", "order_line"):
        op.drop_column(table, "tag")
