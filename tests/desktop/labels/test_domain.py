"""Papers as data, where each label lies, and what a name may not do."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.desktop.labels.domain import LONGEST, PAPERS, fitted, pages, place, plain, runs
from clienteling.desktop.labels.symbols import of_gtin, of_sku, of_square

SHEET, ROLL = PAPERS
EAN = of_gtin("09521234543213")


def test_twenty_four_labels_fill_a_sheet_and_the_next_begins_another():
    assert SHEET.places == 24
    assert place(SHEET, 0) == (0, 0, 0.5)
    assert place(SHEET, 23) == (0, 140, 0.5 + 7 * 37)
    assert place(SHEET, 24)[0] == 1
    assert [pages(SHEET, count) for count in (1, 24, 25)] == [1, 1, 2]
    assert place(ROLL, 3) == (3, 0, 0)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
@given(number=st.integers(0, 5000))
def test_every_label_lies_on_its_page_and_on_no_other(paper, number):
    page, left, top = place(paper, number)
    assert page == number // paper.places
    assert left >= 0 and left + paper.label[0] <= paper.page[0]
    assert top >= 0 and top + paper.label[1] <= paper.page[1]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_an_ean_13_is_never_smaller_than_gs1_allows(paper):
    symbol, module = fitted(EAN, paper)
    assert symbol is EAN
    assert 0.264 <= module <= 0.66
    assert symbol.width * module <= paper.label[0] - 2 * paper.margin


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
@given(sku=st.text(min_size=1, max_size=90))
def test_whatever_is_printed_fits_with_its_quiet_zones(paper, sku):
    symbol, module = fitted(of_sku(sku), paper)
    assert symbol.width * module <= paper.label[0] - 2 * paper.margin + 1e-9
    assert not symbol.square or symbol.width * module <= paper.label[1] - 2 * paper.margin + 1e-9
    assert symbol.text == of_sku(sku).text


def test_bars_too_long_for_the_label_become_a_square():
    symbol, _ = fitted(of_sku("SKU-48-CAMEL-55-VERY-LONG-INDEED-12345"), SHEET)
    assert symbol == of_square("SKU-48-CAMEL-55-VERY-LONG-INDEED-12345")


@given(st.text(max_size=900))
def test_a_name_is_one_line_without_anything_that_acts(name):
    text = plain(name)
    assert len(text) <= LONGEST
    assert not any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") for sign in text)


def test_a_name_is_not_changed_beyond_that():
    assert plain("울\n더블 \u202e코트\u0000 <b>") == "울 더블 코트 <b>"


@given(st.text("01", max_size=60))
def test_runs_are_the_dark_modules_and_nothing_else(row):
    drawn = ["0"] * len(row)
    for first, many in runs(row):
        drawn[first : first + many] = "1" * many
    assert "".join(drawn) == row
