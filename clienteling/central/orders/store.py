"""Tables and queries of orders and their lines; the only SQL about orders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa

from clienteling.central.orders.domain import OVER
from clienteling.central.runtime.db import Big, Tx, insert_rows, metadata

orders = sa.Table(
    "orders",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("store", sa.Text, nullable=False, index=True),
    sa.Column("customer", sa.Text, index=True),
    sa.Column("staff", sa.Text),
    sa.Column("device", sa.Text),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("address", sa.JSON),
    sa.Column("total", Big, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("placed_at", sa.Text, nullable=False),
    sa.Column("problem", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("cart", sa.Text, index=True),
    sa.Column("cart_ver", sa.Integer),
    sa.Column("twin", sa.JSON),
    sa.UniqueConstraint("device", "number"),
)
order_line = sa.Table(
    "order_line",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("order", sa.Text, nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("variant", sa.Text, nullable=False),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("price", Big, nullable=False),
    sa.Column("fulfilment", sa.Text, nullable=False),
    sa.Column("price_version", sa.Integer, nullable=False),
    sa.Column("pickup_store", sa.Text),
    sa.Column("source", sa.Text),
    sa.Column("promised", sa.Text, nullable=False),
    sa.Column("problem", sa.Text, nullable=False),
    sa.Column("tag", sa.Text, nullable=False, server_default=""),
    sa.Column("weight", sa.Integer, nullable=False, server_default="0"),
)
ORDER = [str(column.name) for column in orders.columns]
LINE = [str(column.name) for column in order_line.columns]
Row = dict[str, Any]
_PIECE = 20_000
# part of every placing of an order: built once
_IDS = sa.bindparam("ids", expanding=True)
_ONE = sa.select(orders).where(orders.c.id == sa.bindparam("of"))
_LOCKED = _ONE.with_for_update()
_MANY = sa.select(orders).where(orders.c.id.in_(_IDS))
_LINES = sa.select(order_line).where(order_line.c.order.in_(_IDS)).order_by(order_line.c.order, order_line.c.position)
_INSERT = sa.insert(orders)
_TAKEN = sa.select(order_line.c.id).where(order_line.c.id.in_(_IDS))
_NUMBER = sa.select(orders.c.id).where(
    orders.c.device == sa.bindparam("device"), orders.c.number == sa.bindparam("number")
)
_TWIN = (
    sa.select(orders.c.id, orders.c.number, orders.c.placed_at)
    .where(
        orders.c.cart == sa.bindparam("cart"),
        orders.c.cart_ver > sa.bindparam("seen"),
        orders.c.device != sa.bindparam("device"),
        orders.c.state != "cancelled",
        sa.exists().where(
            order_line.c.order == orders.c.id, order_line.c.variant.in_(sa.bindparam("variants", expanding=True))
        ),
    )
    .order_by(orders.c.cart_ver.desc())
    .limit(1)
)


def one(tx: Tx, id: str, lock: bool = True) -> Row | None:
    """The order with its `lines`, locked if it is to be changed."""
    row = tx.execute(_LOCKED if lock else _ONE, {"of": id}).first()
    return dict(zip(ORDER, row, strict=True), lines=_lines(tx, [id])[id]) if row else None


def many(tx: Tx, ids: Iterable[str]) -> dict[str, Row]:
    """The orders with their `lines` in order."""
    wanted = list(ids)
    lines = _lines(tx, wanted)
    rows = tx.execute(_MANY, {"ids": wanted})
    return {row.id: dict(zip(ORDER, row, strict=True), lines=lines[row.id]) for row in rows}


def _lines(tx: Tx, ids: list[str]) -> dict[str, list[Row]]:
    lines: dict[str, list[Row]] = defaultdict(list)
    for row in tx.execute(_LINES, {"ids": ids}):
        lines[row.order].append(dict(zip(LINE, row, strict=True)))
    return lines


def insert(tx: Tx, order: Row, lines: list[Row]) -> None:
    """A new order with its lines."""
    tx.execute(_INSERT, order)
    insert_rows(tx, order_line, LINE, [tuple(line[name] for name in LINE) for line in lines])


def number_taken(tx: Tx, device: str, number: str) -> bool:
    """Whether the device has used this receipt number."""
    return tx.execute(_NUMBER, {"device": device, "number": number}).first() is not None


def twin(tx: Tx, device: str, cart: str, seen: int, variants: Collection[str]) -> Row | None:
    """The last order that another device made of the same variants of a cart, of which `seen` did not know yet."""
    asked = {"device": device, "cart": cart, "seen": seen, "variants": list(variants)}
    row = tx.execute(_TWIN, asked).mappings().first()
    return {**row} if row else None


def lines_taken(tx: Tx, ids: list[str]) -> bool:
    """Whether any of these lines was ordered before."""
    return tx.execute(_TAKEN, {"ids": ids}).first() is not None


def move(tx: Tx, id: str, **values: Any) -> None:
    """Change the order itself."""
    tx.execute(sa.update(orders).where(orders.c.id == id).values(**values))


def over(tx: Tx, ids: list[str], before: str) -> dict[str, int]:
    """Those of the orders that were placed before then and are over, with their versions."""
    old = sa.and_(orders.c.id.in_(ids), orders.c.placed_at < before, orders.c.state.in_(OVER))
    return {row.id: row.ver for row in tx.execute(sa.select(orders.c.id, orders.c.ver).where(old))}


def settle(tx: Tx, line: str, source: str | None, promised: str, problem: str) -> None:
    """Where a line comes from, by when, or what is wrong with it."""
    decided = sa.update(order_line).where(order_line.c.id == line)
    tx.execute(decided.values(source=source, promised=promised, problem=problem))


def move_to(tx: Tx, customer: str, into: str) -> list[str]:
    """All orders of a person are another's; which."""
    changed = sa.update(orders).where(orders.c.customer == customer).values(customer=into, ver=orders.c.ver + 1)
    return list(tx.execute(changed.returning(orders.c.id)).scalars())


