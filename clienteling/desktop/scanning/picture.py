"""A picture file, opened within strict limits, as gray values; knows no code."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader

from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.scanning.gray import Gray, from_image

LONGEST = 1600  # pixels: more costs time and reads no more
BYTES_LIMIT = 24 * 1024 * 1024
PIXEL_LIMIT = 16_000_000
MEMORY_LIMIT = 64  # megabytes for decoding, Qt's unit
UNREADABLE = "This picture cannot be opened. Choose a PNG, JPEG or WebP file."
TOO_BIG = "This picture is too big. Choose one of at most 16 megapixels."


def open_gray(path: Path) -> Gray:
    """The picture at most 1600 pixels long; Problem when it is no picture, too big or cannot be read."""
    try:
        if path.stat().st_size > BYTES_LIMIT:
            raise Problem(TOO_BIG)
        data = path.read_bytes()
    except OSError as fault:
        raise Problem(UNREADABLE) from fault
    return decode_gray(data)


def decode_gray(data: bytes) -> Gray:
    """The gray values of the bytes of a PNG, JPEG or WebP file; the header decides before anything is decoded."""
    kind = picture_kind(data)
    if kind is None:
        raise Problem(UNREADABLE)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(MEMORY_LIMIT)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoTransform(True)
    reader.setScaledSize(_shrunk(reader.size()))
    image = reader.read()
    if image.isNull():
        raise Problem(UNREADABLE)
    return from_image(image)


def picture_kind(data: bytes) -> str | None:
    """`png`, `jpeg` or `webp` by the first bytes, whatever the file is called; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def _shrunk(size: QSize) -> QSize:
    if not size.isValid() or size.isEmpty():
        raise Problem(UNREADABLE)
    if size.width() * size.height() > PIXEL_LIMIT:
        raise Problem(TOO_BIG)
    if max(size.width(), size.height()) <= LONGEST:
        return size
    return size.scaled(LONGEST, LONGEST, Qt.AspectRatioMode.KeepAspectRatio)
