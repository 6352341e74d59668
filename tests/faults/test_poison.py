"""B7: among a thousand facts some that can never stand. They need a person; every other one arrives."""

import asyncio
import random
import sqlite3
from contextlib import closing

import msgspec
import pytest

from clienteling.contract.ids import new_id
from clienteling.contract.v1.sync import Operation
from clienteling.demo.halves import Process
from clienteling.desktop.app import WORDS
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.sync import actions, outbox
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.sync.drainer import Drainer
from clienteling.desktop.sync.viewmodel_rows import rows
from tests.faults.storm.tablet import BY_KIND, SELLER, Tablet
from tests.helpers import town

pytestmark = pytest.mark.slow
SEED, FACTS = 952, 1_000


@pytest.fixture
def central(tmp_path):
    """Central as a process of its own over the small shop."""
    shop = town.found(tmp_path / "central")
    central = Process(shop)
    central.shop, central.file = shop, tmp_path / "central" / "central.sqlite"
    central.start()
    yield central
    central.stop()


def note(customer, text, kind="note.written", **more):
    args = {"customer": customer, "store": "s", "text": text, "visibility": "team", **more}
    return Operation(new_id(), kind, new_id(), args, 0, SELLER, now())


def poison(customer):
    """Facts that cannot stand, by what central says to them."""
    return {
        "422 a value that may not be": note(customer, ""),
        "422 a kind from another version": note(customer, "sung", "note.sung"),
        "422 a shape from another version": note(customer, {"not": "text"}),
        "422 by somebody who left": msgspec.structs.replace(note(customer, "x"), staff="somebody who left"),
        "404 about somebody who was deleted": note(new_id(), "to nobody"),
        "413 longer than anything may be": note(customer, "x" * 300_000),
        "422 a sign that cannot be kept": note(customer, "\0"),
    }


def at_central(central, statement):
    with closing(sqlite3.connect(central.file, timeout=30)) as connection:
        return connection.execute(statement).fetchall()


def test_every_other_fact_arrives_and_the_poison_can_be_seen_mended_and_let_go(central, tmp_path):
    print(f"seed {SEED}")
    asyncio.run(story(central, tmp_path, random.Random(SEED)))


async def story(central, tmp_path, chance):
    tablet = await Tablet(tmp_path / "tablet", central.shop.tablets[0]).open(central.url, timeout=20)
    await tablet.settle()
    mine = await conflicted(central, tmp_path, tablet)
    poisons = poison(tablet.customer)
    places = dict(zip(chance.sample(range(FACTS), len(poisons)), poisons.values(), strict=True))
    for place in range(FACTS):
        await tablet.note(f"fact {place}")
        if place in places:
            await tablet.db.run(outbox.put, places[place])
    drainer = Drainer(tablet.db, tablet.central, lambda: tablet.code, BY_KIND, Connection())
    await drainer._round()
    await drainer._round()
    assert {note for (note,) in at_central(central, "SELECT id FROM note")} == tablet.told_notes
    listed = await tablet.db.read(rows, WORDS)
    needing = {row[0]: row for row in listed if row[7]}
    assert needing.keys() == {operation.op for operation in poisons.values()} | {mine}
    assert all(row[2] and row[3] == "Needs you" for row in needing.values()), "each says what is wrong with it"
    await decide(tablet, poisons, mine)
    await drainer._round()
    await drainer._round()
    assert await tablet.untold() == 0
    assert len(at_central(central, "SELECT id FROM note")) == FACTS + 1
    assert at_central(central, "SELECT text FROM note_version WHERE text = 'mended'") == [("mended",)]
    assert at_central(central, f"SELECT phone FROM customer WHERE id = '{tablet.customer}'") == [("010-7777-1111",)]
    await tablet.close()


async def conflicted(central, tmp_path, tablet):
    """Two tablets change her number; the id of the fact that came second."""
    other = await Tablet(tmp_path / "other", central.shop.tablets[1]).open(central.url, timeout=20)
    await other.settle()
    await other.db.run(customers.patch, tablet.customer, SELLER, phone="010-7777-2222")
    await other.settle()
    await other.close()
    await tablet.db.run(customers.patch, tablet.customer, SELLER, phone="010-7777-1111")
    [item] = await tablet.db.read(outbox.of_entity, "customer", tablet.customer)
    return item.operation.op


async def decide(tablet, poisons, mine):
    """A person chooses hers of the two numbers, mends one note and lets the others go."""
    empty, *others = poisons.values()
    assert await tablet.db.run(actions.rewrite, BY_KIND, WORDS, empty.op, {"text": "mended"})
    assert await tablet.db.run(actions.decide, BY_KIND, WORDS, mine, ["phone"])
    for operation in others:
        assert await tablet.db.run(actions.let_go, BY_KIND, operation.op)
