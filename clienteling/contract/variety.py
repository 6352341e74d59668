"""In which order suggestions are taken so that no reason crowds out the others: one rule for both programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Protocol, TypeVar

REPEATS = frozenset({"due", "again"})
"""Reasons to buy once more what she knows; they count as one, so that there is room for what is new to her."""
NEW = frozenset({"together", "people", "popular", "new"})
"""Reasons to buy what she does not know yet."""


class Reasoned(Protocol):
    """Anything with a reason."""

    @property
    def reason(self) -> str: ...


R = TypeVar("R", bound=Reasoned)


def varied(ranked: Iterable[R], most: int, least: int) -> list[R]:
    """Ranked suggestions anew: first `least` repeats and as many that are new to her, where there are so many.

    Then the others as they are ranked, but no more than `most` of one reason while there are others.
    """
    ranked = list(ranked)
    kept = [one for kind in (REPEATS, NEW) for one in [each for each in ranked if each.reason in kind][:least]]
    counted: Counter[str] = Counter()
    first: list[R] = []
    later: list[R] = []
    for one in ranked:
        kind = "due" if one.reason in REPEATS else one.reason
        counted[kind] += 1
        (first if counted[kind] <= most else later).append(one)
    return kept + [one for one in first + later if one not in kept]
