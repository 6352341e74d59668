"""What was sold on which day, in a shop whose day begins hours before or after that of UTC."""

from __future__ import annotations

import os
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from clienteling.desktop.orders import actions as orders
from clienteling.desktop.orders import store
from clienteling.desktop.today import domain
from tests.faults.histories.history import ground

ZONES = ("Asia/Seoul", "America/Los_Angeles", "Europe/Berlin")
STAFF = "associate-a"


def cut_in_utc() -> list[tuple[Any, str, Any]]:
    """The day begins at midnight in Greenwich."""

    def week_days(now: datetime) -> list[datetime]:
        today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        return [today - timedelta(days=today.weekday()) + timedelta(days=day) for day in range(domain.DAYS + 1)]

    return [(domain, "week_days", week_days)]


def flaws(seed: int) -> list[str]:
    """Sell at random moments of a week; the days must hold what fell on them here."""
    rng = Random(seed)
    zone, before = rng.choice(ZONES), os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        return _flaws(rng, ZoneInfo(zone))
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def _flaws(rng: Random, zone: ZoneInfo) -> list[str]:
    now = datetime(2026, 3, 26, 12, tzinfo=UTC) + timedelta(hours=rng.uniform(0, 24 * 14))
    here = now.astimezone(zone)
    monday = (here - timedelta(days=here.weekday())).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=zone)
    moments = [monday + timedelta(hours=rng.uniform(0, 7 * 24)) for _ in range(12)]
    wanted = Counter(moment.astimezone(zone).date() for moment in moments)
    counted = _counted([moment.astimezone(UTC) for moment in moments], now)
    told = {(monday + timedelta(days=day)).date(): count for day, count in enumerate(counted)}
    return [f"{day} in {zone.key}: {told[day]} sold, {wanted[day]} were" for day in told if told[day] != wanted[day]]


def _counted(moments: list[datetime], now: datetime) -> list[int]:
    tablet = ground().tablets[0]
    sold = {"number": "", "state": "accepted", "store": "store-a", "staff": STAFF, "channel": "store", "method": "till"}
    sold |= {"total": 1, "currency": "GBP", "problem": "", "refused": False}
    texts = [moment.isoformat(timespec="milliseconds").replace("+00:00", "Z") for moment in moments]
    with tablet.engine.begin() as tx:
        tx.execute(sa.delete(store.orders))
        tx.execute(sa.insert(store.orders), [sold | {"id": text, "placed_at": text} for text in texts])
        since = [day.astimezone(UTC).isoformat() for day in domain.week_days(now)]
        counted = domain.by_day([orders.week_of(tx, STAFF, moment).orders for moment in since])
        tx.rollback()
    return counted
