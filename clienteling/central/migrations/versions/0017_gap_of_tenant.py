"""The usual gap is one of each tenant's shop."""

from alembic import op

from clienteling.central.migrations.columns import table

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every tenant begins with the one of all, until the night counts its own."""
    days = _longest()
    op.drop_table("shop_gap")
    table("shop_gap", "tenant, days int", "tenant")
    if days:
        op.execute(f"INSERT INTO shop_gap SELECT DISTINCT tenant, {days} FROM store")


def downgrade() -> None:
    """One for all: the longest."""
    days = _longest()
    op.drop_table("shop_gap")
    table("shop_gap", "id int, days int", "id")
    if days:
        op.execute(f"INSERT INTO shop_gap VALUES (1, {days})")


def _longest() -> int:
    return int(op.get_bind().exec_driver_sql("SELECT COALESCE(MAX(days), 0) FROM shop_gap").scalar_one())
