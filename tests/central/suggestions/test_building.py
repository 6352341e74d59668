"""The shop's own present: old data is not all overdue, and new orders follow the clock."""

from datetime import date

from clienteling.central.suggestions.building import Shop, companions, lines, people, popular, wants

LISTING = [("v1", "p1", "하나", "One", "A"), ("v2", "p2", "둘", "Two", "B")]
OLD = Shop.of(LISTING, "2026-06-01T00:00:00.000Z", "2011-12-09T12:00:00.000Z")


def day(text):
    return date.fromisoformat(text).toordinal()


def test_a_shop_whose_data_ended_long_ago_has_its_own_present():
    assert OLD.day("2010-05-05T10:00:00.000Z") == day("2010-05-05")
    assert OLD.day("2026-06-01T10:00:00.000Z") == day("2011-12-09")
    assert OLD.day("2026-06-04T10:00:00.000Z") == day("2011-12-12")


def test_unknown_variants_and_cancelled_orders_are_passed_over():
    orders = {"o1": ("c", "2011-01-01T00:00:00.000Z"), "o2": (None, "2011-01-02T00:00:00.000Z")}
    told = lines(OLD, orders, [("o1", "v1"), ("o1", "gone"), ("o9", "v1"), ("o2", "v2")])
    assert told == [("o1", "p1", "v1"), ("o2", "p2", "v2")]
    wanted = wants(
        OLD, {"d": [("v2", "saved", "2011-12-01T00:00:00.000Z"), ("gone", "saved", "x")]}, [("c", "gone")], {}
    )
    found = dict(people(OLD, orders, told, wanted))
    assert [one.product for one in found["c"].purchases] == ["p1"]
    assert [one.product for one in found["d"].interests] == ["p2"]
    assert set(found) == {"c", "d"}, "guests have no list"


def test_guests_baskets_teach_too():
    told = [(f"o{at}", product, variant) for at in range(3) for product, variant in (("p1", "v1"), ("p2", "v2"))]
    assert [other for other, _ in companions(OLD, told)["p1"]] == ["p2"]


def test_what_came_back_and_was_not_bought_again():
    at = {name: f"2011-0{month}-01T00:00:00.000Z" for month, name in enumerate(("o1", "o2", "o3"), 1)}
    orders = {order: ("c", when) for order, when in at.items()}
    told = lines(OLD, orders, [("o1", "v1"), ("o1", "v2"), ("o3", "v2")])
    wanted = wants(OLD, {}, [], {}, [("c", "v1", at["o2"]), ("c", "v2", at["o2"]), ("c", "gone", at["o2"])])
    [(_, person)] = people(OLD, orders, told, wanted)
    assert person.returned == {"p1"}, "the other was bought again"


def test_popular_is_in_some_baskets_of_a_store_in_four_weeks():
    rows = [("here", f"o{at}", variant, "2011-12-01T10:00:00.000Z") for at in range(4) for variant in ("v1", "v1")]
    rows += [("here", f"o{at}", "v2", "2011-12-01T10:00:00.000Z") for at in range(2)]
    rows += [("there", f"q{at}", "v2", "2011-12-05T10:00:00.000Z") for at in range(3)]
    rows += [("there", f"old{at}", "v1", "2011-11-01T10:00:00.000Z") for at in range(9)]
    rows += [("there", f"x{at}", "gone", "2011-12-05T10:00:00.000Z") for at in range(9)]
    assert popular(OLD, rows, day("2011-12-09")) == [("here", "p1", 4), ("there", "p2", 3)]
