"""From lines of orders to people and companions: names become numbers, times become days; knows no table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from clienteling.central.runtime.clock import stamp
from clienteling.central.suggestions.domain import Interest, Person, Purchase
from clienteling.central.suggestions.pairing import pairs


@dataclass(frozen=True)
class Shop:
    """What is sold, and what day it is in the shop: one whose data ends in the past has its own present."""

    product_of: Mapping[str, str]
    names: Mapping[str, tuple[str, str, str]]
    built_at: str
    as_of: str

    @staticmethod
    def of(listing: Iterable[tuple[str, str, str, str, str]], built_at: str, as_of: str) -> Shop:
        """From (variant, product, name_ko, name_en, category); `as_of` was the shop's present at `built_at`."""
        rows = list(listing)
        return Shop(
            {row[0]: row[1] for row in rows}, {row[1]: (row[2], row[3], row[4]) for row in rows}, built_at, as_of
        )

    def day(self, at: str) -> int:
        """The ordinal of the shop's day at a moment: past orders stand where they are, later ones follow the clock."""
        if at <= self.as_of or self.built_at <= self.as_of:
            return _ordinal(at)
        return _ordinal(self.as_of) + max(0, _ordinal(at) - _ordinal(self.built_at))

    def since(self, days: int) -> str:
        """The moment `days` before the shop's present as of the build."""
        return stamp(datetime.fromisoformat(self.as_of) - timedelta(days=days))


def companions(shop: Shop, sold: Iterable[Any]) -> dict[str, list[tuple[str, float]]]:
    """For each product what is bought with it, strongest first, over all baskets, guests' too."""
    baskets: dict[str, int] = {}
    numbers: dict[str, int] = {product: at for at, product in enumerate(shop.names)}
    lines = [(baskets.setdefault(row[0], len(baskets)), product) for row, product in _known(shop, sold)]
    products = list(shop.names)
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    told = pairs([line[0] for line in lines], [numbers[line[1]] for line in lines], len(products))
    for product, other, strength in told:
        found[products[product]].append((products[other], strength))
    return found


def people(
    shop: Shop,
    sold: Iterable[Any],
    interests: Mapping[str, list[tuple[str, str, str]]],
    carted: Iterable[tuple[str, str]],
    refused: Mapping[str, set[str]],
) -> dict[str, Person]:
    """Everybody who bought or wanted something, with all that is looked at for them."""
    bought: dict[str, list[Purchase]] = defaultdict(list)
    days: dict[str, int] = {}
    for row, product in _known(shop, sold):
        if row[1] is not None:
            day = days.get(row[2]) or days.setdefault(row[2], shop.day(row[2]))
            bought[row[1]].append(Purchase(row[0], day, product, row[3]))
    in_cart: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for customer, variant in carted:
        if variant in shop.product_of:
            in_cart[customer].append((shop.product_of[variant], variant))
    everybody = dict.fromkeys([*bought, *interests, *in_cart])
    return {
        id: Person(
            bought.get(id, []),
            [
                Interest(shop.product_of[variant], variant, what, shop.day(at))
                for variant, what, at in interests.get(id, ())
                if variant in shop.product_of
            ],
            in_cart.get(id, []),
            frozenset(refused.get(id, ())),
        )
        for id in everybody
    }


def packed(items: list[dict[str, Any]]) -> str:
    """A list as it is kept."""
    return msgspec.json.encode(items).decode()


def _known(shop: Shop, sold: Iterable[Any]) -> Iterable[tuple[Any, str]]:
    products = shop.product_of
    return ((row, products[row[3]]) for row in sold if row[3] in products)


def _ordinal(at: str) -> int:
    return date.fromisoformat(at[:10]).toordinal()
