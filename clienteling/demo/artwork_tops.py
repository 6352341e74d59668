"""Drawings of coats, jackets, knitwear, shirts and tops, from one pattern with changing parts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPainterPath

from clienteling.demo.artwork_fabric import fabric
from clienteling.demo.artwork_paint import INK, WHITE, Canvas, alpha, box, mirrored, oval, path, symmetric, tone


@dataclass(frozen=True)
class Cut:
    """Measures of a garment from its middle line, in the picture's units."""

    top: float = 92
    neck: float = 36
    drop: float = 16
    shoulder: float = 92
    chest: float = 84
    waist: float = 80
    hem: float = 90
    length: float = 250
    reach: float = 44
    sleeve: float = 240
    cuff: float = 30


def torso(cut: Cut) -> QPainterPath:
    """The body without its sleeves."""
    t, n = cut.top, cut.neck
    return symmetric(
        f"M240 {t + cut.drop} Q{240 + n * 0.75} {t + cut.drop} {240 + n} {t}"
        f" Q{240 + cut.shoulder * 0.75} {t + 12} {240 + cut.shoulder} {t + 27}"
        f" C{240 + cut.shoulder + 2} {t + 58} {240 + cut.chest} {t + 76} {240 + cut.chest} {t + 102}"
        f" C{240 + cut.chest - 1} {t + 138} {240 + cut.waist} {t + 148} {240 + cut.waist} {t + 172}"
        f" C{240 + cut.waist} {t + 206} {240 + cut.hem} {t + cut.length * 0.86} {240 + cut.hem} {t + cut.length}"
        f" Q240 {t + cut.length + 13} 240 {t + cut.length + 9}"
    )


def sleeve(cut: Cut) -> QPainterPath:
    """The right sleeve; the left is its mirror."""
    t, s, c = cut.top, 240 + cut.shoulder, 240 + cut.chest
    wrist, low = s + cut.reach, t + cut.sleeve
    if cut.sleeve < 150:
        return path(
            f"M{s - 12} {t + 20} Q{s + 20} {t + 40} {wrist} {low - 14} Q{wrist - 24} {low + 8} {wrist - cut.cuff} {low + 12} L{c - 10} {t + 92} Z"
        )
    return path(
        f"M{s - 12} {t + 20} C{s + 18} {t + 34} {s + cut.reach * 0.62} {t + cut.sleeve * 0.4} {wrist} {low - 6}"
        f" Q{wrist - cut.cuff * 0.4} {low + 8} {wrist - cut.cuff} {low + 4}"
        f" C{c + 16} {t + cut.sleeve * 0.62} {c + 2} {t + 140} {c - 10} {t + 108} Z"
    )


def garment(c: Canvas, cut: Cut, colour: QColor | None = None) -> QPainterPath:
    """Paint sleeves and body with folds and fabric; returns the body's shape."""
    body, right = torso(cut), sleeve(cut)
    left = mirrored(right)
    back = oval(240, cut.top + 3, cut.neck, 11)
    c.drop(body.united(right).united(left))
    c.fill(back, tone(colour or c.colour, -0.5))
    for arm in (left, right):
        c.cloth(arm, tone(colour or c.colour, -0.05))
        fabric(c, arm, colour)
    t, s = cut.top, 240 + cut.shoulder
    if cut.sleeve > 150:
        c.twice(
            lambda: c.fold(
                f"M{s + 6} {t + 74} Q{s + cut.reach * 0.5} {t + cut.sleeve * 0.55} {s + cut.reach * 0.7} {t + cut.sleeve * 0.9}",
                12,
                0.2,
            )
        )
    c.cloth(body, colour)
    fabric(c, body, colour)
    c.within(body, lambda: _folds(c, cut))
    c.twice(
        lambda: c.seam(
            f"M{s - 10} {t + 24} C{s - 6} {t + 56} {240 + cut.chest - 8} {t + 76} {240 + cut.chest - 3} {t + 104}", 0.3
        )
    )
    return body


def _folds(c: Canvas, cut: Cut) -> None:
    t, low = cut.top, cut.top + cut.length
    for x, lean in ((-0.55, -10), (0.3, 9), (0.62, 14)):
        at = 240 + cut.waist * x
        c.fold(f"M{at} {t + 120} Q{at - 3} {t + cut.length * 0.6} {at + lean} {low + 8}", 15, 0.17)
    c.fold(
        f"M{240 - cut.waist * 0.3} {t + 70} Q{240 - cut.waist * 0.36} {t + 150} {240 - cut.hem * 0.3} {low}",
        26,
        0.10,
        WHITE,
    )


