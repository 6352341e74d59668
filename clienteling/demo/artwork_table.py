"""Drawings of mugs, plates, bowls, teapots and glasses."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath

from clienteling.demo.artwork_beauty import WOOD
from clienteling.demo.artwork_fabric import fabric
from clienteling.demo.artwork_paint import INK, WHITE, Canvas, alpha, box, oval, path, tone, turned


def glaze(c: Canvas, shape: QPainterPath, y: float) -> None:
    """One of several decorations at height `y`: a dipped edge, bands, brush strokes, dots, a lighter top, or nothing."""
    ink = c.tone(-0.45) if c.light() > 0.5 else c.tone(0.6)
    decoration = c.dice.choice((_dipped, _bands, _brushed, _dotted, _capped, None))
    if decoration:
        c.within(shape, partial(decoration, c, shape.boundingRect().adjusted(-10, -9, 10, 9), y, ink))


def _dipped(c: Canvas, r: QRectF, y: float, ink: QColor) -> None:
    x, w = r.left(), r.width()
    edge = path(
        f"M{x} {y} Q{x + w * 0.3} {y + 26} {x + w * 0.5} {y + 8} L{x + w} {y} L{x + w} {r.bottom()} L{x} {r.bottom()} Z"
    )
    c.down(edge, alpha(ink, 0.75), alpha(tone(ink, -0.2), 0.85))


def _bands(c: Canvas, r: QRectF, y: float, ink: QColor) -> None:
    x, w = r.left(), r.width()
    for n in range(3):
        at = y + n * 13
        c.line(f"M{x} {at} Q{x + w / 2} {at + 24} {x + w} {at}", alpha(ink, 0.7), 5 - n * 1.3)


def _brushed(c: Canvas, r: QRectF, y: float, ink: QColor) -> None:
    for n in range(9):
        at = r.left() + r.width() * (n + 0.6) / 9.5
        c.line(f"M{at} {y - 12} Q{at + 8} {y + 12} {at - 3} {y + 42}", alpha(ink, 0.55), 6)


def _dotted(c: Canvas, r: QRectF, y: float, ink: QColor) -> None:
    for _ in range(40):
        x, at = r.left() + r.width() * c.dice.random(), r.top() + r.height() * c.dice.random()
        c.fill(oval(x, at, c.dice.uniform(1, 3.6), c.dice.uniform(1, 3)), alpha(ink, 0.45))


def _capped(c: Canvas, r: QRectF, y: float, ink: QColor) -> None:
    x, w = r.left(), r.width()
    top = path(f"M{x} {r.top()} L{x + w} {r.top()} L{x + w} {y} Q{x + w / 2} {y + 34} {x} {y} Z")
    c.down(top, alpha(c.tone(0.55), 0.8), alpha(c.tone(0.25), 0.7))


def streak(c: Canvas, shape: QPainterPath, text: str, width: float = 12) -> None:
    """A run of light on a glazed or glass body."""
    c.within(shape, lambda: c.fold(text, width, 1.0, WHITE))


def mug(c: Canvas) -> None:
    """Round, tall, espresso with its saucer."""
    small = "espresso" in c.words
    top, half = (236, 78) if small else (138, 88) if "tall" in c.words else (186, 106)
    c.ground(240, 398, half + 70, 20, 0.42)
    if small:
        c.ball(oval(228, 388, 156, 30), c.tone(-0.04))
        c.ball(oval(228, 382, 152, 26), c.tone(0.1))
        c.ground(228, 384, 74, 12, 0.3)
    handle = path(f"M{220 + half} {top + 48} C{300 + half} {top + 34} {304 + half} 350 {214 + half} 340")
    c.line(handle.translated(3, 5), alpha(INK, 0.2), 25)
    c.line(handle, c.tone(-0.24), 23)
    c.line(handle, c.tone(0.0), 17)
    c.line(handle.translated(-2, -3), alpha(WHITE, 0.4), 5)
    x, y = 226, top
    body = path(
        f"M{x - half} {y} L{x - half + 4} 352 Q{x - half + 10} 396 {x - half + 50} 398 L{x + half - 50} 398 Q{x + half - 10} 396 {x + half - 4} 352 L{x + half} {y} Z"
    )
    c.round(body, c.colour, 0.16)
    fabric(c, body)
    glaze(c, body, y + 96)
    streak(c, body, f"M{x - half + 24} {y + 22} L{x - half + 28} 360", 11)
    c.down(oval(x, y, half, half * 0.26), c.tone(0.32), c.tone(0.05))
    c.down(oval(x, y + 2, half - 8, half * 0.21), c.tone(-0.5), c.tone(-0.15))
    c.within(
        oval(x, y + 2, half - 8, half * 0.21), lambda: c.ball(oval(x, y + 14, half - 10, half * 0.2), QColor("#6b4127"))
    )


def plate(c: Canvas) -> None:
    """Seen from above: dinner, dessert, oval."""
    rx, ry = (196, 140) if "oval" in c.words else (150, 150) if "dessert" in c.words else (184, 184)
    c.drop(oval(240, 242, rx, ry), 22, 0.34, 9, 15)
    c.ball(oval(240, 242, rx, ry), c.tone(0.02))
    fabric(c, oval(240, 242, rx, ry))
    ink = c.tone(-0.45) if c.light() > 0.5 else c.tone(0.6)
    sort = c.dice.randrange(4)
    _plate_rim(c, rx, ry, sort, ink)
    for width, share in ((26, 0.06), (14, 0.08), (5, 0.14)):
        c.line(oval(242, 246, rx * 0.66, ry * 0.66), alpha(INK, share), width)
    c.down(oval(240, 242, rx * 0.65, ry * 0.65), c.tone(-0.16), c.tone(0.26))
    c.line(oval(240, 242, rx * 0.66, ry * 0.66), alpha(WHITE, 0.5), 2)
    light = f"M{240 - rx * 0.84} 230 Q{240 - rx * 0.7} {242 - ry * 0.72} 220 {242 - ry * 0.86}"
    c.within(oval(240, 242, rx, ry), lambda: c.fold(light, 18, 0.7, WHITE))
    if sort == 3:
        sprig = "M240 190 Q250 240 232 296 M240 216 Q266 200 276 214 Q262 230 242 228 M240 246 Q214 230 204 246 Q218 262 240 258"
        c.line(sprig, alpha(ink, 0.6), 2.6)


def _plate_rim(c: Canvas, rx: float, ry: float, sort: int, ink: QColor) -> None:
    if sort == 0 or (sort == 2 and rx != ry):
        c.line(oval(240, 242, rx - 9, ry - 9), alpha(ink, 0.7), 4)
    elif sort == 1:
        c.line(oval(240, 242, rx - 22, ry - 22), alpha(ink, 0.35), 22)
    elif sort == 2:
        top = 242 - ry
        petal = path(f"M240 {top + 14} Q248 {top + 24} 240 {top + 36} Q232 {top + 24} 240 {top + 14} Z")
        for n in range(30):
            c.line(turned(petal, n * 12, 240, 242), alpha(ink, 0.6), 1.6)


def bowl(c: Canvas) -> None:
    """Noodle, salad, small."""
    small = 26 if "small" in c.words else 0
    rx = 166 - small
    body = path(
        f"M{240 - rx} 236 C{240 - rx + 6} 330 {240 - 90} 386 190 392 L290 392 C{240 + 90} 386 {240 + rx - 6} 330 {240 + rx} 236 Z"
    )
    c.ground(240, 402, rx - 20, 18, 0.42)
    base = WOOD if "wooden" in c.words else c.colour
    c.round(box(188, 386, 104, 18, 4), tone(base, -0.2))
    c.round(body, base, 0.14)
    fabric(c, body)
    if "wooden" in c.words:
        c.within(
            body,
            lambda: c.lines(
                [f"M60 {y} Q240 {y + 60 + y % 17} 420 {y - 6}" for y in range(200, 390, 12)], alpha(INK, 0.13), 2.4
            ),
        )
    else:
        glaze(c, body, 306)
    streak(c, body, f"M{240 - rx + 26} 258 Q{240 - rx + 34} 316 {240 - rx + 76} 356", 12)
    c.down(oval(240, 236, rx, rx * 0.28), tone(base, 0.35), tone(base, 0.05))
    c.down(oval(240, 239, rx - 10, rx * 0.24), tone(base, -0.42), tone(base, 0.14))


def teapot(c: Canvas) -> None:
    """A pot with spout, handle and lid."""
    c.ground(240, 396, 176, 22, 0.42)
    iron = QColor("#3b3d42") if "iron" in c.words else c.colour
    spout = path("M130 300 C96 296 92 236 56 214 L80 198 C112 214 122 236 150 250 Z")
    c.round(spout, tone(iron, -0.05), 0.1)
    if "iron" in c.words or c.dice.random() < 0.4:
        arc = path("M152 214 C150 70 330 70 328 214")
        c.line(arc, tone(iron, -0.5), 15)
        c.line(arc, tone(iron, -0.1), 10)
        c.line(arc.translated(-2, -3), alpha(WHITE, 0.3), 3)
    else:
        arc = path("M340 232 C424 214 424 344 336 340")
        c.line(arc, tone(iron, -0.3), 22)
        c.line(arc, tone(iron, 0.02), 16)
        c.line(arc.translated(-2, -3), alpha(WHITE, 0.35), 4)
    body = oval(240, 298, 122, 98)
    c.ball(body, iron, 0.06)
    fabric(c, body)
    glaze(c, body, 320)
    c.ball(oval(240, 214, 66, 20), tone(iron, -0.12))
    c.ball(oval(240, 207, 62, 19), tone(iron, 0.06))
    c.ball(oval(240, 182, 15, 14), iron if c.dice.random() < 0.5 else WOOD, 0.1)
    c.within(body, lambda: c.glow(190, 250, 56, WHITE, 0.5))


def glass(c: Canvas) -> None:
    """Wine glass or tumbler, tinted."""
    c.ground(240, 402, 120, 16, 0.34)
    wine = "wine" in c.words
    bowl_of = (
        path("M166 84 C150 220 190 262 240 264 C290 262 330 220 314 84 Z")
        if wine
        else path("M150 130 L164 388 Q166 402 184 402 L296 402 Q314 402 316 388 L330 130 Z")
    )
    if wine:
        c.round(box(235, 262, 10, 122, 3), tone(c.colour, 0.6), 0.3)
        c.down(oval(240, 390, 78, 15), alpha(WHITE, 0.85), alpha(c.tone(0.2), 0.7))
    c.drop(bowl_of, 12, 0.14, 6, 6)
    c.down(bowl_of, alpha(WHITE, 0.62), alpha(c.tone(0.45), 0.66))
    level = 190 if wine else 236
    c.within(bowl_of, lambda: c.down(box(120, level, 240, 220), alpha(c.tone(0.12), 0.82), alpha(c.tone(-0.25), 0.9)))
    c.within(bowl_of, lambda: c.down(oval(240, level, 80, 12), c.tone(0.5), c.tone(0.15)))
    if c.words & {"rippled", "crystal"}:
        c.within(
            bowl_of,
            lambda: c.folds(
                [f"M{x} 80 Q{240 + (x - 240) * 0.9} 240 {240 + (x - 240) * 0.8} 410" for x in range(150, 336, 17)],
                6,
                0.5,
                WHITE,
            ),
        )
    c.within(bowl_of, lambda: c.rim(bowl_of, 0.2, 16))
    c.line(bowl_of, alpha(c.tone(-0.5), 0.4), 1.5)
    streak(c, bowl_of, "M184 104 Q176 180 200 236" if wine else "M176 150 L186 380", 9)
    c.line(oval(240, 84 if wine else 130, 74 if wine else 90, 9 if wine else 11), alpha(WHITE, 0.9), 2.4)
