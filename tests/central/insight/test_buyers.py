"""Whom to tell by the plain rule: buyers before those of the category, nobody else."""

from datetime import date

from clienteling.central.insight.audience import Reason
from clienteling.central.insight.buyers import Bought, likeliest

BOUGHT = [
    Bought("often", "a1", "coat", "2026-03-01T10:00:00.000Z"),
    Bought("often", "a1", "coat", "2026-03-01T10:00:00.000Z"),
    Bought("often", "a2", "coat", "2026-01-01T10:00:00.000Z"),
    Bought("lately", "b1", "coat", "2026-05-01T10:00:00.000Z"),
    Bought("once", "c1", "coat", "2026-04-01T10:00:00.000Z"),
    Bought("once", "c2", "cape", "2026-06-01T10:00:00.000Z"),
    Bought("akin", "d1", "cape", "2026-06-01T10:00:00.000Z"),
    Bought("akin", "d2", "parka", "2026-02-01T10:00:00.000Z"),
    Bought("akin", "d3", "parka", "2026-02-02T10:00:00.000Z"),
    Bought("akin too", "e1", "cape", "2026-06-02T10:00:00.000Z"),
    Bought("silent", "f1", "coat", "2026-06-02T10:00:00.000Z"),
]
PEOPLE = {"often", "lately", "once", "akin", "akin too", "nobody"}


def test_buyers_lately_first_then_those_of_the_category():
    found = likeliest(BOUGHT, "coat", PEOPLE, 10)
    assert [customer for customer, _ in found] == ["lately", "once", "often", "akin too", "akin"]
    day = date(2026, 6, 1).toordinal()
    assert found[2][1] == Reason("again", 2, date(2026, 3, 1).toordinal()), "in two baskets"
    assert found[4][1] == Reason("category", 2, day), "two of its products"


def test_at_most_so_many():
    assert [customer for customer, _ in likeliest(BOUGHT, "coat", PEOPLE, 2)] == ["lately", "once"]
    assert likeliest([], "coat", PEOPLE, 2) == []
