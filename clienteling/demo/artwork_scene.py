"""What stands behind and under a drawn product: soft backdrops chosen to suit its colour; knows no product."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QColor, QLinearGradient

from clienteling.demo.artwork_paint import SIDE, WHITE, Canvas, alpha, box, mix, oval, path, tone

# name, top, bottom
_BACKDROPS = (
    ("#f6ecdc", "#e2cdaf"), ("#e9f0f4", "#c5d5e0"), ("#eaf0e4", "#c8d8bf"), ("#fae9e3", "#eec5b9"), ("#efe9f5", "#d0c4e3"),
    ("#f3f1ec", "#d9d3c8"), ("#fcf3d8", "#efd896"), ("#e0eeec", "#b2d1cc"), ("#f4e0d2", "#dbb095"), ("#e7e9ee", "#c3c8d4"),
    ("#c9d6d3", "#8fada8"), ("#c8d0de", "#8b9cb8"), ("#d9c3c9", "#b08f9b"), ("#e8cfa0", "#cfa35c"), ("#cdd3c0", "#98a585"),
    ("#e2b9a3", "#bd8266"),
)  # fmt: skip


def backdrop(c: Canvas, standing: bool) -> None:
    """The wall, what is on it, and for standing things the floor."""
    top, bottom = _suited(c)
    ramp = QLinearGradient(60, 0, SIDE - 60, SIDE)
    ramp.setColorAt(0, top)
    ramp.setColorAt(1, bottom)
    c.p.fillRect(0, 0, SIDE, SIDE, QBrush(ramp))
    c.glow(150, 110, 330, WHITE, 0.42)
    scene = c.dice.choice((_plain, _arch, _disc, _window, _plain, _split))
    scene(c, top, bottom)
    if standing:
        _floor(c, top, bottom)


def _suited(c: Canvas) -> tuple[QColor, QColor]:
    """A backdrop that differs enough from the product in lightness or hue."""
    apart = []
    for pair in _BACKDROPS:
        top, bottom = QColor(pair[0]), QColor(pair[1])
        middle = mix(top, bottom, 0.5)
        gap = abs(middle.redF() - c.colour.redF()) + abs(middle.greenF() - c.colour.greenF())
        gap += abs(middle.blueF() - c.colour.blueF())
        apart.append((gap, pair[0], pair[1]))
    enough = [row for row in apart if row[0] > 0.55] or sorted(apart)[-4:]
    _, first, second = c.dice.choice(enough)
    return QColor(first), QColor(second)


def _plain(c: Canvas, top: QColor, bottom: QColor) -> None:
    c.glow(330, 420, 260, tone(bottom, -0.12), 0.25)


def _arch(c: Canvas, top: QColor, bottom: QColor) -> None:
    x = c.dice.choice((70, 96, 118))
    arch = path(f"M{x} 500 L{x} 230 C{x} 20 {480 - x} 20 {480 - x} 230 L{480 - x} 500 Z")
    c.drop(arch, 14, 0.10, -5, 4)
    c.down(arch, mix(top, bottom, 0.55), mix(tone(bottom, -0.06), top, 0.1))


def _disc(c: Canvas, top: QColor, bottom: QColor) -> None:
    x, r = c.dice.choice((175, 240, 300)), c.dice.choice((150, 172, 190))
    c.down(oval(x, 220, r, r), tone(top, 0.55), mix(top, bottom, 0.6))


def _window(c: Canvas, top: QColor, bottom: QColor) -> None:
    for left in (40, 150, 260):
        beam = path(f"M{left} 0 L{left + 84} 0 L{left + 244} 480 L{left + 150} 480 Z")
        c.down(beam, alpha(WHITE, 0.34), alpha(WHITE, 0.04))


def _split(c: Canvas, top: QColor, bottom: QColor) -> None:
    y = c.dice.choice((250, 290, 200))
    c.down(path(f"M0 {y + 60} L480 {y - 70} L480 480 L0 480 Z"), mix(top, bottom, 0.7), tone(bottom, -0.08))


def _floor(c: Canvas, top: QColor, bottom: QColor) -> None:
    shelf = box(-10, 372, 500, 130)
    c.down(shelf, mix(top, bottom, 0.35), tone(bottom, -0.1))
    c.fill(box(-10, 371, 500, 1.6), alpha(WHITE, 0.45))
    ramp = QLinearGradient(0, 330, 0, 372)
    ramp.setColorAt(0, alpha(tone(bottom, -0.5), 0))
    ramp.setColorAt(1, alpha(tone(bottom, -0.5), 0.14))
    c.p.fillRect(0, 330, SIDE, 42, QBrush(ramp))
