"""Pages of a history, and what follows from it."""

from clienteling.desktop.clientbook.domain import (
    NEWEST,
    Event,
    Item,
    Place,
    does,
    evidence,
    merge,
    next_step,
    rhythm,
    stage,
)


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


def test_her_rhythm_is_told_from_three_days_on():
    days = ["2026-05-01", "2026-03-02T10:00:00.000Z", "2026-03-02T18:00:00.000Z"]
    assert rhythm([], 30, "2026-05-02") is None
    assert rhythm(days, 30, "2026-05-02T09:00:00.000Z") == ("new", 2, "2026-05-01", 0), "one day is one, twice or not"
    assert rhythm([*days, "2026-06-02"], 30, "2026-06-30") == ("regular", 3, "2026-06-02", 46)
    assert rhythm([*days, "2026-06-02"], 10, "2026-06-30")[0] == "slipping"
    assert rhythm([*days, "2026-06-02"], 5, "2026-06-30")[0] == "lapsed"


def test_a_stage_is_explained_by_what_happened():
    counts = {"viewed": 9, "bought": 4, "rated": 1, "visited": 2, "carted": 1, "tried": 3}
    assert evidence("advocate", counts) == [("bought", 4), ("rated", 1)]
    assert evidence("ask", counts) == [("carted", 1), ("tried", 3)]
    assert evidence("appeal", counts) == [("viewed", 9)]
    assert evidence("aware", counts) == evidence("", counts) == evidence("newer", counts) == []
