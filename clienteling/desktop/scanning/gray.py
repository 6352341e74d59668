"""Gray pictures in other sizes, lights and turns; knows neither files nor codes."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTransform

Gray = NDArray[np.uint8]

_WINDOW, _DARKER = 31, 5  # the neighbourhood of the adaptive threshold and how much darker than it is black


def from_image(image: QImage) -> Gray:
    """The gray values of a Qt picture; they no longer belong to it."""
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width()].copy()


def halved(gray: Gray) -> Gray:
    """The picture at half its size, each pixel the mean of four."""
    rows, columns = gray.shape[0] // 2 * 2, gray.shape[1] // 2 * 2
    if not rows or not columns:
        return gray
    even = gray[:rows, :columns].astype(np.uint16)
    return ((even[::2, ::2] + even[1::2, ::2] + even[::2, 1::2] + even[1::2, 1::2]) >> 2).astype(np.uint8)


def scaled(gray: Gray, factor: float) -> Gray:
    """The picture at `factor` times its size, smoothed."""
    height, width = (max(1, round(side * factor)) for side in gray.shape)
    smooth = Qt.TransformationMode.SmoothTransformation
    return from_image(to_image(gray).scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))


def turned(gray: Gray, degrees: float) -> Gray:
    """The picture turned about its middle, smoothed."""
    turn = QTransform()
    turn.rotate(degrees)
    return from_image(to_image(gray).transformed(turn, Qt.TransformationMode.SmoothTransformation))


def adaptive(gray: Gray) -> Gray:
    """Black where a pixel is darker than the mean around it, white elsewhere: evens out shadow and glare."""
    half = _WINDOW // 2
    padded = np.pad(gray, ((half + 1, half), (half + 1, half)), mode="edge").astype(np.int32)
    sums = padded.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)
    n = _WINDOW
    around = sums[n:, n:] - sums[:-n, n:] - sums[n:, :-n] + sums[:-n, :-n]
    dark = gray.astype(np.int32) * (n * n) < around - _DARKER * n * n
    return np.where(dark, 0, 255).astype(np.uint8)


def to_image(gray: Gray) -> QImage:
    """The Qt picture of gray values; it owns its copy."""
    pixels = np.ascontiguousarray(gray)
    height, width = pixels.shape
    return QImage(pixels.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
