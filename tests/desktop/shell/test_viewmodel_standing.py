"""What stays said at the top of every page: a full disk before a damaged store, and nothing when all is well."""

import pytest

from clienteling.desktop.runtime.room import Room
from clienteling.desktop.shell.viewmodel_standing import Standing
from clienteling.desktop.sync.salvage import Salvaged

FULL = "This tablet's memory is full. Orders are still kept; delete what this tablet does not need."


@pytest.fixture
def room(qapp, tmp_path):
    return Room(tmp_path, lambda: 0)


def test_nothing_is_said_when_all_is_well(room, language):
    assert Standing(room, None, language).sentence == ""


def test_a_damaged_store_is_told_until_it_was_read(room, language):
    standing = Standing(room, Salvaged(facts=1, doubtful=0, anew=True), language)
    assert standing.sentence == (
        "This tablet's store was damaged. 1 entry that central did not have came back. "
        "Everything else is being loaded again."
    )
    assert standing.readable
    standing.read()
    assert standing.sentence == "" and not standing.readable


def test_what_needs_a_person_is_told_too(room, language):
    standing = Standing(room, Salvaged(facts=5, doubtful=2, anew=False), language)
    assert standing.sentence.endswith("5 entries that central did not have came back. "
                                      "2 of them need you: see this tablet and central.")  # fmt: skip
    language.apply("ko")
    assert "5건" in standing.sentence and "2건" in standing.sentence


def test_a_full_disk_is_told_first_and_as_long_as_it_is_so(room, language, qtbot):
    standing = Standing(room, Salvaged(1, 0, False), language)
    with qtbot.waitSignal(standing.changed):
        room.run_out()
    assert standing.sentence == FULL and not standing.readable
    room.look()
    assert standing.sentence != FULL


def test_a_store_that_is_damaged_now_comes_before_everything(room, language):
    standing = Standing(room, Salvaged(1, 0, False), language)
    room.run_out()
    standing.note_damage()
    assert standing.sentence.startswith("This tablet's store cannot be read.") and not standing.readable
