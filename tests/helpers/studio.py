"""Cameras of a test: plugged in, unplugged, forbidden, broken, and their frames."""

import numpy as np
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtMultimedia import QMediaCaptureSession, QtVideo, QVideoFrame, QVideoFrameFormat, QVideoFrameInput

from clienteling.desktop.scanning.lens import Seen

BACK, FRONT = Seen("b1", "Back camera"), Seen("f1", "Front camera", True)


def frame_of(gray, rotation=0):
    """A video frame with this brightness."""
    height, width = gray.shape
    format = QVideoFrameFormat(QSize(width, height), QVideoFrameFormat.PixelFormat.Format_Y8)
    frame = QVideoFrame(format)
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    line, bits = frame.bytesPerLine(0), frame.bits(0)
    for row in range(height):
        bits[row * line : row * line + width] = np.ascontiguousarray(gray[row]).tobytes()
    frame.unmap()
    frame.setRotation(QtVideo.Rotation(rotation))
    return frame


class Lens(QObject):
    """One camera at work; its frames go Qt's own way into the sink."""

    failed = Signal()

    def __init__(self, seen, sink, torch):
        super().__init__()
        self.seen, self.torch = seen, torch
        self.lit, self.started, self.closed = False, False, False
        self._input, self._session = QVideoFrameInput(self), QMediaCaptureSession(self)
        self._session.setVideoFrameInput(self._input)
        self._session.setVideoSink(sink)

    def start(self):
        self.started = True

    def light(self, on):
        self.lit = on

    def close(self):
        self.closed = True

    def show(self, gray, rotation=0):
        """Hold a picture before it."""
        assert self._input.sendVideoFrame(frame_of(gray, rotation))


class Studio(QObject):
    """`Camera(cameras=studio.made)` looks through these."""

    changed = Signal()

    def __init__(self, *seen, allowed=True, torch=False):
        super().__init__()
        self.there, self.allowed, self.torch = list(seen), allowed, torch
        self.opened, self.asked = [], None

    def made(self, _parent):
        return self

    def seen(self):
        return list(self.there)

    def open(self, camera, sink):
        [seen] = [one for one in self.there if one.id == camera]
        self.opened.append(Lens(seen, sink, self.torch))
        return self.opened[-1]

    def may(self):
        return self.allowed

    def ask(self, answered):
        self.asked = answered

    def plug(self, *seen):
        """From now on these are there."""
        self.there = list(seen)
        self.changed.emit()

    @property
    def lens(self):
        """The camera that was opened last."""
        return self.opened[-1]
