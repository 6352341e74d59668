"""Co-occurrence with shrinkage, against counting by hand."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from clienteling.central.suggestions.pairing import FEWEST, FLOOD, KEPT, LARGEST_BASKET, LIFT, SHRINK, pairs

BASKETS = st.lists(st.sets(st.integers(0, 6), max_size=5), max_size=30)


def by_hand(baskets):
    baskets = [basket for basket in baskets if len(basket) > 1]
    count = {product: sum(product in basket for basket in baskets) for product in range(7)}
    both = {}
    for basket in baskets:
        for one, other in combinations(sorted(basket), 2):
            both[one, other] = both[other, one] = both.get((one, other), 0) + 1
    return {
        pair: times / (count[pair[0]] ** LIFT * count[pair[1]] ** FLOOD + SHRINK)
        for pair, times in both.items()
        if times >= FEWEST
    }


@given(BASKETS)
def test_strength_is_the_documented_formula(baskets):
    lines = [(at, product) for at, basket in enumerate(baskets) for product in basket]
    found = pairs([line[0] for line in lines], [line[1] for line in lines], 7)
    expected = by_hand(baskets)
    assert {(one, other) for one, other, _ in found} == set(expected)
    for one, other, strength in found:
        assert abs(strength - expected[one, other]) < 1e-6


def test_a_product_twice_in_a_basket_counts_once():
    assert pairs([0, 0, 0, 1, 1], [0, 0, 1, 0, 1], 2) == pairs([0, 0, 1, 1], [0, 1, 0, 1], 2)


def test_stock_orders_and_long_tails_are_cut():
    crowd = LARGEST_BASKET + 1
    assert pairs([0] * crowd + [1] * crowd, [*range(crowd)] * 2, crowd) == []
    many = KEPT + 10
    assert len(pairs([0] * many + [1] * many, [*range(many)] * 2, many)) == many * KEPT
    assert pairs([], [], 3) == []
