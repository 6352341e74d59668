"""What GS1 codes say, where biip alone would not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.desktop.scanning.gs1 import elements, linked, measure_in, number_in

GTIN = "09521234543213"


@pytest.mark.parametrize(
    ("body", "aim", "found"),
    [
        (f"01{GTIN}10ABC\x1d21X", "]C1", {"01": GTIN, "10": "ABC", "21": "X"}),
        (f"\x1d01{GTIN}10ABC", "", {"01": GTIN, "10": "ABC"}),
        (f"(01){GTIN}(10)ABC(21)X", "", {"01": GTIN, "10": "ABC", "21": "X"}),
        (f"(01){GTIN}(10)A(B)C(21)9", "", {"01": GTIN, "10": "A(B)C", "21": "9"}),
        (f"01{GTIN}10ABC{{GS}}17251200", "]d2", {"01": GTIN, "10": "ABC", "17": "251200"}),
        (f"<fnc1>01{GTIN}10ABC<GS>21X", "", {"01": GTIN, "10": "ABC", "21": "X"}),
        (f"01{GTIN}", "", {"01": GTIN}),
        ("00106141412345678908", "]C1", {"00": "106141412345678908"}),
        ("(01)1234", "", {}),
        (f"10ABC01{GTIN}", "", {}),
        ("SKU-48", "", {}),
        ("05999", "]C1", {}),
    ],
)
def test_elements_are_found_however_they_are_written(body, aim, found):
    assert dict(elements(body, aim)) == found


def test_a_wrong_check_digit_inside_is_no_number():
    found = elements("010952123454321410ABC", "]C1")
    assert dict(found)["01"] == "09521234543214"
    assert number_in(found) is None


def test_a_number_too_short_for_a_product_is_none_though_zeros_make_it_long():
    assert number_in(linked("https://a.b/01/123")) is None
    assert number_in(linked("https://a.b/01/42191605")) == "00000042191605"


@pytest.mark.parametrize(
    ("link", "found"),
    [
        (f"https://shop.example/01/{GTIN}/10/AB/21/7?17=251231", {"01": GTIN, "10": "AB", "21": "7", "17": "251231"}),
        ("HTTPS://ID.GS1.ORG/01/9521234543213", {"01": GTIN}),
        (f"https://a.b/x/01/{GTIN}/10/not%20allowed", {"01": GTIN}),
        ("https://a.b/414/9521234543213", {"414": "9521234543213"}),
        ("https://shop.example/sale", {}),
        ("https://[broken/01/", {}),
    ],
)
def test_links_on_any_domain_say_their_elements(link, found):
    assert dict(linked(link)) == found


@pytest.mark.parametrize(
    ("ai", "value", "measure"),
    [
        ("3103", "001250", ("weight", Decimal("1.250"))),
        ("3922", "1990", ("price", Decimal("19.90"))),
        ("3920", "39000", ("price", Decimal(39000))),
    ],
)
def test_a_weight_or_a_price_of_this_very_piece(ai, value, measure):
    found = measure_in(elements(f"01{GTIN}{ai}{value}", "]e0"))
    assert (found.kind, found.amount) == measure


def test_without_one_there_is_no_measure():
    assert measure_in(elements(f"01{GTIN}17251231", "]C1")) is None


@given(st.sampled_from(["", "]C1", "]d2"]), st.text(max_size=60))
def test_nothing_breaks_them(aim, body):
    elements(f"01{GTIN}{body}", aim)
    elements(f"(01){body}", aim)
    linked(f"https://a.b/{body}")
