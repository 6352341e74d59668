"""The GTIN of retail codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.contract.gtin import check_digit
from clienteling.desktop.scanning.retail import expanded_upce, number


@pytest.mark.parametrize("code", ["654321", "0654321", "06543217"])
def test_upce_expands_whether_or_not_it_brings_its_check_digit(code):
    assert expanded_upce(code) == "065100004327"


@pytest.mark.parametrize("code", ["06543210", "26543217", "65432", "abcdef", "\u0661" * 6])
def test_what_is_not_upce_does_not_expand(code):
    assert expanded_upce(code) is None


@pytest.mark.parametrize(
    ("text", "symbology", "aim", "found"),
    [
        ("978030640615751299", "EAN13", "", ("09780306406157", "51299")),
        ("977031784700112", "", "", ("09770317847001", "12")),
        ("900437801102701", "EAN13", "]E3", ("09004378011027", "01")),
        ("88242801526812", "UPCA", "]E3", ("00882428015268", "12")),
        ("4219160512", "EAN8", "]E3", ("00000042191605", "12")),
        ("4219160512345", "EAN8", "]E3", ("00000042191605", "12345")),
        ("900437801102701", "", "", None),
        ("978030640615851299", "EAN13", "", None),
        ("978030640615751", "EAN13", "]E0", ("09780306406157", "51")),
        ("9780306406157512", "EAN13", "", None),
    ],
)
def test_add_ons_are_taken_off_where_there_may_be_one(text, symbology, aim, found):
    assert number(text, symbology, aim) == found


@pytest.mark.parametrize("text", ["0306406152", "0-306-40615-2", "ISBN 0-306-40615-2", "isbn: 0306406152"])
def test_an_old_book_number_is_the_books_gtin(text):
    assert number(text) == ("09780306406157", "")


def test_an_old_book_number_may_end_in_x_and_must_fit():
    assert number("043942089X") == ("09780439420891", "")
    assert number("0306406153") is None
    assert number("X306406152") is None
    assert number("0306406152", "CODE128") is None


@given(st.text("0123456789", min_size=7, max_size=13), st.sampled_from(["EAN13", "EAN8", "UPCA", "CODE128", ""]))
def test_a_wrong_check_digit_is_no_product(body, symbology):
    if len(body) in (7, 11, 12, 13):
        right = body + check_digit(body)
        wrong = body + str((int(right[-1]) + 1) % 10)
        assert number(right, symbology) == (right.zfill(14), "")
        assert number(wrong, "EAN13") is None
