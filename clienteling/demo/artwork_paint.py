"""Light, shade and line for the drawn product pictures; knows no product."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

SIDE = 480
NO_PEN = Qt.PenStyle.NoPen
_TOKEN = re.compile(r"[MLCQZ]|-?\d+(?:\.\d+)?")
_TAKES = {"M": 2, "L": 2, "C": 6, "Q": 4, "Z": 0}


def path(text: str) -> QPainterPath:
    """A path from absolute SVG commands M, L, C, Q and Z."""
    made = QPainterPath()
    tokens = _TOKEN.findall(text)
    command, at = "M", 0
    while at < len(tokens):
        if tokens[at] in _TAKES:
            command, at = tokens[at], at + 1
        n = [float(token) for token in tokens[at : at + _TAKES[command]]]
        at += _TAKES[command]
        if command == "M":
            made.moveTo(n[0], n[1])
        elif command == "L":
            made.lineTo(n[0], n[1])
        elif command == "C":
            made.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
        elif command == "Q":
            made.quadTo(n[0], n[1], n[2], n[3])
        else:
            made.closeSubpath()
    return made


def mirrored(shape: QPainterPath) -> QPainterPath:
    """The same shape on the other side of the middle."""
    return QTransform(-1, 0, 0, 1, SIDE, 0).map(shape)


def symmetric(text: str) -> QPainterPath:
    """A closed shape from its right half, drawn from the top of the middle to the bottom of the middle."""
    half = path(text)
    whole = QPainterPath(half)
    whole.connectPath(mirrored(half).toReversed())
    whole.closeSubpath()
    return whole


def oval(x: float, y: float, rx: float, ry: float) -> QPainterPath:
    """An ellipse around a middle."""
    made = QPainterPath()
    made.addEllipse(QPointF(x, y), rx, ry)
    return made


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> QPainterPath:
    """A rectangle with round corners."""
    made = QPainterPath()
    made.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return made


def turned(shape: QPainterPath, degrees: float, x: float = 240, y: float = 240) -> QPainterPath:
    """The shape turned around a point."""
    return QTransform().translate(x, y).rotate(degrees).translate(-x, -y).map(shape)


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """`share` of the other colour in the first."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def tone(colour: QColor, by: float) -> QColor:
    """Lighter for positive `by`, deeper and a little cooler for negative."""
    return mix(colour, QColor("#fffaf2"), by) if by >= 0 else mix(colour, QColor("#14101c"), -by)


def alpha(colour: QColor, share: float) -> QColor:
    """The colour with that opacity."""
    made = QColor(colour)
    made.setAlphaF(max(0.0, min(1.0, share)))
    return made


WHITE, INK = QColor("#ffffff"), QColor("#1a1420")


