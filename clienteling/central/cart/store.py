"""Tables and queries of carts and their lines; the only SQL about carts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa

from clienteling.central.runtime.db import Big, Tx, Upsert, insert_rows, metadata, upserts

cart = sa.Table(
    "cart",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("customer", sa.Text, index=True),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("parked", sa.Boolean(create_constraint=False), nullable=False),
)
cart_line = sa.Table(
    "cart_line",
    metadata,
    sa.Column("cart", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("price", Big, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("variant", sa.Text),
    sa.Column("gtin", sa.Text),
    sa.Column("price_version", sa.Integer, nullable=False),
    sa.Column("fulfilment", sa.Text, nullable=False),
    sa.Column("pickup_store", sa.Text),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("added_at", sa.Text, nullable=False),
    sa.Column("tag", sa.Text, nullable=False, server_default=""),
    sa.Column("weight", sa.Integer, nullable=False, server_default="0"),
)
_CART = [column.name for column in cart.columns]
_LINE = [column.name for column in cart_line.columns]
Row = dict[str, Any]
# part of every write about a cart: built once
_IDS = sa.bindparam("ids", expanding=True)
_MINE = cart.c.id == sa.bindparam("of")
_ONE = sa.select(cart).where(_MINE).with_for_update()
_UPDATE = sa.update(cart).where(_MINE)
_MANY = sa.select(cart).where(cart.c.id.in_(_IDS))
_LINES = (
    sa.select(cart_line)
    .where(cart_line.c.cart.in_(_IDS), cart_line.c.quantity > 0)
    .order_by(cart_line.c.added_at, cart_line.c.id)
)
_ONLINE = (
    sa.select(cart.c.customer, cart_line.c.variant)
    .join(cart_line, cart_line.c.cart == cart.c.id)
    .where(cart_line.c.source == "online", cart_line.c.quantity > 0, cart_line.c.variant.is_not(None))
)
_ALL_ONLINE = _ONLINE.where(cart.c.customer.is_not(None))
_THEIRS_ONLINE = _ONLINE.where(cart.c.customer.in_(_IDS))
_BEGIN = upserts(cart, lambda row: row.on_conflict_do_nothing())
_THIS = sa.and_(cart_line.c.cart == sa.bindparam("of"), cart_line.c.id == sa.bindparam("this"))
_ONE_LINE = sa.select(cart_line).where(_THIS)
_MORE = sa.update(cart_line).where(_THIS).values(quantity=cart_line.c.quantity + sa.bindparam("delta"))


def _added(row: Upsert) -> Upsert:
    new, there = row.excluded, cart_line.c
    kept = {name: new[name] for name in ("price", "price_version", "fulfilment", "pickup_store")}
    for name in ("source", "added_at"):
        kept[name] = sa.case((there.quantity > 0, there[name]), else_=new[name])
    kept["quantity"] = there.quantity + new.quantity
    return row.on_conflict_do_update(index_elements=["cart", "id"], set_=kept)


_ADD = upserts(cart_line, _added)


def one(tx: Tx, id: str) -> Row | None:
    """The cart, locked."""
    row = tx.execute(_ONE, {"of": id}).mappings().first()
    return dict(row) if row else None


def open(tx: Tx, id: str, place: str, customer: str | None) -> Row:
    """The cart, begun if it is not there, locked."""
    fresh = {"id": id, "ver": 0, "store": place, "customer": customer, "label": "", "parked": False}
    tx.execute(_BEGIN[tx.dialect.name], fresh)
    return one(tx, id) or fresh


def update(tx: Tx, id: str, **values: Any) -> None:
    """Change the cart itself."""
    tx.execute(_UPDATE, {"of": id, **values})


def line(tx: Tx, cart_id: str, id: str) -> Row | None:
    """One line as it is kept, which may be below zero."""
    row = tx.execute(_ONE_LINE, {"of": cart_id, "this": id}).mappings().first()
    return dict(row) if row else None


def add(tx: Tx, values: Row) -> None:
    """A new line, or that much more (or less) of the one there is; what was said last of it stands.

    One of which nothing was left is a new line too: it comes from where it was put in now.
    """
    tx.execute(_ADD[tx.dialect.name], values)


def change(tx: Tx, cart_id: str, id: str, delta: int) -> None:
    """That much more or less of a line, if it was ever there."""
    tx.execute(_MORE, {"of": cart_id, "this": id, "delta": delta})


def fulfil(tx: Tx, cart_id: str, id: str, fulfilment: str, pickup_store: str | None) -> int:
    """How a line shall reach her; how many lines that was."""
    mine = sa.and_(cart_line.c.cart == cart_id, cart_line.c.id == id)
    changed = sa.update(cart_line).where(mine).values(fulfilment=fulfilment, pickup_store=pickup_store)
    return tx.execute(changed).rowcount


def many(tx: Tx, ids: Iterable[str]) -> dict[str, Row]:
    """The carts with the `lines` that are above zero, in the order of their adding."""
    wanted = list(ids)
    lines: dict[str, list[Row]] = defaultdict(list)
    for row in tx.execute(_LINES, {"ids": wanted}).mappings():
        lines[row["cart"]].append({str(name): value for name, value in row.items()})
    rows = tx.execute(_MANY, {"ids": wanted}).mappings()
    return {row["id"]: {**row, "lines": lines[row["id"]]} for row in rows}


def online(tx: Tx, people: Collection[str] | None = None) -> list[tuple[str, str]]:
    """(customer, variant) of what lies in the carts of all or of some people and was put there online."""
    rows = tx.execute(_ALL_ONLINE) if people is None else tx.execute(_THEIRS_ONLINE, {"ids": list(people)})
    return [(row.customer, row.variant) for row in rows]


def put_in(tx: Tx, people: Collection[str]) -> list[tuple[str, str, str]]:
    """(customer, variant, added_at) of what lies in the carts of these people or lay there."""
    query = sa.select(cart.c.customer, cart_line.c.variant, cart_line.c.added_at)
    query = query.join(cart_line, cart_line.c.cart == cart.c.id)
    query = query.where(cart.c.customer.in_(people), cart_line.c.variant.is_not(None))
    return [(row.customer, row.variant, row.added_at) for row in tx.execute(query)]


def empty(tx: Tx, id: str) -> list[Row]:
    """Take the cart away; the lines that lay in it, as they were kept."""
    lines = tx.execute(sa.delete(cart_line).where(cart_line.c.cart == id).returning(*cart_line.c)).mappings().all()
    tx.execute(sa.delete(cart).where(cart.c.id == id))
    return [{str(name): value for name, value in line.items()} for line in lines]


def of_customer(tx: Tx, customer: str) -> list[tuple[str, str, int]]:
    """Her cart, as the feed names it."""
    rows = tx.execute(sa.select(cart.c.id, cart.c.ver).where(cart.c.customer == customer))
    return [("cart", row.id, row.ver) for row in rows]


def load(tx: Tx, carts: Iterable[tuple[Any, ...]], lines: Iterable[tuple[Any, ...]]) -> None:
    """Many new carts and lines, in the order of their columns."""
    insert_rows(tx, cart, _CART, carts)
    insert_rows(tx, cart_line, _LINE, lines)