def collar_v(c: Canvas, cut: Cut, deep: float, width: float, inner: QColor) -> None:
    """Lapels folded back over an opening that shows what is under them."""
    t, n = cut.top, cut.neck
    opening = symmetric(f"M240 {t - 2} L{240 + n - 3} {t} L240 {t + deep}")
    c.down(opening, tone(inner, -0.25), inner)
    c.line(f"M240 {t + 8} L240 {t + deep}", alpha(INK, 0.18), 1.2)
    lapel = path(
        f"M{240 + n - 9} {t - 10} L{240 + n + 6} {t + 6} L{240 + width + 4} {t + deep * 0.36} L{240 + width - 9} {t + deep * 0.43}"
        f" L{240 + width + 1} {t + deep * 0.5} Q{240 + 22} {t + deep * 0.8} 240 {t + deep + 6} Q{240 + n * 0.62} {t + deep * 0.42} {240 + n - 9} {t - 10} Z"
    )
    for side in (lapel, mirrored(lapel)):
        c.drop(side, 8, 0.24, 2, 5)
        c.cloth(side, c.tone(0.06), 0.6)
        fabric(c, side)
        c.line(side, alpha(c.tone(-0.7), 0.35), 1.1)


def coat(c: Canvas) -> None:
    """Long coats: single, double, belted, trench."""
    wide = 8 if c.words & {"oversized", "balmacaan"} else 0
    belted = bool(c.words & {"belted", "trench"})
    cut = Cut(60, 35, 16, 92 + wide, 86 + wide, 74 if belted else 84 + wide, 106 + wide, 354, 34, 252, 33)
    garment(c, cut)
    deep = 92 if c.words & {"balmacaan", "trench"} else 128
    c.line(f"M240 {60 + deep} L244 416", alpha(c.tone(-0.75), 0.5), 1.6)
    c.fold(f"M246 {60 + deep} L250 416", 9, 0.18)
    collar_v(c, cut, deep, 56 + wide, c.dice.choice((QColor("#efe8dc"), QColor("#3b3a40"), QColor("#8d8378"))))
    _buttons(c, 60 + deep + 12, 3, 30 if c.words & {"double", "trench"} else 0, 46)
    c.twice(lambda: _flap(c, 272, 262 if belted else 250, 50))
    if belted:
        _belt(c, 226, 78)


def _buttons(c: Canvas, top: float, count: int, apart: float, step: float) -> None:
    shade = tone(c.colour, -0.55) if c.light() > 0.3 else tone(c.colour, 0.3)
    for n in range(count):
        for x in (-apart, apart) if apart else (7,):
            c.button(240 + x, top + n * step, 6.2, shade)


def _flap(c: Canvas, x: float, y: float, width: float) -> None:
    flap = path(f"M{x} {y} L{x + width} {y + 7} L{x + width - 1} {y + 22} Q{x + width / 2} {y + 22} {x} {y + 16} Z")
    c.drop(flap, 5, 0.22, 1, 3)
    c.cloth(flap, c.tone(0.03), 0.5)


def _belt(c: Canvas, y: float, half: float) -> None:
    band = path(
        f"M{240 - half} {y} Q240 {y + 10} {240 + half} {y} L{240 + half + 1} {y + 22} Q240 {y + 32} {240 - half - 1} {y + 22} Z"
    )
    c.drop(band, 7, 0.3, 0, 5)
    c.cloth(band, c.tone(-0.08), 0.6)
    tail = path(f"M250 {y + 22} Q268 {y + 60} 262 {y + 104} L282 {y + 100} Q286 {y + 56} 272 {y + 20} Z")
    c.drop(tail, 6, 0.26, 2, 4)
    c.cloth(tail, c.tone(-0.06), 0.6)
    c.metal(box(240, y + 2, 26, 29, 5))
    c.fill(box(246, y + 8, 14, 17, 3), c.tone(-0.2))


