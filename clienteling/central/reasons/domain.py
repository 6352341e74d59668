"""Pure rules of what a suggestion was worth: what is owed to it, when a reason is given up; knows no table.

Days are ordinals.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

WINDOW_DAYS = 14
"""What she does so many days after a product was shown is owed to that."""
PERIOD_DAYS = 28
"""The last so many days are set beside as many before them."""
FEWEST_SHOWN, LEAST_TAKEN = 500, 0.05
"""A reason that was shown so often, and of which a smaller share was taken, is used no more."""
MOST_ITEMS = 20
LONGEST_REASON = 32


class Showing(NamedTuple):
    """A product that an associate had before her for a person on a day."""

    product: str
    day: int


class Tally(NamedTuple):
    """How many were shown, put into the cart, bought, refused; `taken` are those put into the cart or bought."""

    shown: int = 0
    added: int = 0
    bought: int = 0
    refused: int = 0
    taken: int = 0


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    counts = [sum(column) for column in zip(*tallies, strict=True)]
    return Tally(*counts)


def answered(shown: Collection[Showing], happened: Iterable[Showing]) -> set[Showing]:
    """Those of the shown to which something that happened is owed: each time the last before it, or of the same day.

    What happened more than WINDOW_DAYS later is owed to none.
    """
    found = set()
    for product, day in happened:
        days = [one.day for one in shown if one.product == product and 0 <= day - one.day <= WINDOW_DAYS]
        if days:
            found.add(Showing(product, max(days)))
    return found


def is_open(day: int, today: int) -> bool:
    """Whether something may still follow from what was shown on a day."""
    return today - day <= WINDOW_DAYS


def period(days: Mapping[int, Tally], today: int, back: int = 0) -> Tally:
    """What came of PERIOD_DAYS up to today, or of those that end `back` periods earlier."""
    last = today - back * PERIOD_DAYS
    return total(tally for day, tally in days.items() if last - PERIOD_DAYS < day <= last)


def judged(days: Mapping[int, Tally], today: int, since: int = 0) -> Tally:
    """What a reason is judged by: its last days after `since` that had their time, back to FEWEST_SHOWN shown."""
    taken = Tally()
    for day in sorted(days, reverse=True):
        if day > since and not is_open(day, today) and taken.shown < FEWEST_SHOWN:
            taken = total((taken, days[day]))
    return taken


def is_failing(tally: Tally) -> bool:
    """Whether enough was shown to say that too little came of it."""
    return tally.shown >= FEWEST_SHOWN and tally.taken < LEAST_TAKEN * tally.shown
