"""Visits, the hours of a day and the days of a week; knows no table and no screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

LONGEST_VISIT = timedelta(hours=12)
QUIET = timedelta(days=10)
"""Who was seen or opened within this time needs no word today."""
WORTH_MOST = 5
DAYS = 7
_NOON, _EVENING = 12, 18


@dataclass(frozen=True)
class Visit:
    """Somebody in a store; `source` is how it was noticed, `ended_at` empty while she is there."""

    id: str
    customer: str
    store: str
    started_at: str
    source: str
    zone: str = ""
    ended_at: str = ""


def present(visits: Iterable[Visit], now: datetime) -> list[Visit]:
    """Those who are here now, the last to come first: one visit a person, none forgotten from another day."""
    oldest = (now - LONGEST_VISIT).astimezone(UTC).isoformat()[:19]
    newest: dict[str, Visit] = {}
    for visit in sorted(visits, key=lambda visit: visit.started_at):
        if not visit.ended_at and visit.started_at[:19] >= oldest:
            newest[visit.customer] = visit
    return sorted(newest.values(), key=lambda visit: visit.started_at, reverse=True)


def greeting(hour: int) -> str:
    """What to say at this hour of the day."""
    if hour < _NOON:
        return "Good morning, {name}"
    return "Good afternoon, {name}" if hour < _EVENING else "Good evening, {name}"


def week_days(now: datetime) -> list[datetime]:
    """The beginnings of this week's days here, Monday first, and of the Monday after."""
    today = now.astimezone().date()
    monday = datetime.combine(today - timedelta(days=today.weekday()), time())
    # each by the rules of its own day: in spring and autumn they differ within one week
    return [(monday + timedelta(days=day)).astimezone() for day in range(DAYS + 1)]


def by_day(since: Sequence[int]) -> list[int]:
    """What fell on each day, from what was counted since the beginning of each day and of the day after the last."""
    return [amount - later for amount, later in pairwise(since)]


def quiet(last: str, now: datetime) -> bool:
    """Whether somebody seen last at an ISO 8601 moment or day (empty: never) has not been seen for a while."""
    return not last or last[:10] < (now - QUIET).astimezone(UTC).isoformat()[:10]


def days_since(last: str, now: datetime) -> int | None:
    """Whole days since an ISO 8601 moment or day; None for never."""
    if not last:
        return None
    moment = datetime.fromisoformat(last)
    return max(0, (now - (moment if moment.tzinfo else moment.replace(tzinfo=UTC))).days)
