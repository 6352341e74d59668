"""The one decoder thread: takes the newest frame and pictures in turn, gives readings back to the main thread."""

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtMultimedia import QVideoFrame

from clienteling.desktop.runtime.problems import Problem

if TYPE_CHECKING:
    from clienteling.desktop.scanning.decoder import Decoder
    from clienteling.desktop.scanning.frames import FrameReader

NO_READER = "The part that reads barcodes is missing on this device. Type the code instead."
PICTURES_WAITING = 8

log = structlog.get_logger()


class Worker(QObject):
    """Starts its thread with the first thing to read; never queues more than one frame."""

    framed = Signal(object, object)  # list[Reading] of one frame, also when empty, and its small gray QImage
    pictured = Signal(object)  # list[Found] of one picture
    failed = Signal(object)  # Problem

    def __init__(self, make_decoder: Callable[[], "Decoder"] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_decoder = make_decoder or _decoder
        self._wake = threading.Condition()
        self._frame: QVideoFrame | None = None
        self._pictures: deque[Path] = deque(maxlen=PICTURES_WAITING)
        self._stopping = False
        self._thread: threading.Thread | None = None

    @Slot(object)
    def look(self, frame: QVideoFrame) -> None:
        """Read this frame next; one that still waits is forgotten."""
        with self._wake:
            self._frame = QVideoFrame(frame)
            self._start()

    def open(self, path: Path) -> None:
        """Read this picture file."""
        with self._wake:
            self._pictures.append(path)
            self._start()

    def close(self) -> None:
        """Stop the thread after what it is reading now."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        if self._thread:
            self._thread.join(5)

    def _start(self) -> None:
        if self._thread is None and not self._stopping:
            self._thread = threading.Thread(target=self._work, name="decoder", daemon=True)
            self._thread.start()
        self._wake.notify()

    def _work(self) -> None:
        # numpy comes with the readers: the window must not wait for it
        from clienteling.desktop.scanning.frames import FrameReader

        try:
            decoder = self._make_decoder()
        except ImportError:
            self._refuse()
            return
        frames = FrameReader(decoder)
        while (job := self._next()) is not None:
            self._one(job, decoder, frames)
        decoder.close()

    def _refuse(self) -> None:
        while self._next() is not None:
            self.failed.emit(Problem(NO_READER))

    def _next(self) -> QVideoFrame | Path | None:
        with self._wake:
            self._wake.wait_for(lambda: self._stopping or self._pictures or self._frame is not None)
            if self._stopping:
                return None
            if self._pictures:
                return self._pictures.popleft()
            frame, self._frame = self._frame, None
            return frame

    def _one(self, job: QVideoFrame | Path, decoder: "Decoder", frames: "FrameReader") -> None:
        from clienteling.desktop.scanning.ladder import climb
        from clienteling.desktop.scanning.picture import UNREADABLE, open_gray

        try:
            if isinstance(job, Path):
                self.pictured.emit(climb(open_gray(job), decoder))
            else:
                self.framed.emit(*frames.read(job))
        except Problem as problem:
            self.failed.emit(problem)
        except Exception as fault:  # a picture must never end the only decoder
            log.error("decoder", fault=type(fault).__name__)
            self.failed.emit(Problem(UNREADABLE))


def _decoder() -> "Decoder":
    from clienteling.desktop.scanning.decoder import Decoder

    return Decoder()
