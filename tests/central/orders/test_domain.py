"""The order state machine and the choice of sources, as properties."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.central.orders import domain
from clienteling.central.orders.domain import Line

STATES = st.sampled_from(sorted(domain.EDGES))
PLACES = {"here": "store", "there": "store", "depot": "warehouse", "web": "online"}
STOCK = st.dictionaries(st.sampled_from(sorted(PLACES)), st.integers(0, 9))
TODAY = date(2026, 1, 5)


def line(fulfilment="now", quantity=1, **more):
    return Line("l1", "coat", quantity, 100, fulfilment, **more)


@given(st.lists(STATES, max_size=12))
def test_only_legal_edges_are_walked_and_ends_are_ends(wishes):
    state, ended = "accepted", False
    for wish in wishes:
        if not domain.may_move(state, wish):
            continue
        assert not ended or wish == state
        assert wish == state or wish in domain.EDGES[state]
        state = wish
        ended = state in {"returned", "cancelled"}


@given(STATES)
def test_the_same_state_again_is_success(state):
    assert domain.may_move(state, state)


def test_nothing_leads_back_to_a_state_of_the_device():
    assert {"queued", "sent"}.isdisjoint(domain.EDGES)
    assert all({"queued", "sent"}.isdisjoint(edges) for edges in domain.EDGES.values())


@given(STOCK, st.sampled_from(["now", "ship", "pickup"]), st.integers(1, 9))
def test_a_source_has_the_whole_quantity(stock, fulfilment, quantity):
    wanted = line(fulfilment, quantity, pickup_store="there" if fulfilment == "pickup" else None)
    for place in domain.sources(wanted, "here", stock, PLACES):
        assert stock[place] >= quantity


def test_the_order_of_sources():
    stock = {"here": 5, "there": 9, "depot": 1, "web": 1}
    assert domain.sources(line("now"), "here", stock, PLACES) == ["here"]
    assert domain.sources(line("ship"), "here", stock, PLACES) == ["depot", "web", "there", "here"]
    assert domain.sources(line("pickup", pickup_store="there"), "here", stock, PLACES)[:2] == ["there", "depot"]
    assert domain.sources(line("now", 6), "here", stock, PLACES) == []


def test_promises():
    assert domain.promised(line("now"), "here", TODAY) == "2026-01-05"
    assert domain.promised(line("ship"), "depot", TODAY) == "2026-01-07"
    assert domain.promised(line("pickup", pickup_store="there"), "there", TODAY) == "2026-01-06"
    assert domain.promised(line("pickup", pickup_store="there"), "depot", TODAY) == "2026-01-08"
    assert domain.promised(line("ship"), None, TODAY) == ""


def test_a_changed_price_is_shown_and_does_not_stop_the_order():
    assert domain.price_problem(line(price_version=2), 100, 2) == ""
    assert domain.price_problem(line(), 100, 2) == ""
    assert domain.price_problem(line(price_version=1), 110, 2) == domain.PRICE
    assert domain.state_of([domain.PRICE]) == "accepted"
    assert domain.state_of(["", domain.STOCK]) == "attention"
    assert domain.address_problem([line("ship")], None) == domain.ADDRESS


@pytest.mark.parametrize(
    ("lines", "total"),
    [
        ([], 0), ([line()], 99), ([line(), line()], 200), ([line(quantity=0)], 0), ([line("pickup")], 100),
        ([Line("l1", "coat", 1, -1, "now")], -1),
    ],
)  # fmt: skip
def test_nonsense_is_no_order(lines, total):
    assert domain.order_problem(lines, total)


def test_what_came_back_before_does_not_come_twice():
    lines = [
        {"variant": "coat", "quantity": 2, "source": "depot"},
        {"variant": "coat", "quantity": -1, "source": "here"},
        {"variant": "scarf", "quantity": -1, "source": "here"},
        {"variant": "boots", "quantity": 1, "source": None},
    ]
    assert domain.coming_back("collected", "there", lines) == {("there", "boots"): 1, ("there", "coat"): 1}
    assert domain.coming_back("shipped", "there", lines) == {("depot", "coat"): 2}
