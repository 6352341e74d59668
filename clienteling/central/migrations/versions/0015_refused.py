"""What is not for her stands on her list of suggestions too, so that her tablets know it."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The next night writes it."""
    op.add_column("suggestions", sa.Column("refused", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Nothing is lost: the table refused has it."""
    op.drop_column("suggestions", "refused")
