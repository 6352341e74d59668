"""Icons for QML as `image://icon/<name>/<rrggbb>`, drawn at the size in pixels that the screen asks for."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from clienteling.desktop.runtime.paths import resources

_SIZE = 24


@lru_cache(maxsize=512)
def draw(name: str, colour: str, pixels: int) -> QImage:
    """The icon `name` in the colour `rrggbb`; an empty picture where there is no such icon, and Qt says so."""
    file = resources() / "icons" / f"{name}.svg"
    if not name.replace("-", "").isalnum() or not file.is_file():
        return QImage()
    image = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    svg = file.read_text(encoding="utf-8").replace("currentColor", f"#{colour}")
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


class IconProvider(QQuickImageProvider):
    """Answers `image://icon/...`; register it as "icon"."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Draw `<name>/<rrggbb>`."""
        name, _, colour = id.partition("/")
        image = draw(name, colour or "000000", requestedSize.width() if requestedSize.width() > 0 else _SIZE)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
