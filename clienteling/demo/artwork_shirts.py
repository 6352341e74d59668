"""Drawings of knitwear, shirts, blouses and T-shirts."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QColor

from clienteling.demo.artwork_fabric import cords, fabric
from clienteling.demo.artwork_paint import INK, WHITE, Canvas, alpha, mirrored, oval, path, symmetric, tone
from clienteling.demo.artwork_tops import Cut, garment, sleeve, torso


def knit(c: Canvas) -> None:
    """Pullovers: crew, V, roll-neck, half-zip, cable, ribbed."""
    loose = c.dice.choice((0, 6, 12))
    cut = Cut(112, 38, 20, 98 + loose, 92 + loose, 90 + loose, 88 + loose, 218 + loose, 40, 216, 30)
    body = garment(c, cut)
    c.within(body, lambda: _stitches(c, cut))
    _cuffs(c, cut)
    if "cable" in c.words:
        c.within(body, lambda: _cables(c, cut))
    t = cut.top
    if "roll-neck" in c.words:
        _roll(c, t)
    elif "v-neck" in c.words:
        _v_neck(c, t, 74)
    else:
        _crew(c, t)
    if "half-zip" in c.words:
        c.line(f"M240 {t + 6} L240 {t + 96}", alpha(INK, 0.55), 5)
        c.line(f"M240 {t + 6} L240 {t + 96}", QColor("#c9c4b8"), 1.8)
        c.metal(oval(240, t + 100, 4, 7), gold=False)


def _stitches(c: Canvas, cut: Cut) -> None:
    for n in range(int(cut.length / 7)):
        y = cut.top + n * 7
        c.line(f"M130 {y} Q240 {y + 7} 350 {y}", alpha(c.tone(-0.8), 0.06), 1.6)


def _cuffs(c: Canvas, cut: Cut) -> None:
    low = cut.top + cut.length
    band = path(
        f"M{240 - cut.hem - 4} {low - 24} Q240 {low - 13} {240 + cut.hem + 4} {low - 24} L{240 + cut.hem + 6} {low + 16} L{240 - cut.hem - 6} {low + 16} Z"
    )
    c.within(torso(cut), lambda: c.within(band, lambda: cords(c, band, c.colour)))
    c.within(
        torso(cut), lambda: c.fold(f"M{240 - cut.hem} {low - 24} Q240 {low - 13} {240 + cut.hem} {low - 24}", 7, 0.3)
    )
    wrist = path(
        f"M{200 + cut.shoulder} {cut.top + cut.sleeve - 30} L420 {cut.top + cut.sleeve - 40} L420 {cut.top + cut.sleeve + 20} L240 {cut.top + cut.sleeve + 20} Z"
    )
    for arm, edge in ((sleeve(cut), wrist), (mirrored(sleeve(cut)), mirrored(wrist))):
        c.within(arm, partial(c.within, edge, partial(cords, c, edge, c.colour)))


def _cables(c: Canvas, cut: Cut) -> None:
    for x in (186, 240, 294):
        c.fold(f"M{x - 17} {cut.top} L{x - 17} {cut.top + cut.length}", 5, 0.3)
        c.fold(f"M{x + 17} {cut.top} L{x + 17} {cut.top + cut.length}", 5, 0.3)
        for n in range(int(cut.length / 30)):
            y = cut.top + 8 + n * 30
            c.line(f"M{x - 9} {y} C{x - 9} {y + 16} {x + 9} {y + 14} {x + 9} {y + 30}", alpha(c.tone(-0.7), 0.4), 7)
            c.line(f"M{x - 9} {y} C{x - 9} {y + 16} {x + 9} {y + 14} {x + 9} {y + 30}", c.tone(0.07), 4.4)
            c.line(
                f"M{x + 9} {y} C{x + 9} {y + 12} {x + 5} {y + 12} {x + 3} {y + 13} M{x - 3} {y + 18} Q{x - 9} {y + 20} {x - 9} {y + 30}",
                c.tone(0.04),
                4.4,
            )


def _roll(c: Canvas, t: float) -> None:
    neck = symmetric(f"M240 {t - 40} Q270 {t - 42} 274 {t - 32} L282 {t + 8} Q264 {t + 24} 240 {t + 24}")
    c.drop(neck, 8, 0.24, 1, 5)
    c.cloth(neck, c.tone(0.05))
    c.within(neck, lambda: cords(c, neck, c.colour))
    c.fill(oval(240, t - 35, 32, 8), c.tone(-0.5))
    c.fold(f"M202 {t - 10} Q240 {t + 4} 278 {t - 10}", 8, 0.3)


def _crew(c: Canvas, t: float) -> None:
    ring = symmetric(f"M240 {t + 14} Q262 {t + 13} 274 {t - 6} L288 {t + 1} Q270 {t + 31} 240 {t + 31}")
    c.drop(ring, 4, 0.2, 0, 3)
    c.cloth(ring, c.tone(0.03), 0.5)
    c.within(ring, lambda: cords(c, ring, c.colour))


def _v_neck(c: Canvas, t: float, deep: float) -> None:
    c.down(symmetric(f"M240 {t - 6} L276 {t - 4} L240 {t + deep}"), c.tone(-0.62), c.tone(-0.4))
    c.line(path(f"M202 {t - 2} L240 {t + deep} L278 {t - 2}"), c.tone(-0.12), 13)
    c.line(path(f"M202 {t - 2} L240 {t + deep} L278 {t - 2}"), alpha(WHITE, 0.16), 5)


def cardigan(c: Canvas) -> None:
    """Open-fronted knitwear."""
    short = "cropped" in c.words
    cut = Cut(110, 38, 18, 96, 90, 88, 90, 176 if short else 226, 40, 214, 30)
    body = garment(c, cut)
    low = cut.top + cut.length
    c.within(body, lambda: _stitches(c, cut))
    _cuffs(c, cut)
    if "v-neck" in c.words:
        _v_neck(c, cut.top, 88)
    else:
        _crew(c, cut.top)
    start = cut.top + (88 if "v-neck" in c.words else 30)
    band = path(f"M231 {start} L249 {start} L250 {low + 9} L231 {low + 9} Z")
    c.drop(band, 4, 0.2, 2, 1)
    c.cloth(band, c.tone(0.04), 0.5)
    shade = c.dice.choice((QColor("#e9dcc2"), QColor("#5b4636"), tone(c.colour, -0.4)))
    for n in range(5):
        c.button(240, start + 12 + n * (low - start - 18) / 4.2, 5.4, shade)
    if c.dice.random() < 0.5:
        c.twice(
            lambda: c.line(
                f"M266 {low - 74} L316 {low - 74} L315 {low - 32} L266 {low - 32} Z", alpha(c.tone(-0.7), 0.35), 1.8
            )
        )


def shirt(c: Canvas) -> None:
    """Collared shirts."""
    cut = Cut(98, 34, 10, 98, 90, 86, 90, 262, 38, 240, 28)
    garment(c, cut)
    _placket(c, cut, 7)
    _points(c, cut.top)
    if c.dice.random() < 0.7:
        pocket = path("M270 178 L312 175 L312 216 L291 226 L270 218 Z")
        c.drop(pocket, 4, 0.16, 1, 3)
        c.cloth(pocket, c.tone(0.03), 0.4)
        fabric(c, pocket)
        c.stitch(pocket, alpha(c.tone(-0.5), 0.6), 1.1)
    c.twice(lambda: c.seam(f"M{238 + 98 + 14} 318 Q{240 + 98 + 24} 324 {240 + 98 + 36} 316", 0.4))


def _placket(c: Canvas, cut: Cut, count: int) -> None:
    low = cut.top + cut.length
    c.line(f"M231 {cut.top + 20} L231 {low + 9} M249 {cut.top + 20} L249 {low + 9}", alpha(c.tone(-0.6), 0.32), 1.3)
    for n in range(count):
        c.button(
            240,
            cut.top + 42 + n * (cut.length - 56) / count,
            4.4,
            QColor("#f4efe4") if c.light() < 0.8 else QColor("#d8cfbf"),
        )


def _points(c: Canvas, t: float) -> None:
    c.fill(oval(240, t + 3, 34, 12), c.tone(-0.42))
    point = path(f"M240 {t + 26} L270 {t - 12} Q284 {t - 4} 288 {t + 12} L268 {t + 48} Z")
    for side in (point, mirrored(point)):
        c.drop(side, 6, 0.2, 1, 4)
        c.cloth(side, c.tone(0.08), 0.5)
        c.stitch(side, alpha(c.tone(-0.5), 0.4), 1.0)


def blouse(c: Canvas) -> None:
    """Soft shirts: with a tie, gathered, or plain."""
    cut = Cut(106, 36, 18, 90, 82, 80, 96, 226, 56, 214, 20)
    body = garment(c, cut)
    c.within(
        body,
        lambda: c.folds([f"M{x} 150 Q{x + 5} 240 {x + (x - 240) * 0.2} 340" for x in range(176, 320, 26)], 9, 0.16),
    )
    c.twice(lambda: c.cloth(path("M372 312 Q382 304 388 316 L390 338 Q378 344 368 336 Z"), c.tone(0.04), 0.6))
    if "tie" in c.words:
        _bow(c)
    elif "gathered" in c.words:
        ring = symmetric("M240 116 Q264 115 276 98 L292 106 Q272 140 240 140")
        c.cloth(ring, c.tone(0.05), 0.5)
        c.twice(lambda: c.folds([f"M{x} 136 L{x + 8} 176" for x in (244, 256, 268, 280)], 5, 0.28))
    else:
        _placket(c, cut, 6)
        _points(c, cut.top)


def _bow(c: Canvas) -> None:
    ring = symmetric("M240 114 Q264 113 276 96 L290 104 Q270 136 240 134")
    c.cloth(ring, c.tone(0.05), 0.5)
    tails = (
        path("M236 140 Q214 190 196 236 L226 244 Q238 190 244 142 Z"),
        path("M242 140 Q262 196 268 258 L296 250 Q284 190 250 138 Z"),
    )
    loops = (path("M240 138 Q196 104 180 132 Q182 162 240 140 Z"), path("M240 138 Q286 106 300 134 Q296 164 240 140 Z"))
    for part in (*tails, *loops):
        c.drop(part, 6, 0.2, 1, 5)
        c.cloth(part, c.tone(0.06), 0.8)
        fabric(c, part)
    c.cloth(oval(240, 139, 11, 12), c.tone(-0.03))


def tee(c: Canvas) -> None:
    """T-shirts."""
    cut = Cut(112, 40, 22, 104, 94, 92, 94, 232, 34, 118, 58)
    body = garment(c, cut)
    ring = symmetric("M240 132 Q266 131 278 108 L288 112 Q274 144 240 145")
    c.cloth(ring, c.tone(0.03), 0.5)
    c.within(body, lambda: c.stitch("M140 334 Q240 348 340 334", alpha(c.tone(-0.5), 0.4), 1.2))
    if "pocket" in c.words:
        pocket = path("M270 186 L314 184 L314 222 L292 234 L270 224 Z")
        c.drop(pocket, 4, 0.16, 1, 3)
        c.cloth(pocket, c.tone(0.02), 0.4)
        c.stitch(pocket, alpha(c.tone(-0.5), 0.5), 1.1)
