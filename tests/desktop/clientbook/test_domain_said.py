"""What she says beside what she buys: counted, never more than there is, and odd only where enough tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.desktop.clientbook.domain_said import FEW, MOST, Bought, Compared, Piece, Wish, compare, scale

SIZES = ("55", "66", "S", "XL", "235", "240", "")
days = st.integers(1, 28).map(lambda day: f"2026-11-{day:02d}")
pieces = st.lists(
    st.builds(Piece, days, st.sampled_from("abc"), st.sampled_from(("Coats", "Boots")), st.sampled_from(SIZES),
              st.sampled_from(("Wool coat Camel", "울 코트", "Boots"))),
    max_size=20,
)  # fmt: skip
wishes = st.lists(st.builds(Wish, st.sampled_from("abcd"), days), max_size=8)
stated = st.dictionaries(st.sampled_from(("top", "shoe")), st.sampled_from(SIZES))


def coat(size, day=1, product="coat", words="Wool coat"):
    return Piece(f"2026-11-{day:02d}", product, "Coats", size, words)


def test_a_size_beside_others_of_its_scale():
    bought = [coat("55"), coat("66", 3), coat("66", 9), coat("240"), coat("")]
    said = compare({"top": "55", "shoe": "240"}, [], bought, [])
    top, shoe = said.sizes
    assert top == Compared("55", Bought(1, "2026-11-01"), other=2) and top.is_at_odds
    assert shoe == Compared("240", Bought(1, "2026-11-01")) and not shoe.is_at_odds
    assert said.besides == (("66", Bought(2, "2026-11-09")),)


@pytest.mark.parametrize(
    ("one", "other", "same"), [("55", "66", True), ("S", "xl", True), ("55", "240", False), ("M", "55", False)]
)
def test_sizes_of_one_scale(one, other, same):
    assert (scale(one) == scale(other)) is same


def test_what_she_likes_is_looked_for_in_what_it_is_called():
    bought = [coat("55", words="Wool coat 울 코트"), coat("55", 4, words="Silk scarf")]
    likes = compare({}, ["wool itches", "Minimal", "울 소재"], bought, []).likes
    assert [one.bought.times for one in likes] == [1, 0, 1]


def test_a_wish_is_fulfilled_by_what_she_bought_after_it():
    said = compare(
        {}, [], [coat("55", 5)], [Wish("coat", "2026-11-02"), Wish("boots", "2026-11-03"), Wish("coat", "2026-11-01")]
    )
    assert said.wishes == ((Wish("boots", "2026-11-03"), ""), (Wish("coat", "2026-11-02"), "2026-11-05"))
    later = compare({}, [], [coat("55", 5)], [Wish("coat", "2026-11-06")])
    assert later.wishes == ((Wish("coat", "2026-11-06"), ""),), "bought before she wished for it"


@given(stated, st.lists(st.sampled_from(("wool", "boots", "")), max_size=3), pieces, wishes)
def test_nothing_is_counted_that_was_not_bought(sizes, likes, bought, wished):
    said = compare(sizes, likes, bought, wished)
    assert said.pieces == len(bought)
    sized = [one.bought.times for one in said.sizes] + [times.times for _, times in said.besides]
    assert sum(sized) <= sum(bool(piece.size) for piece in bought)
    assert all(one.bought.times <= len(bought) for one in said.likes)
    assert not any(one.is_at_odds for one in said.sizes if one.bought.times + one.other < FEW)
    assert len(said.wishes) <= MOST and all(not at or at >= wish.at for wish, at in said.wishes)
    assert {size for size, _ in said.besides}.isdisjoint(sizes.values())


@given(pieces)
def test_what_she_buys_most_comes_first(bought):
    counts = [times.times for _, times in compare({}, [], bought, []).does]
    assert counts == sorted(counts, reverse=True) and sum(counts) == len(bought)
