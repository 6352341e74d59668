"""Test photographs of barcodes: a printed label on a box, seen askew under uneven light, with noise; reads nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from barcode.ean import EuropeanArticleNumber13
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen, QPolygonF, QTransform

from clienteling.demo.artwork_paint import INK, alpha, box, oval, tone
from clienteling.demo.sample_catalogue import Product
from clienteling.demo.sample_events import hero_variant
from clienteling.demo.sample_ids import sample_gtin

WIDTH, HEIGHT = 1280, 960
LABEL = (560, 380)


@dataclass(frozen=True)
class Shot:
    """One photograph: which variant, where the label's corners lie, the light and the box's colour."""

    file: str
    name: str
    colour: str
    size: str
    here: bool
    corners: tuple[tuple[float, float], ...]
    box: str
    light: tuple[float, float]


SHOTS = (
    Shot("wool-double-coat.jpg", "Wool double coat", "Camel", "55", True, ((352, 268), (926, 214), (962, 590), (396, 668)), "#b48a5e", (0.25, 0.15)),
    Shot("merino-roll-neck.jpg", "Merino roll-neck", "Ivory", "55", False, ((330, 330), (868, 236), (946, 584), (378, 716)), "#7f8f86", (0.8, 0.2)),
)  # fmt: skip


def write_scans(directory: Path, products: list[Product]) -> None:
    """The photographs and `expected.json`: file, gtin, product and whether the first store has it."""
    directory.mkdir(parents=True, exist_ok=True)
    expected = []
    for place, shot in enumerate(SHOTS):
        gtin = sample_gtin(hero_variant(products, shot.name, shot.colour, shot.size) + 1)
        writer = QImageWriter(str(directory / shot.file), b"jpeg")
        writer.setQuality(84)
        if not writer.write(photograph(shot, gtin, place)):
            raise OSError(f"cannot write {shot.file}: {writer.errorString()}")
        row = {
            "file": shot.file,
            "gtin": gtin,
            "product": shot.name,
            "colour": shot.colour,
            "size": shot.size,
            "here": shot.here,
        }
        expected.append(row)
    text = json.dumps(expected, indent=2, ensure_ascii=False) + "\n"
    (directory / "expected.json").write_text(text, encoding="utf-8")


def photograph(shot: Shot, gtin: str, seed: int) -> QImage:
    """The label on its box as a hand-held camera sees it."""
    scene = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    scene.fill(QColor("#cfc6b8"))
    p = QPainter(scene)
    p.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    _table(p)
    width, height = LABEL
    flat = QPolygonF([QPointF(0, 0), QPointF(width, 0), QPointF(width, height), QPointF(0, height)])
    lying = QTransform.quadToQuad(flat, QPolygonF([QPointF(x, y) for x, y in shot.corners]))
    if not isinstance(lying, QTransform):
        raise ValueError("the corners of a label must form a convex shape")
    p.setTransform(lying)
    _carton(p, QColor(shot.box))
    p.drawImage(QRectF(0, 0, width, height), _label(shot, gtin))
    p.end()
    return _seen(scene, shot, seed)


def _table(p: QPainter) -> None:
    for n in range(12):
        p.fillRect(QRectF(0, n * 84, WIDTH, 82), tone(QColor("#bda88c"), 0.05 * (n % 3) - 0.05))
        p.fillRect(QRectF(0, n * 84 + 82, WIDTH, 2), QColor("#8d7a62"))


def _carton(p: QPainter, colour: QColor) -> None:
    for spread in range(14, 0, -2):
        p.fillPath(box(-190 - spread, -150 - spread + 16, 950 + 2 * spread, 700 + 2 * spread, 20), alpha(INK, 0.04))
    p.fillPath(box(-180, -140, 930, 680, 6), colour)
    p.fillPath(box(-180, -140, 930, 46, 6), tone(colour, 0.16))
    p.fillRect(QRectF(-180, 200, 930, 3), alpha(tone(colour, -0.5), 0.5))
    p.fillRect(QRectF(240, -140, 110, 680), alpha(tone(colour, 0.5), 0.28))


def _label(shot: Shot, gtin: str) -> QImage:
    width, height = LABEL
    image = QImage(width * 2, height * 2, QImage.Format.Format_RGB888)
    image.fill(QColor("#fbfaf6"))
    p = QPainter(image)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.scale(2, 2)
    p.fillPath(oval(62, 58, 26, 26), QColor(shot.box))
    for n, long in enumerate((250, 176, 120)):
        p.fillPath(box(106, 34 + n * 20, long, 11 if n == 0 else 6, 3), alpha(INK, 0.85 if n == 0 else 0.4))
    p.fillPath(box(430, 34, 96, 48, 8), alpha(INK, 0.88))
    _bars(p, gtin, 64, 108, 4, 190)
    for place, digit in enumerate(gtin):
        _digit(p, int(digit), 72 + place * 28.6, 312)
    p.end()
    return image


# seven strokes as on an old till, in the order top, upper left, upper right, middle, lower left, lower right, bottom
_STROKES = ((0, 0, 1, 0), (0, 0, 0, 1), (1, 0, 1, 1), (0, 1, 1, 1), (0, 1, 0, 2), (1, 1, 1, 2), (0, 2, 1, 2))
_DIGITS = ("1110111", "0010010", "1011101", "1011011", "0111010", "1101011", "1101111", "1010010", "1111111", "1111011")


def _digit(p: QPainter, digit: int, x: float, y: float) -> None:
    p.setPen(QPen(QColor("#191716"), 3.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for on, (x1, y1, x2, y2) in zip(_DIGITS[digit], _STROKES, strict=True):
        if on == "1":
            p.drawLine(QPointF(x + x1 * 14, y + y1 * 13), QPointF(x + x2 * 14, y + y2 * 13))


def _bars(p: QPainter, gtin: str, x: float, y: float, module: float, height: float) -> None:
    pattern = EuropeanArticleNumber13(gtin[:12]).build()[0]
    for place, bit in enumerate(pattern):
        if bit == "1":
            p.fillRect(QRectF(x + place * module, y, module, height), QColor("#191716"))


def _seen(scene: QImage, shot: Shot, seed: int) -> QImage:
    """Uneven light, a little blur and the noise of a small sensor."""
    rng = np.random.default_rng([952, seed])
    pixels = np.frombuffer(scene.constBits(), np.uint8).reshape(HEIGHT, scene.bytesPerLine())[:, : WIDTH * 3]
    picture = pixels.reshape(HEIGHT, WIDTH, 3).astype(np.float32)
    blurred = (picture + np.roll(picture, 1, 1) + np.roll(picture, 1, 0) + np.roll(picture, (1, 1), (0, 1))) / 4
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    far = np.hypot(x / WIDTH - shot.light[0], y / HEIGHT - shot.light[1])
    warm = np.array([1.02, 1.0, 0.94], np.float32)
    lit = blurred * (1.12 - 0.5 * far)[..., None] * warm
    noisy = lit + rng.normal(0, 6.5, (HEIGHT, WIDTH, 1)) + rng.normal(0, 2.5, lit.shape)
    out = np.ascontiguousarray(np.clip(noisy, 0, 255).astype(np.uint8))
    return QImage(out.tobytes(), WIDTH, HEIGHT, WIDTH * 3, QImage.Format.Format_RGB888).copy()
