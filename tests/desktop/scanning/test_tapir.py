"""tapirscan with our settings, where this platform has it."""

import numpy as np
import pytest

from clienteling.desktop.scanning.domain import classify
from clienteling.desktop.scanning.zxing import Zxing
from tests.desktop.scanning.test_zxing import CODES, ONLY_ZXING, drawn

tapirscan = pytest.importorskip("tapirscan")
BARS = [each for each in CODES if each[3] in ("EAN13", "EAN8", "UPCA", "UPCE", "CODE128", "CODE39", "ITF")]


@pytest.fixture(params=["low", "medium"])
def tapir(request):
    """A reader of either effort."""
    from clienteling.desktop.scanning.tapir import Tapir

    reader = Tapir(request.param)
    yield reader
    reader.close()


@pytest.mark.parametrize(("text", "kind", "options", "symbology", "aim"), BARS)
def test_bars_mean_what_they_mean_to_the_other_readers(tapir, text, kind, options, symbology, aim):
    (reading,) = tapir.read(drawn(text, kind, options))
    assert (reading.symbology, reading.aim, reading.reader) == (symbology, aim.replace("]I1", "]I0"), "tapir")
    assert reading.raw.decode() == reading.text
    said, meant = classify(reading.text, reading.symbology, reading.aim), classify(text, symbology, aim)
    assert (said.kind, said.gtin14, said.elements) == (meant.kind, meant.gtin14, meant.elements)


@pytest.mark.parametrize(("text", "kind", "options", "symbology", "aim"), [*CODES[-2:], *ONLY_ZXING[:2]])
def test_square_codes_are_read_when_they_are_asked_for(tapir, text, kind, options, symbology, aim):
    from clienteling.desktop.scanning.tapir import SQUARES, Tapir

    gray = drawn(text, kind, options)
    square, other = Tapir("low", SQUARES), Zxing().read(gray)[0]
    (reading,) = square.read(gray)
    square.close()
    assert (reading.symbology, reading.aim) == (symbology, aim)
    said, meant = (classify(each.text, each.symbology, each.aim) for each in (reading, other))
    assert (said.kind, said.gtin14, said.elements, reading.raw) == (meant.kind, meant.gtin14, meant.elements, other.raw)
    assert tapir.read(gray) == []


@pytest.mark.parametrize(("text", "kind", "options", "symbology", "aim"), ONLY_ZXING[2:])
def test_databars_are_read_when_they_are_asked_for(tapir, text, kind, options, symbology, aim):
    from clienteling.desktop.scanning.tapir import DATABARS, Tapir

    gray = drawn(text, kind, options)
    databar, other = Tapir("medium", DATABARS), Zxing().read(gray)[0]
    (reading,) = databar.read(gray)
    databar.close()
    assert (reading.symbology, reading.aim) == (symbology, aim)
    said, meant = (classify(each.text, each.symbology, each.aim) for each in (reading, other))
    assert (said.kind, said.gtin14, said.elements) == (meant.kind, meant.gtin14, meant.elements)
    assert tapir.read(gray) == []


@pytest.mark.parametrize("text", ["Crème brûlée", "캐시미어 머플러", "🧣 scarf"])
def test_square_codes_keep_their_letters(qr, text):
    from clienteling.desktop.scanning.tapir import SQUARES, Tapir

    square = Tapir("low", SQUARES)
    assert [reading.text for reading in square.read(qr(text))] == [text]
    square.close()


def test_rows_that_lie_apart_in_memory_are_read(tapir, ean):
    gray = ean("9521234543213")
    wide = np.zeros((gray.shape[0], gray.shape[1] + 77), np.uint8)
    wide[:, : gray.shape[1]] = gray
    assert [reading.text for reading in tapir.read(wide[:, : gray.shape[1]])] == ["9521234543213"]


def test_what_is_no_gray_picture_is_not_read(tapir):
    for nothing in ((0, 0), (2, 9), (9, 2), (8, 8, 3)):
        assert tapir.read(np.zeros(nothing, np.uint8)) == []
    assert tapir.read(np.zeros((8, 8), np.float64)) == []


def test_a_fault_of_its_own_does_not_silence_the_others(tapir, ean, monkeypatch):
    def broken(self, image, **how):
        raise tapirscan.ScannerError(3, "engine")

    monkeypatch.setattr(tapirscan.Scanner, "scan", broken)
    assert tapir.read(ean("9521234543213")) == []
