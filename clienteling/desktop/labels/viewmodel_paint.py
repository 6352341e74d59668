"""Paints a label in hundredths of a millimetre, on paper or on the screen; knows no file."""

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QTextLayout, QTextOption

from clienteling.desktop.labels.domain import Label, Paper, fitted, runs
from clienteling.desktop.labels.symbols import Symbol
from clienteling.desktop.runtime.fonts import FAMILY

UNIT = 100
"""Units of a millimetre."""
TITLE, LINE, PRICE, DIGITS = 340, 270, 520, 260
LEADING = 1.25
GAP = 80


def paint(painter: QPainter, paper: Paper, label: Label) -> None:
    """Paint the label with its corner at the origin; nothing leaves it, whatever it is called."""
    painter.save()
    width, height = paper.label[0] * UNIT, paper.label[1] * UNIT
    painter.setClipRect(QRectF(0, 0, width, height))
    painter.setPen(QColor(Qt.GlobalColor.black))
    margin = paper.margin * UNIT
    inner = QRectF(0, 0, width, height).marginsRemoved(QMarginsF(margin, margin, margin, margin))
    symbol, module = fitted(label.symbol, paper)
    if symbol.square:
        side = symbol.width * module * UNIT
        _squares(painter, symbol, module * UNIT, inner.topLeft())
        _words(painter, inner.adjusted(side, GAP, 0, 0), label, symbol.text)
    else:
        top = _words(painter, inner, label, "")
        _bars(painter, symbol, module * UNIT, inner.adjusted(0, top + GAP, 0, 0))
    painter.restore()


def _bars(painter: QPainter, symbol: Symbol, module: float, into: QRectF) -> None:
    """In the middle, as high as there is room above the digits."""
    left = into.center().x() - symbol.width * module / 2 + symbol.left * module
    high = into.height() - DIGITS * LEADING
    path = QPainterPath()
    for first, many in runs(symbol.rows[0]):
        path.addRect(left + first * module, into.top(), many * module, high)
    painter.fillPath(path, Qt.GlobalColor.black)
    digits = QRectF(into.left(), into.top() + high, into.width(), DIGITS * LEADING)
    painter.setFont(_font(DIGITS))
    painter.drawText(digits, Qt.AlignmentFlag.AlignCenter, symbol.text)


def _squares(painter: QPainter, symbol: Symbol, module: float, corner: QPointF) -> None:
    # one path: between rectangles of their own a viewer would show hair lines
    path = QPainterPath()
    for number, row in enumerate(symbol.rows):
        top = corner.y() + (symbol.left + number) * module
        for first, many in runs(row):
            path.addRect(corner.x() + (symbol.left + first) * module, top, many * module, module)
    path.setFillRule(Qt.FillRule.WindingFill)
    painter.fillPath(path, Qt.GlobalColor.black)


def _words(painter: QPainter, into: QRectF, label: Label, code: str) -> float:
    """Name, lines, price and, beside a square, its text; returns how much height they took."""
    used = _wrapped(painter, into, _font(TITLE, QFont.Weight.DemiBold), label.title, 2)
    price = QRectF(into.left(), into.top() + used, into.width(), PRICE * LEADING)
    taken = 0.0
    if label.price:
        font = _font(PRICE, QFont.Weight.Bold)
        taken = min(QFontMetricsF(font, painter.device()).horizontalAdvance(label.price), into.width())
        _line(painter, price, font, label.price, Qt.AlignmentFlag.AlignRight)
    beside = price.adjusted(0, 0, -taken - GAP, 0)
    if code:  # there is no room beside the price, but below it
        beside = price.adjusted(0, price.height() if taken else 0, 0, 0)
    top = beside.top()
    for words in (*label.lines, code):
        if words:
            row = QRectF(beside.left(), top, beside.width(), LINE * LEADING)
            _line(painter, row, _font(LINE), words, Qt.AlignmentFlag.AlignLeft)
            top += row.height()
    return max(top - into.top(), used + (price.height() if taken else 0))


def _wrapped(painter: QPainter, into: QRectF, font: QFont, text: str, most: int) -> float:
    """At most so many lines, the last one cut where it is too long."""
    layout = QTextLayout(text, font, painter.device())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    first = 0
    if (line := layout.createLine()).isValid():
        line.setLineWidth(into.width())
        first = line.textLength()
    layout.endLayout()
    signs = text.encode("utf-16-le")
    whole, rest = signs[: 2 * first].decode("utf-16-le"), signs[2 * first :].decode("utf-16-le")
    high = font.pixelSize() * LEADING
    for number, words in enumerate((whole, rest)[:most]):
        if words:
            row = QRectF(into.left(), into.top() + number * high, into.width(), high)
            _line(painter, row, font, words.strip(), Qt.AlignmentFlag.AlignLeft)
    return high * (2 if rest else 1)


def _line(painter: QPainter, into: QRectF, font: QFont, text: str, side: Qt.AlignmentFlag) -> None:
    """One line that stays in its place, however high its accents pile up."""
    painter.save()
    painter.setClipRect(into, Qt.ClipOperation.IntersectClip)
    painter.setFont(font)
    shown = QFontMetricsF(font, painter.device()).elidedText(text, Qt.TextElideMode.ElideRight, into.width())
    # left is left, also for a name in a script that runs from the right
    way = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(into, way | Qt.TextFlag.TextSingleLine, shown)
    painter.restore()


def _font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
