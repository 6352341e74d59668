"""The task of the night: chore after chore, prepared once, and whatever ends it only puts it off."""

import asyncio

import pytest

from clienteling.central.nightly import actions
from clienteling.central.nightly.domain import Chore, Turn
from clienteling.central.nightly.work import Nightly


class Rows:
    """Two chores of `batches` batches each, and all that happened."""

    def __init__(self, batches=3):
        self.happened, self.batches, self.fail_at = [], batches, None

    def chores(self):
        return [Chore("one", self._turn("one"), self._prepare), Chore("two", self._turn("two"))]

    async def _prepare(self, told):
        self.happened.append("prepared")
        told(1)

    def _turn(self, name):
        def turn(tx, place):
            if (name, place) == self.fail_at:
                raise ZeroDivisionError
            self.happened.append(name)
            following = int(place or 0) + 1
            return Turn(str(following) if following < self.batches else None, 10)

        return turn


def test_one_after_the_other_with_progress(central):
    rows, told = Rows(), []
    central.runner.run(Nightly(central.db, rows.chores(), 18).once(lambda name, done: told.append((name, done))))
    assert rows.happened == ["prepared", *["one"] * 3, *["two"] * 3]
    assert told == [("one", 1), ("one", 10), ("one", 20), ("one", 30), ("two", 10), ("two", 20), ("two", 30)]


def test_one_chore_alone(central):
    rows = Rows()
    nightly = Nightly(central.db, rows.chores(), 18)
    central.runner.run(nightly.once(lambda name, done: None, only="two"))
    assert rows.happened == ["two"] * 3
    central.runner.run(nightly.once(lambda name, done: None))
    assert rows.happened.count("one") == 3


def test_cancelled_it_goes_on_where_it_was(central):
    rows = Rows(batches=50)
    nightly = Nightly(central.db, rows.chores(), 18)

    async def interrupted():
        task = asyncio.create_task(nightly.once(lambda name, done: task.cancel() if done == 200 else None))
        await asyncio.gather(task, return_exceptions=True)

    central.runner.run(interrupted())
    assert rows.happened.count("one") == 20 and "two" not in rows.happened
    central.runner.run(nightly.once(lambda name, done: None))
    assert rows.happened.count("one") == 50 and rows.happened.count("prepared") == 1


@pytest.mark.logs("bug")
def test_a_mistake_puts_the_rest_off(central, monkeypatch):
    rows = Rows()
    rows.fail_at = ("one", "1")
    nightly = Nightly(central.db, rows.chores(), 18)
    central.run(actions.begin_now, ["one", "two"])

    async def two_looks():
        looks = []

        async def look(seconds):
            if seconds > 1:
                looks.append(seconds)
                rows.fail_at = None
            if len(looks) == 2:
                raise asyncio.CancelledError

        monkeypatch.setattr("clienteling.central.nightly.work.asyncio.sleep", look)
        await asyncio.gather(nightly.run(), return_exceptions=True)

    central.runner.run(two_looks())
    assert rows.happened == ["prepared", *["one"] * 3, *["two"] * 3]
