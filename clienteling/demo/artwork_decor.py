"""Drawings of vases, candles and diffusers."""

from __future__ import annotations

from PySide6.QtGui import QColor

from clienteling.demo.artwork_beauty import GOLD, SILVER, WOOD
from clienteling.demo.artwork_fabric import fabric
from clienteling.demo.artwork_paint import WHITE, Canvas, alpha, box, oval, path, symmetric, tone
from clienteling.demo.artwork_table import glaze, streak


def vase(c: Canvas) -> None:
    """Moon jar, cylinder, bottle, sculptural; some with a branch."""
    outlines = {
        "moon": "M240 142 L276 142 L280 158 C362 182 378 270 354 326 Q330 384 288 398 L240 400",
        "cylinder": "M240 136 L306 136 L312 390 Q306 400 290 400 L240 400",
        "bottle": "M240 104 L258 104 Q270 106 262 118 C256 176 262 216 296 242 Q338 276 332 336 Q326 392 288 400 L240 400",
        "sculptural": "M240 120 L284 120 Q296 150 276 180 Q262 206 316 228 Q356 262 316 304 Q282 330 304 358 Q322 390 286 400 L240 400",
    }
    key = next((word for word in outlines if word in c.words), "bottle")
    body = symmetric(outlines[key])
    c.ground(242, 402, 140, 20, 0.44)
    top = {"moon": (142, 36), "cylinder": (136, 66), "bottle": (104, 19), "sculptural": (120, 44)}[key]
    if c.dice.random() < 0.65:
        _branch(c, top[0])
    c.drop(body, 16, 0.2, 7, 6)
    if "glass" in c.words:
        c.down(body, alpha(tone(c.colour, 0.6), 0.8), alpha(c.tone(0.1), 0.85))
        c.within(body, lambda: c.rim(body, 0.2, 18))
        c.line(body, alpha(c.tone(-0.4), 0.4), 1.5)
    else:
        c.round(body, c.colour, 0.08)
        c.within(body, lambda: c.fold("M130 404 L350 404", 40, 0.24))
        fabric(c, body)
        glaze(c, body, 280)
    streak(c, body, "M180 236 Q166 290 190 356" if key != "cylinder" else "M192 150 L190 380", 13)
    c.down(oval(240, top[0], top[1], top[1] * 0.2), c.tone(-0.6), c.tone(-0.3))
    c.line(oval(240, top[0], top[1], top[1] * 0.2), c.tone(0.3), 2.6)


def _branch(c: Canvas, top: float) -> None:
    leaf = c.dice.choice(
        (QColor("#6f8a5f"), QColor("#8ea37c"), QColor("#c98f7c"), QColor("#d8b26a"), QColor("#a9b9a0"))
    )
    for lean, high in ((-58, 84), (46, 96), (4, 74)):
        tip_x, tip_y = 240 + lean, max(20, top - high)
        c.line(f"M240 {top + 30} Q{240 + lean * 0.3} {top - high * 0.5} {tip_x} {tip_y}", QColor("#6b5a44"), 2.6)
        for n in range(5):
            share = 0.3 + n * 0.17
            x, y = 240 + lean * share * 0.86, top + 20 - (top - tip_y + 20) * share
            side = 1 if n % 2 else -1
            shape = path(
                f"M{x} {y} Q{x + 17 * side} {y - 18} {x + 31 * side} {y - 9} Q{x + 19 * side} {y + 7} {x} {y} Z"
            )
            c.down(shape, tone(leaf, 0.3), tone(leaf, -0.2))


def candle(c: Canvas) -> None:
    """In a glass, or pillars."""
    c.ground(240, 404, 146, 20, 0.42)
    if "pillar" in c.words:
        for x, top, half in ((300, 226, 44), (180, 166, 54)):
            body = path(f"M{x - half} {top} L{x - half} 394 Q{x} 412 {x + half} 394 L{x + half} {top} Z")
            c.drop(body, 12, 0.2, 5, 5)
            c.round(body, c.tone(0.2), 0.06)
            c.down(oval(x, top, half, half * 0.25), c.tone(0.6), c.tone(0.3))
            _flame(c, x, top)
        return
    body = path("M136 186 L142 380 Q144 404 170 404 L310 404 Q336 404 338 380 L344 186 Z")
    c.drop(body, 16, 0.2, 6, 6)
    c.round(body, c.tone(0.04), 0.2)
    c.within(body, lambda: c.glow(240, 220, 120, QColor("#ffe0a3"), 0.65))
    paper = box(178, 262, 124, 96, 4)
    c.down(paper, QColor("#fffdf7"), QColor("#e9e0d0"))
    c.line("M204 288 L276 288", QColor("#4a4038"), 3)
    c.line("M214 308 L266 308 M222 324 L258 324", alpha(QColor("#4a4038"), 0.5), 1.8)
    c.line(box(184, 268, 112, 84, 3), alpha(GOLD, 0.9), 1.2)
    streak(c, body, "M160 200 L166 384", 11)
    c.down(oval(240, 186, 104, 23), c.tone(0.45), c.tone(-0.1))
    c.down(oval(240, 190, 94, 18), QColor("#fff6df"), QColor("#e8cf9f"))
    _flame(c, 240, 190)


def _flame(c: Canvas, x: float, y: float) -> None:
    c.glow(x, y - 34, 86, QColor("#ffd98a"), 0.6)
    c.line(f"M{x} {y + 2} Q{x + 2} {y - 8} {x} {y - 14}", QColor("#3b2d22"), 3)
    c.down(
        path(
            f"M{x} {y - 62} C{x + 17} {y - 36} {x + 14} {y - 10} {x} {y - 10} C{x - 14} {y - 10} {x - 17} {y - 36} {x} {y - 62} Z"
        ),
        QColor("#fff3c4"),
        QColor("#f3a23c"),
    )
    c.fill(
        path(
            f"M{x} {y - 44} C{x + 8} {y - 28} {x + 7} {y - 13} {x} {y - 13} C{x - 7} {y - 13} {x - 8} {y - 28} {x} {y - 44} Z"
        ),
        QColor("#fffbe9"),
    )


def diffuser(c: Canvas) -> None:
    """A bottle with reeds."""
    c.ground(242, 406, 118, 18, 0.42)
    for n in range(6):
        lean = (n - 2.5) * 26
        c.line(f"M240 260 L{240 + lean} {52 + abs(n - 2.5) * 8}", QColor("#8f6c47"), 5)
        c.line(f"M239 260 L{239 + lean} {52 + abs(n - 2.5) * 8}", QColor("#c9a276"), 2)
    square = c.dice.random() < 0.5
    body = (
        box(156, 240, 168, 166, 18)
        if square
        else symmetric("M240 236 L262 236 Q268 256 308 280 Q344 316 322 384 Q312 406 286 406 L240 406")
    )
    c.drop(body, 14, 0.2, 6, 6)
    c.down(body, alpha(WHITE, 0.8), alpha(c.tone(0.35), 0.85))
    c.within(body, lambda: c.down(box(140, 306, 200, 110), alpha(c.tone(0.15), 0.85), alpha(c.tone(-0.2), 0.9)))
    c.within(body, lambda: c.rim(body, 0.18, 18))
    c.round(box(212, 208, 56, 36, 5), c.dice.choice((GOLD, SILVER, WOOD)), 0.2)
    paper = box(196, 312, 88, 62, 3)
    c.down(paper, QColor("#fffdf7"), QColor("#e9e0d0"))
    c.line("M214 332 L266 332 M222 348 L258 348", alpha(QColor("#4a4038"), 0.7), 2.2)
    streak(c, body, "M176 264 L178 390", 8)
