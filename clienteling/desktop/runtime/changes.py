"""What changed between two lists of things with a name each: the fewest runs to take out and to put in."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

MOST_RUNS = 64
"""Beyond so many places a list is another list."""


class Run(NamedTuple):
    """Neighbours, `first` and `last` included."""

    first: int
    last: int


class Changes(NamedTuple):
    """Take `gone` out, the last run first, then put `come` in, the first run first."""

    gone: list[Run]
    come: list[Run]


def changes(before: Sequence[Hashable], after: Sequence[Hashable]) -> Changes | None:
    """How `before` becomes `after`; None when they share nothing, differ in too many places or name a thing twice."""
    places = {key: place for place, key in enumerate(after)}
    if len(places) < len(after) or len(set(before)) < len(before):
        return None
    shared = [(old, places[key]) for old, key in enumerate(before) if key in places]
    staying = [shared[n] for n in _longest_rise([new for _, new in shared])]
    if not staying:
        return None
    gone = _runs(set(range(len(before))).difference(old for old, _ in staying))
    come = _runs(set(range(len(after))).difference(new for _, new in staying))
    return Changes(gone[::-1], come) if len(gone) + len(come) <= MOST_RUNS else None


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """The places of a longest rising part of `numbers`, by patience sorting."""
    tops: list[int] = []
    ends: list[int] = []
    under: list[int] = []
    for place, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        tops[pile : pile + 1] = [number]
        ends[pile : pile + 1] = [place]
        under.append(ends[pile - 1] if pile else -1)
    rise, place = [], ends[-1] if ends else -1
    while place >= 0:
        rise.append(place)
        place = under[place]
    return rise[::-1]


def _runs(places: Iterable[int]) -> list[Run]:
    runs: list[Run] = []
    for place in sorted(places):
        if runs and runs[-1].last == place - 1:
            runs[-1] = Run(runs[-1].first, place)
        else:
            runs.append(Run(place, place))
    return runs
