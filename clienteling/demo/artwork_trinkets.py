"""Drawings of hats, jewellery and watches."""

from __future__ import annotations

import math

from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath

from clienteling.demo.artwork_fabric import cords, fabric
from clienteling.demo.artwork_paint import INK, WHITE, Canvas, alpha, box, oval, path, symmetric, tone


def hat(c: Canvas) -> None:
    """Beanie, baseball cap, bucket, fedora."""
    if "beanie" in c.words:
        _beanie(c)
    elif "baseball" in c.words:
        _cap(c)
    elif "bucket" in c.words:
        _bucket(c)
    else:
        _fedora(c)


def _beanie(c: Canvas) -> None:
    c.ground(240, 392, 160, 22, 0.36)
    dome = symmetric("M240 120 C318 122 356 190 362 320 L240 330")
    c.drop(dome, 16, 0.22)
    c.cloth(dome)
    c.within(
        dome,
        lambda: c.folds([f"M240 110 Q{240 + x * 0.8} 180 {240 + x} 336" for x in range(-120, 130, 20)], 9, 0.3),
    )
    cuff = symmetric("M240 300 Q330 300 366 292 L370 366 Q330 388 240 388")
    c.drop(cuff, 8, 0.26, 0, -5)
    c.cloth(cuff, c.tone(0.05))
    c.within(cuff, lambda: cords(c, cuff, c.colour))
    c.fill(box(276, 326, 44, 26, 3), c.tone(-0.4))
    c.line("M284 339 L312 339", QColor("#e3c98f"), 2)
    if c.dice.random() < 0.5:
        ball = oval(240, 106, 36, 34)
        c.ball(ball, c.tone(0.12))
        for _ in range(150):
            angle, far = c.dice.random() * math.tau, c.dice.uniform(20, 40)
            x, y = 240 + math.cos(angle) * far, 106 + math.sin(angle) * far * 0.95
            c.line(
                f"M{x} {y} L{x + math.cos(angle) * 6} {y + math.sin(angle) * 6}",
                alpha(c.tone(c.dice.uniform(-0.3, 0.4)), 0.7),
                2,
            )


def _cap(c: Canvas) -> None:
    c.ground(230, 366, 190, 22, 0.38)
    brim = path("M120 312 C150 288 300 296 330 322 C300 352 130 372 62 352 C56 336 90 320 120 312 Z")
    dome = path("M116 318 C110 200 180 142 262 146 C352 150 390 230 384 326 Q260 346 116 318 Z")
    c.drop(dome, 16, 0.2)
    c.cloth(dome)
    fabric(c, dome)
    c.seam("M262 146 C214 186 196 250 200 328", 0.4)
    c.seam("M262 146 C322 190 336 250 330 334", 0.4)
    c.stitch("M255 150 C208 188 190 250 194 326")
    c.within(dome, lambda: c.fold("M170 190 Q150 240 154 310", 26, 0.3, WHITE))
    c.drop(brim, 10, 0.34, 0, 10)
    c.cloth(brim, c.tone(-0.05))
    for n in range(3):
        c.stitch(
            f"M{82 + n * 14} {346 - n * 7} C160 {348 - n * 10} 250 {340 - n * 9} {318 - n * 10} {322 - n * 3}",
            alpha(c.tone(-0.5), 0.6),
        )
    c.cloth(oval(262, 146, 9, 6), c.tone(-0.2))
    badge = box(152, 232, 34, 34, 8)
    c.fill(badge, alpha(c.tone(0.6 if c.light() < 0.6 else -0.5), 0.9))


