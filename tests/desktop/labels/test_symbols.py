"""Bars and squares module by module."""

from hypothesis import given
from hypothesis import strategies as st

from clienteling.contract.gtin import check_digit
from clienteling.desktop.labels.symbols import LONGEST, of_gtin, of_sku, of_square


def test_an_ean_13_has_95_modules_and_its_quiet_zones():
    symbol = of_gtin("09521234543213")
    assert (len(symbol.rows[0]), symbol.left, symbol.right, symbol.text) == (95, 11, 7, "9521234543213")
    assert symbol.width == 113
    assert symbol.rows[0].startswith("101") and symbol.rows[0].endswith("101") and symbol.rows[0][45:50] == "01010"


def test_the_length_of_a_gtin_chooses_its_bars():
    assert (len(of_gtin("00000096385074").rows[0]), of_gtin("00000096385074").text) == (67, "96385074")
    assert of_gtin("00012345678905").text == "0012345678905"
    assert of_gtin("19521234543210").text == "19521234543210"


def test_what_code_128_cannot_say_becomes_a_square():
    assert not of_sku("CT-1-55").square
    assert of_sku("코트-55").square


@given(st.text(min_size=1, max_size=4 * LONGEST))
def test_any_name_of_a_thing_has_a_symbol(sku):
    symbol = of_sku(sku)
    assert symbol.text == sku[:LONGEST]
    assert symbol.rows and set("".join(symbol.rows)) <= {"0", "1"}


@given(st.integers(0, 10**12 - 1))
def test_every_gtin_13_has_its_bars(number):
    body = f"{number:012d}"
    assert of_gtin(f"0{body}{check_digit(body)}").rows[0].count("1") > 0


def test_a_card_is_no_micro_code_and_has_four_modules_of_quiet():
    symbol = of_square("CL00000001X")
    assert len(symbol.rows) == len(symbol.rows[0]) >= 21
    assert (symbol.left, symbol.right) == (4, 4)
