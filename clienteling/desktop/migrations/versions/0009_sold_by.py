"""What is sold by weight, and what each piece of it weighs in milligrams."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Everything so far is sold by the piece."""
    op.add_column("variant", sa.Column("sold_by", sa.Text(), nullable=False, server_default="piece"))
    for table in ("cart_line", "order_line"):
        op.add_column(table, sa.Column("weight", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Drop it."""
    for table in ("cart_line", "order_line"):
        op.drop_column(table, "weight")
    op.drop_column("variant", "sold_by")
