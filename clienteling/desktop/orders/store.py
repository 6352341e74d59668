"""Orders, their lines, their steps and the receipt counter on this tablet; knows no screen and no contract."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from clienteling.contract.money import Money
from clienteling.desktop.orders.domain import GROUPS, Order, OrderLine, Twin, Week
from clienteling.desktop.runtime.db import Tx, metadata

orders = sa.Table(
    "orders",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("number", sa.Text, nullable=False, index=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("customer", sa.Text, index=True),
    sa.Column("staff", sa.Text, index=True),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("total", sa.Integer, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("placed_at", sa.Text, nullable=False),
    sa.Column("address", sa.JSON),
    sa.Column("problem", sa.Text, nullable=False, default=""),
    sa.Column("refused", sa.Boolean, nullable=False, default=False),
    sa.Index("orders_state", "state", "placed_at"),
    sa.Index("orders_newest", sa.text("placed_at DESC"), "id", "state"),
)

order_line = sa.Table(
    "order_line",
    metadata,
    sa.Column("order", sa.Text, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("variant", sa.Text, nullable=False),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("price", sa.Integer, nullable=False),
    sa.Column("fulfilment", sa.Text, nullable=False),
    sa.Column("price_version", sa.Integer, nullable=False),
    sa.Column("pickup_store", sa.Text),
    sa.Column("source", sa.Text),
    sa.Column("promised", sa.Text, nullable=False),
    sa.Column("problem", sa.Text, nullable=False),
    sa.Column("tag", sa.Text, nullable=False, server_default=""),
    sa.Column("weight", sa.Integer, nullable=False, server_default="0"),
    sqlite_with_rowid=False,
)

order_step = sa.Table(
    "order_step",
    metadata,
    sa.Column("order", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)

order_twin = sa.Table(
    "order_twin",
    metadata,
    sa.Column("order", sa.Text, primary_key=True),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("placed_at", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)

receipt_counter = sa.Table(
    "receipt_counter",
    metadata,
    sa.Column("device_code", sa.Text, primary_key=True),
    sa.Column("last", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)

_PIECES = (
    sa.select(sa.func.coalesce(sa.func.sum(order_line.c.quantity), 0))
    .where(order_line.c.order == orders.c.id)
    .scalar_subquery()
    .label("pieces")
)
_ORDER = sa.select(*[column for column in orders.c if column.name != "address"], _PIECES)
_LINE = [column for column in order_line.c if column.name not in ("order", "place")]
_EMPTY = sa.delete(order_line).where(order_line.c.order.in_(sa.bindparam("ids", expanding=True)))


def order(tx: Tx, id: str) -> Order | None:
    """One order."""
    return next(iter(_orders(tx, _ORDER.where(orders.c.id == id))), None)


def lines(tx: Tx, id: str) -> list[OrderLine]:
    """The lines of an order, as they were sold."""
    query = sa.select(*_LINE).where(order_line.c.order == id).order_by(order_line.c.place)
    return [OrderLine(**row._mapping) for row in tx.execute(query)]


def address(tx: Tx, id: str) -> dict[str, Any] | None:
    """Where an order goes."""
    return tx.execute(sa.select(orders.c.address).where(orders.c.id == id)).scalar()


def twin(tx: Tx, id: str) -> Twin | None:
    """The order that was made of the same pieces before this one."""
    query = sa.select(order_twin.c.number, order_twin.c.placed_at).where(order_twin.c.order == id)
    row = tx.execute(query).first()
    return Twin(*row) if row else None


def steps(tx: Tx, id: str) -> list[tuple[str, str]]:
    """The states this tablet saw the order in, and when, oldest first."""
    query = sa.select(order_step.c.state, order_step.c.at).where(order_step.c.order == id)
    return [(state, at) for state, at in tx.execute(query.order_by(order_step.c.at))]


def page(tx: Tx, group: str, number: str, limit: int, offset: int) -> list[Order]:
    """A page of the list: what needs a person first, then the newest; `group` as in GROUPS or empty."""
    needing, others = orders.c.state == "attention", orders.c.state.in_(_states(group) - {"attention"})
    first = _slice(tx, needing, number, limit, offset) if "attention" in _states(group) else []
    if len(first) == limit:
        return first
    ahead = _count(tx, needing, number) if "attention" in _states(group) else 0
    return first + _slice(tx, others, number, limit - len(first), max(0, offset - ahead))


def of_customer(tx: Tx, customer: str, limit: int) -> list[Order]:
    """A customer's orders, the newest first."""
    query = _ORDER.where(orders.c.customer == customer).order_by(orders.c.placed_at.desc()).limit(limit)
    return _orders(tx, query)


def ready(tx: Tx, store: str, limit: int) -> list[Order]:
    """Orders that lie ready in a store, the oldest first."""
    there = sa.exists().where(order_line.c.order == orders.c.id, order_line.c.pickup_store == store)
    query = _ORDER.where(orders.c.state == "ready", there).order_by(orders.c.placed_at)
    return _orders(tx, query.limit(limit))


def counts(tx: Tx) -> dict[str, int]:
    """How many orders are in each group of states."""
    query = sa.select(orders.c.state, sa.func.count()).group_by(orders.c.state)
    by_state = {state: count for state, count in tx.execute(query)}
    return {group: sum(by_state.get(state, 0) for state in states) for group, states in GROUPS.items()}


