"""How long an associate waits until her order is kept: one durable commit into the encrypted store."""

from __future__ import annotations

import asyncio
from pathlib import Path

import sqlalchemy as sa

from clienteling.contract.ids import new_id
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.customers.domain import Address
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime.db import Db, Tx, metadata
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground, timed
from tests.helpers.vault import KEY

LINES = 3
HOME = Address("home", "Home", "김민서", "010-1234-0001", "테헤란로 1길 7", "서울", "06134", "KR")


def measure(ground: Ground) -> list[Figure]:
    """Milliseconds from the tap to the receipt number of an order with three lines."""
    took = asyncio.run(_order(ground.tablet_copy("ordering"), ground.rounds(1000, 200)))
    worst = sorted(took)[len(took) * 99 // 100]
    return [Figure(f"an order with {LINES} lines is kept", "ms", took, f"99th percentile {worst:.2g} ms")]


async def _order(home: Path, times: int) -> list[float]:
    db = Db(home / "data" / "tablet.sqlite", KEY)
    people = await db.read(_people)
    took: list[float] = []
    for n in range(times):
        whose = cart.whose(people[n % len(people)][0], people[n % len(people)][1], None)
        await db.run(_fill, whose, n)
        took.append(await timed(lambda whose=whose: db.run(orders.place, new_id(), whose, "till", HOME, "T1")))
    db.close()
    return took


def _people(tx: Tx) -> list[tuple[str, str]]:
    person = metadata.tables["customer"]
    return [(row.id, row.store) for row in tx.execute(sa.select(person.c.id, person.c.store))]


def _fill(tx: Tx, whose: cart.Whose, n: int) -> None:
    variants = tx.execute(sa.select(metadata.tables["variant"].c.id).limit(LINES).offset(n % 100)).scalars()
    for variant in variants.all():
        cart.add(tx, whose, variant)
