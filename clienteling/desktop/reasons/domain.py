"""What came of suggestions, reason by reason, and how the nights of learning went; knows no table and no screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

MOST_NIGHTS = 14
"""How many nights stand side by side."""
FEWEST_NIGHTS, DROP = 5, 0.9
"""Beside so many nights before it a score tells a drift when it is less than this share of what was usual."""


@dataclass(frozen=True)
class Tally:
    """Of `shown` products: put into the cart, bought, refused; `taken` were put into the cart or bought."""

    shown: int = 0
    added: int = 0
    bought: int = 0
    refused: int = 0
    taken: int = 0

    @property
    def share(self) -> float | None:
        """Which share of what was shown was taken; None where nothing was shown."""
        return self.taken / self.shown if self.shown else None


@dataclass(frozen=True)
class Reason:
    """A reason in the last four weeks and in the four before; `retired_at` is empty while it is used.

    `judged` is what it was retired for; `restored_by` the manager who let it be used again.
    """

    reason: str
    lately: Tally
    before: Tally
    retired_at: str = ""
    judged: Tally | None = None
    restored_at: str = ""
    restored_by: str | None = None


@dataclass(frozen=True)
class Night:
    """How well the next basket was foretold, from 0 to 1: `ours` by what was learned, `plain` by the plain formula."""

    at: str
    people: int
    ours: float
    plain: float
    ours_new: float
    plain_new: float
    used: bool


@dataclass(frozen=True)
class Report:
    """What central told a store last; `way` is learned or plain, since `since`; the newest night comes first."""

    store: str
    at: str
    reasons: tuple[Reason, ...]
    way: str
    since: str
    nights: tuple[Night, ...]


def bars(nights: Sequence[Night]) -> list[tuple[Night, float, float]]:
    """The last nights, oldest first, each with how high its two scores stand beside the highest of all, 0 to 1."""
    last = list(reversed(nights[:MOST_NIGHTS]))
    highest = max((max(night.ours, night.plain) for night in last), default=0) or 1
    return [(night, night.ours / highest, night.plain / highest) for night in last]


def drifted(nights: Sequence[Night]) -> float | None:
    """What score was usual, newest night first, where the last night's is well below it; None where it is not."""
    before = [night.ours for night in nights[1:MOST_NIGHTS]]
    usual = median(before) if len(before) >= FEWEST_NIGHTS else 0.0
    return usual if nights and nights[0].ours < DROP * usual else None
