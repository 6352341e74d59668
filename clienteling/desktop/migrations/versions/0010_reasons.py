"""What central tells a store of the reasons for its suggestions."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The next pull brings it."""
    op.create_table(
        "reasons",
        sa.Column("store", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("reasons", sa.JSON, nullable=False),
        sa.Column("way", sa.Text, nullable=False),
        sa.Column("since", sa.Text, nullable=False),
        sa.Column("nights", sa.JSON, nullable=False),
    )


def downgrade() -> None:
    """Central has it."""
    op.drop_table("reasons")