class Canvas:
    """A picture being painted: its main colour, the words of the product's name and its own dice."""

    def __init__(self, colour: str, words: frozenset[str], seed: int) -> None:
        self.image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
        self.p = QPainter(self.image)
        self.p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.colour, self.words, self.dice = QColor(colour), words, random.Random(seed)

    def tone(self, by: float) -> QColor:
        """A shade of the main colour."""
        return tone(self.colour, by)

    def light(self) -> float:
        """How light the main colour is, 0 to 1."""
        return self.colour.lightnessF()

    def fill(self, shape: QPainterPath, colour: QColor) -> None:
        """One flat colour."""
        self.p.fillPath(shape, colour)

    def down(self, shape: QPainterPath, top: QColor, bottom: QColor, lean: float = 0.25) -> None:
        """A gradient from top left to bottom right of the shape."""
        r = shape.boundingRect()
        ramp = QLinearGradient(r.left() + r.width() * lean, r.top(), r.right() - r.width() * lean, r.bottom())
        ramp.setColorAt(0, top)
        ramp.setColorAt(1, bottom)
        self.p.fillPath(shape, QBrush(ramp))

    def round(self, shape: QPainterPath, colour: QColor, gloss: float = 0.0) -> None:
        """A cylinder lit from the left: edges dark, a band of light."""
        r = shape.boundingRect()
        ramp = QLinearGradient(r.left(), 0, r.right(), 0)
        for at, by in (
            (0, -0.18),
            (0.12, 0.02),
            (0.28, 0.20 + gloss),
            (0.42, 0.08),
            (0.72, -0.10),
            (0.93, -0.32),
            (1, -0.24),
        ):
            ramp.setColorAt(at, tone(colour, min(by, 0.9)))
        self.p.fillPath(shape, QBrush(ramp))

    def ball(self, shape: QPainterPath, colour: QColor, gloss: float = 0.0) -> None:
        """A rounded body lit from the upper left."""
        r = shape.boundingRect()
        reach = max(r.width(), r.height())
        ramp = QRadialGradient(r.left() + r.width() * 0.34, r.top() + r.height() * 0.28, reach * 0.86)
        for at, by in ((0, 0.34 + gloss), (0.35, 0.08), (0.7, -0.14), (1, -0.42)):
            ramp.setColorAt(at, tone(colour, min(by, 0.95)))
        self.p.fillPath(shape, QBrush(ramp))

    def cloth(self, shape: QPainterPath, colour: QColor | None = None, volume: float = 1.0) -> None:
        """A garment part: gradient, soft inner edges, light from the left and shade on the right."""
        colour = colour or self.colour
        self.down(shape, tone(colour, 0.15), tone(colour, -0.14))
        self.p.save()
        self.p.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        for width in (64, 44, 28, 14, 5):
            self._stroke(shape, alpha(tone(colour, -0.75), 0.052 * volume), width)
        r = shape.boundingRect()
        ramp = QLinearGradient(r.left(), 0, r.right(), 0)
        for at, ink, share in ((0, WHITE, 0.12), (0.35, WHITE, 0.05), (0.55, INK, 0.0), (1, INK, 0.17)):
            ramp.setColorAt(at, alpha(ink, share * volume))
        self.p.fillPath(shape, QBrush(ramp))
        self.p.restore()
        self._stroke(shape, alpha(tone(colour, -0.6), 0.30), 1.1)

    def _stroke(self, shape: QPainterPath, colour: QColor, width: float, dash: tuple[float, ...] = ()) -> None:
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        if dash:
            pen.setDashPattern(dash)
        self.p.strokePath(shape, pen)

    def line(self, text: str | QPainterPath, colour: QColor, width: float = 1.5) -> None:
        """A plain line."""
        self._stroke(path(text) if isinstance(text, str) else text, colour, width)

    def stitch(self, text: str | QPainterPath, colour: QColor | None = None, width: float = 1.4) -> None:
        """A seam with its thread."""
        shape = path(text) if isinstance(text, str) else text
        self._stroke(shape, colour or alpha(self.tone(0.5), 0.75), width, (2.6, 2.4))

    def fold(self, text: str, width: float = 16, strength: float = 0.16, colour: QColor | None = None) -> None:
        """A soft crease: dark, or light when a light colour is given."""
        shape, ink = path(text), colour or self.tone(-0.8)
        if colour is WHITE:
            strength *= 0.4 + 0.6 * self.light()
        for share in (1.25, 1.05, 0.86, 0.68, 0.5, 0.34, 0.2, 0.1):
            self._stroke(shape, alpha(ink, strength * 0.17), width * share)

    def lines(self, texts: list[str], colour: QColor, width: float) -> None:
        """Many plain lines."""
        for text in texts:
            self.line(text, colour, width)

    def folds(self, texts: list[str], width: float, strength: float, colour: QColor | None = None) -> None:
        """Many soft creases."""
        for text in texts:
            self.fold(text, width, strength, colour)

    def rim(self, shape: QPainterPath, share: float, width: float) -> None:
        """The bright edge of glass."""
        for part in (1.0, 0.6, 0.3):
            self._stroke(shape, alpha(WHITE, share), width * part)

    def seam(self, text: str | QPainterPath, strength: float = 0.4) -> None:
        """A dark line with a light one beside it."""
        shape = path(text) if isinstance(text, str) else text
        self._stroke(shape, alpha(self.tone(-0.7), strength), 1.7)
        self._stroke(shape.translated(-1.3, 1.1), alpha(WHITE, strength * 0.35), 1.0)

    def metal(self, shape: QPainterPath, gold: bool = True) -> None:
        """A small polished fitting."""
        base = QColor("#d7b063") if gold else QColor("#c3c7cd")
        self.down(shape, tone(base, 0.6), tone(base, -0.34))
        self._stroke(shape, alpha(tone(base, -0.6), 0.7), 1.0)

    def drop(
        self, shape: QPainterPath, reach: float = 26, strength: float = 0.26, dx: float = 7, dy: float = 13
    ) -> None:
        """The soft shadow of a shape on what lies behind it."""
        moved = shape.translated(dx, dy)
        steps = 10
        for step in range(steps):
            self._stroke(moved, alpha(INK, strength / steps * 0.9), reach * 2 * (step + 1) / steps)

    def ground(self, x: float, y: float, rx: float, ry: float, strength: float = 0.34) -> None:
        """The shadow under a thing that stands."""
        self.p.save()
        self.p.translate(x, y)
        self.p.scale(1, ry / rx)
        ramp = QRadialGradient(0, 0, rx)
        for at, share in ((0, 1.0), (0.45, 0.72), (0.75, 0.24), (1, 0.0)):
            ramp.setColorAt(at, alpha(INK, strength * share))
        self.p.fillPath(oval(0, 0, rx, rx), QBrush(ramp))
        self.p.restore()

    def glow(self, x: float, y: float, radius: float, colour: QColor = WHITE, strength: float = 0.5) -> None:
        """A soft light."""
        ramp = QRadialGradient(x, y, radius)
        ramp.setColorAt(0, alpha(colour, strength))
        ramp.setColorAt(0.5, alpha(colour, strength * 0.35))
        ramp.setColorAt(1, alpha(colour, 0))
        self.p.fillPath(oval(x, y, radius, radius), QBrush(ramp))

    def within(self, shape: QPainterPath, paint: Callable[[], None]) -> None:
        """Paint inside a shape only."""
        self.p.save()
        self.p.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        paint()
        self.p.restore()

    def twice(self, paint: Callable[[], None]) -> None:
        """Paint on the right and, mirrored, on the left."""
        paint()
        self.p.save()
        self.p.setTransform(QTransform(-1, 0, 0, 1, SIDE, 0), True)
        paint()
        self.p.restore()

    def button(self, x: float, y: float, r: float = 6, colour: QColor | None = None) -> None:
        """A button with its shadow and four holes."""
        base = colour or self.tone(-0.45)
        self.fill(oval(x + 1.2, y + 2, r, r), alpha(INK, 0.3))
        self.ball(oval(x, y, r, r), base, 0.1)
        for turn in range(4):
            angle = math.pi / 4 + turn * math.pi / 2
            self.fill(
                oval(x + math.cos(angle) * r * 0.3, y + math.sin(angle) * r * 0.3, r * 0.12, r * 0.12), alpha(INK, 0.6)
            )

    def nearer(self, by: float, y: float) -> None:
        """Paint everything that follows larger, around the middle at height `y`."""
        self.p.translate(SIDE / 2, y)
        self.p.scale(by, by)
        self.p.translate(-SIDE / 2, -y)

    def end(self) -> QImage:
        """The finished picture."""
        self.p.end()
        return self.image
