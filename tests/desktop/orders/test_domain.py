"""Receipt numbers, steps and money of an order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.desktop.orders import domain


def test_a_receipt_number_names_the_device_and_counts():
    assert domain.receipt_number("G3", 123) == "G3-000123"
    assert domain.receipt_number("G3", 1_234_567) == "G3-1234567"


@given(st.from_regex(r"[A-Z][A-Z0-9]{0,3}", fullmatch=True), st.integers(1, 10**8))
def test_a_receipt_number_can_be_read_back(code, count):
    assert domain.counted(domain.receipt_number(code, count)) == (code, count)


@pytest.mark.parametrize("number", ["", "web-x", "G3", "G3-", "G3-١٢"])
def test_numbers_of_another_make_are_not_counted(number):
    assert domain.counted(number) is None


@pytest.mark.parametrize(
    ("state", "to", "may"),
    [
        ("queued", "cancelled", True), ("sent", "cancelled", True), ("accepted", "cancelled", True),
        ("attention", "accepted", True), ("ready", "collected", True), ("shipped", "collected", True),
        ("shipped", "cancelled", False), ("collected", "cancelled", False), ("cancelled", "accepted", False),
        ("queued", "collected", False), ("returned", "collected", False), ("collected", "returned", True),
    ],
)  # fmt: skip
def test_the_steps_of_a_person(state, to, may):
    assert domain.may_move(state, to) is may


def test_every_state_has_steps_and_one_place_in_the_list():
    states = set(domain.EDGES)
    assert set().union(*domain.GROUPS.values()) == states
    assert sum(len(group) for group in domain.GROUPS.values()) == len(states)


def test_the_total_is_whole_minor_units():
    lines = [domain.OrderLine("1", "a", 3, 1_999, "now"), domain.OrderLine("2", "b", 1, 1, "ship")]
    assert domain.total(lines) == 5_998
