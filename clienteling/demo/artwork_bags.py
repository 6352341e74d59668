"""Drawings of bags, belts and scarves."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainterPath

from clienteling.demo.artwork_fabric import checks, fabric, stripes
from clienteling.demo.artwork_paint import INK, WHITE, Canvas, alpha, box, mirrored, oval, path, symmetric, tone


def _handle(c: Canvas, text: str, width: float, colour: QColor | None = None) -> None:
    colour, shape = colour or c.tone(-0.12), path(text)
    c.line(shape.translated(3, 5), alpha(INK, 0.22), width + 3)
    c.line(shape, tone(colour, -0.3), width)
    c.line(shape, colour, width - 3)
    c.line(shape.translated(-width * 0.16, -width * 0.12), alpha(WHITE, 0.3), width * 0.24)


def _hide(c: Canvas, shape: QPainterPath, by: float = 0.0) -> None:
    c.cloth(shape, c.tone(by), 1.1)
    fabric(c, shape)


def tote(c: Canvas) -> None:
    """Daily, mini, bucket, structured."""
    c.ground(240, 404, 190, 22, 0.45)
    if "bucket" in c.words:
        _bucket(c)
        return
    small = 26 if "mini" in c.words else 0
    wide, top = 132 - small, 206 + small // 2
    _handle(c, f"M184 {top + 10} C180 {70 + small} 300 {70 + small} 296 {top + 10}", 11, c.tone(-0.34))
    body = symmetric(
        f"M240 {top} L{240 + wide - 16} {top} Q{240 + wide - 6} {top} {240 + wide - 4} {top + 12} L{240 + wide + 8} 388 Q{240 + wide + 8} 404 {240 + wide - 10} 404 L240 404"
    )
    c.drop(body, 18, 0.2, 6, 4)
    _hide(c, body)
    c.within(body, lambda: c.glow(180, top + 30, 150, WHITE, 0.2))
    c.fold(f"M{240 - wide + 20} {top + 60} Q240 {top + 84} {240 + wide - 20} {top + 60}", 16, 0.12)
    c.twice(lambda: c.fold(f"M{240 + wide - 22} {top + 6} L{240 + wide - 12} 400", 9, 0.24))
    _handle(c, f"M184 {top + 34} C172 {100 + small} 308 {100 + small} 296 {top + 34}", 12)
    c.twice(lambda: _tab(c, 296, top + 30))
    c.stitch(symmetric(f"M240 {top + 9} L{240 + wide - 18} {top + 9} L{240 + wide - 4} 394 L240 394"))
    if "structured" in c.words:
        flap = symmetric(
            f"M240 {top - 2} L{240 + wide - 14} {top - 2} L{240 + wide - 20} {top + 58} Q240 {top + 92} 240 {top + 84}"
        )
        c.drop(flap, 8, 0.24, 0, 6)
        _hide(c, flap, 0.05)
        c.stitch(flap)
    c.metal(box(224, top + 66 if "structured" in c.words else top + 26, 32, 22, 5))
    c.fill(oval(240, top + (78 if "structured" in c.words else 38), 4, 4), QColor("#8a6a2c"))


def _tab(c: Canvas, x: float, y: float) -> None:
    tab = path(f"M{x - 11} {y - 8} L{x + 11} {y - 8} L{x + 9} {y + 34} Q{x} {y + 44} {x - 9} {y + 34} Z")
    c.drop(tab, 4, 0.26, 1, 3)
    c.cloth(tab, c.tone(-0.1), 0.5)
    c.metal(oval(x, y + 24, 4.4, 4.4))


def _bucket(c: Canvas) -> None:
    _handle(c, "M158 214 C150 60 330 60 322 214", 11, c.tone(-0.3))
    body = symmetric("M240 204 Q300 204 334 192 Q344 300 326 388 Q300 406 240 406")
    c.drop(body, 18, 0.2, 6, 4)
    _hide(c, body)
    for x in (176, 204, 232, 262, 292):
        c.fold(f"M{x} 206 Q{x + 4} 238 {240 + (x - 240) * 0.9} 292", 12, 0.3)
    c.fill(oval(240, 200, 94, 14), c.tone(-0.55))
    c.line(oval(240, 200, 94, 14), c.tone(0.1), 4)
    c.line("M150 236 Q240 262 330 236", c.tone(-0.5), 6)
    c.line("M150 235 Q240 261 330 235", c.tone(-0.2), 3)
    for x in (222, 258):
        c.line(f"M{x} 256 Q{x - 8} 290 {x + (x - 240) * 0.6} 318", c.tone(-0.3), 6)
        c.cloth(oval(x + (x - 240) * 0.6, 326, 8, 12), c.tone(-0.35))
    base = path("M150 352 Q240 372 330 352 L326 388 Q300 406 240 406 Q180 406 154 388 Z")
    _hide(c, base, -0.12)
    c.stitch("M150 358 Q240 378 330 358")


def crossbody(c: Canvas) -> None:
    """Saddle, chain, camera."""
    c.ground(240, 396, 170, 20, 0.4)
    if "chain" in c.words:
        _chain(c)
    else:
        _handle(c, "M128 262 C60 40 420 40 352 262", 9, c.tone(-0.28))
    saddle = "saddle" in c.words
    body = (
        box(112, 222, 256, 172, 40)
        if not saddle
        else symmetric("M240 220 L340 220 Q366 222 370 262 L372 330 Q366 396 300 398 L240 398")
    )
    c.drop(body, 18, 0.22, 6, 5)
    _hide(c, body)
    if "quilted" in c.words:
        c.within(body, lambda: _quilt(c))
    if saddle or "chain" in c.words:
        flap = symmetric("M240 216 L352 216 Q372 220 370 250 Q360 326 240 338")
        c.drop(flap, 9, 0.28, 0, 7)
        _hide(c, flap, 0.04)
        if "quilted" in c.words:
            c.within(flap, lambda: _quilt(c))
        c.stitch(symmetric("M240 225 L346 225 Q360 230 358 252 Q350 316 240 328"))
        c.metal(box(222, 314, 36, 30, 8))
        c.fill(box(231, 322, 18, 14, 4), c.tone(-0.3))
    else:
        c.line("M130 246 Q240 236 350 246", alpha(INK, 0.5), 6)
        c.line("M130 245 Q240 235 350 245", QColor("#d9b978"), 2.4)
        c.metal(box(330, 240, 12, 28, 4))
        pocket = box(136, 280, 208, 98, 22)
        c.drop(pocket, 6, 0.2, 1, 3)
        _hide(c, pocket, 0.03)
        c.stitch(box(143, 287, 194, 84, 18))
    c.twice(lambda: c.metal(oval(360, 244, 7, 9)))


def _quilt(c: Canvas) -> None:
    for n in range(-6, 14):
        x = 60 + n * 36
        c.fold(f"M{x} 200 L{x + 210} 410", 5, 0.4)
        c.fold(f"M{x + 210} 200 L{x} 410", 5, 0.4)


def _chain(c: Canvas) -> None:
    for n in range(34):
        share = n / 33
        x = 128 + 224 * share
        y = 262 - 840 * share * (1 - share) * 0.98
        c.metal(box(x - 6, y - 4, 12, 8, 4) if n % 2 else oval(x, y, 4, 7))


def backpack(c: Canvas) -> None:
    """City, roll-top, mini."""
    c.ground(240, 412, 160, 20, 0.42)
    _handle(c, "M214 96 Q216 62 240 62 Q264 62 266 96", 9, c.tone(-0.3))
    c.twice(lambda: _handle(c, "M330 150 Q386 220 352 380", 17, c.tone(-0.34)))
    body = symmetric("M240 84 Q320 84 338 150 L346 376 Q344 412 306 412 L240 412")
    c.drop(body, 18, 0.22, 6, 5)
    _hide(c, body)
    if "roll-top" in c.words:
        roll = box(146, 78, 188, 52, 22)
        c.drop(roll, 8, 0.28, 0, 8)
        _hide(c, roll, 0.06)
        c.fold("M156 106 L324 106", 10, 0.35)
        strap = box(230, 74, 20, 150, 5)
        c.drop(strap, 4, 0.3, 1, 3)
        c.cloth(strap, c.tone(-0.35), 0.6)
        c.metal(box(224, 168, 32, 24, 5))
    else:
        c.line("M156 170 Q160 106 240 104 Q320 106 324 170", alpha(INK, 0.5), 6)
        c.line("M156 170 Q160 106 240 104 Q320 106 324 170", QColor("#d5c39a"), 2)
        c.metal(box(318, 162, 10, 26, 4))
    pocket = symmetric("M240 258 L302 258 Q318 260 320 280 L322 372 Q320 390 302 390 L240 390")
    c.drop(pocket, 8, 0.24, 0, 5)
    _hide(c, pocket, 0.05)
    c.stitch(symmetric("M240 267 L300 267 Q310 270 311 284 L313 368 Q312 381 300 381 L240 381"))
    c.fill(box(212, 296, 56, 24, 5), c.tone(-0.45))
    c.line("M222 308 L258 308", QColor("#d9c08a"), 2.4)


def belt(c: Canvas) -> None:
    """A belt, coiled."""
    width = 22 if "slim" in c.words else 42 if "wide" in c.words else 32
    c.ground(240, 330, 190, 60, 0.26)
    for radius, by in ((150, -0.30), (118, -0.16)):
        ring = oval(240, 262, radius, radius * 0.62)
        c.line(ring.translated(0, width * 0.9), c.tone(by - 0.24), width * 0.5)
        c.line(ring, c.tone(by - 0.05), width)
        c.line(ring.translated(0, -width * 0.3), alpha(WHITE, 0.18), width * 0.2)
        c.stitch(ring.translated(0, width * 0.36), alpha(c.tone(0.5), 0.6))
    strap = path(
        f"M100 {268 + width} Q200 {352 + width} 412 {300 + width} L424 {300 - width * 0.1} Q210 {350 - width} 92 {262 - width * 0.2} Z"
    )
    c.drop(strap, 14, 0.3, 3, 9)
    _hide(c, strap, 0.02)
    if "woven" in c.words:
        c.within(
            strap,
            lambda: c.lines(
                [f"M{x} 220 L{x + 60} 440 M{x + 60} 220 L{x} 440" for x in range(40, 440, 18)],
                alpha(c.tone(-0.7), 0.3),
                3,
            ),
        )
    for n in range(4):
        c.fill(oval(330 + n * 22, 322 - n * 5 + width * 0.14, 3.6, 4.4), c.tone(-0.75))
    c.line(box(126, 282, 62, 36 + width, 12), alpha(INK, 0.35), 12)
    gold = c.dice.random() < 0.7
    c.line(box(124, 278, 62, 36 + width, 12), QColor("#b58b42" if gold else "#8f959d"), 11)
    c.line(box(122, 276, 62, 36 + width, 12), QColor("#f0d79a" if gold else "#e7eaee"), 4)
    c.line(f"M128 {298 + width * 0.5} L196 {304 + width * 0.5}", QColor("#c79d52" if gold else "#aab0b8"), 7)


def scarf(c: Canvas) -> None:
    """Looped with hanging ends, or folded square."""
    if c.words & {"square", "silk"}:
        _square(c)
        return
    ends = (
        path("M176 190 Q160 300 128 408 L222 424 Q240 300 240 190 Z"),
        path("M240 190 Q258 300 262 432 L358 414 Q330 300 308 186 Z"),
    )
    for end in ends:
        c.drop(end, 18, 0.26)
        _hide(c, end)
        _fringe(c, end)
    loop = path("M128 150 C110 60 370 60 352 150 C360 236 300 262 240 262 C180 262 120 236 128 150 Z")
    hole = path("M182 132 C190 98 290 98 298 132 C296 160 270 172 240 172 C210 172 184 160 182 132 Z")
    ring = loop.subtracted(hole)
    c.drop(ring, 12, 0.3, 0, 10)
    _hide(c, ring, 0.03)
    c.within(ring, lambda: _wraps(c))
    c.line(hole, alpha(INK, 0.3), 3)


def _fringe(c: Canvas, end: QPainterPath) -> None:
    r = end.boundingRect()
    for n in range(15):
        x = r.left() + 3 + n * (r.width() - 40) / 14
        y = r.bottom() - 9
        c.line(f"M{x} {y - 4} Q{x + 2} {y + 10} {x - 1} {y + 24}", c.tone(-0.12 if n % 2 else 0.1), 2.6)


def _wraps(c: Canvas) -> None:
    for n in range(5):
        y = 168 + n * 22
        c.fold(f"M116 {y - 44} Q176 {y + 34} 362 {y - 40}", 13, 0.34)
        c.fold(f"M118 {y - 32} Q180 {y + 46} 362 {y - 28}", 11, 0.3, WHITE)


def _square(c: Canvas) -> None:
    under = path("M240 70 L402 250 L240 430 L78 250 Z")
    c.drop(under, 16, 0.24)
    _hide(c, under, -0.1)
    c.line(path("M240 92 L382 250 L240 408 L98 250 Z"), tone(c.colour, 0.6 if c.light() < 0.6 else -0.4), 9)
    over = symmetric("M240 134 Q300 190 384 232 Q330 300 240 372")
    c.drop(over, 12, 0.3, 0, 9)
    _hide(c, over, 0.08)
    if not c.words & {"striped", "checked"}:
        c.within(over, lambda: c.dice.choice((stripes, checks))(c, over, c.colour))
    c.within(over, lambda: c.fold("M150 190 Q240 290 330 330", 20, 0.3, WHITE))
    c.within(over, lambda: c.fold("M180 170 Q250 260 350 290", 14, 0.26))
    c.line(mirrored(over), alpha(WHITE, 0.4), 2)
