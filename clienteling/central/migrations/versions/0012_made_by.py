"""By what a list of suggestions was made."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The next night says it of the lists that there are."""
    op.add_column("suggestions", sa.Column("made_by", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Nothing is lost: the lists are made anew."""
    op.drop_column("suggestions", "made_by")
