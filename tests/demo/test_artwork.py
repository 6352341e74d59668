"""The drawn pictures: one sort for every kind, colours that are seen, neighbours that differ."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
from PySide6.QtGui import QColor, QImage
from pyzbar import pyzbar

from clienteling.demo.artwork_paint import SIDE
from clienteling.demo.artwork_pictures import DRAWINGS, draw
from clienteling.demo.sample_catalogue import colour_words, make_products
from clienteling.demo.sample_kinds import KINDS
from clienteling.demo.sample_scans import SHOTS, photograph, write_scans

SCANS = Path(__file__).parents[2] / "resources" / "sample" / "scans"


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB888).scaled(96, 96)
    return np.frombuffer(plain.constBits(), np.uint8).reshape(96, plain.bytesPerLine())[:, :288].astype(int)


def test_every_kind_has_a_drawing() -> None:
    assert {kind.art for kind in KINDS} == set(DRAWINGS)


def test_a_picture_is_the_same_every_time_and_shows_the_products_colour() -> None:
    for product in make_products(952)[::61]:
        image = draw(product)
        assert (image.width(), image.height()) == (SIDE, SIDE)
        assert image == draw(product)
        own = np.array(QColor(colour_words(product.colours[0])[2]).getRgb()[:3])
        seen = pixels(image).reshape(-1, 3)
        assert np.mean(np.abs(seen - own).max(axis=1) < 60) > 0.01, product.slug


def test_neighbours_differ() -> None:
    knits = [product for product in make_products(952) if product.kind.key == "knit_w"][:6]
    drawn = [pixels(draw(product)) for product in knits]
    for one, other in pairwise(drawn):
        assert np.abs(one - other).mean() > 8


def test_the_photographs_of_bar_codes_are_read_right(tmp_path: Path) -> None:
    write_scans(tmp_path, make_products(952))
    for folder in (tmp_path, SCANS):
        rows = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        assert {row["here"] for row in rows} == {True, False}
        for row in rows:
            image = QImage(str(folder / row["file"])).convertToFormat(QImage.Format.Format_Grayscale8)
            found = pyzbar.decode((bytes(image.constBits()), image.width(), image.height()))
            assert [code.data.decode() for code in found] == [row["gtin"]], row


def test_a_photograph_is_not_a_drawing() -> None:
    image = photograph(SHOTS[0], "9520000000028", 0)
    assert len({image.pixelColor(x, 40).rgb() for x in range(200)}) > 60
