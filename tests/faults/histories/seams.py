"""Time, chance and identifiers of both halves, taken from the history that runs; knows no feature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any

import clienteling.central.runtime.clock
import clienteling.central.runtime.db
import clienteling.central.sync.feed
import clienteling.contract.ids
import clienteling.desktop.orders.actions
import clienteling.desktop.runtime.central
import clienteling.desktop.runtime.clock
import clienteling.desktop.sync.connection
import clienteling.desktop.sync.drainer
import clienteling.desktop.sync.pull
from tests.faults.histories.loop import LIFE, LOOP

BEGINNING = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
CHANCE = Random(0)
"""The chance of the history that runs; seeded anew at its beginning."""


def present() -> datetime:
    """The moment by the clock of whoever asks."""
    return BEGINNING + timedelta(seconds=LOOP.time() + LIFE.get().skew)


class Datetime(datetime):
    """datetime, but for the present."""

    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        return present().astimezone(tz)


class Date(date):
    """date, but for today."""

    @classmethod
    def today(cls) -> date:  # type: ignore[override]
        return present().date()


def _uuid7() -> str:
    """As uuid_utils makes it: the device's milliseconds, then chance."""
    moment = int(present().timestamp() * 1000) & 0xFFFFFFFFFFFF
    chance = CHANCE.getrandbits(74)
    first, second = chance >> 62, chance & ((1 << 62) - 1)
    told = f"{(moment << 80) | (7 << 76) | (first << 64) | (2 << 62) | second:032x}"
    return f"{told[:8]}-{told[8:12]}-{told[12:16]}-{told[16:20]}-{told[20:]}"


def _swaps() -> list[tuple[Any, str, Any]]:
    half = clienteling
    clocks = (
        half.desktop.runtime.clock,
        half.central.runtime.clock,
        half.desktop.sync.connection,
        half.desktop.runtime.central,
        half.desktop.sync.pull,
    )
    return [
        *((module, "datetime", Datetime) for module in clocks),
        (half.desktop.orders.actions, "date", Date),
        (half.desktop.sync.connection, "time", SimpleNamespace(monotonic=LOOP.time)),
        (half.desktop.sync.drainer, "random", CHANCE),
        (half.central.runtime.db, "random", CHANCE),
        (half.central.sync.feed, "secrets", SimpleNamespace(randbelow=CHANCE.randrange)),
        (half.contract.ids, "uuid_utils", SimpleNamespace(uuid7=_uuid7)),
    ]


@contextmanager
def swapped(swaps: Iterable[tuple[Any, str, Any]]) -> Iterator[None]:
    """Other things under these names, until the end."""
    before = []
    try:
        for place, name, thing in swaps:
            before.append((place, name, getattr(place, name)))
            setattr(place, name, thing)
        yield
    finally:
        for place, name, thing in reversed(before):
            setattr(place, name, thing)


def taken() -> Any:
    """Both halves ask here, until the end."""
    return swapped(_swaps())
