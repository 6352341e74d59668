"""Prices and weights inside the shop's own codes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.contract.gtin import check_digit, gtin14
from clienteling.desktop.scanning.instore import schemes, understood

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
