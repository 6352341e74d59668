"""Drawings of trousers, jeans, skirts and dresses."""

from __future__ import annotations

from PySide6.QtGui import QColor

from clienteling.demo.artwork_fabric import fabric
from clienteling.demo.artwork_paint import INK, WHITE, Canvas, alpha, box, mirrored, oval, path, symmetric, tone
from clienteling.demo.artwork_tops import Cut, collar_v, garment


def trousers(c: Canvas) -> None:
    """Tailored legs: wide, tapered, straight, pleated."""
    foot = 92 if "wide" in c.words else 46 if "tapered" in c.words else 64
    _legs(c, foot, 100 if "wide" in c.words else 88)
    c.twice(lambda: c.seam("M286 92 Q316 118 324 150", 0.45))
    out = 240 + (70 if "wide" in c.words else 56)
    c.twice(lambda: c.fold(f"M284 120 Q{out - 12} 260 {out} 424", 7, 0.3))
    c.twice(lambda: c.fold(f"M278 120 Q{out - 20} 260 {out - 8} 424", 9, 0.22, WHITE))
    if "pleated" in c.words:
        c.twice(lambda: c.fold("M266 92 Q268 130 262 178", 8, 0.34))
        c.twice(lambda: c.fold("M292 92 Q294 122 292 150", 7, 0.3))
    c.button(240, 76, 5, tone(c.colour, -0.4))


def jeans(c: Canvas) -> None:
    """Denim with its orange thread."""
    foot = 88 if "wide" in c.words else 44 if "slim" in c.words else 62
    _legs(c, foot, 94)
    thread = QColor("#d59a52")
    c.twice(lambda: c.seam("M270 90 Q284 128 328 124", 0.5))
    c.twice(lambda: c.stitch("M274 92 Q290 122 328 118", thread))
    c.stitch("M252 90 Q254 140 241 166", thread)
    c.stitch("M150 88 Q240 96 330 88", thread)
    c.twice(lambda: c.glow(284, 250, 58, WHITE, 0.26))
    c.twice(lambda: c.fold("M250 188 Q276 184 306 196", 6, 0.24, WHITE))
    c.metal(oval(240, 76, 6, 6))
    hem = 240 + foot
    c.twice(lambda: c.stitch(f"M{hem - 40} 414 L{hem + 22} 412", thread))


def _legs(c: Canvas, foot: float, hip: float) -> None:
    knee = (foot + hip) / 2 - 4
    leg = path(
        f"M240 64 L312 60 L318 88 C332 140 {240 + hip + 6} 170 {240 + knee + 14} 260"
        f" L{240 + foot + 24} 424 Q{240 + foot - 4} 434 {240 + foot - 34} 428 C{262 + foot * 0.1} 320 256 230 240 176 Z"
    )
    whole = leg.united(mirrored(leg))
    c.drop(whole)
    for side in (mirrored(leg), leg):
        c.cloth(side)
        fabric(c, side)
    c.line("M240 90 Q244 130 240 178", alpha(INK, 0.34), 2)
    band = symmetric("M240 66 Q280 66 313 60 L319 88 Q280 95 240 95")
    c.cloth(band, c.tone(0.03), 0.5)
    c.seam("M161 89 Q240 98 319 89", 0.4)
    for x in (190, 284):
        loop = box(x, 58, 8, 38, 3)
        c.drop(loop, 3, 0.2, 1, 1)
        c.cloth(loop, c.tone(0.05), 0.3)


def skirt(c: Canvas) -> None:
    """Skirts: pleated, midi, A-line, pencil."""
    hem = 74 if "pencil" in c.words else 150 if "pleated" in c.words else 128
    low = 400 if c.words & {"midi", "pleated"} else 372
    hip = 84 if "pencil" in c.words else 92
    shape = symmetric(
        f"M240 92 Q280 92 302 86 C{240 + hip} 140 {240 + hip + 4} 180 {240 + hem} {low} Q{240 + hem * 0.5} {low + 22} 240 {low + 20}"
    )
    c.drop(shape)
    c.cloth(shape)
    fabric(c, shape)
    count = 11 if "pleated" in c.words else 5
    c.within(shape, lambda: _pleats(c, count, hem, low))
    band = symmetric("M240 72 Q280 72 302 66 L303 90 Q280 98 240 98")
    c.drop(band, 5, 0.18, 0, 4)
    c.cloth(band, c.tone(-0.04), 0.5)
    if "denim" in c.words:
        c.stitch(f"M240 100 L240 {low + 10}", QColor("#d59a52"))
        c.metal(oval(240, 83, 5, 5))
    if "pencil" in c.words:
        c.line(f"M274 {low - 96} L282 {low + 12}", alpha(INK, 0.45), 2)


