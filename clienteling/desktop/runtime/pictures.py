"""Product pictures on this device: named by a hash, checked before decoding, decoded off the main thread."""

import hashlib
from pathlib import Path
from threading import Event
from urllib.parse import parse_qs, unquote

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickImageProvider

QML_IMPORT_NAME = "clienteling.desktop.runtime"
QML_IMPORT_MAJOR_VERSION = 1

NOTHING = "-"
"""The picture of no product."""
MOST_PIXELS = 16_000_000
MOST_BYTES = 8_000_000
_ALLOCATION_MB = 64
_MAGIC = ((b"\x89PNG\r\n\x1a\n", b"png"), (b"\xff\xd8\xff", b"jpeg"))


def kind(data: bytes) -> bytes | None:
    """`png`, `jpeg` or `webp` by the first bytes, whatever a name or a server says; None for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return b"webp"
    return next((name for magic, name in _MAGIC if data.startswith(magic)), None)


def decode(data: bytes, width: int, height: int) -> QImage:
    """A picture that covers width x height, or an empty one if the header promises too much or lies."""
    form = kind(data)
    if form is None or len(data) > MOST_BYTES:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoDetectImageFormat(False)
    full = reader.size()
    if full.isEmpty() or full.width() * full.height() > MOST_PIXELS:
        return QImage()
    if width > 0 and height > 0:
        reader.setScaledSize(full.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()


def rounded(image: QImage, width: int, height: int, radius: float) -> QImage:
    """The middle of `image`, width x height, with round corners."""
    cut = QImage(QSize(width, height), QImage.Format.Format_ARGB32_Premultiplied)
    cut.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, width, height), radius, radius)
    painter = QPainter(cut)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(path)
    painter.drawImage((width - image.width()) // 2, (height - image.height()) // 2, image)
    painter.end()
    return cut


@QmlElement
class PictureCache(QObject):
    """The pictures we have; `wanted` names one that is missing, `arrived` one that came."""

    wanted = Signal(str)
    arrived = Signal(str)
    _missed = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._asked: set[str] = set()
        self._paused = False
        self.revision = 0
        QImageReader.setAllocationLimit(_ALLOCATION_MB)
        self._missed.connect(self._ask, Qt.ConnectionType.QueuedConnection)

    def file(self, product: str) -> Path:
        """Where the picture of a product lies: never under a name from outside."""
        return self._folder / hashlib.sha256(product.encode()).hexdigest()

    def has(self, product: str) -> bool:
        """Whether the picture is here."""
        return self.file(product).is_file()

    def store(self, product: str, data: bytes) -> bool:
        """Keep a picture; False, and nothing kept, if it is not one we would show."""
        if self._paused or decode(data, 1, 1).isNull():
            return False
        file = self.file(product)
        part = file.with_suffix(".part")
        try:
            part.write_bytes(data)
            part.replace(file)
        except OSError:  # no room: the placeholder does
            part.unlink(missing_ok=True)
            return False
        self._asked.discard(product)
        self.revision += 1
        self.arrived.emit(product)
        return True

    def pause(self, paused: bool) -> None:
        """While there is no room no picture is asked for."""
        self._paused = paused

    def evict(self) -> int:
        """Delete every picture; they come again when they are looked at. How many bytes that frees."""
        files = [file for file in self._folder.iterdir() if file.is_file()]
        freed = sum(file.stat().st_size for file in files)
        for file in files:
            file.unlink()
        self._asked.clear()
        return freed

    def read(self, product: str) -> bytes | None:
        """The picture's bytes; a missing one is asked for. Called from the decoding thread."""
        try:
            return self.file(product).read_bytes()
        except FileNotFoundError:
            self._missed.emit(product)
            return None

    @Slot(str)
    def _ask(self, product: str) -> None:
        if self._paused or product in self._asked or self.has(product):
            return
        self._asked.add(product)
        self.wanted.emit(product)


class PictureProvider(QQuickImageProvider):
    """Answers `image://picture/<product>?w=&h=&r=` (pixels); `images.provide` gives it to an engine.

    `asked` is set once it has been asked for anything.
    """

    def __init__(self, pictures: PictureCache) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image, QQuickImageProvider.Flag.ForceAsynchronousImageLoading)
        self._pictures = pictures
        self.asked = Event()

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """The picture, or one transparent pixel that tells QML to keep its placeholder."""
        self.asked.set()
        product, _, query = id.partition("?")
        wish = {name: int(values[0]) for name, values in parse_qs(query).items() if values[0].isdigit()}
        image = self._image(unquote(product), wish.get("w", 0), wish.get("h", 0), wish.get("r", 0))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def _image(self, product: str, width: int, height: int, radius: int) -> QImage:
        data = self._pictures.read(product) if product != NOTHING else None
        image = decode(data, width, height) if data else QImage()
        if image.isNull():
            image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            return image
        return rounded(image, width, height, radius) if width and height else image
