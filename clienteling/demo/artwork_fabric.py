"""Weaves, knits and prints laid over a shape; chosen by the words of the product's name."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QColor, QPainterPath

from clienteling.demo.artwork_paint import INK, WHITE, Canvas, alpha, oval, path, tone


def fabric(c: Canvas, shape: QPainterPath, colour: QColor | None = None) -> None:
    """Every weave and print that the name speaks of."""
    ink = colour or c.colour
    for word, weave in _WEAVES.items():
        if word in c.words:
            c.within(shape, partial(weave, c, shape, ink))


def _contrast(ink: QColor) -> QColor:
    return tone(ink, -0.5) if ink.lightnessF() > 0.62 else tone(ink, 0.62)


def stripes(c: Canvas, shape: QPainterPath, ink: QColor) -> None:
    """Broad stripes across."""
    r, y, other = shape.boundingRect(), 0.0, _contrast(ink)
    y = r.top() + 10
    while y < r.bottom():
        c.line(f"M{r.left()} {y} Q{r.center().x()} {y + 8} {r.right()} {y}", alpha(other, 0.78), 7)
        y += 25


def checks(c: Canvas, shape: QPainterPath, ink: QColor) -> None:
    """A plaid of two colours."""
    r, deep, thin = shape.boundingRect(), alpha(tone(ink, -0.6), 0.26), alpha(_contrast(ink), 0.6)
    step = 46.0
    for n in range(int(max(r.width(), r.height()) / step) + 2):
        x, y = r.left() + n * step, r.top() + n * step
        c.line(f"M{x} {r.top()} L{x} {r.bottom()}", deep, 15)
        c.line(f"M{r.left()} {y} L{r.right()} {y}", deep, 15)
        c.line(f"M{x + 20} {r.top()} L{x + 20} {r.bottom()}", thin, 2)
        c.line(f"M{r.left()} {y + 20} L{r.right()} {y + 20}", thin, 2)


def chevrons(c: Canvas, shape: QPainterPath, ink: QColor) -> None:
    """Herringbone."""
    r, half = shape.boundingRect(), 9
    for column in range(int(r.width() / half) + 1):
        x, up = r.left() + column * half, 6 if column % 2 else -6
        y = r.top() - 8
        while y < r.bottom() + 8:
            c.line(f"M{x} {y} L{x + half} {y + up}", alpha(tone(ink, -0.7), 0.22), 1.5)
            y += 7


def cords(c: Canvas, shape: QPainterPath, ink: QColor) -> None:
    """The ridges of corduroy or a rib."""
    r, x = shape.boundingRect(), shape.boundingRect().left()
    while x < r.right():
        c.line(f"M{x} {r.top()} L{x} {r.bottom()}", alpha(tone(ink, -0.7), 0.24), 2.2)
        c.line(f"M{x + 2.4} {r.top()} L{x + 2.4} {r.bottom()}", alpha(WHITE, 0.13), 1.4)
        x += 7


def flecks(c: Canvas, shape: QPainterPath, ink: QColor) -> None:
    """The irregular threads of linen, tweed and canvas."""
    r = shape.boundingRect()
    for _ in range(int(r.width() * r.height() / 260)):
        x, y = r.left() + c.dice.random() * r.width(), r.top() + c.dice.random() * r.height()
        long, flat = c.dice.uniform(4, 15), c.dice.random() < 0.5
        end = f"L{x + long} {y + 0.4}" if flat else f"L{x + 0.4} {y + long}"
        c.line(f"M{x} {y} {end}", alpha(WHITE if c.dice.random() < 0.5 else tone(ink, -0.7), 0.16), 1.1)


def curls(c: Canvas, shape: QPainterPath, ink: QColor) -> None:
    """The loops of boucle, mohair and alpaca."""
    r = shape.boundingRect()
    for _ in range(int(r.width() * r.height() / 150)):
        x, y = r.left() + c.dice.random() * r.width(), r.top() + c.dice.random() * r.height()
        bend = c.dice.uniform(-6, 6)
        ink2 = WHITE if c.dice.random() < 0.55 else tone(ink, -0.6)
        c.line(f"M{x} {y} Q{x + 3} {y + bend} {x + 6} {y + bend / 3}", alpha(ink2, 0.18), 1.5)


def twill(c: Canvas, shape: QPainterPath, ink: QColor) -> None:
    """The diagonal of denim, worn pale in the middle."""
    r = shape.boundingRect()
    c.glow(r.center().x(), r.top() + r.height() * 0.4, r.width() * 0.55, WHITE, 0.22)
    x = r.left() - r.height()
    while x < r.right():
        c.line(f"M{x} {r.bottom()} L{x + r.height()} {r.top()}", alpha(tone(ink, -0.6), 0.10), 1.4)
        x += 5


def shine(c: Canvas, shape: QPainterPath, ink: QColor) -> None:
    """The running light on silk, satin and patent leather."""
    r = shape.boundingRect()
    for place in (0.22, 0.46, 0.78):
        x = r.left() + r.width() * place
        c.fold(
            f"M{x} {r.top()} C{x + 14} {r.top() + r.height() * 0.3} {x - 16} {r.top() + r.height() * 0.6} {x + 8} {r.bottom()}",
            r.width() * 0.11, 0.34, WHITE,
        )  # fmt: skip


def flowers(c: Canvas, shape: QPainterPath, ink: QColor) -> None:
    """A loose print of small flowers."""
    r, petal = shape.boundingRect(), tone(_contrast(ink), 0.2)
    for _ in range(int(r.width() * r.height() / 900)):
        x, y = r.left() + c.dice.random() * r.width(), r.top() + c.dice.random() * r.height()
        size, turn = c.dice.uniform(3.0, 5.4), c.dice.random() * 6
        c.line(f"M{x} {y} Q{x + 4} {y + 9} {x + 1} {y + 15}", alpha(QColor("#5e7a52"), 0.7), 1.4)
        for k in range(5):
            angle = turn + k * math.tau / 5
            c.fill(
                oval(x + math.cos(angle) * size, y + math.sin(angle) * size, size * 0.72, size * 0.72),
                alpha(petal, 0.92),
            )
        c.fill(oval(x, y, size * 0.5, size * 0.5), QColor("#e0b04c"))


def grain(c: Canvas, shape: QPainterPath, ink: QColor) -> None:
    """Pebbled leather or raw clay."""
    r = shape.boundingRect()
    for _ in range(int(r.width() * r.height() / 110)):
        x, y = r.left() + c.dice.random() * r.width(), r.top() + c.dice.random() * r.height()
        size = c.dice.uniform(0.7, 1.7)
        c.fill(oval(x, y, size, size * 0.8), alpha(INK if c.dice.random() < 0.6 else WHITE, 0.14))


def waffle(c: Canvas, shape: QPainterPath, ink: QColor) -> None:
    """Small square hollows."""
    r, y = shape.boundingRect(), shape.boundingRect().top()
    while y < r.bottom():
        x = r.left()
        while x < r.right():
            c.fill(path(f"M{x} {y} L{x + 9} {y} L{x} {y + 9} Z"), alpha(INK, 0.12))
            x += 13
        y += 13


Weave = Callable[[Canvas, QPainterPath, QColor], None]
_WEAVES: dict[str, Weave] = {
    "linen": flecks, "tweed": flecks, "canvas": flecks, "hanji": flecks, "hopsack": flecks, "corduroy": cords, "ribbed": cords,
    "herringbone": chevrons, "denim": twill, "washed": twill, "selvedge": twill, "raw": twill, "striped": stripes,
    "checked": checks, "boucle": curls, "mohair": curls, "alpaca": curls, "satin": shine, "silk": shine, "patent": shine,
    "velvet": shine, "floral": flowers, "grained": grain, "stoneware": grain, "suede": grain, "terracotta": grain, "waffle": waffle,
}  # fmt: skip