def _pleats(c: Canvas, count: int, hem: float, low: float) -> None:
    sharp = count > 6
    for n in range(count):
        x = (n + 0.5) / count * 2 - 1
        c.fold(
            f"M{240 + x * 62} 94 Q{240 + x * 88} 200 {240 + x * hem} {low + 24}",
            12 if sharp else 20,
            0.34 if sharp else 0.2,
        )
        c.fold(f"M{246 + x * 62} 94 Q{249 + x * 88} 200 {251 + x * hem} {low + 24}", 9, 0.22, WHITE)


def dress(c: Canvas) -> None:
    """Dresses: wrap, shirt, slip, A-line, floral."""
    if "slip" in c.words:
        _slip(c)
        return
    sleeves = c.dice.choice((120, 120, 214))
    wide = 126 if c.words & {"a-line", "floral", "wrap"} else 100
    cut = Cut(62, 34, 14, 84, 74, 60, wide, 346, 30 if sleeves < 150 else 46, sleeves, 46 if sleeves < 150 else 24)
    body = garment(c, cut)
    c.within(body, lambda: _skirt_folds(c, wide))
    if "wrap" in c.words:
        collar_v(c, cut, 128, 40, QColor("#c9a18f"))
        c.line("M240 190 Q300 300 296 416", alpha(c.tone(-0.7), 0.45), 2)
        _sash(c, 214)
    elif "shirt" in c.words:
        collar_v(c, cut, 56, 44, tone(c.colour, -0.3))
        for n in range(7):
            c.button(240, 134 + n * 38, 4.8, QColor("#f3ead8"))
        _sash(c, 224)
    else:
        ring = symmetric("M240 76 Q262 75 272 58 L282 62 Q268 90 240 90")
        c.cloth(ring, c.tone(0.06), 0.4)
        c.fold("M182 232 Q240 246 298 232", 8, 0.36)


def _skirt_folds(c: Canvas, wide: float) -> None:
    for x in (-0.8, -0.5, -0.2, 0.15, 0.45, 0.75):
        c.fold(f"M{240 + x * 54} 236 Q{240 + x * 70} 320 {240 + x * wide} 424", 17, 0.26)
        c.fold(f"M{249 + x * 54} 236 Q{252 + x * 70} 320 {255 + x * wide} 424", 14, 0.22, WHITE)


def _sash(c: Canvas, y: float) -> None:
    band = path(f"M178 {y} Q240 {y + 12} 302 {y} L303 {y + 18} Q240 {y + 30} 177 {y + 18} Z")
    ends = (path(f"M282 {y + 14} Q306 {y + 60} 296 {y + 118} L312 {y + 116} Q322 {y + 60} 294 {y + 10} Z"),
            path(f"M280 {y + 12} Q284 {y + 66} 272 {y + 100} L288 {y + 104} Q300 {y + 60} 292 {y + 12} Z"))  # fmt: skip
    for part in (*ends, band, oval(286, y + 11, 12, 11)):
        c.drop(part, 5, 0.22, 1, 4)
        c.cloth(part, c.tone(-0.06), 0.7)


def _slip(c: Canvas) -> None:
    c.line("M196 40 L202 116 M284 40 L278 116", tone(c.colour, -0.2), 4)
    shape = symmetric(
        "M240 142 Q262 120 280 104 Q298 118 308 152 C300 190 292 206 294 226 C300 270 340 350 346 424 Q300 442 240 440"
    )
    back = symmetric("M240 118 Q280 118 304 146 L240 160")
    c.drop(shape)
    c.fill(back, tone(c.colour, -0.42))
    c.cloth(shape)
    fabric(c, shape)
    c.within(shape, lambda: _skirt_folds(c, 110))
    c.line("M172 152 Q182 118 200 104 Q218 120 240 142 Q262 120 280 104 Q298 118 308 152", alpha(c.tone(0.5), 0.8), 3)
    c.within(shape, lambda: c.fold("M204 120 Q214 190 206 260", 22, 0.3, WHITE))
