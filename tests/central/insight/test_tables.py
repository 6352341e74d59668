"""The pipeline over shops so small that every row is known, and rules that hold in any shop."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clienteling.central.insight import tables
from clienteling.central.insight.domain import LARGEST_BASKET, PARTS
from clienteling.central.insight.engine import Engine
from tests.helpers.gift_shop import lines

SHOP = lines(
    ("ann", "a1", 10, "tea"), ("ann", "a1", 10, "tea"), ("ann", "a1", 10, "cup"),
    ("ann", "a2", 40, "tea"),
    ("ann", "a3", 80, "tea"), ("ann", "a3", 80, "pot"),
    ("bea", "b1", 80, "cup"), ("bea", "b1", 80, "pot"),
    (None, "g1", 81, "pot"), (None, "g1", 81, "cup"),
    ("bea", "b2", 100, "tea"), ("bea", "b3", 100, "pot"),
)  # fmt: skip


def rows(told, table, cut=100):
    return all_rows(told, [table], cut)[0]


def all_rows(told, tables, cut=100):
    engine = Engine(told)
    try:
        return [plain(engine.columns(table(engine.lines, cut))) for table in tables]
    finally:
        engine.close()


def plain(found):
    return [
        tuple(value.item() if hasattr(value, "item") else value for value in row)
        for row in zip(*found.values(), strict=True)
    ]


def of_sold(table, *more):
    return lambda told, cut: table(tables.before(told, cut), *more)


def test_a_product_counts_once_a_basket_and_only_before_the_day():
    assert len(rows(SHOP, lambda told, cut: tables.before(told, cut))) == 9
    assert len(rows(SHOP, lambda told, cut: tables.before(told, cut), 81)) == 7


def test_what_a_person_bought_fades_with_her_later_baskets():
    found = {row[:2]: row[2:] for row in rows(SHOP, of_sold(tables.personal))}
    assert set(found) == {("ann", "tea"), ("ann", "cup"), ("ann", "pot"), ("bea", "cup"), ("bea", "pot")}
    times, since, last, often, steady = found["ann", "tea"]
    assert (times, since, last) == (3, 0, 80)
    assert often / PARTS == pytest.approx(1 + 0.9 + 0.81)
    assert steady / PARTS == pytest.approx(1 + 0.97 + 0.97**2)
    assert found["ann", "cup"] == (1, 2, 10, 810_000_000, 940_900_000), "whole parts are left"


def test_people_and_their_baskets():
    found = rows(SHOP, lambda told, cut: tables.people(tables.before(told, cut), cut))
    assert found == [("ann", 3, 5, 80, 1), ("bea", 1, 2, 80, 1)], "customer, baskets, lines, last day, in 28 days"


def test_the_days_of_people():
    assert rows(SHOP, of_sold(tables.spans)) == [("ann", 3, 10, 80), ("bea", 1, 80, 80)], "how many, first and last"


def test_products_count_guests_as_sold_but_not_as_buyers():
    found = rows(SHOP, lambda told, cut: tables.products(tables.before(told, cut), cut))
    assert found == [("cup", 3, 2, 2, 3, 0, 10, 81), ("pot", 3, 2, 3, 3, 0, 80, 81), ("tea", 3, 1, 1, 3, 0, 10, 80)]


def test_the_season_to_come_a_year_ago():
    told = lines(("ann", "1", 34, "tea"), ("ann", "2", 35, "tea"), ("ann", "3", 124, "tea"), ("ann", "4", 125, "tea"))
    found = rows(told, lambda told, cut: tables.products(tables.before(told, cut), cut), 400)
    assert found[0][5] == 2, "the days 35 to 124 are a year before the days 400 to 489"


def test_the_rhythm_of_what_was_bought_on_three_days():
    found = rows(SHOP, of_sold(tables.rhythms))
    told = "days, her median gap, last day, last and longest gap, the usual gap"
    assert found == [("ann", "tea", 3, 35.0, 80, 40, 40, 35.0)], told


def test_the_longest_gap_need_not_be_the_last():
    told = lines(*(("ann", str(day), day, "tea") for day in (10, 60, 80)))
    assert rows(told, of_sold(tables.rhythms)) == [("ann", "tea", 3, 35.0, 80, 20, 50, 35.0)]


def test_pairs_are_counted_by_baskets_guests_too():
    assert rows(SHOP, of_sold(tables.companions)) == [("cup", "pot", 2), ("pot", "cup", 2)]


def test_a_stock_order_pairs_nothing():
    large = [("ann", basket, 1, f"p{at:03d}") for basket in ("x", "y") for at in range(LARGEST_BASKET + 1)]
    assert rows(lines(*large), of_sold(tables.companions)) == []
    assert rows(lines(*large[:LARGEST_BASKET], *large[-LARGEST_BASKET:]), of_sold(tables.companions))


def test_the_next_basket_is_one_basket():
    assert rows(SHOP, lambda told, cut: tables.following(told, cut, 200)) == [("bea", "tea")]
    assert rows(SHOP, lambda told, cut: tables.bought(told, cut, 200)) == [("bea", "pot"), ("bea", "tea")]
    assert rows(SHOP, lambda told, cut: tables.following(told, cut, 81), 80) == [
        ("ann", "pot"), ("ann", "tea"), ("bea", "cup"), ("bea", "pot"),
    ]  # fmt: skip


def test_parquet_gives_the_same_rows(tmp_path):
    import pyarrow.parquet as pq

    pq.write_table(SHOP, tmp_path / "lines.parquet")
    assert rows(tmp_path / "lines.parquet", of_sold(tables.personal)) == rows(SHOP, of_sold(tables.personal))


some_lines = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 8), st.integers(0, 3), st.sampled_from("xyz")), max_size=40
)


@settings(max_examples=8, deadline=None)
@given(some_lines, st.randoms())
def test_the_order_of_the_lines_says_nothing(told, random):
    whole = [(customer, f"{customer}{day}{more}", day, product) for customer, day, more, product in told]
    shuffled = random.sample(whole, len(whole))
    wanted = [of_sold(tables.personal), of_sold(tables.rhythms), of_sold(tables.companions)]
    assert all_rows(lines(*whole), wanted) == all_rows(lines(*shuffled), wanted)


@settings(max_examples=8, deadline=None)
@given(some_lines)
def test_what_was_known_does_not_change_with_what_came_later(told):
    whole = [(customer, f"{customer}{day}{more}", day, product) for customer, day, more, product in told]
    early = [line for line in whole if line[2] < 5]
    assert rows(lines(*whole), of_sold(tables.personal), 5) == rows(lines(*early), of_sold(tables.personal), 5)


def test_an_empty_shop():
    assert rows(lines(), of_sold(tables.personal)) == []
    assert isinstance(lines(), pa.Table)
