"""A list is made anew behind the order that made it due: once, in turn, and also after the process died in between."""

import asyncio

import msgspec
import pytest

from clienteling.central.app import build
from clienteling.central.runtime.config import Config
from clienteling.central.suggestions import actions
from clienteling.central.sync import actions as sync
from clienteling.contract.ids import new_id
from clienteling.contract.v1.sync import Operation
from tests.central.orders.test_actions import line, placed
from tests.helpers.actions import JOSE, MINSEO, YUNA, Central, by, open_shop


def order(id, customer=MINSEO, variant="scarf"):
    told = placed(line(f"l-{id}", variant), number=id, customer=customer)
    return Operation(new_id(), "order.placed", id, msgspec.to_builtins(told), 0, None)


def due(central):
    return [row["customer"] for row in sorted(central.rows("suggestion_due"), key=lambda row: row["at"])]


def test_an_order_only_says_whose_list_is_due(central):
    central.run(sync.tell, central.words, by(), order("o1"))
    assert due(central) == [MINSEO] and not central.rows("suggestions")
    assert central.run(actions.renew_due) is True
    assert due(central) == [] and central.rows("suggestions", id=MINSEO)
    assert central.run(actions.renew_due) is False


def test_many_orders_are_one_list_and_the_first_comes_first(central):
    for id, customer in (("o1", YUNA), ("o2", MINSEO), ("o3", YUNA), ("o4", JOSE)):
        central.run(sync.tell, central.words, by(), order(id, customer))
    assert due(central) == [YUNA, MINSEO, JOSE]
    central.run(actions.renew_due)
    assert due(central) == [MINSEO, JOSE]


def test_what_was_refused_makes_no_list_due(central):
    central.run(sync.tell, central.words, by(), order("o1", "nobody"))
    assert due(central) == []


@pytest.mark.slow
def test_a_list_is_not_made_before_the_order_is_there(postgres_url):
    """She is due from an earlier order: the list waits for the commit of the later one, or it would not know it."""
    central = Central(postgres_url)
    central.run(actions.make_due, MINSEO)

    async def overlap():
        async with central.db.engine.begin() as ordering:
            await ordering.run_sync(actions.make_due, MINSEO)
            return await central.db.run(actions.renew_due)

    assert central.runner.run(overlap()) is False
    assert central.run(actions.renew_due) is True
    central.close()


def waiting(tx):
    return tx.exec_driver_sql("SELECT count(*) FROM suggestion_due").scalar_one()


def lived(url, folder, work):
    """What a running central makes of `work`, which gets its database."""

    async def live():
        central = build(Config(database=url, folder=folder))
        async with central.app.lifespan():
            return await work(central.db)

    return asyncio.run(live())


async def until_nobody_is_due(db):
    while await db.read(waiting):
        await asyncio.sleep(0.01)
    return await db.read(actions.store.many, [MINSEO])


def leave_due(url, folder):
    """A process that ended between an order and the list."""

    async def leave():
        central = build(Config(database=url, folder=folder))
        async with central.open():
            await central.db.run(open_shop)
            await central.db.run(actions.make_due, MINSEO)

    asyncio.run(leave())


def test_what_a_process_left_due_is_made_at_the_next_start(database_url, tmp_path):
    leave_due(database_url, tmp_path)
    assert lived(database_url, tmp_path, until_nobody_is_due)[MINSEO]["ver"] == 1


def test_a_commit_wakes_it(database_url, tmp_path):
    leave_due(database_url, tmp_path)

    async def work(db):
        await until_nobody_is_due(db)
        await db.run(actions.store.refuse, MINSEO, "p-coat")
        await db.run(actions.make_due, YUNA)
        return await until_nobody_is_due(db)

    assert lived(database_url, tmp_path, work)


@pytest.mark.logs("bug")
def test_a_list_that_cannot_be_made_holds_nobody_up(database_url, tmp_path, monkeypatch):
    leave_due(database_url, tmp_path)
    original = actions.refresh

    def stumble(tx, people):
        if YUNA in people:
            raise ZeroDivisionError
        return original(tx, people)

    async def work(db):
        await until_nobody_is_due(db)
        await db.run(actions.make_due, YUNA)
        await db.run(actions.make_due, JOSE)
        await until_nobody_is_due(db)
        return await db.read(actions.store.many, [YUNA, JOSE])

    monkeypatch.setattr(actions, "refresh", stumble)
    assert set(lived(database_url, tmp_path, work)) == {JOSE}
