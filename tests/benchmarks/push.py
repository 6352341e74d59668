"""How fast a tablet's outbox drains into central over HTTP."""

from __future__ import annotations

import asyncio
from pathlib import Path

import sqlalchemy as sa

from clienteling.demo.halves import running
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.runtime.db import Db, Tx, metadata
from clienteling.desktop.sync.push import push
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import MIRRORS_BY_KIND, Ground, central, timed
from tests.helpers.vault import KEY


def measure(ground: Ground) -> list[Figure]:
    """Milliseconds a batch of at most 100 facts, and facts a second."""
    facts, home = ground.rounds(1000, 300), ground.tablet_copy("pushing")
    with running(ground.shop()) as url:
        batches = asyncio.run(_drain(home, url, ground.shop().tablets[0], facts))
    rate = facts / sum(batches) * 1000
    return [Figure("push a batch of 100 cart lines", "ms", batches, f"{rate:,.0f} facts a second")]


async def _drain(home: Path, url: str, token: str, facts: int) -> list[float]:
    db = Db(home / "data" / "tablet.sqlite", KEY)
    await db.run(_tell, facts)
    batches: list[float] = []
    with central(url, token) as link:
        while await db.read(_waiting):
            batches.append(await timed(lambda: push(db, link, "", MIRRORS_BY_KIND)))
        await link.close()
    db.close()
    return batches


def _tell(tx: Tx, facts: int) -> None:
    """So many variants into the carts of as many clients of the store, as taps would."""
    people = tx.execute(sa.select(metadata.tables["customer"].c.id, metadata.tables["customer"].c.store)).all()
    variants = tx.execute(sa.select(metadata.tables["variant"].c.id)).scalars().all()
    for n in range(facts):
        person = people[n % len(people)]
        cart.add(tx, cart.whose(person.id, person.store, None), variants[n % len(variants)])


def _waiting(tx: Tx) -> int:
    outbox = metadata.tables["outbox"]
    return tx.execute(sa.select(sa.func.count()).where(outbox.c.state == "pending")).scalar() or 0
