"""The keys of local stores that central keeps for tablets without a safe place of their own."""

from clienteling.central.migrations.columns import table

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Central keeps none yet."""
    table("device_key", "device, key blob, made_at", "device", refers={"device": "device"})


def downgrade() -> None:
    """Taken only with a backup: without these keys nobody opens the stores."""
    raise NotImplementedError
