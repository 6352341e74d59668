"""Pages of a history, and what follows from it."""

from clienteling.desktop.clientbook.domain import NEWEST, Event, Item, Place, does, merge, next_step, stage


def event(id, at):
    return Event(id, "c", at, "store", "buy", "bought", (Item("v", -2, 5), Item("w", 1, 5)))


def test_own_orders_stand_at_their_place_and_on_one_page_only():
    events = [event("e9", "2026-09"), event("e5", "2026-05")]
    local = [event("new", "2026-11"), event("mid", "2026-07"), event("old", "2026-01")]
    first = merge(events, local, NEWEST, full=True)
    assert [one.id for one in first] == ["new", "e9", "mid", "e5"]
    second = merge([event("e3", "2026-03")], local, Place("2026-05", "e5"), full=False)
    assert [one.id for one in second] == ["e3", "old"]
    assert [one.id for one in merge([], local, NEWEST, full=False)] == ["new", "mid", "old"]


def test_pieces_count_what_came_back_too():
    assert event("e", "2026").pieces == 3


def test_habits_need_more_than_one_purchase():
    assert does(["Knitwear", "Coats", "Knitwear", "", "Coats", "Bags", "Knitwear"]) == ["Knitwear", "Coats"]
    assert does(["Knitwear"]) == []


def test_stages_are_counted_from_one():
    assert [stage(path) for path in ("aware", "act", "advocate", "", "newer")] == [1, 4, 5, 0, 0]


def test_the_next_step_is_what_helps_most():
    assert next_step(["T1-1"], ["coat"], ["boots"], True).kind == "ready"
    assert tuple(next_step([], ["coat"], ["boots"], True)) == ("online", "coat")
    assert tuple(next_step([], [], ["boots"], False)) == ("show", "boots")
    assert next_step([], [], [], False).kind == "consent"
    assert next_step([], [], [], True).kind == "greet"
