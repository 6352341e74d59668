"""zbar with our settings."""

import numpy as np
import pytest

from clienteling.desktop.scanning.zbar import Zbar


@pytest.fixture
def zbar():
    """A reader."""
    reader = Zbar()
    yield reader
    reader.close()


@pytest.mark.parametrize(
    "text", ["CL000012345", "https://a.b/01/09521234543213", "Crème brûlée", "캐시미어 머플러", "🧣 scarf"]
)
def test_square_codes_keep_their_letters(zbar, qr, text):
    (reading,) = zbar.read(qr(text))
    assert (reading.text, reading.symbology) == (text, "QRCODE")


def test_light_bars_on_dark_are_read_when_asked(zbar, qr):
    dark = 255 - qr("CL000012345")
    assert zbar.read(dark) == []
    assert [reading.text for reading in zbar.read(dark, inverted=True)] == ["CL000012345"]


def test_retail_bars_are_read_with_many_lines_agreeing(zbar, ean):
    (reading,) = zbar.read(ean("9521234543213"))
    assert (reading.text, reading.symbology) == ("9521234543213", "EAN13")
    assert reading.quality >= 10


def test_what_is_no_gray_picture_is_not_read(zbar):
    assert zbar.read(np.zeros((0, 0), np.uint8)) == []
    assert zbar.read(np.zeros((8, 8, 3), np.uint8)) == []
    assert zbar.read(np.zeros((8, 8), np.float64)) == []
