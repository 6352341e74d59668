"""Drawings of lamps, cushions, blankets, chairs and side tables."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QColor, QPainterPath

from clienteling.demo.artwork_fabric import fabric
from clienteling.demo.artwork_paint import INK, WHITE, Canvas, alpha, box, oval, path, symmetric, tone

WALNUT, OAK, BRASS = QColor("#74492c"), QColor("#c69c6d"), QColor("#c79d55")


def _wood(c: Canvas) -> QColor:
    return WALNUT if "walnut" in c.words else OAK


def lamp(c: Canvas) -> None:
    """Table, floor, mushroom, desk."""
    c.ground(240, 410, 110, 16, 0.4)
    c.glow(240, 190, 230, QColor("#ffe3a8"), 0.5)
    if "mushroom" in c.words:
        _mushroom(c)
    elif "desk" in c.words:
        _desk(c)
    else:
        _shaded(c, "floor" in c.words)


def _lit(c: Canvas, shade: QPainterPath, colour: QColor) -> None:
    c.drop(shade, 12, 0.16, 4, 6)
    c.round(shade, tone(colour, 0.3), 0.1)
    fabric(c, shade, colour)
    r = shade.boundingRect()
    c.within(shade, lambda: c.glow(r.center().x(), r.bottom() - 10, r.width() * 0.6, QColor("#fff0c8"), 0.85))
    c.line(shade, alpha(tone(colour, -0.5), 0.25), 1.2)


def _shaded(c: Canvas, floor: bool) -> None:
    metal = BRASS if "brass" in c.words or c.dice.random() < 0.5 else QColor("#3d3a38")
    if floor:
        for lean in (-74, 10, 74):
            c.line(f"M240 190 L{240 + lean} 408", tone(_wood(c), -0.3), 9)
            c.line(f"M238 190 L{238 + lean} 408", tone(_wood(c), 0.15), 4)
    elif "ceramic" in c.words or c.dice.random() < 0.5:
        body = symmetric("M240 238 L254 238 Q262 254 292 276 Q326 316 296 380 Q288 408 270 410 L240 410")
        c.drop(body, 10, 0.2, 5, 5)
        c.ball(body, c.tone(-0.06), 0.1)
        c.within(body, lambda: c.fold("M206 300 Q192 340 214 386", 11, 0.9, WHITE))
    else:
        c.round(box(233, 220, 14, 184, 5), metal, 0.3)
        c.ball(oval(240, 404, 70, 13), metal, 0.1)
    sort = c.dice.randrange(3)
    shade = symmetric(
        (
            "M240 74 L296 74 L342 224 Q300 236 240 236",
            "M240 92 L326 92 L332 226 Q290 236 240 236",
            "M240 66 Q330 84 346 222 Q300 238 240 238",
        )[sort]
    )
    _lit(c, shade, c.colour)
    if "hanji" in c.words:
        c.within(
            shade,
            lambda: c.lines([f"M120 {y} Q240 {y + 9} 360 {y}" for y in range(70, 236, 15)], alpha(INK, 0.14), 1.6),
        )


def _mushroom(c: Canvas) -> None:
    stem = symmetric("M240 226 L272 226 Q266 320 304 388 Q304 410 284 410 L240 410")
    c.drop(stem, 10, 0.2, 5, 5)
    c.round(stem, c.tone(0.1), 0.15)
    cap = symmetric("M240 92 C350 92 388 170 388 224 Q388 244 360 244 L240 250")
    c.drop(cap, 12, 0.2, 4, 8)
    c.ball(cap, c.colour, 0.16)
    c.within(cap, lambda: c.glow(240, 256, 130, QColor("#fff0c4"), 0.75))
    c.within(cap, lambda: c.fold("M140 196 Q160 130 216 112", 18, 0.8, WHITE))


def _desk(c: Canvas) -> None:
    metal = BRASS if "brass" in c.words else c.colour
    c.ball(oval(286, 402, 96, 17), metal, 0.1)
    for text in ("M286 396 L340 232", "M340 232 L214 120"):
        c.line(text, tone(metal, -0.4), 11)
        c.line(path(text).translated(-2, -2), tone(metal, 0.35), 4)
    c.metal(oval(340, 232, 12, 12), gold="brass" in c.words)
    beam = path("M150 196 L66 396 L292 396 L236 152 Z")
    c.down(beam, alpha(QColor("#fff1c4"), 0.6), alpha(QColor("#fff1c4"), 0.0))
    shade = path("M192 84 Q234 92 244 132 L236 156 Q188 214 132 196 Q126 180 140 152 Q156 104 192 84 Z")
    c.drop(shade, 10, 0.22, 5, 7)
    c.ball(shade, metal, 0.1)
    c.fill(path("M132 196 Q190 206 237 152 Q228 178 196 196 Q158 214 132 196 Z"), QColor("#fff4cf"))


def cushion(c: Canvas) -> None:
    """A square or long cushion."""
    c.ground(240, 400, 180, 22, 0.42)
    long = c.dice.random() < 0.28
    top = 196 if long else 86
    left = 52 if long else 84
    shape = path(
        f"M{left} {top} C{left + 60} {top + 26} {420 - left} {top + 26} {480 - left} {top} C{466 - left} {top + 70} {466 - left} 330 {484 - left} 396"
        f" C{420 - left} 376 {left + 60} 376 {left - 4} 396 C{left + 14} 330 {left + 14} {top + 70} {left} {top} Z"
    )
    c.drop(shape, 18, 0.26, 6, 8)
    c.cloth(shape, volume=1.7)
    fabric(c, shape)
    c.within(shape, lambda: c.glow(190, top + 90, 170, WHITE, 0.24))
    for x, y, dx, dy in (
        (left + 12, top + 10, 70, 66),
        (468 - left, top + 10, -70, 66),
        (left + 10, 386, 66, -70),
        (470 - left, 386, -66, -70),
    ):
        c.within(shape, partial(_tucks, c, x, y, dx, dy))
    c.line(shape, c.tone(-0.28), 5)
    c.line(shape, alpha(c.tone(0.35), 0.8), 2)
    if "embroidered" in c.words:
        _embroidery(c, (top + 396) / 2)
    if c.dice.random() < 0.3 and not long:
        for x, y in ((left, top), (480 - left, top), (left - 4, 396), (484 - left, 396)):
            for n in range(5):
                c.line(f"M{x} {y} L{x - 12 + n * 6} {y + 26}", c.tone(-0.1), 3)


def _tucks(c: Canvas, x: float, y: float, dx: float, dy: float) -> None:
    for share in (0.5, 1.0, 1.6):
        c.fold(f"M{x} {y} Q{x + dx * 0.5 * share} {y + dy * 0.4} {x + dx * share} {y + dy}", 11, 0.22)


def _embroidery(c: Canvas, y: float) -> None:
    ink = tone(c.colour, 0.65) if c.light() < 0.6 else tone(c.colour, -0.45)
    c.line(f"M240 {y + 84} Q236 {y} 246 {y - 84}", ink, 3.4)
    for n in range(6):
        at, side = y + 62 - n * 26, 1 if n % 2 else -1
        leaf = path(
            f"M240 {at} Q{240 + 26 * side} {at - 34} {240 + 58 * side} {at - 22} Q{240 + 32 * side} {at + 8} 240 {at} Z"
        )
        c.fill(leaf, alpha(ink, 0.75))
        c.stitch(f"M240 {at} L{240 + 50 * side} {at - 20}", alpha(c.colour, 0.8), 1.2)
    for x, dy in ((246, -92), (222, -66), (268, -62)):
        c.fill(oval(x, y + dy, 7, 7), QColor("#d9a04a"))


def blanket(c: Canvas) -> None:
    """Folded in a stack, or hanging in a fold."""
    if c.dice.random() < 0.5:
        _stack(c)
        return
    c.line("M50 96 L430 96", tone(OAK, -0.3), 15)
    c.line("M50 93 L430 93", tone(OAK, 0.25), 5)
    sheet = path("M112 86 Q240 76 368 86 Q374 240 380 386 Q300 402 238 392 Q170 386 100 396 Q108 240 112 86 Z")
    c.drop(sheet, 18, 0.24)
    c.cloth(sheet)
    fabric(c, sheet)
    c.within(sheet, lambda: _hang(c))
    c.fold("M112 106 Q240 98 370 106", 14, 0.3)
    for n in range(29):
        x = 104 + n * 9.6
        c.line(f"M{x} 388 Q{x + 2} 408 {x - 2} 426", c.tone(-0.16 if n % 2 else 0.12), 3)


def _hang(c: Canvas) -> None:
    for x in (146, 204, 262, 320, 362):
        c.fold(f"M{x} 90 Q{x + 8} 240 {x - 6} 400", 20, 0.26)
        c.fold(f"M{x + 20} 90 Q{x + 28} 240 {x + 15} 400", 20, 0.24, WHITE)


def _stack(c: Canvas) -> None:
    c.ground(244, 402, 190, 22, 0.42)
    for n, (y, by) in enumerate(((336, -0.16), (276, -0.04), (216, 0.06))):
        x, wide = 80 + n * 7, 320 - n * 12
        layer = path(
            f"M{x + 22} {y} L{x + wide - 4} {y} Q{x + wide + 12} {y + 30} {x + wide - 4} {y + 62} L{x + 22} {y + 62} Q{x - 14} {y + 31} {x + 22} {y} Z"
        )
        c.drop(layer, 9, 0.24, 2, 5)
        c.cloth(layer, c.tone(by), 1.1)
        fabric(c, layer)
        c.fold(f"M{x + 10} {y + 31} L{x + wide - 2} {y + 31}", 6, 0.32)
    cover = path("M116 214 Q130 150 250 156 L372 168 Q392 190 384 216 L300 224 L296 330 Q240 344 196 330 L196 224 Z")
    c.drop(cover, 10, 0.26, 2, 8)
    c.cloth(cover, c.tone(0.1))
    fabric(c, cover)
    for n in range(13):
        c.line(f"M{199 + n * 7.8} 332 Q{200 + n * 7.8} 346 {197 + n * 7.8} 362", c.tone(-0.05 if n % 2 else 0.2), 3)


def chair(c: Canvas) -> None:
    """Lounge, dining, stool."""
    c.ground(240, 426, 168, 18, 0.42)
    wood = _wood(c)
    if "stool" in c.words:
        _stool(c, wood)
        return
    lounge = "lounge" in c.words
    _legs(c, wood, ((136, 318, 108, 424), (344, 318, 376, 424), (176, 330, 168, 430), (304, 330, 312, 430)))
    back = (
        symmetric("M240 70 Q330 66 348 106 Q356 180 334 274 L240 280")
        if lounge
        else symmetric("M240 66 Q306 64 322 92 L310 166 Q280 176 240 176")
    )
    if not lounge:
        _legs(c, wood, ((170, 150, 156, 300), (310, 150, 324, 300)))
    c.drop(back, 14, 0.24)
    c.cloth(back, OAK if "rattan" in c.words else None, 1.3)
    if "rattan" in c.words:
        c.within(
            back,
            lambda: c.lines(
                [f"M{x} 60 L{x + 110} 290 M{x + 110} 60 L{x} 290" for x in range(60, 400, 15)],
                alpha(tone(OAK, -0.6), 0.5),
                2.2,
            ),
        )
        c.line(back, tone(wood, -0.1), 10)
    elif lounge:
        c.twice(lambda: c.fold("M290 96 Q300 180 284 270", 12, 0.22))
    seat = path("M112 276 Q240 252 368 276 Q386 304 368 328 Q240 346 112 328 Q94 304 112 276 Z")
    c.drop(seat, 10, 0.28, 2, 8)
    c.cloth(seat, c.tone(0.06), 1.3)
    fabric(c, seat)
    c.fold("M104 308 Q240 330 376 308", 6, 0.3)
    if lounge:
        for side in ("M110 214 Q88 216 90 240 L106 330", "M370 214 Q392 216 390 240 L374 330"):
            c.line(side, tone(wood, -0.3), 14)
            c.line(path(side).translated(-2, -2), tone(wood, 0.2), 5)


def _stool(c: Canvas, wood: QColor) -> None:
    _legs(c, wood, ((150, 238, 118, 424), (330, 238, 362, 424), (206, 246, 196, 432), (274, 246, 284, 432)))
    c.line("M134 346 L348 346", tone(wood, -0.25), 8)
    seat = box(124, 206, 232, 46, 22)
    c.drop(seat, 10, 0.24, 3, 7)
    c.cloth(seat, volume=1.3)
    fabric(c, seat)


def _legs(c: Canvas, wood: QColor, lines: tuple[tuple[float, float, float, float], ...]) -> None:
    for x1, y1, x2, y2 in lines:
        c.line(f"M{x1} {y1} L{x2} {y2}", tone(wood, -0.35), 13)
        c.line(f"M{x1 - 2} {y1} L{x2 - 2} {y2}", tone(wood, 0.12), 6)


def table(c: Canvas) -> None:
    """A side table, round or with a tray, something lying on it."""
    c.ground(240, 426, 150, 18, 0.42)
    wood = _wood(c)
    marble = "marble" in c.words
    if c.dice.random() < 0.5:
        c.round(box(230, 206, 20, 210, 4), tone(wood, -0.1), 0.15)
        c.ball(oval(240, 420, 92, 14), tone(wood, -0.12))
    else:
        _legs(c, wood, ((132, 214, 112, 424), (348, 214, 368, 424), (240, 222, 240, 432)))
    top = oval(240, 210, 166, 42)
    c.drop(top, 14, 0.26, 3, 12)
    base = QColor("#ece8e2") if marble else wood
    c.round(top.translated(0, 13), tone(base, -0.25))
    c.down(top, tone(base, 0.3), tone(base, -0.08))
    if marble:
        c.within(
            top,
            lambda: c.line(
                "M90 200 Q170 222 220 196 T".replace(" T", "") + " M210 240 Q290 206 396 216 M300 176 Q330 200 402 196",
                alpha(QColor("#7d7f86"), 0.4),
                2.4,
            ),
        )
    else:
        c.within(
            top,
            lambda: c.lines([f"M60 {y} Q240 {y + 16} 420 {y - 4}" for y in range(170, 256, 9)], alpha(INK, 0.13), 2),
        )
    if "tray" in c.words:
        c.line(top, tone(c.colour, -0.3), 9)
        c.line(top.translated(0, -4), tone(c.colour, 0.3), 4)
    book = path("M150 196 L262 182 L286 204 L172 220 Z")
    c.drop(book, 6, 0.3, 1, 4)
    c.cloth(book, c.colour)
    cup = path("M286 150 L346 150 L338 196 Q316 206 294 196 Z")
    c.round(cup, QColor("#f6f1e6"), 0.1)
    c.down(oval(316, 150, 30, 8), QColor("#7b5236"), QColor("#4e3221"))
    c.line(box(340, 158, 18, 24, 9), QColor("#e6dfd0"), 4)
