"""The code on a piece that bears its own price."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No line so far has one."""
    for table in ("cart_line", "order_line"):
        op.add_column(table, sa.Column("tag", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Taken only with a backup: nobody could say any more where those prices came from."""
    raise NotImplementedError
