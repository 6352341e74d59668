"""What a store has said about codes is told to its other tablets; what this one alone knew is asked once more."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Rules have an id of central's."""
    op.drop_table("scan_rule")
    op.create_table(
        "code_rule",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("store", sa.Text, nullable=False),
        sa.Column("symbology", sa.Text, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("prefix", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """What was said is asked once more."""
    op.drop_table("code_rule")
    op.create_table(
        "scan_rule",
        sa.Column("store", sa.Text, primary_key=True),
        sa.Column("symbology", sa.Text, primary_key=True),
        sa.Column("length", sa.Integer, primary_key=True),
        sa.Column("prefix", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
