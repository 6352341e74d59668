"""What is counted over everybody's baskets: what is bought together, and what each store sells most; knows nobody."""

from __future__ import annotations

from clienteling.central.catalog import actions as catalog
from clienteling.central.orders import actions as orders
from clienteling.central.runtime.clock import days_ago, now
from clienteling.central.runtime.db import Tx
from clienteling.central.suggestions import building, store
from clienteling.central.suggestions.building import Shop
from clienteling.central.suggestions.domain import POPULAR_DAYS, Neighbours


def basis(tx: Tx) -> tuple[Shop, list[building.Line]]:
    """The shop and all lines that were sold in it: what `companions` are counted from."""
    at = now()
    baskets, sold = orders.bought(tx)
    shop = Shop.of(catalog.listing(tx), *(store.clock(tx) or (at, at)))
    return shop, building.lines(shop, baskets, sold)


def keep_companions(tx: Tx, products: list[str], companions: Neighbours) -> None:
    """What is bought together with these products, instead of what was before."""
    rows = [(one, other, pull) for one in products for other, pull in companions.get(one, ())]
    store.replace_companions(tx, rows, products)


def count_popular(tx: Tx) -> None:
    """What each store sold most lately, as of now."""
    at = now()
    shop = Shop.of(catalog.listing(tx), *(store.clock(tx) or (at, at)))
    store.replace_popular(tx, popular(tx, shop, shop.day(at)))


def popular(tx: Tx, shop: Shop, today: int) -> list[tuple[str, str, int]]:
    """(store, product, in how many baskets) of what each store sold most in the last POPULAR_DAYS."""
    is_old = today - shop.day(shop.as_of) >= POPULAR_DAYS
    since = days_ago(POPULAR_DAYS) if is_old else shop.since(POPULAR_DAYS)
    return building.popular(shop, orders.lately(tx, since), today)
