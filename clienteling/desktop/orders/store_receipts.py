"""The receipts that this tablet gave out: the queries over its own orders; knows no screen and no contract."""

from typing import NamedTuple

import sqlalchemy as sa

from clienteling.desktop.orders.store import orders
from clienteling.desktop.runtime.db import Tx


class Given(NamedTuple):
    """A receipt that was given out with its order, of which it says how it stands."""

    number: str
    order: str
    placed_at: str
    total: int
    currency: str
    state: str


_GIVEN = sa.select(
    orders.c.number, orders.c.id, orders.c.placed_at, orders.c.total, orders.c.currency, orders.c.state
).order_by(orders.c.number)


def given(tx: Tx, device_code: str, since: str, until: str) -> list[Given]:
    """The receipts of a device from one ISO 8601 moment to before another, in the order of their numbers."""
    mine = orders.c.number.startswith(f"{device_code}-", autoescape=True)
    query = _GIVEN.where(mine, orders.c.placed_at >= since, orders.c.placed_at < until)
    return [Given(*row) for row in tx.execute(query)]


def numbered(tx: Tx, numbers: list[str]) -> set[str]:
    """Those of the numbers that were given out on any day."""
    return set(tx.execute(sa.select(orders.c.number).where(orders.c.number.in_(numbers))).scalars())
