"""What a night of learning came to, and since when what is in use is in use; knows neither arithmetic nor tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple


class Night(NamedTuple):
    """How well the last weeks were foretold, NDCG over `people`: all of the next basket, and what is new to her.

    `ours` is what was learned, `plain` the plain formula; `used` says whether what was learned was good enough.
    """

    at: str
    people: int
    ours: float
    plain: float
    ours_new: float
    plain_new: float
    used: bool


def since(nights: Sequence[Night], is_used: bool) -> str:
    """When that which is in use came into use, newest night first; empty where the last night says otherwise."""
    same = list(takewhile(lambda night: night.used is is_used, nights))
    return same[-1].at if same else ""
