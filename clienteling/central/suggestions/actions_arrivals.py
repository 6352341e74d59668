"""What has come into the shop lately, as the lists look at it; knows nobody's list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.runtime.db import Tx
from clienteling.central.signin import actions as signin
from clienteling.central.suggestions.arrivals import NOTHING_NEW, Arrival, Arrivals
from clienteling.central.suggestions.building import Shop
from clienteling.central.suggestions.domain import NEWS_DAYS

Came = dict[str, dict[str, list[Arrival]]]
"""By tenant and category."""


def arrivals(
    tx: Tx, shop: Shop, people: Collection[str] | None = None, variants: Collection[str] | None = None
) -> Arrivals:
    """What came into the shop, each tenant's for its own people: for all, or for these who bought these variants.

    Nothing is read of anybody where nothing came.
    """
    came = _came(tx, shop)
    if not came:
        return NOTHING_NEW
    by_store = {place: found for tenant, found in came.items() for place in signin.kinds(tx, tenant)}
    homes = customers.at_home(tx, by_store) if people is None else customers.homes(tx, people)
    categories = {category for found in came.values() for category in found}
    return Arrivals(by_store, homes, catalog.sizes(tx, categories, variants))


def _came(tx: Tx, shop: Shop) -> Came:
    """Of several variants of one size, of other colours, the first that lies anywhere is the one that is shown."""
    sizes: dict[tuple[str, str, str, str], dict[str, str]] = defaultdict(dict)
    lies: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for *product, variant, size, place in catalog.arrivals(tx, shop.since(NEWS_DAYS)[:10]):
        tenant, id, category, since = product
        sizes[tenant, id, category, since].setdefault(size, variant)
        lies[id].add((variant, place))
    came: Came = defaultdict(lambda: defaultdict(list))
    for (tenant, id, category, since), of_size in sizes.items():
        came[tenant][category].append(Arrival(id, category, shop.day(since), of_size, frozenset(lies[id])))
    return came
