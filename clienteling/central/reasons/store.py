"""Tables and queries of what was shown, what came of it and which reasons are retired; the only SQL about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa

from clienteling.central.reasons.domain import Showing, Tally
from clienteling.central.runtime.clock import ordinal
from clienteling.central.runtime.db import Tx, insert_rows, metadata, upsert

shown = sa.Table(
    "shown",
    metadata,
    sa.Column("customer", sa.Text, primary_key=True),
    sa.Column("product", sa.Text, primary_key=True),
    sa.Column("day", sa.Text, primary_key=True),
    sa.Column("store", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    *(sa.Column(name, sa.Boolean(create_constraint=False), nullable=False) for name in ("added", "bought", "refused")),
    sa.Index("ix_shown_store_day", "store", "day"),
)
reason_day = sa.Table(
    "reason_day",
    metadata,
    sa.Column("store", sa.Text, primary_key=True),
    sa.Column("reason", sa.Text, primary_key=True),
    sa.Column("day", sa.Text, primary_key=True),
    *(sa.Column(name, sa.Integer, nullable=False) for name in Tally._fields),
)
retirement = sa.Table(
    "retirement",
    metadata,
    sa.Column("store", sa.Text, primary_key=True),
    sa.Column("reason", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, primary_key=True),
    *(sa.Column(name, sa.Integer, nullable=False) for name in Tally._fields),
    # empty while it stands
    sa.Column("restored_at", sa.Text, nullable=False),
    sa.Column("restored_by", sa.Text),
)
reasons = sa.Table(
    "reasons",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("told", sa.JSON, nullable=False),
)
Row = dict[str, Any]


def note(tx: Tx, customer: str, place: str, day: int, items: Iterable[tuple[str, str]]) -> None:
    """(product, reason) of what was shown of her in a store; what was noted of that day before stays as it is."""
    row = {"customer": customer, "store": place, "day": _text(day), "added": False, "bought": False, "refused": False}
    rows = [row | {"product": product, "reason": reason} for product, reason in items]
    if rows:
        tx.execute(upsert(tx, shown).values(rows).on_conflict_do_nothing())


def people_after(tx: Tx, customer: str, limit: int) -> list[str]:
    """The next people of whom something was shown, in the order of their ids."""
    query = sa.select(shown.c.customer).where(shown.c.customer > customer).distinct()
    return list(tx.execute(query.order_by(shown.c.customer).limit(limit)).scalars())


def showings(tx: Tx, people: Iterable[str]) -> dict[str, list[Showing]]:
    """What was shown of these people."""
    found: dict[str, list[Showing]] = defaultdict(list)
    query = sa.select(shown.c.customer, shown.c.product, shown.c.day).where(shown.c.customer.in_(list(people)))
    for row in tx.execute(query):
        found[row.customer].append(Showing(row.product, ordinal(row.day)))
    return found


def mark(tx: Tx, what: str, customer: str, showings: Iterable[Showing], is_so: bool = True) -> None:
    """What was shown of her was added, bought or refused."""
    mine = sa.and_(
        shown.c.customer == customer, shown.c.product == sa.bindparam("of"), shown.c.day == sa.bindparam("on")
    )
    rows = [{"of": one.product, "on": _text(one.day)} for one in showings]
    if rows:
        tx.execute(sa.update(shown).where(mine).values({what: is_so}), rows)


def forget(tx: Tx, customer: str) -> None:
    """What was shown of her is known no more."""
    tx.execute(sa.delete(shown).where(shown.c.customer == customer))


def move(tx: Tx, customer: str, into: str) -> None:
    """What was shown of one person was shown of another."""
    rows = tx.execute(sa.delete(shown).where(shown.c.customer == customer).returning(*shown.c)).mappings().all()
    for row in rows:
        tx.execute(upsert(tx, shown).values({**row, "customer": into}).on_conflict_do_nothing())


def count(tx: Tx, place: str) -> None:
    """Count anew what came of the days of a store whose showings are still kept."""
    kept = sa.select(shown.c.day).where(shown.c.store == place).distinct()
    tx.execute(sa.delete(reason_day).where(reason_day.c.store == place, reason_day.c.day.in_(kept)))
    told = {name: sa.func.sum(sa.cast(shown.c[name], sa.Integer)) for name in ("added", "bought", "refused")}
    taken = sa.func.sum(sa.cast(sa.or_(shown.c.added, shown.c.bought), sa.Integer))
    query = sa.select(shown.c.reason, shown.c.day, sa.func.count(), *told.values(), taken)
    rows = tx.execute(query.where(shown.c.store == place).group_by(shown.c.reason, shown.c.day)).all()
    insert_rows(tx, reason_day, ("store", "reason", "day", *Tally._fields), [(place, *row) for row in rows])


def settle(tx: Tx, place: str, before: int) -> None:
    """Forget the single showings of a store from before a day: nothing more can come of them."""
    tx.execute(sa.delete(shown).where(shown.c.store == place, shown.c.day < _text(before)))


def days(tx: Tx, place: str) -> dict[str, dict[int, Tally]]:
    """By reason and day what came of it in a store."""
    found: dict[str, dict[int, Tally]] = defaultdict(dict)
    for row in tx.execute(sa.select(reason_day).where(reason_day.c.store == place)).mappings():
        found[row["reason"]][ordinal(row["day"])] = Tally(*(row[name] for name in Tally._fields))
    return found


def retire(tx: Tx, place: str, reason: str, at: str, tally: Tally) -> None:
    """A reason is used no more in a store, for that came of it."""
    row = {"store": place, "reason": reason, "at": at, "restored_at": "", "restored_by": None}
    tx.execute(sa.insert(retirement).values(**row, **tally._asdict()))


def restore(tx: Tx, place: str, reason: str, at: str, staff: str) -> bool:
    """It is used again, for somebody says so; False where it was not retired."""
    mine = sa.and_(retirement.c.store == place, retirement.c.reason == reason, retirement.c.restored_at == "")
    changed = sa.update(retirement).where(mine).values(restored_at=at, restored_by=staff)
    return bool(tx.execute(changed).rowcount)


def retirements(tx: Tx, place: str) -> dict[str, Row]:
    """The last retirement of each reason of a store that ever had one."""
    query = sa.select(retirement).where(retirement.c.store == place).order_by(retirement.c.at)
    return {row["reason"]: dict(row) for row in tx.execute(query).mappings()}


def retired(tx: Tx) -> dict[str, set[str]]:
    """By store which reasons are not used; only stores that have one."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in tx.execute(sa.select(retirement).where(retirement.c.restored_at == "")):
        found[row.store].add(row.reason)
    return dict(found)


def keep(tx: Tx, place: str, at: str, told: Row) -> int:
    """What a store is told of its reasons; the version now."""
    row = upsert(tx, reasons).values(id=place, ver=1, at=at, told=told)
    over = {"ver": reasons.c.ver + 1, "at": at, "told": row.excluded.told}
    row = row.on_conflict_do_update(index_elements=["id"], set_=over)
    return int(tx.execute(row.returning(reasons.c.ver)).scalar_one())


def many(tx: Tx, ids: Iterable[str]) -> dict[str, Row]:
    """What these stores are told, by store."""
    rows = tx.execute(sa.select(reasons).where(reasons.c.id.in_(list(ids)))).mappings()
    return {row["id"]: dict(row) for row in rows}


def _text(day: int) -> str:
    return date.fromordinal(day).isoformat()
