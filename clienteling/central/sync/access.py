"""The record of who looked at or touched whose data, and of what was tried in vain; kept apart from business data."""

from __future__ import annotations

import sqlalchemy as sa

from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Tx, metadata
from clienteling.central.sync.domain import By
from clienteling.contract.ids import new_id

access_record = sa.Table(
    "access_record",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, nullable=False, index=True),
    sa.Column("tenant", sa.Text, nullable=False),
    sa.Column("device", sa.Text, nullable=False),
    sa.Column("staff", sa.Text),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("customer", sa.Text, index=True),
    sa.Column("why", sa.Text, nullable=False),
)


def record(tx: Tx, by: By, what: str, customer: str | None = None, why: str = "") -> None:
    """Write down who did `what` (as in "customer.fetched") to whose data; never put what was found or typed in it."""
    row = {"at": now(), "tenant": by.tenant, "device": by.device, "staff": by.staff, "what": what}
    tx.execute(sa.insert(access_record).values(id=new_id(), customer=customer, why=why, **row))
