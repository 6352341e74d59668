"""The table event and its queries: a person's history, newest first."""

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from clienteling.desktop.clientbook.domain import NEWEST, Event, Item, Place
from clienteling.desktop.runtime.db import Tx, metadata

_FIELDS = ("id", "customer", "at", "channel", "phase", "what", "store", "staff", "order", "amount", "currency", "text")

event = sa.Table(
    "event",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    *(sa.Column(name, sa.Text, nullable=False) for name in ("customer", "at", "channel", "phase", "what")),
    sa.Column("items", sa.JSON, nullable=False),
    *(sa.Column(name, sa.Text) for name in ("store", "staff", "order")),
    sa.Column("amount", sa.Integer, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Index("event_history", "customer", "at", "id"),
    sa.Index("event_order", "order"),
)
_LIST = sa.select(*(event.c[name] for name in _FIELDS), event.c["items"].label("pieces"))


def _event(row: Any) -> Event:
    return Event(**{name: row[name] for name in _FIELDS}, items=tuple(Item(*item) for item in row["pieces"]))


def save(tx: Tx, events: Sequence[Event]) -> None:
    """Write events, new or known."""
    rows = [{name: getattr(one, name) for name in _FIELDS} | {"items": [list(i) for i in one.items]} for one in events]
    if rows:
        tx.execute(event.insert().prefix_with("OR REPLACE"), rows)


def remove(tx: Tx, ids: Sequence[str]) -> None:
    """Delete events."""
    tx.execute(event.delete().where(event.c.id.in_(list(ids))))


def get(tx: Tx, id: str) -> Event | None:
    """One event."""
    row = tx.execute(_LIST.where(event.c.id == id)).mappings().first()
    return _event(row) if row else None


def page(
    tx: Tx, customer: str, phase: str = "", channel: str = "", before: Place = NEWEST, limit: int = 50
) -> list[Event]:
    """Her events older than a place, newest first; `phase` and `channel` filter unless empty."""
    query = _LIST.where(event.c.customer == customer, sa.tuple_(event.c.at, event.c.id) < sa.tuple_(*before))
    if phase:
        query = query.where(event.c.phase == phase)
    if channel:
        query = query.where(event.c.channel == channel)
    query = query.order_by(event.c.at.desc(), event.c.id.desc()).limit(limit)
    return [_event(row) for row in tx.execute(query).mappings()]


def about(tx: Tx, customer: str, whats: Collection[str], variants: Collection[str]) -> list[Event]:
    """Her events of these kinds that name one of the variants, newest first."""
    named = sa.or_(sa.false(), *(sa.func.instr(event.c["items"], variant) > 0 for variant in sorted(variants)))
    query = _LIST.where(event.c.customer == customer, event.c.what.in_(whats), named)
    return [_event(row) for row in tx.execute(query.order_by(event.c.at.desc(), event.c.id.desc())).mappings()]


def bought(tx: Tx, customer: str, limit: int) -> list[Item]:
    """What she bought last, from at most `limit` baskets."""
    query = sa.select(event.c["items"]).where(event.c.customer == customer, event.c.what == "bought")
    rows = tx.execute(query.order_by(event.c.at.desc()).limit(limit)).scalars()
    return [Item(*item) for items in rows for item in items]


def of_kind(tx: Tx, customer: str, what: str, limit: int) -> list[Event]:
    """What happened to her last of one kind, newest first."""
    query = _LIST.where(event.c.customer == customer, event.c.what == what).limit(limit)
    return [_event(row) for row in tx.execute(query.order_by(event.c.at.desc(), event.c.id.desc())).mappings()]


def purchases(tx: Tx, customer: str) -> list[tuple[str, str | None]]:
    """When she bought, and by which order."""
    query = sa.select(event.c.at, event.c.order).where(event.c.customer == customer, event.c.what == "bought")
    return [(row.at, row.order) for row in tx.execute(query)]


def counts(tx: Tx, customer: str) -> dict[str, int]:
    """How often what happened to her, as far as it is here."""
    query = sa.select(event.c.what, sa.func.count()).where(event.c.customer == customer).group_by(event.c.what)
    return {what: times for what, times in tx.execute(query)}


def with_orders(tx: Tx, orders: Sequence[str]) -> set[str]:
    """Those of the orders that stand in a history already."""
    return set(tx.execute(sa.select(event.c.order).where(event.c.order.in_(list(orders)))).scalars())


def latest(tx: Tx, customers: Sequence[str]) -> dict[str, str]:
    """When anything last happened to each of these people."""
    query = sa.select(event.c.customer, sa.func.max(event.c.at)).where(event.c.customer.in_(list(customers)))
    return {customer: at for customer, at in tx.execute(query.group_by(event.c.customer))}


def count(tx: Tx, customer: str) -> int:
    """How many events her history has here."""
    return tx.execute(sa.select(sa.func.count()).where(event.c.customer == customer)).scalar() or 0
