"""What insight reads of a shop: its lines and the names of its products; learns nothing itself."""

from __future__ import annotations

from typing import Any

from clienteling.central.catalog import actions as catalog
from clienteling.central.insight import store
from clienteling.central.insight.domain_nights import Night
from clienteling.central.orders import actions as orders
from clienteling.central.runtime.clock import ordinal
from clienteling.central.runtime.db import Tx


def lines(tx: Tx) -> Any:
    """All that went out, as an Arrow table for the pipeline: customer (null for guests), basket, day, product."""
    import pyarrow as pa

    baskets, sold = orders.bought(tx)
    product_of = {row[0]: row[1] for row in catalog.listing(tx)}
    kept = [(order, product_of[variant]) for order, variant in sold if order in baskets and variant in product_of]
    days = {order: ordinal(at) for order, (_, at) in baskets.items()}
    return pa.table(
        {
            "customer": pa.array([baskets[order][0] for order, _ in kept], pa.string()),
            "basket": pa.array([order for order, _ in kept], pa.string()),
            "day": pa.array([days[order] for order, _ in kept], pa.int32()),
            "product": pa.array([product for _, product in kept], pa.string()),
        }
    )


def shop(tx: Tx) -> str:
    """What tells this shop from every other: the id of its first order, empty where there is none."""
    return orders.first(tx)


def names(tx: Tx) -> dict[str, str]:
    """The English name of every product."""
    return {row[1]: row[3] for row in catalog.listing(tx)}


def note_night(tx: Tx, night: Night) -> None:
    """Write down what a night of learning came to, whether it is used or not."""
    store.add(tx, night)


def nights(tx: Tx, most: int) -> list[Night]:
    """The last nights of learning, newest first."""
    return store.last(tx, most)
