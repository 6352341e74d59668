"""What has come into the shop lately, in which sizes and where, and for whom that is news; knows no table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from clienteling.central.suggestions.domain import News, Purchase

FEWEST_BASKETS = 2
"""From how many baskets on we say that she buys of a category, and know her size in it."""
MOST_NEWS = 3
"""How many new products one person is told of at most, the newest first."""


class Arrival(NamedTuple):
    """A product of a category that came on a day (an ordinal); `sizes` has the variant of each that lies anywhere.

    `lies` are the (variant, store) where it does.
    """

    product: str
    category: str
    day: int
    sizes: Mapping[str, str]
    lies: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Arrivals:
    """What came, by the home store of those who may hear of it and by category; where each of these people is at home.

    `kinds` has the category and the size of each variant they bought that is of these categories and has a size.
    """

    by_store: Mapping[str, Mapping[str, list[Arrival]]] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def products(self) -> set[str]:
        """All that came."""
        return {one.product for came in self.by_store.values() for some in came.values() for one in some}

    def news(self, customer: str, purchases: Iterable[Purchase]) -> list[News]:
        """What is new to her in her own size, of the categories she buys, the newest first."""
        home = self.homes.get(customer, "")
        came = self.by_store.get(home, {})
        bought = [one for one in purchases if one.variant in self.kinds]
        if not came or not bought:
            return []
        owned = {one.product for one in bought}
        found = [
            News(one.product, one.sizes[size], size, one.day, times, (one.sizes[size], home) in one.lies)
            for category, (size, times) in self._sizes(bought).items()
            for one in came.get(category, ())
            if size in one.sizes and one.product not in owned
        ]
        return sorted(found, key=lambda one: (-one.day, not one.here, one.product))[:MOST_NEWS]

    def _sizes(self, bought: Iterable[Purchase]) -> dict[str, tuple[str, int]]:
        """By category she buys: the size she took most, of several the latest, and in how many baskets she bought."""
        baskets: dict[str, set[str]] = defaultdict(set)
        taken: dict[str, Counter[str]] = defaultdict(Counter)
        for one in sorted(bought, key=lambda one: (-one.day, one.basket, one.variant)):
            category, size = self.kinds[one.variant]
            baskets[category].add(one.basket)
            taken[category][size] += 1
        many = {category: len(of) for category, of in baskets.items() if len(of) >= FEWEST_BASKETS}
        return {category: (taken[category].most_common(1)[0][0], times) for category, times in many.items()}


NOTHING_NEW = Arrivals()
"""Where nothing came lately."""