def blazer(c: Canvas) -> None:
    """Tailored jackets."""
    short = "cropped" in c.words
    cut = Cut(96, 35, 16, 96, 86, 78, 90, 206 if short else 258, 36, 240, 32)
    garment(c, cut)
    deep = 128 if short else 146
    low = cut.top + cut.length
    c.line(f"M240 {96 + deep} Q242 {low - 40} 254 {low + 8}", alpha(c.tone(-0.75), 0.5), 1.6)
    collar_v(
        c, cut, deep, 60, c.dice.choice((QColor("#f4f1ea"), QColor("#c9d7e6"), QColor("#39363d"), QColor("#e3cfc6")))
    )
    _buttons(c, 96 + deep + 10, 2, 26 if "double" in c.words else 0, 32)
    c.twice(lambda: _flap(c, 268, cut.top + (150 if short else 186), 46))
    c.stitch(f"M282 {cut.top + 96} L312 {cut.top + 92}", alpha(c.tone(-0.6), 0.7))


def trucker(c: Canvas) -> None:
    """Denim jackets."""
    cut = Cut(104, 36, 14, 96, 90, 88, 86, 190 if "cropped" in c.words else 216, 40, 224, 34)
    garment(c, cut)
    low = cut.top + cut.length
    thread = QColor("#d99a4a")
    c.line(f"M240 118 L240 {low}", alpha(INK, 0.45), 2)
    c.stitch(f"M246 122 L246 {low - 4}", thread)
    c.twice(lambda: c.seam("M241 172 L326 166", 0.5))
    c.twice(lambda: c.stitch(f"M256 176 L268 {low - 26} M312 172 L296 {low - 26}", thread))
    c.seam(f"M150 {low - 24} Q240 {low - 14} 330 {low - 24}", 0.5)
    c.stitch(f"M150 {low - 19} Q240 {low - 9} 330 {low - 19}", thread)
    collar = path("M240 122 L272 100 L306 124 Q282 150 258 148 Z")
    for side in (collar, mirrored(collar)):
        c.drop(side, 6, 0.24, 1, 4)
        c.cloth(side, c.tone(0.05), 0.6)
        c.stitch(side, thread, 1.2)
    for n in range(4):
        c.metal(oval(240, 160 + n * (low - 176) / 3.4, 5, 5))
    c.twice(lambda: _flap(c, 264, 178, 44))


def down(c: Canvas) -> None:
    """Padded jackets with their chambers."""
    length = 320 if "long" in c.words else 226
    top = 76 if "long" in c.words else 110
    cut = Cut(top, 42, 10, 104, 100, 100, 104, length, 34, 232, 38)
    c.drop(torso(cut).united(sleeve(cut)).united(mirrored(sleeve(cut))))
    for part in (sleeve(cut), mirrored(sleeve(cut)), torso(cut)):
        c.cloth(part, volume=1.2)
        c.within(part, lambda: _chambers(c, top))
    c.line(f"M240 {top - 10} L240 {top + length}", alpha(INK, 0.5), 4)
    c.line(f"M239 {top - 8} L239 {top + length}", alpha(WHITE, 0.5), 1.2)
    if "hooded" in c.words:
        hood = symmetric(
            f"M240 {top - 52} C290 {top - 54} 306 {top - 10} 292 {top + 26} Q262 {top + 40} 240 {top + 40}"
        )
        c.drop(hood, 10, 0.26, 0, 6)
        c.cloth(hood)
        c.down(
            symmetric(f"M240 {top - 30} C270 {top - 30} 276 {top} 266 {top + 20} Q250 {top + 34} 240 {top + 34}"),
            c.tone(-0.55),
            c.tone(-0.35),
        )
        return
    stand = symmetric(f"M240 {top - 22} Q276 {top - 24} 284 {top - 8} L288 {top + 20} Q262 {top + 34} 240 {top + 34}")
    c.drop(stand, 8, 0.24, 0, 5)
    c.cloth(stand)
    c.fold(f"M200 {top + 4} Q240 {top + 16} 280 {top + 4}", 8, 0.3)


def _chambers(c: Canvas, top: float) -> None:
    for n in range(13):
        y = top + 14 + n * 30
        c.fold(f"M90 {y} Q165 {y + 13} 240 {y + 5} Q315 {y + 13} 390 {y}", 9, 0.42)
        c.fold(f"M90 {y + 13} Q165 {y + 22} 240 {y + 16} Q315 {y + 22} 390 {y + 13}", 12, 0.34, WHITE)
