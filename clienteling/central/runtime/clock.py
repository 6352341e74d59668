"""Central's time, the only time that counts; knows nothing of devices' clocks."""

from datetime import UTC, date, datetime, timedelta


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC with milliseconds and a Z; these texts sort like the moments they name."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def now() -> str:
    """The present moment as `stamp` writes it."""
    return stamp(datetime.now(UTC))


def days_ago(days: float) -> str:
    """The moment `days` before now; negative days look ahead."""
    return stamp(datetime.now(UTC) - timedelta(days=days))


def ordinal(at: str) -> int:
    """The day of a moment or a day, both in ISO 8601, as `date.toordinal` counts days."""
    return date.fromisoformat(at[:10]).toordinal()
