"""What to show her and why: due by her own rhythm, together with what she bought lately, wanted online."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.central.suggestions.domain import (
    MOST,
    NEWS_DAYS,
    Interest,
    News,
    Person,
    Purchase,
    due,
    new_in_size,
    popular,
    suggest,
    together,
)

TODAY = date(2026, 6, 30).toordinal()
NAMES = {f"p{at}": (f"상품 {at}", f"Product {at}", "Coats" if at < 15 else "Scarves") for at in range(20)}


def bought(product, *days_ago):
    return [Purchase(f"b{days}", TODAY - days, product, f"v-{product}") for days in days_ago]


@pytest.mark.parametrize(
    ("days_ago", "is_due"),
    [
        ((30,), False), ((60, 30), True), ((52, 22), False), ((54, 23), False), ((95, 60, 30), True),
        ((120, 90), False), ((92, 61), True), ((3, 1), False), ((30, 30), False),
    ],
)  # fmt: skip
def test_due_is_near_or_over_her_own_median_gap(days_ago, is_due):
    assert bool(list(due(bought("p1", *days_ago), TODAY))) == is_due


def test_the_reason_of_what_is_due_is_the_rhythm():
    [one] = due(bought("p1", 70, 35), TODAY)
    assert one.values == {"weeks": 5, "last": "2026-05-26"} and one.variant == "v-p1"


def test_what_is_new_fades_and_stands_higher_where_her_store_has_it():
    def shown(age, here=False, times=2):
        told = Person([], news=[News("p1", "v1", "55", TODAY - age, times, here)])
        return list(new_in_size(told, TODAY))

    [today] = shown(0)
    since = date.fromordinal(TODAY).isoformat()
    assert (today.reason, today.variant, today.values) == ("new", "v1", {"size": "55", "since": since, "times": 2})
    assert shown(30)[0].score < today.score < shown(0, here=True)[0].score < shown(0, here=True, times=9)[0].score
    assert shown(NEWS_DAYS) != [] and shown(NEWS_DAYS + 1) == shown(-1) == []


def test_together_names_her_strongest_product_and_is_new_to_her():
    neighbours = {"p1": [("p3", 0.2), ("p2", 0.9)], "p2": [("p3", 0.3)]}
    [one] = together([*bought("p1", 20), *bought("p2", 20)], neighbours, NAMES)
    assert (one.product, one.values) == ("p3", {"product": "p2", "name_ko": "상품 2", "name_en": "Product 2"})


def test_what_she_bought_long_ago_weighs_less():
    neighbours = {"p1": [("p3", 0.2)], "p2": [("p4", 0.2)]}
    found = {one.product: one.score for one in together([*bought("p1", 20), *bought("p2", 90)], neighbours, NAMES)}
    assert found["p3"] > found["p4"]


def test_refused_and_just_bought_are_left_out():
    person = Person(
        bought("p1", 3),
        interests=[Interest("p1", "v", "saved", TODAY), Interest("p2", "v", "saved", TODAY)],
        carted=[("p3", "v3")],
        refused=frozenset({"p2"}),
    )
    assert [one.product for one in suggest(person, {}, NAMES, TODAY)] == ["p3"]


def test_an_old_interest_is_forgotten():
    person = Person([], interests=[Interest("p1", "v", "viewed", TODAY - 61)])
    assert suggest(person, {}, NAMES, TODAY) == []


def test_two_categories_where_there_are_two():
    carted = [(f"p{at}", "v") for at in range(12)]
    person = Person([], carted=carted, interests=[Interest("p19", "v", "viewed", TODAY - 50)])
    chosen = suggest(person, {}, NAMES, TODAY)
    assert len(chosen) == MOST and {NAMES[one.product][2] for one in chosen} == {"Coats", "Scarves"}


def test_popular_is_what_her_store_sells_whatever_she_bought():
    sold = [("p1", 9), ("p2", 6), ("gone", 5), ("p16", 3)]
    found = popular(sold, ("강남점", "Gangnam"), NAMES, frozenset({"p2"}))
    assert [(one.product, one.reason, one.values["times"]) for one in found] == [
        ("p1", "popular", 9),
        ("p16", "popular", 3),
    ]
    assert found[0].values["name_en"] == "Gangnam" and 0.1 < found[1].score < found[0].score
    assert popular([], ("", ""), NAMES, frozenset()) == []


def test_what_she_brought_back_is_left_out_both_ways():
    person = Person([*bought("p1", 70, 35), *bought("p2", 70, 35)], returned=frozenset({"p1"}))
    assert [one.product for one in suggest(person, {}, NAMES, TODAY)] == ["p2"]


PRODUCTS = st.sampled_from([*sorted(NAMES), "gone"])
PURCHASES = st.lists(st.builds(lambda p, d: bought(p, d)[0], PRODUCTS, st.integers(0, 400)), max_size=40)
INTERESTS = st.lists(
    st.builds(lambda p, w, d: Interest(p, "v", w, TODAY - d), PRODUCTS, st.sampled_from(["viewed", "saved"]),
              st.integers(0, 90)),
    max_size=10,
)  # fmt: skip
NEIGHBOURS = st.dictionaries(PRODUCTS, st.lists(st.tuples(PRODUCTS, st.floats(0.01, 1)), max_size=5), max_size=20)


@given(PURCHASES, INTERESTS, NEIGHBOURS, st.frozensets(PRODUCTS, max_size=5))
def test_every_list_is_fit_to_show(purchases, interests, neighbours, refused):
    chosen = suggest(Person(purchases, interests, [("p5", "v")], refused), neighbours, NAMES, TODAY)
    assert len(chosen) <= MOST
    assert len({one.product for one in chosen}) == len(chosen)
    assert all(0 < one.score <= 1 and one.product in NAMES and one.product not in refused for one in chosen)
    assert [one.score for one in chosen] == sorted((one.score for one in chosen), reverse=True)
