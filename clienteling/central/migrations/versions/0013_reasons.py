"""What was shown of whom, what came of each reason in each store, and how the nights of learning went."""

from alembic import op

from clienteling.central.migrations.columns import table

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None
_TALLY = "shown int, added int, bought int, refused int, taken int"


def upgrade() -> None:
    """It is counted from now on."""
    flags = "added flag, bought flag, refused flag"
    shown = f"customer, product, day, store, reason, {flags}"
    table("shown", shown, "customer product day", index=("store_day: store day",))
    table("reason_day", f"store, reason, day, {_TALLY}", "store reason day")
    table("retirement", f"store, reason, at, {_TALLY}, restored_at, restored_by?", "store reason at")
    table("reasons", "id, ver int, at, told json", "id")
    table("night", "at, people int, ours real, plain real, ours_new real, plain_new real, used flag", "at")


def downgrade() -> None:
    """What came of the reasons is lost, and every one of them is used again."""
    for name in ("night", "reasons", "retirement", "reason_day", "shown"):
        op.drop_table(name)
