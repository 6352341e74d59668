"""zxing-cpp with our settings, and both readers on every symbology a shop shows."""

import numpy as np
import pytest
import zxingcpp
from zxingcpp import BarcodeFormat as F

from clienteling.desktop.scanning.domain import classify
from clienteling.desktop.scanning.zbar import Zbar
from clienteling.desktop.scanning.zxing import Zxing

ELEMENTS = "(01)09521234543213(10)ABC"
CODES = [
    ("9521234543213", F.EAN13, {}, "EAN13", "]E0"),
    ("42191605", F.EAN8, {}, "EAN8", "]E4"),
    ("882428015268", F.UPCA, {}, "UPCA", "]E0"),
    ("04965802", F.UPCE, {}, "UPCE", "]E0"),
    ("SKU-48", F.Code128, {}, "CODE128", "]C0"),
    ("ABC 12", F.Code39, {}, "CODE39", "]A0"),
    ("19521234543210", F.ITF14, {}, "ITF", "]I1"),
    (ELEMENTS, F.Code128, {"gs1": True}, "CODE128", "]C1"),
    ("CL000012345", F.QRCode, {}, "QRCODE", "]Q1"),
    (ELEMENTS, F.QRCode, {"gs1": True}, "QRCODE", "]Q3"),
]
ONLY_ZXING = [
    ("CL000012345", F.DataMatrix, {}, "DATAMATRIX", "]d1"),
    (ELEMENTS, F.DataMatrix, {"gs1": True}, "DATAMATRIX", "]d2"),
    ("(01)09521234543213", F.DataBarOmni, {}, "DATABAR", "]e0"),
    ("(01)09521234543213", F.DataBarStkOmni, {}, "DATABAR", "]e0"),
    (ELEMENTS, F.DataBarExp, {}, "DATABAR", "]e0"),
    (ELEMENTS, F.DataBarExpStk, {}, "DATABAR", "]e0"),
]


def drawn(text, kind, options=None, scale=4):
    """A code as gray values, with room around it."""
    image = zxingcpp.create_barcode(text, kind, **(options or {})).to_image(scale=scale)
    return np.pad(np.asarray(image), 30, constant_values=255)


@pytest.mark.parametrize(("text", "kind", "options", "symbology", "aim"), CODES + ONLY_ZXING)
def test_every_symbology_is_read_with_its_aim_identifier_and_bytes(text, kind, options, symbology, aim):
    (reading,) = Zxing().read(drawn(text, kind, options))
    assert reading.symbology in {symbology, "EAN13" if symbology == "UPCA" else symbology}
    assert (reading.aim, reading.reader) == (aim, "zxing")
    assert reading.raw.decode() == reading.text


@pytest.mark.parametrize(("text", "kind", "options", "symbology", "aim"), CODES)
def test_both_readers_mean_the_same(text, kind, options, symbology, aim):
    gray, zbar = drawn(text, kind, options), Zbar()
    (one,), (other,) = zbar.read(gray), Zxing().read(gray)
    zbar.close()
    assert (one.symbology, one.aim[:2]) == (symbology, aim[:2])
    first, second = (classify(each.text, each.symbology, each.aim) for each in (one, other))
    assert (first.kind, first.gtin14, first.elements) == (second.kind, second.gtin14, second.elements)


@pytest.mark.parametrize(
    ("text", "add_on"),
    [("9780306406157+51299", "51299"), ("9770317847001+12", "12"), ("882428015268+12345", "12345")],
)
def test_an_add_on_is_read_beside_its_code_and_the_code_is_told_once(text, add_on):
    (reading,) = Zxing().read(drawn(text, F.UPCA if text.startswith("88") else F.EAN13))
    meaning = classify(reading.text, reading.symbology, reading.aim)
    assert (reading.aim, meaning.add_on) == ("]E3", add_on)
    assert meaning.gtin14 == text.split("+")[0].zfill(14)


def test_light_bars_on_dark_are_read_when_asked():
    dark = 255 - drawn("CL000012345", F.QRCode)
    assert Zxing().read(dark) == []
    assert [reading.text for reading in Zxing().read(dark, inverted=True)] == ["CL000012345"]


def test_rows_that_lie_apart_in_memory_are_read_without_a_copy_of_ours():
    gray = drawn("9521234543213", F.EAN13)
    wide = np.zeros((gray.shape[0], gray.shape[1] + 77), np.uint8)
    wide[:, : gray.shape[1]] = gray
    assert [reading.text for reading in Zxing().read(wide[:, : gray.shape[1]])] == ["9521234543213"]
    assert [reading.text for reading in Zxing().read(np.repeat(gray, 2, axis=1)[:, ::2])] == ["9521234543213"]


def test_what_is_no_gray_picture_is_not_read():
    assert Zxing().read(np.zeros((0, 0), np.uint8)) == []
    assert Zxing().read(np.zeros((8, 8, 3), np.uint8)) == []
    assert Zxing().read(np.zeros((8, 8), np.float64)) == []
    Zxing().close()
