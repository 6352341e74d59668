"""The brightness of one video frame and the codes in it; knows no camera and keeps nothing between codes."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from clienteling.desktop.scanning.decoder import Decoder
from clienteling.desktop.scanning.gray import Gray, from_image, to_image
from clienteling.desktop.scanning.ladder import Views
from clienteling.desktop.scanning.plan import CHOSEN, Plan, View
from clienteling.desktop.scanning.reading import Reading

_P = QVideoFrameFormat.PixelFormat
_PLANE = frozenset({_P.Format_YUV420P, _P.Format_YUV422P, _P.Format_YV12, _P.Format_NV12, _P.Format_NV21, _P.Format_Y8})
_PACKED = {_P.Format_YUYV: 0, _P.Format_UYVY: 1}  # where the first brightness byte of a pair stands
_AS_IT_IS: dict[View, View] = {"half": "full", "evened half": "evened"}


@contextmanager
def luma(frame: QVideoFrame) -> Iterator[Gray | None]:
    """The brightness of a frame, None for an empty one; where the format allows the frame's own memory, not a copy.

    Nothing of it may be kept after the block.
    """
    kind = frame.pixelFormat()
    if not frame.isValid():
        yield None
    elif (kind in _PLANE or kind in _PACKED) and frame.map(QVideoFrame.MapMode.ReadOnly):
        try:
            rows = np.frombuffer(frame.bits(0), np.uint8)[: frame.bytesPerLine(0) * frame.height()]
            rows = rows.reshape(frame.height(), frame.bytesPerLine(0))
            first, step = (_PACKED[kind], 2) if kind in _PACKED else (0, 1)
            yield rows[:, first : first + frame.width() * step : step]
        finally:
            frame.unmap()
    else:
        image = frame.toImage()
        yield None if image.isNull() else from_image(image)


class FrameReader:
    """Reads frame after frame, each by the next turn of the plan."""

    def __init__(self, decoder: Decoder, plan: Plan = CHOSEN) -> None:
        self._decoder, self._plan = decoder, plan
        self._turn = 0

    def read(self, frame: QVideoFrame) -> tuple[list[Reading], QImage]:
        """The codes in a frame and its small gray picture; nothing for an empty one."""
        with luma(frame) as gray:
            if gray is None:
                return [], QImage()
            views = Views(gray)
            return self.codes(views, max(gray.shape)), to_image(views.of("half"))

    def codes(self, views: Views, longest: int) -> list[Reading]:
        """What the readers of this turn see in a frame so many pixels long."""
        steps = self._plan.frames[self._turn % len(self._plan.frames)]
        self._turn += 1
        found: list[Reading] = []
        for step in steps:
            wanted = step.when == "always" or (step.when == "seen") == bool(found)
            if wanted and self._decoder.has(step.reader):
                view = _AS_IT_IS.get(step.view, step.view) if longest <= self._plan.small else step.view
                found += self._decoder.read(step.reader, views.of(view), step.inverted)
        return found