def _bucket(c: Canvas) -> None:
    c.ground(240, 378, 190, 22, 0.38)
    brim = symmetric("M240 270 Q320 270 344 262 L412 346 Q340 384 240 384")
    crown = symmetric("M240 138 Q310 138 322 160 L350 280 Q300 296 240 296")
    c.drop(brim, 14, 0.26)
    c.cloth(brim, c.tone(-0.06))
    fabric(c, brim)
    for n in range(4):
        c.stitch(
            symmetric(f"M240 {304 + n * 18} Q330 {302 + n * 18} {366 + n * 10} {292 + n * 12} L240 {304 + n * 18}"),
            alpha(c.tone(-0.5), 0.4),
            1.1,
        )
    c.cloth(crown)
    fabric(c, crown)
    c.seam("M160 164 Q240 182 320 164", 0.35)
    c.fold("M134 282 Q240 306 346 282", 12, 0.4)
    c.within(crown, lambda: c.fold("M184 166 Q168 220 166 290", 26, 0.3, WHITE))


def _fedora(c: Canvas) -> None:
    c.ground(240, 366, 200, 24, 0.38)
    brim = path("M40 312 C90 276 390 276 440 312 C452 350 350 374 240 374 C130 374 28 350 40 312 Z")
    crown = path(
        "M136 306 C132 210 156 132 204 130 Q226 132 240 150 Q254 132 276 130 C324 132 348 210 344 306 Q240 336 136 306 Z"
    )
    c.drop(brim, 14, 0.26)
    c.cloth(brim)
    fabric(c, brim)
    c.fold("M128 318 Q240 352 352 318", 18, 0.4)
    c.cloth(crown, c.tone(0.03))
    fabric(c, crown)
    c.within(crown, lambda: c.fold("M240 150 Q236 200 246 250", 26, 0.34))
    c.within(crown, lambda: c.fold("M180 160 Q160 220 160 300", 22, 0.3, WHITE))
    ribbon = path("M134 268 Q240 298 346 268 L345 306 Q240 336 135 306 Z")
    c.cloth(ribbon, tone(c.colour, -0.55) if c.light() > 0.35 else tone(c.colour, 0.35))


def _gleam(c: Canvas, shape: QPainterPath) -> None:
    r = shape.boundingRect()
    ramp = QLinearGradient(r.left(), r.top(), r.right(), r.bottom())
    for at, by in ((0, 0.66), (0.22, 0.1), (0.4, 0.55), (0.62, -0.3), (0.8, 0.25), (1, -0.4)):
        ramp.setColorAt(at, c.tone(by))
    c.p.fillPath(shape, QBrush(ramp))
    c.line(shape, alpha(c.tone(-0.6), 0.5), 0.9)


def _stone(c: Canvas, x: float, y: float, r: float) -> None:
    if "pearl" in c.words:
        c.drop(oval(x, y, r, r), 5, 0.26, 1, 3)
        c.ball(oval(x, y, r, r), QColor("#efe6dc"), 0.3)
        c.glow(x + r * 0.35, y + r * 0.4, r * 0.6, QColor("#e9b8b4"), 0.4)
        c.glow(x - r * 0.35, y - r * 0.4, r * 0.45, WHITE, 0.9)
        return
    gem = (
        QColor("#2b2c33")
        if "onyx" in c.words
        else c.dice.choice((QColor("#dff0f4"), QColor("#cfe4da"), QColor("#f1d9dc"), QColor("#9fc4d8")))
    )
    c.drop(oval(x, y, r, r), 5, 0.26, 1, 3)
    _gleam(c, oval(x, y, r + 2.5, r + 2.5))
    c.ball(oval(x, y, r, r), gem, 0.4)
    for n in range(8):
        a, b = n * math.tau / 8, (n + 1) * math.tau / 8
        facet = path(
            f"M{x} {y} L{x + math.cos(a) * r} {y + math.sin(a) * r} L{x + math.cos(b) * r} {y + math.sin(b) * r} Z"
        )
        c.fill(facet, alpha(WHITE if n % 2 else INK, 0.16))
    c.fill(oval(x, y, r * 0.45, r * 0.45), alpha(WHITE, 0.4))


