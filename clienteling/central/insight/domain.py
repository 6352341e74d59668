"""The words and numbers of insight: what is known at a day, what is chosen, what the rules weigh; knows no engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Columns = dict[str, Array]
Progress = Callable[[str, int, int], None]
"""Told `(step, done, total)` before every step of a long work; raising in it ends the work and nothing is kept."""

DECAYS = {"often": 0.9, "steady": 0.97}
"""How much of a purchase is left after one more basket of hers: for gifts, for groceries."""
PARTS = 10**9
"""What is left of a purchase is counted in so many parts, which add up to the same in any order."""
DRAWN = 0.6
"""How much less a product she owns draws others, per basket since she bought it last."""
RECENT_DAYS, SEASON_DAYS, YEAR_DAYS = 28, 90, 365
POPULARITY = 0.2
"""The weight of recent popularity beside what draws, where the best that is new to her is looked for."""
NEW_CANDIDATES = 150
FEWEST_DAYS = 3
"""From how many days on purchases of a product have a rhythm."""
LARGEST_BASKET = 200
"""Larger ones are stock orders of resellers; they pair everything with everything."""
FEWEST_TOGETHER = 2
"""In how many baskets two products are bought together at least."""
FEWEST_PEOPLE = 3
"""So many people bought two products at least where we speak of them: fewer could be told apart."""


@dataclass(frozen=True)
class Known:
    """All that is known before the day `cut` (an ordinal): rows of persons and products by their place in the ids.

    `personal` has a row for each person and product, sorted; those of person `c` are `starts[c]` to `starts[c + 1]`.
    """

    cut: int
    customers: Array
    products: Array
    personal: Columns
    starts: Array
    people: Columns
    sold: Columns

    def place(self, customer: object) -> int | None:
        """Where a person stands; None when she bought nothing yet."""
        at = int(np.searchsorted(self.customers, np.asarray(customer, dtype=self.customers.dtype)))
        return at if at < len(self.customers) and self.customers[at] == customer else None

    def rows(self, place: int) -> slice:
        """The rows of a person in `personal`."""
        return slice(int(self.starts[place]), int(self.starts[place + 1]))

    def bought(self, place: int, product: int) -> tuple[int, int]:
        """In how many baskets of a person a product of hers was, and the last day."""
        hers = self.rows(place)
        at = hers.start + int(np.searchsorted(self.personal["product"][hers], product))
        return int(self.personal["times"][at]), int(self.personal["last"][at])

    def popularity(self) -> Array:
        """How much of each product was sold lately, from 0 to 1."""
        recent: Array = self.sold["recent"] / max(1, self.sold["recent"].max(initial=0))
        return recent

    def bought_again(self) -> Array:
        """In which share of its baskets each product was not bought for the first time; less where there are few."""
        again: Array = (self.sold["baskets"] - self.sold["buyers"]) / (self.sold["baskets"] + 10)
        return again


class Foreseen(NamedTuple):
    """A product that may be in her next basket: how likely, and what is true of it.

    `due` is the chance that she buys it within HORIZON days, 0 where she has no rhythm; `with_hers`, for what is new to
    her, the product of hers that FEWEST_TOGETHER baskets at least had together with it, or else the one that `people`
    bought as well, be it in another basket; empty where there is none.
    """

    product: str
    chance: float
    is_new: bool
    due: float
    with_hers: str
    people: int = 0


class Choice(NamedTuple):
    """A product for a person, by its place: the chance that it is in her next basket, and whether it is new to her."""

    product: int
    chance: float
    is_new: bool
