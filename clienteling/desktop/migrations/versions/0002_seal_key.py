"""Central's public key, with which every fact is sealed beside the store."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table of the one key."""
    op.create_table(
        "seal_key",
        sa.Column("key", sa.LargeBinary, nullable=False),
        sa.Column("pinned_at", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("seal_key")
