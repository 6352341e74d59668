"""What a machine can see wrong in a window: words cut, running out, over each other or in another language."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow

from tests.helpers.screen import seen

_ALIGNMENT = "effectiveHorizontalAlignment * 1000 + verticalAlignment"
SLACK = 2.5
"""Pixels by which a rounded glyph may stand out."""


@dataclass(frozen=True)
class Seen:
    """A text as it is painted; `clip` is what lets it be seen, `layer` the sheet it lies in."""

    item: QQuickItem
    text: str
    painted: QRectF
    clip: QRectF
    layer: str
    scrolls: bool

    @property
    def whole(self) -> bool:
        """Whether nothing of it is scrolled out of sight."""
        return self.clip.adjusted(-1, -1, 1, 1).contains(self.painted)


def flaws(window: QQuickWindow, sentences: set[str], foreign: set[str]) -> list[str]:
    """What is wrong; `sentences` are the app's own words, which are never cut, `foreign` those of another language."""
    texts = [one for one in _texts(window) if one.painted.intersects(one.clip)]
    front = [one for one in texts if one.layer] or texts
    found = [flaw for one in front for flaw in _alone(one, window, sentences, foreign)]
    return found + [flaw for place, one in enumerate(front) for flaw in _together(one, front[place + 1 :])]


def _alone(one: Seen, window: QQuickWindow, sentences: set[str], foreign: set[str]) -> Iterator[str]:
    item = one.item
    if item.property("truncated") and one.text in sentences:
        yield f"cut: {one.text!r}"
    if one.text in foreign:
        yield f"not translated: {one.text!r}"
    if not item.property("truncated") and item.property("contentWidth") > item.width() + SLACK:
        yield f"runs out of its place: {one.text!r}"
    if item.property("contentHeight") > item.height() + SLACK + 1:
        yield f"too tall for its place: {one.text!r} {item.property('contentHeight')} > {item.height()}"
    if not one.scrolls and not QRectF(0, 0, window.width(), window.height()).contains(one.painted):
        yield f"outside the window: {one.text!r} {_spot(one.painted)}"
    out = _out_of(item, one.painted)
    if out:
        yield f"outside its {out}: {one.text!r} {_spot(one.painted)}"


def _together(one: Seen, others: list[Seen]) -> Iterator[str]:
    for other in others:
        both = one.painted.intersected(other.painted).intersected(one.clip).intersected(other.clip)
        if one.layer == other.layer and both.width() > SLACK and both.height() > SLACK + 1:
            yield f"over each other: {one.text!r} and {other.text!r} {_spot(both)}"


def _texts(window: QQuickWindow) -> Iterator[Seen]:
    for item in seen(window.contentItem()):
        if item.metaObject().indexOfProperty("truncated") < 0:
            continue
        text = item.property("text")
        if text and not _faint(item):
            yield _seen(window, item, text)


def _faint(item: QQuickItem | None) -> bool:
    while item is not None:
        if item.opacity() < 0.1:
            return True
        item = item.parentItem()
    return False


def _seen(window: QQuickWindow, item: QQuickItem, text: str) -> Seen:
    clip, layer, scrolls = QRectF(0, 0, window.width(), window.height()), "", False
    around = item.parentItem()
    while around is not None:
        name = around.metaObject().className()
        if around.metaObject().indexOfProperty("contentY") >= 0:
            scrolls = True
        if around.clip() or around.metaObject().indexOfProperty("contentY") >= 0:
            clip = clip.intersected(_rect(around, QRectF(0, 0, around.width(), around.height())))
        if "PopupItem" in name:
            layer = str(around)
        around = around.parentItem()
    return Seen(item, text, _painted(item), clip, layer, scrolls)


def _painted(item: QQuickItem) -> QRectF:
    """Where its ink is: contentWidth and contentHeight, aligned as the text is."""
    width, height = min(item.property("contentWidth"), item.width()), item.property("contentHeight")
    across, down = divmod(int(_alignment(item)), 1000)
    x = {2: item.width() - width, 4: (item.width() - width) / 2}.get(across, 0)
    y = {64: item.height() - height, 128: (item.height() - height) / 2}.get(down, 0)
    return _rect(item, QRectF(x, y, width, height))


def _alignment(item: QQuickItem) -> float:
    """Python has no word for these enumerations, JavaScript has."""
    told = QQmlExpression(QQmlEngine.contextForObject(item), item, _ALIGNMENT).evaluate()
    return told[0] if isinstance(told, tuple) else told


def _out_of(item: QQuickItem, painted: QRectF) -> str:
    """The nearest drawn thing around it, if the words stand out of it."""
    around = item.parentItem()
    while around is not None:
        name = around.metaObject().className()
        if around.metaObject().indexOfProperty("contentY") >= 0:
            return ""
        if "QQuickRectangle" in name or around.metaObject().indexOfProperty("radius") >= 0:
            room = _rect(around, QRectF(0, 0, around.width(), around.height())).adjusted(-SLACK, -SLACK, SLACK, SLACK)
            return "" if room.contains(painted) or room.width() < 12 else name.split("_")[0]
        around = around.parentItem()
    return ""


def _rect(item: QQuickItem, rect: QRectF) -> QRectF:
    return QRectF(item.mapToScene(QPointF(rect.x(), rect.y())), rect.size())


def _spot(rect: QRectF) -> str:
    return f"at {rect.x():.0f},{rect.y():.0f} {rect.width():.0f}x{rect.height():.0f}"
