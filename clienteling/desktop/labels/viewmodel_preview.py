"""The first label as it will be printed; paints what it is given."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from clienteling.desktop.labels.domain import Label, Paper
from clienteling.desktop.labels.viewmodel_paint import UNIT, paint

QML_IMPORT_NAME = "clienteling.desktop.labels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LabelPreview(QQuickPaintedItem):
    """White as paper in every theme; nothing until it is told what to show."""

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Paper, Label] | None = None
        self.setAntialiasing(True)

    def show(self, paper: Paper, label: Label | None) -> None:
        """Paint this label from now on."""
        self._shown = (paper, label) if label else None
        self.update()

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(self.boundingRect(), Qt.GlobalColor.white)
        if self._shown:
            paper, label = self._shown
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.width() / (paper.label[0] * UNIT), self.height() / (paper.label[1] * UNIT))
            paint(painter, paper, label)
