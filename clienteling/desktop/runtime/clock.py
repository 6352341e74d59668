"""The device's time as text; knows no time zone but UTC."""

from datetime import UTC, datetime


def now() -> str:
    """The present in ISO 8601 UTC with milliseconds, `2026-11-21T05:06:07.890Z`."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
