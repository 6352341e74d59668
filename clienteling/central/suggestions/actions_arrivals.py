"""What has come into the shop lately, as the lists look at it; knows nobody's list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.runtime.db import Tx
from clienteling.central.signin import actions as signin
from clienteling.central.suggestions.arrivals import NOTHING_NEW, Arrival, Arrivals
from clienteling.central.suggestions.building import Shop
from clienteling.central.suggestions.domain import NEWS_DAYS

Lot = tuple[str, str, str]
"""A variant, its size, and where it lies."""


def arrivals(
    tx: Tx, shop: Shop, people: Collection[str] | None = None, variants: Collection[str] | None = None
) -> Arrivals:
    """What came into the shop, each tenant's for its own people: for all, or for these who bought these variants.

    Of several variants of one size, of other colours, the first that lies anywhere is the one that is shown. Nothing
    is read of anybody where nothing came.
    """
    rows = catalog.arrivals(tx, shop.since(NEWS_DAYS)[:10])
    kinds = catalog.sizes(tx, {category for _, _, category, _ in rows}, variants) if rows else {}
    if not kinds:
        return NOTHING_NEW
    lies = _lies(tx, rows, kinds)
    came: dict[str, dict[str, list[Arrival]]] = defaultdict(lambda: defaultdict(list))
    for tenant, id, category, since in rows:
        first = {size: variant for variant, size, _ in reversed(lies[id])}
        places = frozenset((variant, place) for variant, _, place in lies[id])
        came[tenant][category].append(Arrival(id, category, shop.day(since), first, places))
    by_store = {place: found for tenant, found in came.items() for place in signin.kinds(tx, tenant)}
    homes = customers.at_home(tx, by_store) if people is None else customers.homes(tx, people)
    return Arrivals(by_store, homes, kinds)


def _lies(
    tx: Tx, rows: Iterable[tuple[str, str, str, str]], kinds: Mapping[str, tuple[str, str]]
) -> dict[str, list[Lot]]:
    """What lies where of these products, if it is of the categories and sizes that were bought."""
    categories, sizes = ({kind[side] for kind in kinds.values()} for side in (0, 1))
    found: dict[str, list[Lot]] = defaultdict(list)
    for id, variant, size, place in catalog.lying(tx, [row[1] for row in rows if row[2] in categories], sizes):
        found[id].append((variant, size, place))
    return found
