"""Drawings of boots, sneakers, loafers and pumps, seen from the side, a second one behind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QPainterPath

from clienteling.demo.artwork_fabric import fabric
from clienteling.demo.artwork_paint import INK, WHITE, Canvas, alpha, box, oval, path, tone


def _pair(c: Canvas, ground: float, paint: Callable[[], None]) -> None:
    """The other shoe behind and a little to the right, then this one."""
    c.ground(262, ground, 205, 22, 0.42)
    c.p.save()
    c.p.translate(50, -30)
    c.p.scale(0.93, 0.93)
    paint()
    c.p.restore()
    c.ground(226, ground + 4, 190, 15, 0.34)
    c.p.save()
    c.p.translate(-16, 6)
    paint()
    c.p.restore()


def _upper(c: Canvas, shape: QPainterPath, colour: QColor | None = None) -> None:
    c.cloth(shape, colour, 1.1)
    fabric(c, shape, colour)


def _sole(c: Canvas, shape: QPainterPath, colour: QColor) -> None:
    c.down(shape, tone(colour, 0.15), tone(colour, -0.25))
    c.line(shape, alpha(INK, 0.25), 1)


def boots(c: Canvas) -> None:
    """Chelsea, ankle, tall, lace-up, chukka."""
    tall = 92 if "tall" in c.words else 208 if "chukka" in c.words else 158
    _pair(c, 396, lambda: _boot(c, tall))


def _boot(c: Canvas, top: float) -> None:
    heel = (
        path("M98 352 L172 352 L168 398 L104 398 Z")
        if c.words & {"ankle", "tall"}
        else path("M98 366 L176 366 L174 398 L100 398 Z")
    )
    _sole(c, heel, QColor("#3a2a22"))
    _sole(
        c,
        path("M98 356 Q150 362 190 372 L366 374 Q392 374 390 388 Q388 398 360 398 L200 396 Q176 384 150 378 L98 376 Z"),
        QColor("#46342a"),
    )
    shape = path(
        f"M108 {top} Q164 {top - 10} 214 {top} C212 {top + 60} 214 262 232 282 C270 300 340 306 372 338 Q394 358 388 378 L200 380 Q150 366 98 362 C92 320 112 280 110 {top + 70} Z"
    )
    _upper(c, shape)
    c.within(shape, lambda: _boot_lines(c, top))
    c.fill(oval(161, top + 1, 52, 8), c.tone(-0.62))
    if "chelsea" in c.words:
        elastic = path(
            f"M146 {top + 4} L188 {top + 2} Q184 {top + 62} 196 296 Q166 304 150 288 Q158 {top + 70} 146 {top + 4} Z"
        )
        c.down(elastic, c.tone(-0.35), c.tone(-0.6))
        c.within(
            elastic,
            lambda: c.lines([f"M{x} {top} L{x + 8} 310" for x in range(142, 204, 5)], alpha(WHITE, 0.10), 1.4),
        )
        tab = path(f"M104 {top + 12} Q88 {top - 16} 106 {top - 26} Q118 {top - 20} 114 {top + 14} Z")
        c.cloth(tab, c.tone(-0.2), 0.5)
    elif c.words & {"lace-up", "chukka"}:
        _laces(c, 206, top + 22, 236, 288, 6 if top < 190 else 3)
    c.stitch("M250 300 Q256 340 232 376", alpha(c.tone(0.45), 0.5), 1.3)


def _boot_lines(c: Canvas, top: float) -> None:
    c.fold(f"M140 {top} C130 {top + 90} 140 290 130 350", 26, 0.26, WHITE)
    c.fold("M196 268 Q224 300 262 302", 13, 0.34)
    c.fold("M186 286 Q214 316 250 318", 9, 0.2)
    c.fold("M300 322 Q350 330 376 356", 20, 0.3, WHITE)
    c.seam("M104 318 Q138 308 152 340 Q156 356 152 366", 0.4)


def _laces(c: Canvas, x1: float, y1: float, x2: float, y2: float, count: int) -> None:
    lace = QColor("#f6f2e8") if c.light() < 0.8 else QColor("#8b8378")
    for n in range(count):
        share = (n + 0.4) / count
        x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
        c.line(f"M{x - 26} {y + 7} Q{x - 6} {y - 7} {x + 9} {y + 1}", alpha(INK, 0.35), 6)
        c.line(f"M{x - 26} {y + 5} Q{x - 6} {y - 9} {x + 9} {y - 1}", lace, 4)
        c.metal(oval(x - 27, y + 6, 3.2, 3.2))


def sneakers(c: Canvas) -> None:
    """Running, court, high-top, everyday."""
    _pair(c, 392, lambda: _sneaker(c, "high-top" in c.words, "running" in c.words))


def _sneaker(c: Canvas, high: bool, running: bool) -> None:
    top = 176 if high else 238
    sole = (
        path("M70 346 Q110 340 160 348 Q240 362 320 350 Q370 346 412 352 Q420 384 384 392 L104 394 Q66 390 70 346 Z")
        if running
        else path("M78 350 L402 352 Q412 352 410 372 Q408 392 386 392 L96 392 Q80 392 78 372 Z")
    )
    shape = path(
        f"M86 356 C76 320 92 300 88 {top + 26} Q88 {top} 108 {top - 4} Q140 {top + 30} 172 {top - 2} L190 {top - 12} C214 {top + 30} 250 286 308 300 C356 308 396 320 406 356 Z"
    )
    _upper(c, shape)
    _sole(c, sole, QColor("#fbf8f1"))
    c.within(sole, lambda: c.fold("M70 394 L410 394", 18, 0.22))
    if running:
        c.line("M76 372 Q160 362 240 376 Q320 386 410 370", alpha(c.tone(-0.1), 0.9), 4)
    else:
        c.stitch("M84 360 L404 362", alpha(INK, 0.3), 1.2)
    accent = c.dice.choice((c.tone(-0.45), c.tone(0.55), QColor("#d99a52"), QColor("#35506b")))
    c.within(shape, lambda: _sneaker_parts(c, top, accent, running))
    c.fill(path(f"M108 {top - 2} Q140 {top + 30} 172 {top - 2} Q140 {top + 8} 108 {top - 2} Z"), c.tone(-0.55))
    tongue = path(f"M170 {top - 2} Q186 {top - 36} 206 {top - 26} L214 {top + 18} L192 {top + 12} Z")
    c.cloth(tongue, c.tone(0.12), 0.6)
    _laces(c, 208, top + 18, 278, 296, 6 if high else 4)


def _sneaker_parts(c: Canvas, top: float, accent: QColor, running: bool) -> None:
    toe = path("M330 300 Q326 330 338 362 L420 362 L410 320 Z")
    c.cloth(toe, c.tone(-0.12 if running else 0.25), 0.7)
    heel = path(f"M70 {top + 40} Q126 {top + 46} 134 362 L70 362 Z")
    c.cloth(heel, accent, 0.8)
    c.stitch(f"M84 {top + 46} Q120 {top + 52} 128 356", alpha(WHITE, 0.7), 1.3)
    if running:
        c.line("M146 352 Q210 340 262 296", accent, 13)
        c.line("M170 356 Q236 340 288 306", accent, 8)
        for n in range(9):
            c.fill(oval(318 + n % 5 * 10, 318 + n // 5 * 10, 2, 2), alpha(INK, 0.3))
    else:
        c.seam("M150 356 Q160 300 206 286", 0.4)
        c.stitch("M156 356 Q168 306 210 292", alpha(c.tone(-0.5), 0.5))
    c.fold("M110 260 Q160 300 300 312", 20, 0.18, WHITE)


def loafers(c: Canvas) -> None:
    """Penny, tassel, snaffle, soft."""
    _pair(c, 372, lambda: _loafer(c))


def _loafer(c: Canvas) -> None:
    _sole(c, path("M84 348 L166 352 L164 378 L88 378 Z"), QColor("#3d2c22"))
    _sole(
        c,
        path("M84 342 Q150 352 190 360 L380 362 Q408 362 404 372 Q400 380 370 380 L190 378 Q160 366 84 362 Z"),
        QColor("#5a4232"),
    )
    shape = path(
        "M84 346 C74 306 78 268 90 252 Q108 246 120 258 Q170 292 226 262 C280 276 366 300 396 334 Q410 352 396 366 L200 366 Q140 350 84 346 Z"
    )
    _upper(c, shape)
    c.fill(path("M92 254 Q110 246 122 260 Q172 294 226 264 Q172 278 130 258 Q108 240 92 254 Z"), c.tone(-0.6))
    c.within(shape, lambda: c.fold("M300 306 Q366 320 392 346", 22, 0.34, WHITE))
    c.within(shape, lambda: c.fold("M100 280 Q104 320 110 340", 18, 0.24, WHITE))
    c.seam("M230 276 Q320 288 358 322 Q330 338 250 318", 0.55)
    c.stitch("M234 282 Q316 292 350 322 Q326 332 252 312", alpha(c.tone(0.4), 0.6))
    strap = path("M196 280 Q226 262 250 268 L290 326 Q270 350 240 364 L206 364 Q250 330 196 280 Z")
    c.drop(strap, 6, 0.26, 0, 4)
    c.cloth(strap, c.tone(-0.06), 0.8)
    if "penny" in c.words:
        c.fill(path("M232 298 L256 294 L264 312 L246 316 Z"), c.tone(-0.65))
    elif "snaffle" in c.words:
        c.line("M216 312 L272 300", QColor("#8a6a2c"), 7)
        c.line("M216 311 L272 299", QColor("#e8c878"), 4)
        c.metal(oval(218, 312, 8, 10))
        c.metal(oval(270, 300, 8, 10))
    elif "tassel" in c.words:
        for x in (238, 254):
            tassel = path(f"M{x} 296 Q{x + 16} 306 {x + 14} 334 L{x - 6} 336 Q{x - 4} 312 {x} 296 Z")
            c.drop(tassel, 3, 0.3, 1, 2)
            c.cloth(tassel, c.tone(0.04), 0.8)


def pumps(c: Canvas) -> None:
    """Stiletto, block heel, slingback."""
    _pair(c, 388, lambda: _pump(c))


def _pump(c: Canvas) -> None:
    block = "block" in c.words
    heel = (
        path("M96 236 L150 258 L146 392 L106 392 Z")
        if block
        else path("M92 232 Q118 262 128 262 Q112 320 114 392 L104 392 Q98 300 92 232 Z")
    )
    _upper(c, heel, c.tone(-0.1))
    _sole(
        c,
        path(
            "M128 262 Q190 282 236 340 Q260 372 300 380 L386 384 Q398 392 380 394 L286 394 Q244 388 216 352 Q180 300 128 270 Z"
        ),
        QColor("#c59a72"),
    )
    back = "" if "slingback" in c.words else "C84 226 82 200 94 184 Q104 178 110 188 C118 214 138 236 176 250"
    shape = path(
        f"M132 264 {back or 'L168 250'} C214 268 240 316 262 330 Q296 318 312 330 C350 344 388 358 394 376 Q396 388 380 388 L300 388 C256 382 240 350 216 322 Q186 282 132 264 Z"
    )
    if not back:
        c.line("M140 262 Q84 224 96 190 Q128 190 168 240 Q214 280 250 322", c.tone(-0.2), 7)
        c.line("M140 262 Q84 224 96 190 Q128 190 168 240 Q214 280 250 322", c.tone(0.2), 2.5)
        c.metal(box(120, 196, 12, 14, 3))
    _upper(c, shape)
    c.within(shape, lambda: c.fold("M296 342 Q350 350 384 374", 16, 0.42, WHITE))
    c.within(shape, lambda: c.fold("M104 200 Q110 240 150 254", 10, 0.3, WHITE))
    c.line("M176 250 C214 268 240 316 262 330 Q296 318 312 330", alpha(c.tone(-0.6), 0.6), 2.4)
    if c.dice.random() < 0.4:
        bow = path("M300 332 L276 318 Q272 338 280 346 Z M300 332 L326 326 Q330 344 320 350 Z")
        c.drop(bow, 4, 0.25, 0, 3)
        c.cloth(bow, c.tone(0.08), 0.8)
