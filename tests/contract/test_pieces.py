"""Prices and weights inside codes, and that both halves make the same price of them."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clienteling.central.catalog.domain import Price, bears
from clienteling.contract.gtin import check_digit, gtin14
from clienteling.contract.money import digits
from clienteling.contract.pieces import MOST_WEIGHT, Measure, cost, milligrams, minor_units, read, schemes, understood
from clienteling.desktop.cart.actions_piece import priced
from clienteling.desktop.catalog.domain import Item
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.scanning.domain import classify, scan

KNOWN = schemes({"price": ["23.....{NNNNN}", "02.....V{NNDD}"], "weight": ["21.....{NNDDD}"]})


def printed(body):
    return gtin14(body + check_digit(body))


@pytest.mark.parametrize(
    ("body", "article", "kind", "amount"),
    [
        ("231234539000", "231234500000", "price", Decimal(39000)),
        ("211234501250", "211234500000", "weight", Decimal("1.250")),
        ("021234571990", "021234500000", "price", Decimal("19.90")),
    ],
)
def test_the_value_is_taken_out_and_the_article_is_what_remains(body, article, kind, amount):
    found, measure = understood(printed(body), KNOWN)
    assert found == printed(article)
    assert (measure.kind, measure.amount) == (kind, amount)


@pytest.mark.parametrize("body", ["241234539000", "952123454321"])
def test_what_fits_no_scheme_is_left_alone(body):
    assert understood(printed(body), KNOWN) is None


def test_a_carton_of_such_codes_is_no_such_code():
    assert understood("1" + printed("231234539000")[1:], KNOWN) is None


@pytest.mark.parametrize(
    "text",
    ["23.....{NNNN}", "23.....NNNNN", "95.....{NNNNN}", "23.....{DDNNN}", "23.....{NNNNN}..", "{NNNNNNNNNNNN}", ""],
)
def test_a_scheme_that_cannot_be_is_refused(text):
    with pytest.raises(ValueError, match="price"):
        schemes({"price": [text]})


def test_other_kinds_of_value_are_refused():
    with pytest.raises(ValueError, match="length"):
        schemes({"length": ["23.....{NNNNN}"]})


@given(st.integers(0, 99_999), st.integers(0, 99_999))
def test_every_price_of_an_article_is_the_same_article(one, other):
    first, second = (understood(printed(f"2312345{price:05}"), KNOWN) for price in (one, other))
    assert first[0] == second[0]
    assert (first[1].amount, second[1].amount) == (one, other)


@pytest.mark.parametrize(
    ("tag", "article", "kind", "amount"),
    [
        ("2112345004822", "02112345000008", "weight", "0.482"),
        ("(01)09521234543213(3103)000482", "09521234543213", "weight", "0.482"),
        ("(01)09521234543213(3922)1990", "09521234543213", "price", "19.90"),
    ],
)
def test_a_tag_says_what_it_said_to_the_tablet(tag, article, kind, amount):
    assert read(tag, KNOWN) == (article, Measure(kind, Decimal(amount)))


@pytest.mark.parametrize(
    "tag",
    ["", "2112345004825", "9521234543213", "(01)09521234543214(3103)000482", "(01)09521234543213(3203)000482",
     "(01)09521234543213(3103)000482(10)A", "(10)A(01)09521234543213(3103)000482", "٢١١٢٣٤٥٠٠٤٨٢٣"],
)  # fmt: skip
def test_what_is_no_tag_says_nothing(tag):
    assert read(tag, KNOWN) is None


@given(st.text(max_size=60))
def test_nothing_that_may_be_told_as_a_tag_breaks_the_reading(tag):
    assert read(tag, KNOWN) is None or tag.isascii()


@pytest.mark.parametrize(
    ("kilograms", "weight"),
    [("0.482", 482_000), ("0.00001", 10), ("0.000001", 1), ("1000", MOST_WEIGHT), ("0", None), ("0.0000005", None),
     ("1000.001", None), ("9999999999", None)],
)  # fmt: skip
def test_a_weight_is_some_milligrams_up_to_a_tonne(kilograms, weight):
    assert milligrams(Decimal(kilograms)) == weight


@pytest.mark.parametrize(
    ("price", "weight", "costs"),
    [(12_000, 482_000, 5_784), (3, 500_000, 2), (1, 499_999, 0), (1_099, 1_250_000, 1_374), (12, MOST_WEIGHT, 12_000)],
)  # fmt: skip
def test_a_price_by_weight_is_rounded_half_up(price, weight, costs):
    assert cost(price, weight) == costs


@given(st.integers(0, 10**12), st.integers(1, MOST_WEIGHT))
def test_it_is_what_decimals_make_of_it(price, weight):
    exact = Decimal(price) * Decimal(weight) / 10**6
    assert cost(price, weight) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


@pytest.mark.parametrize(
    ("amount", "currency", "price"),
    [("12345", "KRW", 12_345), ("19.9", "KRW", None), ("19.90", "EUR", 1_990), ("1.2345", "KWD", None)],
)  # fmt: skip
def test_a_price_has_no_more_decimals_than_its_currency(amount, currency, price):
    assert minor_units(Decimal(amount), currency) == price


@st.composite
def written(draw):
    """Any scheme that may be configured."""
    check, prefix = draw(st.sampled_from(["", "V"])), draw(st.sampled_from(["02", *map(str, range(20, 30))]))
    length = draw(st.integers(1, 10 - len(check)))
    decimals = draw(st.integers(0, length - 1))
    free = 10 - len(check) - length
    before = draw(st.integers(0, free))
    value = "{" + "N" * (length - decimals) + "D" * decimals + "}"
    return draw(st.sampled_from(["price", "weight"])), prefix + "." * before + check + value + "." * (free - before)


@st.composite
def labels(draw):
    """Schemes, and a code that often fits one of them or tells a weight or a price by GS1."""
    told = draw(st.lists(written(), min_size=1, max_size=3))
    known = schemes({kind: [text for its, text in told if its == kind] for kind in ("price", "weight")})
    tail = draw(st.text("0123456789", min_size=10, max_size=10))
    number = printed(draw(st.sampled_from([text[:2] for _, text in told])) + tail)
    ai, value = draw(st.sampled_from(["310", "392"])), draw(st.text("0123456789", min_size=6, max_size=6))
    ai += str(draw(st.integers(0, 5)))
    spelled = [number[1:], number, f"]C101{number}{ai}{value}", f"(01){number}({ai}){value}"]
    return known, draw(st.sampled_from(spelled))


@given(labels(), st.integers(0, 10**9), st.sampled_from(["KRW", "EUR", "KWD"]), st.sampled_from(["piece", "kilogram"]))
def test_both_halves_ask_the_same_price_for_every_code_and_scheme(label, price, currency, sold_by):
    known, code = label
    found = scan(classify(code, schemes=known), "wedge", "")
    assume(found.piece is not None)
    measure, tag = found.piece
    item = Item("v", "p", "", "", "", "", "", found.gtin14, price, currency, 1, "", "", "", sold_by)
    try:
        mine, weight = priced(item, measure, currency)
        told = mine.price, weight
    except Problem:
        told = None
    assert read(tag, known) == (found.gtin14, measure)
    assert bears(measure, Price("p", price, currency, 1, sold_by)) == told
    if told and weight:
        assert abs(mine.price - Decimal(price) * measure.amount) <= Decimal("0.5")
    elif told:
        assert Decimal(mine.price).scaleb(-digits(currency)) == measure.amount