def week_of(tx: Tx, staff: str, since: str) -> Week:
    """What somebody sold since a moment; cancelled orders do not count."""
    mine = (orders.c.staff == staff, orders.c.placed_at >= since, orders.c.state != "cancelled")
    away = sa.exists().where(order_line.c.order == orders.c.id, order_line.c.fulfilment != "now")
    counted = sa.select(sa.func.count(), sa.func.count().filter(away)).select_from(orders).where(*mine)
    sums = sa.select(sa.func.sum(orders.c.total), orders.c.currency).where(*mine).group_by(orders.c.currency)
    count, endless = tx.execute(counted).one()
    return Week(count, endless, tuple(Money(amount, currency) for amount, currency in tx.execute(sums)))


def next_count(tx: Tx, device_code: str) -> int:
    """The device's next receipt count; a transaction that fails takes it back, so that there are no gaps."""
    count = last_count(tx, device_code) + 1
    _set_count(tx, device_code, count)
    return count


def last_count(tx: Tx, device_code: str) -> int:
    """The last receipt count that is known of a device; 0 before its first."""
    mine = receipt_counter.c.device_code == device_code
    return tx.execute(sa.select(receipt_counter.c.last).where(mine)).scalar() or 0


def counted_codes(tx: Tx) -> set[str]:
    """The devices whose receipts were counted here."""
    return set(tx.execute(sa.select(receipt_counter.c.device_code)).scalars())


def note_counts(tx: Tx, seen: dict[str, int]) -> None:
    """Orders that central tells carry counts too: a tablet that was set up anew goes on after its own last one."""
    rows = tx.execute(sa.select(receipt_counter).where(receipt_counter.c.device_code.in_(seen)))
    known = {code: last for code, last in rows}
    for code, count in seen.items():
        if count > known.get(code, 0):
            _set_count(tx, code, count)


def state_of(tx: Tx, ids: Sequence[str]) -> dict[str, str]:
    """The state each known one of these orders shows."""
    rows = tx.execute(sa.select(orders.c.id, orders.c.state).where(orders.c.id.in_(ids)))
    return {id: state for id, state in rows}


def refused(tx: Tx, ids: Sequence[str]) -> list[str]:
    """Those of the orders that stand as refused: central never had them."""
    return list(tx.execute(sa.select(orders.c.id).where(orders.c.id.in_(ids), orders.c.refused)).scalars())


def replace(tx: Tx, rows: Sequence[dict[str, Any]], lines: Sequence[dict[str, Any]]) -> None:
    """Write whole orders over what stood there."""
    tx.execute(sa.insert(orders).prefix_with("OR REPLACE"), list(rows))
    tx.execute(_EMPTY, {"ids": [row["id"] for row in rows]})
    if lines:
        tx.execute(sa.insert(order_line), list(lines))


def replace_twins(tx: Tx, ids: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Of these orders only the ones in the rows were made of what another had taken before."""
    tx.execute(sa.delete(order_twin).where(order_twin.c.order.in_(ids)))
    if rows:
        tx.execute(sa.insert(order_twin), list(rows))


def set_state(tx: Tx, id: str, **values: Any) -> None:
    """Change what an order shows."""
    tx.execute(sa.update(orders).where(orders.c.id == id).values(**values))


def note_step(tx: Tx, id: str, state: str, at: str) -> None:
    """Remember when an order was first seen in a state."""
    tx.execute(sa.insert(order_step).prefix_with("OR IGNORE"), {"order": id, "state": state, "at": at})


def delete(tx: Tx, ids: Sequence[str]) -> None:
    """Take orders, their lines, their twins and their steps away."""
    for table in (order_line, order_twin, order_step):
        tx.execute(sa.delete(table).where(table.c.order.in_(ids)))
    tx.execute(sa.delete(orders).where(orders.c.id.in_(ids)))


def _states(group: str) -> frozenset[str]:
    return GROUPS[group] if group else frozenset().union(*GROUPS.values())


def _numbered(number: str) -> sa.ColumnElement[bool]:
    return sa.func.instr(orders.c.number, number) > 0 if number else sa.true()


def _slice(tx: Tx, which: sa.ColumnElement[bool], number: str, limit: int, offset: int) -> list[Order]:
    """The index on `placed_at` gives the newest without sorting the rest; only what is shown is read whole."""
    newest = sa.select(orders.c.id).where(which, _numbered(number)).order_by(orders.c.placed_at.desc(), orders.c.id)
    query = _ORDER.where(orders.c.id.in_(newest.limit(limit).offset(offset)))
    return _orders(tx, query.order_by(orders.c.placed_at.desc(), orders.c.id))


def _count(tx: Tx, which: sa.ColumnElement[bool], number: str) -> int:
    return tx.execute(sa.select(sa.func.count()).select_from(orders).where(which, _numbered(number))).scalar_one()


def _set_count(tx: Tx, device_code: str, last: int) -> None:
    row = sa.insert(receipt_counter).prefix_with("OR REPLACE")
    tx.execute(row.values(device_code=device_code, last=last))


def _orders(tx: Tx, query: sa.Select[Any]) -> list[Order]:
    return [Order(**row._mapping) for row in tx.execute(query)]
