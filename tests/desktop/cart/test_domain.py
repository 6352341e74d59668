"""Money, ways and quantities of a cart."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from clienteling.contract.money import Money
from clienteling.desktop.cart import domain
from clienteling.desktop.cart.domain import Line


def line(id="a", quantity=1, price=100, currency="KRW", **rest):
    return Line(id, quantity, price, currency, id, None, **rest)


def test_won_and_pounds_are_never_mixed():
    held = [line("a", 2, 389_000), line("b", 3, 1_999, "GBP"), line("c", 1, 1)]
    assert domain.totals(held) == (Money(778_001, "KRW"), Money(5_997, "GBP"))


@given(st.lists(st.tuples(st.integers(1, 999), st.integers(0, 10**9), st.sampled_from(["KRW", "GBP"]))))
def test_totals_are_exact_whole_numbers_in_any_order(parts):
    held = [line(str(place), quantity, price, currency) for place, (quantity, price, currency) in enumerate(parts)]
    expected = {c: sum(q * p for q, p, of in parts if of == c) for _, _, c in parts}
    assert {money.currency: money.amount for money in domain.totals(held)} == expected
    assert set(domain.totals(held)) == set(domain.totals(list(reversed(held))))


def test_what_is_here_is_taken_now_and_the_rest_is_shipped():
    assert domain.default_fulfilment(here=2, wanted=2) == "now"
    assert domain.default_fulfilment(here=1, wanted=2) == "ship"
    assert domain.default_fulfilment(here=0, wanted=1) == "ship"


def test_a_removal_leaves_what_others_added_meanwhile():
    assert domain.removed(present=2, seen=2) == 0
    assert domain.removed(present=3, seen=2) == 1
    assert domain.removed(present=1, seen=2) == 0


def test_when_she_can_have_it():
    today = date(2026, 11, 21)
    assert domain.expected("now", 0, 1, today) == today
    assert domain.expected("ship", 0, 1, today) == date(2026, 11, 23)
    assert domain.expected("pickup", 3, 1, today) == date(2026, 11, 22)
    assert domain.expected("pickup", 0, 1, today) == date(2026, 11, 24)


def test_lines_are_sorted_by_the_way_they_take():
    held = [line("ship", fulfilment="ship"), line("pick", fulfilment="pickup", pickup_store="s"), line("now")]
    assert [one.id for one in domain.sorted_by_way(held)] == ["now", "pick", "ship"]
