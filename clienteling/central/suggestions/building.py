"""From lines of orders to people and companions: names become numbers, times become days; knows no table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from clienteling.central.runtime.clock import ordinal, stamp
from clienteling.central.suggestions.arrivals import NOTHING_NEW, Arrivals
from clienteling.central.suggestions.domain import FEWEST_POPULAR, MOST, POPULAR_DAYS, Interest, Person, Purchase

Order = tuple[str | None, str]
Line = tuple[str, str, str]


class Wanted(NamedTuple):
    """By person: (product, variant, what, at) looked at, (product, variant) carried, products refused and returned.

    `retired` has the reasons that are not to be given to her, `arrivals` what came into the shop.
    """

    interests: dict[str, list[tuple[str, str, str, str]]]
    carted: dict[str, list[tuple[str, str]]]
    refused: Mapping[str, set[str]]
    returned: Mapping[str, Mapping[str, int]] = MappingProxyType({})
    retired: Mapping[str, Set[str]] = MappingProxyType({})
    arrivals: Arrivals = NOTHING_NEW


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
            return ordinal(at)
        return ordinal(self.as_of) + max(0, ordinal(at) - ordinal(self.built_at))

    def since(self, days: int) -> str:
        """The moment `days` before the shop's present as of the build."""
        return stamp(datetime.fromisoformat(self.as_of) - timedelta(days=days))


def lines(shop: Shop, orders: Mapping[str, Order], sold: Iterable[tuple[str, str]]) -> list[Line]:
    """(order, variant) as (order, product, variant) of what is sold here and was not cancelled."""
    baskets = {order: order for order in orders}
    variants = {variant: (product, variant) for variant, product in shop.product_of.items()}
    return [(baskets[order], *variants[variant]) for order, variant in sold if order in baskets and variant in variants]


def companions(shop: Shop, lines: list[Line]) -> dict[str, list[tuple[str, float]]]:
    """For each product what is bought with it, strongest first, over all baskets, guests' too."""
    # half of what central loads to begin with, and asked for once a night
    from clienteling.central.suggestions.pairing import pairs

    products = list(shop.names)
    numbers = {product: at for at, product in enumerate(products)}
    baskets: dict[str, int] = {}
    ordered = [baskets.setdefault(order, len(baskets)) for order, _, _ in lines]
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for product, other, strength in pairs(ordered, [numbers[product] for _, product, _ in lines], len(products)):
        found[products[product]].append((products[other], strength))
    return found


def popular(shop: Shop, lately: Iterable[tuple[str, str, str, str]], today: int) -> list[tuple[str, str, int]]:
    """From (store, order, variant, placed_at) what is popular where: (store, product, in how many baskets)."""
    baskets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for place, order, variant, at in lately:
        if variant in shop.product_of and today - shop.day(at) < POPULAR_DAYS:
            baskets[place, shop.product_of[variant]].add(order)
    counted = ((*key, len(orders)) for key, orders in baskets.items() if len(orders) >= FEWEST_POPULAR)
    best: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for row in sorted(counted, key=lambda row: (-row[2], row[1])):
        best[row[0]].append(row)
    return [row for rows in best.values() for row in rows[: 2 * MOST]]


def people(shop: Shop, orders: Mapping[str, Order], lines: list[Line], wanted: Wanted) -> Iterator[tuple[str, Person]]:
    """Everybody who bought or wanted something, with all that is looked at for them."""
    bought: dict[str, list[Purchase]] = defaultdict(list)
    days = {order: shop.day(at) for order, (customer, at) in orders.items() if customer is not None}
    for order, product, variant in lines:
        customer = orders[order][0]
        if customer is not None:
            bought[customer].append(Purchase(order, days[order], product, variant))
    for id in dict.fromkeys([*bought, *wanted.interests, *wanted.carted]):
        looked = [Interest(product, variant, what, shop.day(at)) for product, variant, what, at in wanted.interests[id]]
        shut_out = (frozenset(wanted.refused.get(id, ())), _returned(bought.get(id, []), wanted.returned.get(id, {})))
        retired = wanted.retired.get(id, frozenset())
        news = wanted.arrivals.news(id, bought.get(id, []))
        yield id, Person(bought.get(id, []), looked, wanted.carted[id], *shut_out, retired, news)


def _returned(bought: list[Purchase], returned: Mapping[str, int]) -> frozenset[str]:
    """What she brought back, by the day, and did not buy again later."""
    again = {one.product for one in bought if one.day > returned.get(one.product, one.day)}
    return frozenset(returned.keys() - again)


def wants(
    shop: Shop,
    interests: Mapping[str, list[tuple[str, str, str]]],
    carted: Iterable[tuple[str, str]],
    refused: Mapping[str, set[str]],
    returned: Iterable[tuple[str, str, str]] = (),
) -> Wanted:
    """What people looked at (variant, what, at), carried, refused and returned (variant, at), with the products."""
    products = shop.product_of
    looked: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for customer, told in interests.items():
        looked[customer] = [(products[one[0]], *one) for one in told if one[0] in products]
    carried: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for customer, variant in carted:
        if variant in products:
            carried[customer].append((products[variant], variant))
    brought: dict[str, dict[str, int]] = defaultdict(dict)
    for customer, variant, at in returned:
        if variant in products:
            day = shop.day(at)
            brought[customer][products[variant]] = max(day, brought[customer].get(products[variant], day))
    return Wanted(looked, carried, refused, brought)


def packed(items: list[Any]) -> str:
    """A list as it is kept."""
    return msgspec.json.encode(items).decode()
