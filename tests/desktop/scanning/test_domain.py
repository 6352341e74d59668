"""What a code means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.contract import pieces
from clienteling.contract.codes import badge_code, loyalty_code
from clienteling.contract.gtin import check_digit
from clienteling.desktop.scanning import domain
from clienteling.desktop.scanning.domain import Scan, classify, confirmed, enters_cart, scan


@pytest.mark.parametrize(
    ("text", "symbology", "gtin"),
    [
        ("9521234543213", "EAN13", "09521234543213"),
        ("882428015268", "UPCA", "00882428015268"),
        ("42191605", "EAN8", "00000042191605"),
        ("04965802", "UPCE", "00049000006582"),
        ("04965802", "", "00049000006582"),
        ("09521234543213", "", "09521234543213"),
        ("19521234543210", "CODE128", "19521234543210"),
        ("https://example.com/01/09521234543213?10=ABC", "QRCODE", "09521234543213"),
        ("]Q1https://id.gs1.org/01/09521234543213/21/7", "QRCODE", "09521234543213"),
        ("(01)09521234543213(10)ABC", "QRCODE", "09521234543213"),
        ("]C1010952123454321310ABC", "CODE128", "09521234543213"),
        ("010952123454321310ABC\x1d17251231", "CODE128", "09521234543213"),
        ("0109521234543213", "CODE128", "09521234543213"),
        (" 9521234543213\r\n", "", "09521234543213"),
    ],
)
def test_product_codes_are_brought_to_fourteen_digits(text, symbology, gtin):
    meaning = classify(text, symbology)
    assert (meaning.kind, meaning.gtin14) == ("product", gtin)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (loyalty_code(1234), "customer"),
        (loyalty_code(1234).lower(), "customer"),
        (badge_code(7), "staff"),
        ("G3-000123", "order"),
        ("g3-000123", "order"),
        ("GN1-11-000123", "order"),
    ],
)
def test_our_own_codes_are_told_apart_whatever_their_case(text, kind):
    meaning = classify(text, "CODE128")
    assert (meaning.kind, meaning.text) == (kind, text.upper())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("9521234543214", domain.MISREAD),
        ("https://shop.example/sale", domain.LINK),
        ("HTTPS://SHOP.EXAMPLE", domain.LINK),
        ("WIFI:S:Guest;T:WPA;P:secret;;", domain.POLITE["wifi:"]),
        ("tel:+82212345678", domain.POLITE["tel:"]),
        ("CL000012340", domain.NOT_OURS),
        ("SKU-48", domain.NOT_OURS),
        ("\x0f\x03\x1b", domain.NOTHING),
        ("", domain.NOTHING),
        ("]C1", domain.NOTHING),
        ("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668", domain.NOT_OURS),
        ("x" * 5000, domain.TOO_LONG),
    ],
)
def test_everything_else_is_unknown_with_a_sentence(text, reason):
    meaning = classify(text)
    assert (meaning.kind, meaning.gtin14, meaning.reason) == ("unknown", None, reason)


def test_a_linear_code_is_shorter_than_a_square_one():
    assert classify("x" * 200, "CODE128").reason == domain.TOO_LONG
    assert classify("x" * 200, "QRCODE").reason == domain.NOT_OURS


def test_control_characters_never_reach_the_text():
    assert classify("\x0fG3-\x08000123\u202e\u200b").text == "G3-000123"


def test_a_code_the_shop_made_itself_is_noted():
    assert product("201234567890" + check_digit("201234567890")).in_store
    assert product("021234567890" + check_digit("021234567890")).in_store
    assert not product("9521234543213").in_store


def product(text, confidence="likely"):
    return domain.scan(classify(text, "EAN13"), "picture", "2026-11-21T00:00:00.000Z", confidence)


@pytest.mark.parametrize(
    ("confidence", "in_catalogue", "enters"),
    [("likely", True, True), ("sure", True, True), ("weak", True, False), ("sure", False, False)],
)
def test_only_the_catalogue_lets_a_product_into_the_cart(confidence, in_catalogue, enters):
    assert enters_cart(product("9521234543213", confidence), in_catalogue) is enters


@given(st.text(max_size=5000), st.sampled_from(["", "EAN13", "UPCE", "ITF", "CODE128", "QRCODE", "NEW"]))
def test_nothing_that_can_be_read_breaks_the_reading(text, symbology):
    meaning = classify(text, symbology)
    assert meaning.text.isprintable()
    assert (meaning.kind in ("unknown", "coupon")) == bool(meaning.reason)
    assert (meaning.kind == "product") == (meaning.gtin14 is not None)
    assert isinstance(domain.scan(meaning, "wedge", ""), Scan)


@pytest.mark.parametrize(
    ("text", "symbology", "aim"),
    [
        ("0512345000107", "EAN13", ""),
        ("512345000107", "UPCA", ""),
        ("9812345678902", "EAN13", ""),
        ("9912345678909", "", ""),
        ("81100614141654321315011012012", "DATABAR", "]e0"),
        ("]C12559521234543213123", "", ""),
    ],
)
def test_coupons_are_told_and_refused(text, symbology, aim):
    meaning = classify(text, symbology, aim)
    assert (meaning.kind, meaning.gtin14, meaning.reason) == ("coupon", None, domain.COUPON)


def test_a_scan_holds_all_that_the_code_says():
    meaning = classify("]C1010952123454321310ABC\x1d3103001250")
    found = domain.scan(meaning, "wedge", "2026-11-21T00:00:00.000Z")
    assert (found.symbology, found.aim, found.gtin14) == ("CODE128", "]C1", "0" + "9521234543213")
    assert found.elements == (("01", "09521234543213"), ("10", "ABC"), ("3103", "001250"))
    assert (found.measure.kind, str(found.measure.amount)) == ("weight", "1.250")
    assert found.raw == b"010952123454321310ABC3103001250"
    assert domain.scan(meaning, "camera", "", "sure", b"\x00").raw == b"\x00"


@pytest.mark.parametrize(
    ("code", "aim", "tag"),
    [
        ("2112345004822", "]E0", "2112345004822"),
        ("211234500482251299", "]E3", "2112345004822"),
        ("010952123454321310ABC\x1d3103001250", "]C1", "(01)09521234543213(3103)001250"),
        ("(01)09521234543213(21)7(3922)1990(3103)001250", "", "(01)09521234543213(3922)1990"),
        ("https://a.example/01/09521234543213/21/7?3103=001250", "]Q1", "(01)09521234543213(3103)001250"),
    ],
)
def test_the_tag_of_a_piece_is_what_central_reads_again(code, aim, tag):
    known = pieces.schemes({"weight": ["21.....{NNDDD}"]})
    found = domain.scan(classify(code, aim=aim, schemes=known), "wedge", "")
    assert found.piece == (found.measure, tag)
    assert pieces.read(tag, known) == (found.gtin14, found.measure)
    assert domain.scan(classify("9521234543213"), "wedge", "").piece is None


def test_what_names_no_product_says_nothing_of_a_piece():
    for code in ("https://a.example/01/09521234543214?3103=000482", "(01)09521234543214(3103)000482", "]C131030004828"):
        found = domain.scan(classify(code), "wedge", "")
        assert (found.kind, found.measure, found.piece) == ("unknown", None, None)


def test_a_carton_is_its_own_article_and_a_shorter_itf_is_none():
    assert classify("19521234543210", "ITF").gtin14 == "19521234543210"
    assert classify("9521234543213", "ITF").kind == "unknown"


def test_the_aim_identifier_tells_the_symbology():
    assert classify("]E442191605").symbology == "EAN8"
    assert classify("]E0882428015268").symbology == "UPCA"
    assert classify("]E3978030640615751299").add_on == "51299"


def test_in_store_codes_bring_their_price_when_the_shop_says_how():
    schemes = pieces.schemes({"price": ["23.....{NNNNN}"]})
    code = "231234501990"
    code += check_digit(code)
    meaning = classify(code, "EAN13", schemes=schemes)
    assert meaning.gtin14 == "02312345000002"
    assert (meaning.measure.kind, meaning.measure.amount) == ("price", 1990)
    assert classify(code, "EAN13").gtin14 == "0" + code


@given(st.sampled_from(["01", "]C1", "]d201", "]Q1", "https://a.b/01/", "(01)", "CL", "ST"]), st.text(max_size=60))
def test_nothing_that_begins_like_a_code_breaks_the_reading(start, rest):
    assert classify(start + rest, "QRCODE").text.isprintable()


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 12), st.integers(1, 9))
def test_one_wrong_digit_is_never_the_product(body, place, change):
    code = body + check_digit(body)
    spoilt = code[:place] + str((int(code[place]) + change) % 10) + code[place + 1 :]
    assert classify(spoilt, "EAN13").kind == "unknown"


def test_bytes_that_are_no_text_are_never_guessed_at():
    assert domain.classify_bytes(b"]E09521234543213").gtin14 == "09521234543213"
    assert domain.classify_bytes("코트".encode()).text == "코트"
    for raw in ("코트".encode("euc-kr"), b"9521234543213\x80", b"\xff" * 5000):
        meaning = domain.classify_bytes(raw)
        assert (meaning.kind, meaning.gtin14, meaning.reason) == ("unknown", None, domain.GARBLED)
        assert len(meaning.text) <= domain.LINEAR_LIMIT


def seen_by(source, confidence="likely", text="9521234543213", symbology="EAN13"):
    return scan(classify(text, symbology), source, "", confidence)


@pytest.mark.parametrize(
    ("found", "before", "sure"),
    [
        (seen_by("camera"), None, False),
        (seen_by("camera", "sure"), None, True),
        (seen_by("camera"), seen_by("camera"), False),
        (seen_by("camera"), seen_by("wedge"), True),
        (seen_by("camera"), seen_by("wedge", text="4006381333931"), False),
        (seen_by("wedge"), None, False),
        (seen_by("wedge"), seen_by("wedge"), True),
        (seen_by("serial"), seen_by("serial"), True),
        (seen_by("picture"), seen_by("picture"), False),
        (seen_by("typed"), None, True),
        (seen_by("camera", symbology="DATAMATRIX"), None, True),
        (seen_by("camera", "weak"), seen_by("wedge"), False),
    ],
)
def test_what_may_be_kept_although_no_catalogue_has_it(found, before, sure):
    assert (confirmed(found, before).confidence == "sure") is sure


def test_only_products_are_confirmed_by_a_second_scan():
    link = scan(classify("https://shop.example", "QRCODE"), "camera", "")
    assert confirmed(link, link) == link
