"""What segments ask of a shop: what its products are, by which channel its people buy, and who is in none."""

from __future__ import annotations

from typing import NamedTuple

from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.orders import actions as orders
from clienteling.central.runtime.db import Tx


class Told(NamedTuple):
    """By product category, brand and price; orders by channel. Nothing of a sensitive category is among them.

    `kept_out` said no to being profiled.
    """

    products: dict[str, tuple[str, str, int]]
    channels: dict[str, dict[str, int]]
    kept_out: set[str]


def told(tx: Tx) -> Told:
    """All of it."""
    return Told(catalog.traits(tx), orders.channels(tx), customers.unprofiled(tx))
