"""What insight reads of a shop in either database."""

import pytest

from clienteling.central.insight import actions
from clienteling.central.orders import actions as orders
from clienteling.central.orders.domain import Sold
from tests.helpers.actions import JOSE, MINSEO


@pytest.fixture
def past(central):
    def sold(order, customer, day, *variants, quantity=1):
        whose = (f"{day}T10:00:00.000Z", customer, "here", None, "store")
        return [Sold(order, f"{order}-{variant}", *whose, variant, quantity, 100, "KRW") for variant in variants]

    told = [*sold("o1", MINSEO, "2026-01-02", "coat", "scarf"), *sold("o2", None, "2026-01-03", "boots")]
    central.run(orders.load, told + sold("o3", JOSE, "2026-01-04", "boots", quantity=-1))
    return central


def test_lines_by_product_guests_too_and_nothing_that_came_back(past):
    found = sorted(past.run(actions.lines).to_pylist(), key=lambda line: (line["basket"], line["product"]))
    assert [(line["customer"], line["basket"], line["product"]) for line in found] == [
        (MINSEO, "o1", "p-coat"), (MINSEO, "o1", "p-scarf"), (None, "o2", "p-boots"),
    ]  # fmt: skip
    assert found[2]["day"] - found[0]["day"] == 1


def test_names(past):
    assert past.run(actions.names)["p-coat"] == "coat"


def test_an_empty_shop(central):
    assert central.run(actions.lines).num_rows == 0
