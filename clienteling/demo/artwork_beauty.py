"""Drawings of perfume, skin care, make-up and bath: bottles, jars, tubes, sticks, palettes, soaps."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QColor, QPainterPath

from clienteling.demo.artwork_paint import INK, WHITE, Canvas, alpha, box, oval, path, symmetric, tone, turned

# turns of the hue and lightness of a palette's pans
SHADES = ((0, 0.8), (0.02, 0.7), (0.05, 0.6), (-0.03, 0.52), (0, 0.42), (0.04, 0.74), (-0.05, 0.64), (0.07, 0.5), (0, 0.34), (-0.02, 0.26))  # fmt: skip
GOLD, SILVER, WOOD, BLACK = QColor("#cda558"), QColor("#c5c9cf"), QColor("#a87a4e"), QColor("#2c2a2d")


def _label(c: Canvas, x: float, y: float, width: float, height: float, dark: bool = False) -> None:
    """A paper label with a mark and lines that stand for words."""
    ink = QColor("#f6f0e4") if dark else QColor("#3a342e")
    if not dark:
        c.down(box(x, y, width, height, 3), QColor("#fffdf8"), QColor("#ece5d8"))
        c.line(box(x, y, width, height, 3), alpha(INK, 0.12), 1)
    middle = x + width / 2
    sort = c.dice.randrange(4)
    top = y + height * 0.3
    if sort == 0:
        c.line(oval(middle, top, 9, 9), ink, 1.8)
        c.line(f"M{middle} {top - 5} L{middle} {top + 5}", ink, 1.6)
    elif sort == 1:
        c.line(
            f"M{middle} {top + 11} Q{middle - 13} {top - 2} {middle} {top - 11} Q{middle + 13} {top - 2} {middle} {top + 11} Z M{middle} {top + 11} L{middle} {top - 3}",
            ink,
            1.6,
        )
    elif sort == 2:
        c.line(f"M{middle - 12} {top + 7} L{middle} {top - 9} L{middle + 12} {top + 7}", ink, 1.8)
    else:
        c.fill(oval(middle, top, 8, 8), c.tone(-0.2))
    for n, share in enumerate((0.62, 0.42, 0.5)):
        at = y + height * (0.58 + n * 0.13)
        c.line(
            f"M{middle - width * share / 2} {at} L{middle + width * share / 2} {at}",
            alpha(ink, 0.85 if n == 0 else 0.42),
            2.6 if n == 0 else 1.5,
        )


def _gloss(c: Canvas, shape: QPainterPath, x: float, top: float, bottom: float, width: float = 12) -> None:
    c.within(shape, lambda: c.fold(f"M{x} {top} L{x} {bottom}", width, 1.1, WHITE))


def perfume(c: Canvas) -> None:
    """Four flacons: square, round, tall, faceted."""
    c.ground(246, 404, 150, 20, 0.4)
    sort = c.dice.randrange(4)
    body = (
        box(144, 190, 192, 216, 22), oval(240, 302, 114, 106), box(176, 150, 128, 256, 14),
        symmetric("M240 182 L292 182 L340 240 L322 406 L240 406"),
    )[sort]  # fmt: skip
    top = (190, 198, 150, 182)[sort]
    c.drop(body, 16, 0.2, 6, 6)
    glass = QColor("#f6f3ee")
    c.down(body, alpha(glass, 0.95), alpha(tone(c.colour, 0.45), 0.95))
    inner = body.boundingRect().adjusted(13, 13, -13, -15)
    juice = path(
        f"M{inner.left() - 20} {inner.top() + inner.height() * 0.24} L{inner.right() + 20} {inner.top() + inner.height() * 0.22} L{inner.right() + 20} {inner.bottom()} L{inner.left() - 20} {inner.bottom()} Z"
    )
    core = QPainterPath()
    core.addRoundedRect(inner, 14, 14)
    if sort in (1, 3):
        core = body.translated(0, 0)
    c.within(body, lambda: c.within(core, lambda: c.down(juice, alpha(c.tone(0.22), 0.94), alpha(c.tone(-0.22), 0.96))))
    c.within(body, lambda: c.glow(190, 300, 110, WHITE, 0.35))
    c.within(body, lambda: c.rim(body, 0.16, 22))
    c.line(body, alpha(c.tone(-0.5), 0.35), 1.4)
    c.round(box(216, top - 26, 48, 30, 4), GOLD if sort % 2 else SILVER, 0.2)
    cap = (
        box(204, top - 92, 72, 70, 10),
        oval(240, top - 56, 40, 38),
        box(200, top - 84, 80, 62, 6),
        box(210, top - 100, 60, 78, 28),
    )[sort]
    c.drop(cap, 6, 0.2, 2, 3)
    material = c.dice.choice((WOOD, BLACK, GOLD, QColor("#efe8da")))
    c.ball(cap, material, 0.1) if sort == 1 else c.round(cap, material, 0.12)
    _label(c, 196, 286, 88, 74, dark=c.light() < 0.45)
    _gloss(c, body, body.boundingRect().left() + 18, top + 22, 390, 9)


def jar(c: Canvas) -> None:
    """A cream jar, lid on, or open with the cream showing."""
    c.ground(244, 386, 172, 22, 0.4)
    low = path("M98 272 L382 272 Q388 360 362 382 Q240 400 118 382 Q92 360 98 272 Z")
    c.drop(low, 16, 0.2, 5, 5)
    c.round(low, c.tone(0.06), 0.18)
    c.within(low, lambda: c.fold("M98 384 Q240 402 382 384", 22, 0.22))
    _label(c, 178, 300, 124, 66)
    lid = c.dice.choice((QColor("#f4efe6"), GOLD, WOOD, c.tone(-0.35)))
    if c.dice.random() < 0.4:
        c.fill(oval(240, 270, 142, 40), tone(lid, -0.2))
        c.ball(oval(240, 264, 134, 35), QColor("#fffaf3"), 0.2)
        c.line(
            "M170 262 C190 236 250 240 246 262 C244 278 210 276 214 262 C220 248 270 246 300 262",
            alpha(c.tone(-0.2), 0.5),
            5,
        )
        c.line("M170 259 C190 233 250 237 246 259 C244 275 210 273 214 259 C220 245 270 243 300 259", WHITE, 3)
        return
    c.round(path("M94 206 L386 206 L386 274 Q240 292 94 274 Z"), lid, 0.1)
    c.down(oval(240, 206, 146, 36), tone(lid, 0.45), tone(lid, 0.05))
    c.line(oval(240, 206, 146, 36), alpha(WHITE, 0.5), 1.5)
    c.fold("M94 276 Q240 294 386 276", 8, 0.4)


def tube(c: Canvas) -> None:
    """A hand cream tube."""
    lean = c.dice.choice((-9, 0, 8))
    c.ground(246, 416, 92, 16, 0.42)
    c.p.save()
    c.p.translate(240, 400)
    c.p.rotate(lean * 0.4)
    c.p.translate(-240, -400)
    body = symmetric("M240 62 L318 62 L318 78 Q312 220 290 352 L240 352")
    c.drop(body, 14, 0.22, 6, 6)
    c.round(body, c.tone(0.04), 0.15)
    c.within(body, lambda: c.lines([f"M{x} 60 L{x} 82" for x in range(164, 320, 5)], alpha(INK, 0.16), 1.4))
    c.fold("M162 84 L318 84", 8, 0.3)
    band = c.dice.choice((c.tone(-0.35), c.tone(0.6), GOLD))
    c.within(body, lambda: c.down(box(150, 300, 180, 26), tone(band, 0.1), tone(band, -0.2)))
    _label(c, 194, 138, 92, 128, dark=c.light() < 0.5)
    _gloss(c, body, 194, 90, 340, 11)
    cap = path("M194 350 L286 350 L280 412 Q240 422 200 412 Z")
    c.round(cap, c.dice.choice((QColor("#f7f2e9"), GOLD, c.tone(-0.4), WOOD)), 0.15)
    c.within(cap, lambda: c.lines([f"M{x} 352 L{x} 416" for x in range(196, 288, 6)], alpha(INK, 0.10), 1.6))
    c.p.restore()


def dropper(c: Canvas) -> None:
    """A serum bottle with its pipette."""
    c.ground(246, 412, 118, 18, 0.42)
    body = symmetric("M240 206 L262 206 Q266 226 300 238 Q322 246 322 268 L322 394 Q320 412 300 412 L240 412")
    c.drop(body, 14, 0.22, 6, 6)
    c.round(body, c.tone(-0.04), 0.25)
    c.within(body, lambda: c.down(box(150, 256, 180, 160), alpha(c.tone(0.35), 0.45), alpha(c.tone(-0.35), 0.5)))
    _label(c, 186, 280, 108, 100)
    _gloss(c, body, 176, 262, 398, 9)
    c.round(box(208, 158, 64, 54, 6), c.dice.choice((GOLD, SILVER, BLACK)), 0.2)
    c.within(
        box(208, 158, 64, 54, 6),
        lambda: c.lines([f"M{x} 158 L{x} 212" for x in range(210, 274, 5)], alpha(INK, 0.16), 1.5),
    )
    bulb = symmetric("M240 84 Q262 84 262 108 L264 160 L240 160")
    c.round(bulb, c.dice.choice((QColor("#f3eee4"), BLACK, c.tone(-0.3))), 0.15)
    c.ball(oval(352, 388, 12, 16), c.tone(0.1), 0.4)


def pump(c: Canvas) -> None:
    """A cleanser with a pump."""
    _bottle(c, 132 if c.dice.random() < 0.5 else 114, 186)
    c.round(box(214, 132, 52, 34, 5), QColor("#f5f1e8"), 0.15)
    c.round(box(232, 82, 16, 54, 4), QColor("#e6e0d4"), 0.15)
    nozzle = path("M222 66 Q222 54 240 54 L292 56 Q326 58 330 84 L318 86 Q312 76 290 76 L264 82 L222 82 Z")
    c.drop(nozzle, 6, 0.2, 2, 4)
    c.down(nozzle, QColor("#fffdf8"), QColor("#cfc7b8"))


def bottle(c: Canvas) -> None:
    """A shampoo bottle with a disc cap."""
    _bottle(c, 96, 150)
    cap = path("M186 96 Q188 84 204 84 L276 84 Q292 84 294 96 L296 148 L184 148 Z")
    c.drop(cap, 6, 0.2, 1, 4)
    c.round(cap, c.dice.choice((BLACK, QColor("#f4efe5"), c.tone(-0.4), WOOD)), 0.15)
    c.line("M188 112 L292 112", alpha(INK, 0.3), 1.6)


def _bottle(c: Canvas, top: float, shoulder: float) -> None:
    c.ground(246, 414, 124, 18, 0.42)
    wide = c.dice.choice((78, 90, 100))
    body = symmetric(
        f"M240 {shoulder - 30} L268 {shoulder - 30} Q{240 + wide} {shoulder - 22} {240 + wide} {shoulder + 26} L{240 + wide} 392 Q{238 + wide} 414 {216 + wide} 414 L240 414"
    )
    c.drop(body, 16, 0.22, 6, 6)
    c.round(body, c.tone(0.02), 0.2)
    c.within(body, lambda: c.fold(f"M{240 - wide} 414 L{240 + wide} 414", 26, 0.24))
    _label(c, 240 - wide * 0.7, 226, wide * 1.4, 132)
    _gloss(c, body, 240 - wide + 17, shoulder + 12, 396, 11)


def lipstick(c: Canvas) -> None:
    """A lipstick drawn out, its cap beside it."""
    c.ground(216, 412, 84, 14, 0.42)
    metal = c.dice.choice((GOLD, BLACK, SILVER, QColor("#e9d3c6")))
    case = box(158, 252, 104, 160, 8)
    c.drop(case, 12, 0.24, 5, 5)
    c.round(case, metal, 0.18)
    c.round(box(168, 196, 84, 62, 4), tone(GOLD if metal != GOLD else SILVER, 0.15), 0.25)
    bullet = path("M178 198 L178 132 Q182 84 232 74 Q242 76 242 96 L242 198 Z")
    c.round(bullet, c.colour, 0.12)
    face = path("M180 132 Q186 86 232 75 Q240 78 240 96 Q216 108 200 136 Q188 142 180 132 Z")
    c.down(face, c.tone(0.4), c.tone(0.06))
    c.line("M158 270 L262 270", alpha(INK, 0.25), 2)
    c.line(oval(210, 336, 16, 16), alpha(WHITE, 0.6), 1.6)
    cap = turned(box(300, 292, 92, 172, 9), 78, 346, 378)
    c.ground(352, 412, 96, 14, 0.36)
    c.drop(cap, 10, 0.24, 3, 5)
    c.cloth(cap, metal)
    c.within(cap, lambda: c.fold("M262 352 L440 324", 18, 0.7, WHITE))
    smear = path("M70 408 C76 384 130 380 138 394 C146 410 90 424 70 408 Z")
    c.cloth(smear, c.colour)


def palette(c: Canvas) -> None:
    """An open palette with its pans and mirror."""
    c.ground(246, 408, 186, 20, 0.4)
    lid = path("M92 236 L388 236 L372 70 Q370 58 358 58 L122 58 Q110 58 108 70 Z")
    shell = c.dice.choice((QColor("#f1e6da"), BLACK, c.tone(-0.4), QColor("#d8b9a8")))
    c.drop(lid, 14, 0.22, 5, 5)
    c.cloth(lid, shell)
    mirror = path("M110 226 L370 226 L357 76 L123 76 Z")
    c.down(mirror, QColor("#f7fbfc"), QColor("#a9bcc6"))
    c.within(mirror, lambda: c.fill(path("M150 60 L230 60 L140 240 L80 240 Z"), alpha(WHITE, 0.5)))
    base = path("M84 242 L396 242 L420 388 Q420 408 400 408 L80 408 Q60 408 60 388 Z")
    c.drop(base, 12, 0.3, 3, 8)
    c.cloth(base, shell)
    hue = c.colour.hslHueF() % 1
    shades = [tone(QColor.fromHslF((hue + turn) % 1, 0.42, light), 0.05) for turn, light in SHADES]
    for n, shade in enumerate(shades):
        row, column = divmod(n, 5)
        pan = box(92 + column * 61 + row * 4 * (2 - column), 260 + row * 70, 52, 58, 8 if shell != BLACK else 26)
        c.fill(pan.translated(0, -2), alpha(INK, 0.4))
        c.down(pan, tone(shade, 0.2), tone(shade, -0.12))
        corner = pan.boundingRect().topLeft()
        c.within(pan, partial(c.glow, corner.x() + 14, corner.y() + 12, 30, WHITE, 0.4))


def compact(c: Canvas) -> None:
    """A cushion compact, open."""
    c.ground(244, 400, 170, 22, 0.42)
    shell = c.dice.choice((QColor("#f4ece2"), c.tone(-0.05), QColor("#e5cfc4"), BLACK))
    lid = oval(240, 164, 126, 116)
    c.drop(lid, 14, 0.22, 5, 5)
    c.ball(lid, shell, 0.1)
    c.down(oval(240, 166, 108, 98), QColor("#f4fafb"), QColor("#9fb5c0"))
    c.within(oval(240, 166, 108, 98), lambda: c.fill(path("M170 60 L230 60 L130 270 L80 270 Z"), alpha(WHITE, 0.5)))
    c.metal(box(210, 268, 60, 18, 5))
    base = oval(240, 338, 140, 66)
    c.drop(base, 12, 0.3, 2, 8)
    c.ball(base.translated(0, 9), tone(shell, -0.22))
    c.ball(base, shell, 0.1)
    c.ball(oval(240, 334, 116, 51), QColor("#e8c6a8"), 0.1)
    puff = path("M190 330 C196 296 318 296 322 326 C322 352 200 356 190 330 Z")
    c.drop(puff, 8, 0.3, 2, 6)
    c.cloth(puff, QColor("#f7efe6"))
    c.line("M212 322 Q256 312 304 322", QColor("#d9a79b"), 7)


def soap(c: Canvas) -> None:
    """A bar of soap, stamped, with a paper band or a second bar."""
    c.ground(244, 384, 180, 26, 0.4)
    if c.dice.random() < 0.5:
        under = path(
            "M96 330 Q96 312 116 310 L370 300 Q392 300 394 320 L396 362 Q396 382 374 384 L116 388 Q98 388 97 368 Z"
        )
        c.drop(under, 12, 0.24, 4, 6)
        c.cloth(under, c.tone(-0.16), 1.2)
    bar = path(
        "M92 250 Q96 226 130 218 L318 190 Q350 188 366 206 L396 250 Q400 262 396 280 L390 322 Q386 338 364 342 L130 352 Q104 352 100 330 Z"
    )
    face = path("M94 250 Q98 230 130 222 L318 194 Q346 192 360 208 L390 250 Q396 264 372 268 L128 290 Q92 290 94 250 Z")
    c.drop(bar, 12, 0.26, 4, 8)
    c.cloth(bar, c.tone(-0.1), 1.2)
    c.down(face, c.tone(0.42), c.tone(0.08))
    c.line(face, alpha(WHITE, 0.5), 2)
    for _ in range(26):
        x, y = c.dice.uniform(130, 360), c.dice.uniform(214, 330)
        c.fill(oval(x, y, c.dice.uniform(1, 2.6), c.dice.uniform(1, 2)), alpha(c.tone(-0.5), 0.25))
    if c.dice.random() < 0.55:
        band = path("M186 214 L272 201 L298 276 L296 345 L206 349 L208 283 Z")
        c.drop(band, 5, 0.2, 1, 3)
        c.down(band, QColor("#fbf6ea"), QColor("#dccfb8"))
        c.line("M226 238 L270 232 M232 252 L264 248", alpha(INK, 0.5), 2.2)
        return
    stamp = path("M240 224 Q214 236 236 262 Q276 250 262 226 Q252 220 240 224 Z M238 262 Q246 244 254 230")
    c.line(stamp.translated(0, 1.4), alpha(WHITE, 0.7), 3)
    c.line(stamp, alpha(c.tone(-0.6), 0.5), 2.4)
