"""Gives QML what the camera sees, with or without a graphics card; decides nothing."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider


class CameraProvider(QQuickImageProvider):
    """Answers `image://camera/<anything>` with the newest frame (the software renderer cannot show Qt's own video)."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.newest = QImage()

    def requestImage(self, number: str, size: QSize, wanted: QSize) -> QImage:
        """The newest frame, small and gray."""
        return self.newest
