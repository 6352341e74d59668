"""How many days usually lie between a person's purchases, and between those of the shop's people."""

import sqlalchemy as sa
from alembic import op

from clienteling.central.migrations.columns import table

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The next night counts them."""
    op.add_column("customer", sa.Column("gap", sa.Integer(), nullable=False, server_default="0"))
    table("shop_gap", "id int, days int", "id")


def downgrade() -> None:
    """Nothing is lost: they follow from the histories."""
    op.drop_table("shop_gap")
    op.drop_column("customer", "gap")