def of_customer(tx: Tx, customer: str) -> list[tuple[str, str, int]]:
    """Her orders, as the feed names them."""
    rows = tx.execute(sa.select(orders.c.id, orders.c.ver).where(orders.c.customer == customer))
    return [("order", row.id, row.ver) for row in rows]


def sold(tx: Tx, people: Collection[str] | None = None) -> dict[str, tuple[str | None, str]]:
    """(customer or None, placed_at) by order that was not cancelled, of all or of some people."""
    query = sa.select(orders.c.id, orders.c.customer, orders.c.placed_at).where(orders.c.state != "cancelled")
    rows = tx.execute(query if people is None else query.where(orders.c.customer.in_(people)))
    return {id: (whose, at) for id, whose, at in rows}


def sold_lines(tx: Tx, people: Collection[str] | None = None) -> Iterable[Any]:
    """(order, variant) of every line that went out, in pieces so that a million of them need no memory at once."""
    query = sa.select(order_line.c.order, order_line.c.variant).where(order_line.c.quantity > 0)
    if people is not None:
        query = query.join(orders, orders.c.id == order_line.c.order).where(orders.c.customer.in_(people))
    for piece in tx.execute(query.execution_options(yield_per=_PIECE)).partitions():
        yield from piece


def returned(tx: Tx, people: Collection[str] | None = None) -> list[tuple[str, str, str]]:
    """(customer, variant, placed_at) of what came back, of all or of some people."""
    query = sa.select(orders.c.customer, order_line.c.variant, orders.c.placed_at)
    query = query.join(order_line, order_line.c.order == orders.c.id).where(orders.c.customer.is_not(None))
    query = query.where(sa.or_(order_line.c.quantity < 0, orders.c.state == "returned"))
    rows = tx.execute(query if people is None else query.where(orders.c.customer.in_(people)))
    return [(customer, variant, at) for customer, variant, at in rows]


def lately(tx: Tx, since: str) -> list[tuple[str, str, str, str]]:
    """(store, order, variant, placed_at) of every line that went out since then."""
    query = sa.select(orders.c.store, orders.c.id, order_line.c.variant, orders.c.placed_at)
    query = query.join(order_line, order_line.c.order == orders.c.id)
    out = sa.and_(orders.c.placed_at >= since, order_line.c.quantity > 0, orders.c.state != "cancelled")
    return [(store, order, variant, at) for store, order, variant, at in tx.execute(query.where(out))]


def lines_of(tx: Tx, variants: Collection[str]) -> Iterable[tuple[str, str, str, str]]:
    """(customer, order, variant, placed_at) of every line of these that went out to somebody who is known."""
    query = sa.select(orders.c.customer, orders.c.id, order_line.c.variant, orders.c.placed_at)
    query = query.join(order_line, order_line.c.order == orders.c.id).where(orders.c.customer.is_not(None))
    query = query.where(order_line.c.quantity > 0, orders.c.state != "cancelled")
    wanted = list(variants)
    for at in range(0, len(wanted), _PIECE):
        some = query.where(order_line.c.variant.in_(wanted[at : at + _PIECE]))
        for piece in tx.execute(some.execution_options(yield_per=_PIECE)).partitions():
            yield from piece


def channels(tx: Tx) -> list[tuple[str, str, int]]:
    """(customer, channel, how many orders) of everybody, as far as they were not cancelled."""
    query = sa.select(orders.c.customer, orders.c.channel, sa.func.count())
    query = query.where(orders.c.customer.is_not(None), orders.c.state != "cancelled")
    rows = tx.execute(query.group_by(orders.c.customer, orders.c.channel))
    return [(customer, channel, count) for customer, channel, count in rows]


def first(tx: Tx) -> str:
    """The id of the oldest order, empty where there is none."""
    query = sa.select(orders.c.id).order_by(orders.c.placed_at, orders.c.id).limit(1)
    return tx.execute(query).scalar() or ""


def load(tx: Tx, told: Iterable[tuple[Any, ...]], lines: Iterable[tuple[Any, ...]]) -> None:
    """Many new orders and lines, in the order of ORDER and LINE."""
    insert_rows(tx, orders, ORDER, told)
    insert_rows(tx, order_line, LINE, lines)
