"""By what central made a list of suggestions."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The next list of central's says it."""
    op.add_column("suggestion_list", sa.Column("made_by", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("suggestion_list", "made_by")
