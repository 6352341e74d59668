"""The table of events and its queries; the only SQL about what happened."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from clienteling.central.runtime.clock import ordinal
from clienteling.central.runtime.db import Big, Tx, insert_rows, metadata

event = sa.Table(
    "event",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("customer", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("phase", sa.Text, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("items", sa.JSON, nullable=False),
    sa.Column("store", sa.Text),
    sa.Column("staff", sa.Text),
    sa.Column("order", sa.Text),
    sa.Column("amount", Big, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Index("ix_event_customer_at", "customer", "at", "id"),
)
shop_gap = sa.Table(
    "shop_gap",
    metadata,
    sa.Column("tenant", sa.Text, primary_key=True),
    sa.Column("days", sa.Integer, nullable=False),
)
COLUMNS = [str(column.name) for column in event.columns]
Row = dict[str, Any]
_SPENT = sa.case((event.c.what == "bought", event.c.amount), (event.c.what == "returned", -event.c.amount), else_=0)
_TALLIES = sa.select(
    event.c.customer,
    event.c.what,
    sa.func.count().label("times"),
    sa.func.sum(sa.case((event.c.at >= sa.bindparam("since"), _SPENT), else_=0)).label("spend"),
    sa.func.max(sa.case((event.c.channel == "store", event.c.at), else_="")).label("last"),
).group_by(event.c.customer, event.c.what)
_THEIR_TALLIES = _TALLIES.where(event.c.customer == sa.bindparam("of"))


def known(tx: Tx, ids: Iterable[str]) -> set[str]:
    """Which of these events have been told before."""
    return set(tx.execute(sa.select(event.c.id).where(event.c.id.in_(list(ids)))).scalars())


def insert(tx: Tx, rows: Iterable[tuple[Any, ...]]) -> None:
    """New events as tuples in the order of COLUMNS, `items` already as JSON text."""
    insert_rows(tx, event, COLUMNS, rows)


def call_off(tx: Tx, id: str) -> int | None:
    """The purchase was cancelled; its version now, None where there is none to cancel."""
    purchase = sa.and_(event.c.id == id, event.c.what == "bought")
    changed = sa.update(event).where(purchase).values(what="cancelled", ver=event.c.ver + 1)
    ver: int | None = tx.execute(changed.returning(event.c.ver)).scalar()
    return ver


def remove(tx: Tx, id: str) -> None:
    """One event is gone."""
    tx.execute(sa.delete(event).where(event.c.id == id))


def many(tx: Tx, ids: list[str]) -> dict[str, Row]:
    """The events by id."""
    rows = tx.execute(sa.select(event).where(event.c.id.in_(ids)))
    return {row.id: dict(zip(COLUMNS, row, strict=True)) for row in rows}


def faded(tx: Tx, ids: list[str], before: str) -> dict[str, int]:
    """Those of the events that are only looks, from before then, with their versions."""
    old = sa.and_(event.c.id.in_(ids), event.c.what == "viewed", event.c.at < before)
    return {row.id: row.ver for row in tx.execute(sa.select(event.c.id, event.c.ver).where(old))}


def timeline(tx: Tx, customer: str, before: tuple[str, str], limit: int, where: dict[str, str]) -> list[Row]:
    """Her events that lie before `(at, id)`, newest first, of one phase or channel if asked."""
    query = sa.select(event).where(event.c.customer == customer)
    query = query.where(sa.tuple_(event.c.at, event.c.id) < sa.tuple_(*map(sa.literal, before)))
    query = query.where(*(event.c[name] == value for name, value in where.items() if value))
    rows = tx.execute(query.order_by(event.c.at.desc(), event.c.id.desc()).limit(limit))
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def move(tx: Tx, customer: str, into: str) -> list[sa.Row[Any]]:
    """All that happened to a person happened to another."""
    changed = sa.update(event).where(event.c.customer == customer).values(customer=into, ver=event.c.ver + 1)
    return list(tx.execute(changed.returning(event.c.id, event.c.ver, event.c.what, event.c.at)).all())


def of_customer(tx: Tx, customer: str) -> list[tuple[str, str, int]]:
    """All of her events, as the feed names them."""
    rows = tx.execute(sa.select(event.c.id, event.c.ver).where(event.c.customer == customer))
    return [("event", row.id, row.ver) for row in rows]


def tallies(tx: Tx, since: str, customer: str | None = None) -> dict[str, Row]:
    """By person: how often what happened, `spend` since then (returns taken off) and the last time in a store."""
    query = _TALLIES if customer is None else _THEIR_TALLIES
    found: dict[str, Row] = {}
    for row in tx.execute(query, {"since": since, "of": customer}):
        person = found.setdefault(row.customer, {"counts": {}, "spend": 0, "last": ""})
        person["counts"][row.what] = row.times
        person["spend"] += int(row.spend)
        person["last"] = max(person["last"], row.last)
    return found


def newest(tx: Tx) -> str:
    """When the last thing happened to anybody."""
    return tx.execute(sa.select(sa.func.coalesce(sa.func.max(event.c.at), ""))).scalar_one()


def days(tx: Tx, people: Collection[str]) -> Iterator[tuple[str, list[int]]]:
    """Of each of these, by id: the days (ordinals) on which she bought something, ascending."""
    day = sa.func.substr(event.c.at, 1, 10)
    query = sa.select(event.c.customer, day).where(event.c.what == "bought").distinct().order_by(event.c.customer, day)
    for customer, hers in groupby(tx.execute(query.where(event.c.customer.in_(people))), lambda row: row[0]):
        yield customer, [ordinal(row[1]) for row in hers]


def buyers(tx: Tx, currency: str) -> dict[str, tuple[int, int, int, int]]:
    """Of everybody who bought, by id: on how many days, the first and the last (ordinals), and for how much."""
    day = sa.func.substr(event.c.at, 1, 10)
    spent = sa.func.sum(sa.case((event.c.currency == currency, event.c.amount), else_=0))
    query = sa.select(event.c.customer, sa.func.count(day.distinct()), sa.func.min(day), sa.func.max(day), spent)
    rows = tx.execute(query.where(event.c.what == "bought").group_by(event.c.customer))
    return {id: (times, ordinal(first), ordinal(last), int(total)) for id, times, first, last, total in rows}


def currency(tx: Tx, customer: str) -> str:
    """In which currency she bought last; empty where she never did."""
    bought = sa.select(event.c.currency).where(event.c.customer == customer, event.c.what == "bought")
    return tx.execute(bought.order_by(event.c.at.desc()).limit(1)).scalar() or ""


def after(tx: Tx, customer: str, limit: int) -> list[str]:
    """The next people with a history, in the order of their ids."""
    query = sa.select(event.c.customer).where(event.c.customer > customer).distinct()
    return list(tx.execute(query.order_by(event.c.customer).limit(limit)).scalars())


def gaps(tx: Tx) -> dict[str, int]:
    """The usual gap in days of each tenant's shop, where it is known."""
    return {row.tenant: row.days for row in tx.execute(sa.select(shop_gap))}


def keep_gaps(tx: Tx, gaps: dict[str, int]) -> None:
    """The usual gaps of the tenants' shops are these from now on."""
    tx.execute(sa.delete(shop_gap))
    if gaps:
        tx.execute(sa.insert(shop_gap), [{"tenant": tenant, "days": days} for tenant, days in gaps.items()])
