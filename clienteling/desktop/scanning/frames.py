"""The brightness of one video frame and the codes in it; knows no camera and keeps nothing between codes."""

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from clienteling.desktop.scanning.agreement import Reading
from clienteling.desktop.scanning.decoder import Reader
from clienteling.desktop.scanning.gray import Gray, adaptive, from_image, halved, to_image

_P = QVideoFrameFormat.PixelFormat
_PLANE = frozenset({_P.Format_YUV420P, _P.Format_YUV422P, _P.Format_YV12, _P.Format_NV12, _P.Format_NV21, _P.Format_Y8})
_PACKED = {_P.Format_YUYV: 0, _P.Format_UYVY: 1}  # where the first brightness byte of a pair stands
_SMALL = 640  # a frame no longer than this is read as it is


def luma(frame: QVideoFrame) -> Gray | None:
    """The brightness of a frame, copied; None for an empty one. Planes cost 0.3 ms, other formats are converted."""
    if not frame.isValid():
        return None
    kind = frame.pixelFormat()
    if (kind in _PLANE or kind in _PACKED) and frame.map(QVideoFrame.MapMode.ReadOnly):
        try:
            rows = np.frombuffer(frame.bits(0), np.uint8)[: frame.bytesPerLine(0) * frame.height()]
            rows = rows.reshape(frame.height(), frame.bytesPerLine(0))
            first, step = (_PACKED[kind], 2) if kind in _PACKED else (0, 1)
            return rows[:, first : first + frame.width() * step : step].copy()
        finally:
            frame.unmap()
    image = frame.toImage()
    return None if image.isNull() else from_image(image)


class FrameReader:
    """Reads frame after frame: half size, then evened out or, every other time, light bars on dark."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._turn = 0

    def read(self, frame: QVideoFrame) -> tuple[list[Reading], QImage]:
        """The codes in a frame and its small gray picture; nothing for an empty one."""
        gray = luma(frame)
        if gray is None:
            return [], QImage()
        small = halved(gray) if max(gray.shape) > _SMALL else gray
        return self._codes(small), to_image(small)

    def _codes(self, small: Gray) -> list[Reading]:
        found = self._reader.read(small)
        if found:
            return found
        self._turn += 1
        if self._turn % 2:
            return self._reader.read(adaptive(small))
        return self._reader.read(small, True)