def _chain(c: Canvas, depth: float, half: float, thick: float) -> None:
    for n in range(101):
        share = n / 100 * 2 - 1
        x, y = 240 + half * share, 66 + depth * (1 - share * share) ** 0.8
        c.fill(oval(x + 2, y + 4, thick, thick), alpha(INK, 0.16))
    for n in range(101):
        share = n / 100 * 2 - 1
        x, y = 240 + half * share, 66 + depth * (1 - share * share) ** 0.8
        _gleam(c, oval(x, y, thick * (1.25 if n % 2 else 0.8), thick))


def necklace(c: Canvas) -> None:
    """Pendant, chain, layered."""
    c.glow(240, 240, 230, WHITE, 0.25)
    if "pearl" in c.words and "pendant" not in c.words:
        for n in range(27):
            share = n / 26 * 2 - 1
            _stone(c, 240 + 138 * share, 84 + 244 * (1 - share * share) ** 0.7, 10 + 4.5 * (1 - abs(share)))
        return
    thick = 5.2 if "chain" in c.words else 3.2
    _chain(c, 236, 134, thick)
    if "layered" in c.words:
        _chain(c, 160, 112, 2.6)
        _stone(c, 240, 236, 10)
    if "chain" not in c.words:
        drop = path(
            "M240 296 C252 318 274 338 274 364 C274 386 258 400 240 400 C222 400 206 386 206 364 C206 338 228 318 240 296 Z"
        )
        c.drop(drop, 10, 0.28, 3, 7)
        _gleam(c, drop)
        _stone(c, 240, 364, 17)
    else:
        _gleam(c, oval(240, 312, 15, 20))
        c.fill(oval(240, 312, 8, 13), alpha(INK, 0.3))


def earrings(c: Canvas) -> None:
    """Drop, hoop, stud: always two."""
    for x, lift in ((158, 0), (322, 12)):
        if "hoop" in c.words:
            ring = oval(x, 240 + lift, 66, 80)
            ring = ring.subtracted(oval(x + 2, 236 + lift, 53, 68))
            c.drop(ring, 9, 0.28, 4, 9)
            _gleam(c, ring)
            _stone(c, x, 318 + lift, 13)
        elif "drop" in c.words:
            _stone(c, x, 122 + lift, 14)
            c.line(f"M{x} {138 + lift} L{x} {200 + lift}", c.tone(-0.2), 4)
            c.line(f"M{x - 1} {138 + lift} L{x - 1} {200 + lift}", c.tone(0.6), 1.4)
            leaf = path(
                f"M{x} {196 + lift} C{x + 44} {240 + lift} {x + 44} {330 + lift} {x} {356 + lift} C{x - 44} {330 + lift} {x - 44} {240 + lift} {x} {196 + lift} Z"
            )
            c.drop(leaf, 9, 0.26, 4, 8)
            _gleam(c, leaf)
            _stone(c, x, 296 + lift, 22)
        else:
            c.ground(x + 4, 292 + lift, 58, 16, 0.3)
            for n in range(8):
                angle = n * math.tau / 8
                _stone(c, x + math.cos(angle) * 36, 238 + lift + math.sin(angle) * 36, 13)
            _stone(c, x, 238 + lift, 25)


def ring(c: Canvas) -> None:
    """Signet, band, solitaire."""
    c.ground(240, 390, 130, 20, 0.4)
    band = oval(240, 286, 108, 104).subtracted(oval(240, 284, 88, 86))
    if "band" in c.words:
        band = oval(240, 270, 116, 112).subtracted(oval(240, 262, 88, 84))
    c.drop(band, 9, 0.26, 4, 8)
    _gleam(c, band)
    if "signet" in c.words:
        face = oval(240, 178, 52, 42)
        c.drop(face, 8, 0.3, 0, 7)
        _gleam(c, oval(240, 178, 56, 46))
        c.ball(face, QColor("#26262c") if "onyx" in c.words else c.tone(0.1), 0.2)
        c.line(oval(240, 178, 34, 25), alpha(WHITE, 0.5), 1.4)
    elif "solitaire" in c.words:
        for x in (212, 268):
            c.line(f"M{x} 196 L{240 + (x - 240) * 0.6} 156", c.tone(-0.2), 7)
        _stone(c, 240, 148, 37)
    else:
        for n in range(5):
            _stone(c, 176 + n * 32, 160 - (10 if n in (1, 3) else 14 if n == 2 else 0), 11)


