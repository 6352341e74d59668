"""Who is here, the hours of a day and the days of a week."""

import time
from datetime import UTC, datetime

from clienteling.desktop.today.domain import Visit, by_day, days_since, greeting, present, quiet, week_days

NOW = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)


def test_here_is_who_came_and_did_not_leave_today():
    visits = [
        Visit("1", "a", "s", "2026-11-21T01:00:00.000Z", "scan"),
        Visit("2", "a", "s", "2026-11-21T03:00:00.000Z", "scan"),
        Visit("3", "b", "s", "2026-11-21T04:00:00.000Z", "scan"),
        Visit("4", "c", "s", "2026-11-21T04:30:00.000Z", "scan", ended_at="2026-11-21T04:40:00.000Z"),
        Visit("5", "d", "s", "2026-11-20T04:30:00.000Z", "scan"),
    ]
    assert [visit.id for visit in present(visits, NOW)] == ["3", "2"]


def test_the_week_begins_on_monday_here():
    starts = week_days(NOW)
    assert len(starts) == 8 and starts[0].isoformat().startswith("2026-11-16T00:00:00")
    assert all(start.weekday() == place % 7 for place, start in enumerate(starts))


def test_days_are_what_lies_between_their_beginnings():
    assert by_day([100, 80, 80, 30, 0, 0, 0, 0]) == [20, 0, 50, 30, 0, 0, 0]


def test_greetings_follow_the_clock():
    assert [greeting(hour).split(",")[0] for hour in (8, 12, 17, 18)] == [
        "Good morning", "Good afternoon", "Good afternoon", "Good evening",
    ]  # fmt: skip


def test_quiet_is_who_was_not_seen_for_a_while():
    assert quiet("", NOW) and quiet("2026-11-01", NOW) and not quiet("2026-11-15T00:00:00Z", NOW)
    assert days_since("2026-11-20", NOW) == 1 and days_since("", NOW) is None


def test_a_day_begins_at_midnight_here_also_in_the_week_when_the_clocks_change(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        starts = week_days(datetime(2026, 3, 29, 12, tzinfo=UTC))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert [start.astimezone(UTC).hour for start in starts] == [23, 23, 23, 23, 23, 23, 23, 22]
