"""Paints what the camera sees, with or without a graphics card; decides nothing."""

from PySide6.QtCore import Property, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

QML_IMPORT_NAME = "clienteling.desktop.scanning"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Preview(QQuickPaintedItem):
    """Fills itself with the picture, cutting off what does not fit (the software renderer cannot show Qt's own)."""

    imageChanged = Signal()

    def __init__(self, parent: QQuickPaintedItem | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()

    def _get(self) -> QImage:
        return self._image

    def _set(self, image: QImage) -> None:
        self._image = image
        self.update()
        self.imageChanged.emit()

    image = Property(QImage, _get, _set, notify=imageChanged)

    def paint(self, painter: QPainter) -> None:
        """Draw the middle of the picture at the shape of this item."""
        if self._image.isNull():
            return
        wanted = self._image.size().scaled(self.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        box = QRectF(0, 0, wanted.width(), wanted.height())
        box.moveCenter(self.boundingRect().center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, self._image)
