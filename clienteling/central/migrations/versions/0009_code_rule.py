"""What stores have said about codes that fit more than one thing."""

from clienteling.central.migrations.columns import table

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing was told so far."""
    table("code_rule", "id, ver int, store, symbology, length int, prefix, kind", "id")


def downgrade() -> None:
    """Taken only with a backup: what people have said would be lost."""
    raise NotImplementedError
