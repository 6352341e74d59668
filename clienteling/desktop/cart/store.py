"""Carts and their lines on this tablet: tables and queries; knows no screen and no contract."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from clienteling.desktop.cart import domain
from clienteling.desktop.cart.domain import Line, Open
from clienteling.desktop.runtime.db import Tx, metadata

cart = sa.Table(
    "cart",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("customer", sa.Text),
    sa.Column("label", sa.Text, nullable=False, default=""),
    sa.Column("parked", sa.Boolean, nullable=False, default=False),
)

cart_line = sa.Table(
    "cart_line",
    metadata,
    sa.Column("cart", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("price", sa.Integer, nullable=False),
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
    sqlite_with_rowid=False,
)

_SHOWN = cart_line.c.quantity > 0
_OF_LINE = [column for column in cart_line.c if column.name != "cart"]
# part of every change of a cart: built once
_THIS = sa.and_(cart_line.c.cart == sa.bindparam("of"), cart_line.c.id == sa.bindparam("this"))
_LINE = sa.select(*_OF_LINE).where(_THIS, _SHOWN)
_LINES = (
    sa.select(*_OF_LINE)
    .where(cart_line.c.cart == sa.bindparam("of"), _SHOWN)
    .order_by(cart_line.c.added_at, cart_line.c.id)
)
_QUANTITY = sa.select(cart_line.c.quantity).where(_THIS)
_CHANGE = sa.update(cart_line).where(_THIS)
_EMPTY = sa.delete(cart_line).where(cart_line.c.cart.in_(sa.bindparam("ids", expanding=True)))


def lines(tx: Tx, id: str) -> list[Line]:
    """What a cart holds, oldest first; lines that were taken back are not among them."""
    return [_line(row) for row in tx.execute(_LINES, {"of": id})]


def line(tx: Tx, id: str, line_id: str) -> Line | None:
    """One line that the cart holds."""
    row = tx.execute(_LINE, _this(id, line_id)).first()
    return _line(row) if row else None


def head(tx: Tx, id: str) -> sa.Row[Any] | None:
    """The cart without its lines."""
    return tx.execute(sa.select(cart).where(cart.c.id == id)).first()


def open_carts(tx: Tx, store: str) -> list[Open]:
    """The carts of a store that hold something, the last used first."""
    query = sa.select(cart.c.id, cart.c.customer, cart.c.label, cart.c.parked)
    query = query.join_from(cart, cart_line, cart_line.c.cart == cart.c.id).where(cart.c.store == store, _SHOWN)
    rows = tx.execute(query.group_by(cart.c.id).order_by(sa.func.max(cart_line.c.added_at).desc()).limit(100)).all()
    held = _lines_of(tx, [row.id for row in rows])
    return [
        Open(row.id, row.customer, row.label, row.parked, _pieces(held[row.id]), domain.totals(held[row.id]))
        for row in rows
    ]


def _lines_of(tx: Tx, ids: Sequence[str]) -> dict[str, list[Line]]:
    held: dict[str, list[Line]] = defaultdict(list)
    query = sa.select(cart_line).where(cart_line.c.cart.in_(ids), _SHOWN)
    for row in tx.execute(query.order_by(cart_line.c.added_at, cart_line.c.id)).mappings():
        held[row["cart"]].append(Line(**{column.name: row[column] for column in _OF_LINE}))
    return held


def keep_cart(tx: Tx, id: str, store: str, customer: str | None) -> None:
    """Make sure that the cart is there."""
    known = sa.insert(cart).prefix_with("OR IGNORE")
    tx.execute(known, {"id": id, "store": store, "customer": customer, "label": "", "parked": False})


def add(tx: Tx, id: str, new: Line) -> None:
    """`new.quantity` more (or fewer) of a line; a line that shows keeps the price and the way quoted first."""
    found = tx.execute(_QUANTITY, _this(id, new.id)).scalar()
    if found is None:
        tx.execute(sa.insert(cart_line), {"cart": id, **_row(new)})
        return
    quantity = domain.changed(found, new.quantity)
    values = {"quantity": quantity} if found > 0 else _row(new) | {"quantity": quantity}
    tx.execute(_CHANGE, _this(id, new.id) | values)


def take_back(tx: Tx, id: str, line_id: str, seen: int) -> None:
    """Remove a line of which `seen` were seen."""
    found = tx.execute(_QUANTITY, _this(id, line_id)).scalar()
    if found is not None:
        tx.execute(_CHANGE, _this(id, line_id) | {"quantity": domain.removed(found, seen)})


def set_way(tx: Tx, id: str, line_id: str, fulfilment: str, pickup_store: str | None) -> None:
    """How a line reaches her."""
    values = {"fulfilment": fulfilment, "pickup_store": pickup_store}
    tx.execute(_CHANGE, _this(id, line_id) | values)


def park(tx: Tx, id: str, parked: bool, label: str) -> None:
    """Set aside, or take up again."""
    tx.execute(sa.update(cart).where(cart.c.id == id).values(parked=parked, label=label))


def replace(tx: Tx, heads: Sequence[dict[str, Any]], held: Sequence[tuple[str, Line]]) -> None:
    """Write whole carts over what stood there."""
    tx.execute(sa.insert(cart).prefix_with("OR REPLACE"), list(heads))
    tx.execute(_EMPTY, {"ids": [head["id"] for head in heads]})
    if held:
        tx.execute(sa.insert(cart_line), [{"cart": id} | _row(line) for id, line in held])


def delete(tx: Tx, ids: Sequence[str]) -> None:
    """Take carts and their lines away."""
    tx.execute(_EMPTY, {"ids": list(ids)})
    tx.execute(sa.delete(cart).where(cart.c.id.in_(ids)))


def _this(id: str, line_id: str) -> dict[str, Any]:
    return {"of": id, "this": line_id}


def _line(row: sa.Row[Any]) -> Line:
    return Line(**row._mapping)


def _row(line: Line) -> dict[str, Any]:
    return dict(vars(line))


def _pieces(held: Sequence[Line]) -> int:
    return sum(line.quantity for line in held)
