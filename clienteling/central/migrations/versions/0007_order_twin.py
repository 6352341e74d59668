"""Which cart an order was made of, and which order was made of the same pieces before."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of the orders there are nobody noted their cart."""
    op.add_column("orders", sa.Column("cart", sa.Text()))
    op.add_column("orders", sa.Column("cart_ver", sa.Integer()))
    op.add_column("orders", sa.Column("twin", sa.JSON()))
    op.create_index("ix_orders_cart", "orders", ["cart"])


def downgrade() -> None:
    """Taken only with a backup: nobody could say any more what was ordered twice."""
    raise NotImplementedError
