"""What is worth showing as things stand here and now."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from clienteling.contract.v1.suggestions import REASONS
from clienteling.desktop.suggestions.domain import (
    FLOOR,
    MOST,
    Shelf,
    Situation,
    Suggestion,
    beside,
    choose,
    weight,
)

PRODUCTS = [f"p{at}" for at in range(12)]
CATEGORIES = ("Coats", "Boots", "Scarves")
GOODS = st.sets(st.sampled_from(PRODUCTS), max_size=4)


def some(*reasons):
    return [Suggestion(f"p{at}", reason, 0.9 - at / 20) for at, reason in enumerate(reasons)]


def shelves(suggestions, **else_where):
    return {one.product: else_where.get(one.product, Shelf("Coats", True, True)) for one in suggestions}


def shown(suggestions, **situation):
    there = {"shelves": shelves(suggestions)} | situation
    return [one.product for one in choose(suggestions, Situation(**there))]


def test_the_best_five_are_shown_best_first():
    assert shown(some("due", "saved", "cart", "together", "viewed", "saved")) == ["p0", "p1", "p2", "p3", "p4"]


def test_one_reason_leaves_room_for_others():
    assert shown(some("due", "due", "due", "due", "due", "saved")) == ["p0", "p1", "p2", "p3", "p5"]


def test_all_that_is_bought_again_counts_as_one_reason():
    found = shown(some("again", "due", "again", "due", "again", "together", "together"))
    assert found == ["p0", "p1", "p2", "p5", "p6"]


def test_what_she_wants_hides_neither_a_repeat_nor_what_is_new():
    found = shown(some("cart", "cart", "cart", "saved", "saved", "viewed", "together", "together", "again"))
    assert found == ["p0", "p1", "p2", "p6", "p8"]


def test_what_is_shut_out_weak_or_nowhere_is_not_shown():
    listed = [*some("due", "saved", "viewed"), Suggestion("weak", "due", FLOOR / 2)]
    assert shown(listed, refused={"p0"}, carted={"p1"}) == ["p2"]
    assert shown(listed, shelves=shelves(listed[1:])) == ["p1", "p2"]


def test_what_goes_with_the_cart_rises():
    listed = [Suggestion("a", "due", 0.6), Suggestion("b", "again", 0.5, goes_with=("x", "y"))]
    listed.append(Suggestion("c", "together", 0.45, {"product": "z"}))
    assert shown(listed) == ["a", "b", "c"]
    assert shown(listed, carted={"y"}) == ["b", "a", "c"]
    assert shown(listed, carted={"z"}) == ["c", "a", "b"]
    assert beside(listed[1], {"y", "x", "z"}) == ["x", "y"] and beside(listed[2], {"y", "z"}) == ["z"]


def test_what_is_like_the_refused_falls_a_little_and_not_without_end():
    listed = [Suggestion("a", "due", 0.6), Suggestion("b", "saved", 0.55)]
    there = shelves(listed, b=Shelf("Boots", True, True))
    assert shown(listed, shelves=there) == ["a", "b"]
    assert shown(listed, shelves=there, disliked={"Coats": 1}) == ["b", "a"]
    weights = [weight(listed[0], Situation(there, disliked={"Coats": times})) for times in range(9)]
    assert weights[0] > weights[1] > weights[2] and weights[5] == weights[8] > 0.3


def test_what_this_store_has_in_her_size_stands_before_its_equal():
    listed = [Suggestion(product, "saved", 0.5) for product in ("a", "b", "c", "d")]
    there = {"a": Shelf("", False, False), "b": Shelf("", True, False), "c": Shelf("", False, True)}
    assert shown(listed, shelves=there | {"d": Shelf("", True, True)})[:3] == ["d", "c", "b"]


def test_where_she_stands_is_shown_first_if_it_is_there():
    listed = [Suggestion("a", "saved", 0.5), Suggestion("b", "saved", 0.45), Suggestion("c", "saved", 0.44)]
    there = {"a": Shelf("", True, True), "b": Shelf("Boots", True, True), "c": Shelf("Boots", False, True)}
    assert shown(listed, shelves=there, zone="1F boots & bags") == ["b", "a", "c"]
    assert shown(listed, shelves=there, zone="Coats") == shown(listed, shelves=there) == ["a", "b", "c"]


@st.composite
def lists(draw):
    """A list of central's of products that are told apart, with all reasons."""
    chosen = draw(st.lists(st.sampled_from(PRODUCTS), unique=True, min_size=6))
    return [
        Suggestion(
            product,
            draw(st.sampled_from(sorted(REASONS))),
            draw(st.sampled_from((0, FLOOR, 0.3, 0.5, 0.9))),
            {"product": draw(st.sampled_from(PRODUCTS))},
            goes_with=tuple(draw(GOODS)),
        )
        for product in chosen
    ]


@st.composite
def situations(draw):
    """Any cart, any refusals, any stock."""
    there = st.builds(Shelf, st.sampled_from(CATEGORIES), st.booleans(), st.booleans())
    stock = draw(st.dictionaries(st.sampled_from(PRODUCTS), there, min_size=6))
    disliked = draw(st.dictionaries(st.sampled_from(CATEGORIES), st.integers(1, 9)))
    return Situation(stock, draw(GOODS), draw(GOODS), disliked)


@settings(max_examples=40)
@given(lists(), situations())
def test_never_what_is_refused_in_the_cart_nowhere_or_weak(listed, now):
    found = choose(listed, now)
    products = [one.product for one in found]
    assert not set(products) & (now.refused | now.carted) and set(products) <= set(now.shelves)
    assert len(set(products)) == len(products) <= MOST and all(one.score >= FLOOR for one in found)


@settings(max_examples=40)
@given(lists(), situations(), st.data())
def test_the_same_is_always_the_same_whatever_the_order_it_came_in(listed, now, data):
    alike = [replace(one, score=0.5) for one in listed] if data.draw(st.booleans()) else listed
    found = choose(alike, now)
    assert choose(data.draw(st.permutations(alike)), now) == found == choose(found, now)


@settings(max_examples=40)
@given(lists(), situations(), st.sampled_from(PRODUCTS))
def test_one_more_in_the_cart_moves_only_that_and_what_goes_with_it(listed, now, product):
    more = replace(now, carted=now.carted | {product})
    others = [one for one in listed if one.product != product and product not in beside(one, {product})]
    before, after = choose(listed, now, len(PRODUCTS)), choose(listed, more, len(PRODUCTS))
    assert [one for one in before if one in others] == [one for one in after if one in others]
    for one in after:
        if one not in others:
            assert weight(one, more) >= weight(one, now)


@settings(max_examples=40)
@given(lists(), situations(), st.sampled_from(CATEGORIES))
def test_one_more_refusal_leaves_the_order_of_the_other_categories(listed, now, category):
    disliked = {**now.disliked, category: now.disliked.get(category, 0) + 1}
    before, after = (choose(listed, replace(now, disliked=told), len(PRODUCTS)) for told in (now.disliked, disliked))
    others = [one for one in before if now.shelves[one.product].category != category]
    assert others == [one for one in after if one in others]
