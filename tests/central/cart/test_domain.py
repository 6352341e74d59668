"""Deltas of carts commute, and prices that were made up do not stand."""

from hypothesis import given
from hypothesis import strategies as st

from clienteling.central.cart import domain

DELTAS = st.lists(st.integers(-20, 20), max_size=12)


@given(DELTAS, st.randoms(use_true_random=False))
def test_any_order_of_deltas_comes_to_the_same(deltas, random):
    shuffled = list(deltas)
    random.shuffle(shuffled)
    assert domain.after(shuffled) == domain.after(deltas)
    assert domain.shown(domain.after(deltas)) >= 0


def test_a_price_is_the_present_one_or_an_older_one():
    present = (1000, "KRW", 3)
    assert domain.price_problem(1000, "KRW", 3, present) is None
    assert domain.price_problem(1000, "KRW", 0, present) is None
    assert domain.price_problem(900, "KRW", 2, present) is None
    assert domain.price_problem(900, "KRW", 3, present)
    assert domain.price_problem(900, "KRW", 0, present)
    assert domain.price_problem(-1, "KRW", 2, present)
    assert domain.price_problem(1000, "USD", 3, present)


def test_quantities_and_pick_ups():
    assert domain.quantity_problem(0) and domain.quantity_problem(1000) and not domain.quantity_problem(-1)
    assert domain.fulfilment_problem("pickup", None) and not domain.fulfilment_problem("pickup", "here")
