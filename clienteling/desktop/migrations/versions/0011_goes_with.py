"""What each suggestion goes with, and what is not for her."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The next list of central's says both."""
    op.add_column("suggestion", sa.Column("goes_with", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("suggestion_list", sa.Column("refused", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Drop both."""
    op.drop_column("suggestion_list", "refused")
    op.drop_column("suggestion", "goes_with")