def watch(c: Canvas) -> None:
    """Classic, diver, square; steel bracelet or leather strap."""
    steel = "leather" not in c.words
    strap = symmetric("M240 22 L280 22 L292 150 L240 150").united(symmetric("M240 330 L292 330 L280 458 L240 458"))
    c.drop(strap, 16, 0.26)
    if steel:
        metal = QColor("#2f3136") if "ceramic" in c.words else QColor("#b9bec6")
        c.round(strap, metal, 0.2)
        c.within(strap, lambda: c.lines([f"M180 {y} L300 {y}" for y in range(24, 460, 15)], alpha(INK, 0.35), 1.6))
        c.line("M222 22 L212 150 M258 22 L268 150 M222 458 L212 330 M258 458 L268 330", alpha(INK, 0.3), 1.6)
    else:
        c.cloth(strap)
        fabric(c, strap)
        c.twice(lambda: c.stitch("M272 24 L282 146 M272 456 L282 334"))
    square = "square" in c.words
    case = box(150, 140, 180, 200, 40) if square else oval(240, 240, 108, 108)
    face = box(170, 160, 140, 160, 26) if square else oval(240, 240, 84, 84)
    _dial(c, case, face, square)


def _dial(c: Canvas, case: QPainterPath, face: QPainterPath, square: bool) -> None:
    rim = QColor("#d3ad63") if c.dice.random() < 0.4 else QColor("#c2c6cd")
    c.metal(box(346 if not square else 328, 230, 16, 22, 5), gold=rim.red() > 205)
    c.drop(case, 12, 0.34, 3, 8)
    c.down(case, tone(rim, 0.6), tone(rim, -0.45))
    if "diver" in c.words:
        c.down(oval(240, 240, 101, 101), QColor("#2f3b4d"), QColor("#11161f"))
        for n in range(12):
            angle = n * math.tau / 12
            c.fill(oval(240 + math.cos(angle) * 92, 240 + math.sin(angle) * 92, 3.4, 3.4), QColor("#e9e4d4"))
    ground = c.dice.choice(
        (QColor("#f7f3ea"), QColor("#22324a"), QColor("#2d4a40"), QColor("#f0ded0"), QColor("#33302f"))
    )
    c.down(face, tone(ground, 0.16), tone(ground, -0.16))
    c.line(face, alpha(INK, 0.5), 2)
    mark = QColor("#caa25a") if ground.lightnessF() < 0.5 else QColor("#3a3a40")
    for n in range(12):
        angle, a, b = n * math.tau / 12, 64, 74 if n % 3 else 56
        a, b = min(a, b), max(74, a)
        c.line(
            f"M{240 + math.cos(angle) * a} {240 + math.sin(angle) * a} L{240 + math.cos(angle) * b} {240 + math.sin(angle) * b}",
            mark,
            4 if n % 3 == 0 else 2.4,
        )
    c.line("M240 240 L206 206", alpha(INK, 0.25), 7)
    c.line("M240 240 L204 202", mark, 5.4)
    c.line("M240 240 L284 196", mark, 3.6)
    c.line("M240 254 L240 182", QColor("#c24b3a"), 1.6)
    c.fill(oval(240, 240, 5, 5), mark)
    c.within(face, lambda: c.fill(path("M150 130 L250 130 L150 300 Z"), alpha(WHITE, 0.13)))
