"""What a chore of the night is, and when a night begins; knows no chore and no table."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from clienteling.central.runtime.clock import stamp
from clienteling.central.runtime.db import Tx

START = ""
"""The place before the first."""


class Turn(NamedTuple):
    """A small batch is done: the place where the next one begins, None at the end, and how many were looked at."""

    place: str | None
    done: int


@dataclass(frozen=True)
class Chore:
    """`turn(tx, place)` does one batch in a transaction that may be run again.

    `prepare(told)` runs before the first, outside of any transaction, and tells how far it is.
    """

    name: str
    turn: Callable[[Tx, str], Turn]
    prepare: Callable[[Callable[[int], None]], Awaitable[None]] | None = None


def night(at: str, hour: int) -> str:
    """When the night that `at` (ISO 8601) is in, or after, began: the last time that it was `hour` o'clock UTC."""
    moment = datetime.fromisoformat(at).astimezone(UTC)
    began = moment.replace(hour=hour, minute=0, second=0, microsecond=0)
    return stamp(began if began <= moment else began - timedelta(days=1))
