"""Chores begin with the night, go on where they were, and keep a batch and its place together or not at all."""

import pytest

from clienteling.central.nightly import actions
from clienteling.central.nightly.domain import Chore, Turn

FIRST, SECOND, THIRD = (f"2026-11-2{day}T18:00:00.000Z" for day in (1, 2, 3))


class Shelves:
    """A made-up chore of three batches that notes where each began; `broken` makes it fail after it has written."""

    def __init__(self):
        self.begun, self.broken = [], False

    def turn(self, tx, place):
        actions.store.begin(tx, [f"written at {place}"], FIRST, None)
        if self.broken:
            raise ZeroDivisionError
        self.begun.append(place)
        return Turn({"": "a", "a": "b"}.get(place), 1)


@pytest.fixture
def shelves():
    return Shelves()


@pytest.fixture
def turn(central, shelves):
    return lambda: central.run(actions.turn, Chore("shelves", shelves.turn))


def test_a_new_database_waits_for_its_second_night(central, turn, shelves):
    central.run(actions.fall, ["shelves"], FIRST)
    assert turn() is None
    central.run(actions.fall, ["shelves"], SECOND)
    assert [turn() for _ in range(4)] == [1, 1, 1, None]
    assert shelves.begun == ["", "a", "b"]
    central.run(actions.fall, ["shelves"], SECOND)
    assert turn() is None, "once a night"


def test_what_was_not_finished_goes_on_the_next_night(central, turn, shelves):
    central.run(actions.begin_now, ["shelves"])
    turn()
    central.run(actions.fall, ["shelves"], THIRD)
    turn()
    assert shelves.begun == ["", "a"]


def test_a_batch_that_fails_is_done_again_whole(central, turn, shelves):
    central.run(actions.begin_now, ["shelves"])
    turn()
    shelves.broken = True
    with pytest.raises(ZeroDivisionError):
        turn()
    assert not central.rows("chore", name="written at a")
    shelves.broken = False
    turn()
    assert shelves.begun == ["", "a"]


def test_by_hand_it_begins_at_once_and_again(central, turn, shelves):
    for _ in range(2):
        central.run(actions.begin_now, ["shelves"])
        assert central.run(actions.is_begun, "shelves") is True
        while turn():
            pass
    assert shelves.begun == ["", "a", "b"] * 2
