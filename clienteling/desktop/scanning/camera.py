"""The tablet's camera: which one, whether it may be used, when it rests, and its frames; knows no code."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from clienteling.desktop.scanning.lens import Cameras, Lens, Seen

PATIENCE_MS = 8000
"""A camera that gave no frame for so long has stopped, whatever it says."""


class Camera(QObject):
    """`state` is off, starting, on, paused, missing, denied or failed; Qt's media parts are loaded on `start`."""

    changed = Signal()
    framed = Signal(object)  # QVideoFrame
    picked = Signal(str, str)  # id and name of the camera that a person chose

    def __init__(self, parent: QObject | None = None, cameras: Callable[[QObject], Cameras] = Cameras) -> None:
        super().__init__(parent)
        self.state = "off"
        self.turned = 0
        """Degrees by which a frame is to be turned clockwise to stand upright."""
        self.lit = False
        self._make_cameras = cameras
        self._preferred = ""
        self._wanted = False
        self._resting: set[str] = set()
        self._cameras: Cameras | None = None
        self._lens: Lens | None = None
        self.sink: QVideoSink | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._fail)

    @property
    def seen(self) -> list[Seen]:
        """The cameras that are there; none before the first start."""
        return self._cameras.seen() if self._cameras else []

    @property
    def chosen(self) -> int:
        """Which of `seen` is looked through: the preferred one, else the first."""
        return next((at for at, one in enumerate(self.seen) if one.id == self._preferred), 0)

    @property
    def front(self) -> bool:
        """Whether it looks at whoever holds the tablet: what they see is mirrored, what is read is not."""
        seen = self.seen
        return bool(seen) and seen[self.chosen].front

    @property
    def torch(self) -> bool:
        """Whether the camera at work has a light."""
        return self._lens is not None and self._lens.torch

    def start(self) -> None:
        """Ask for the camera and show it, unless there is a reason to rest."""
        self._wanted = True
        if self._cameras is None:
            self._cameras = self._make_cameras(self)
            self._cameras.changed.connect(self._plugged)
            self.sink = QVideoSink(self)
            # frames may come on a thread of the media backend
            self.sink.videoFrameChanged.connect(self._frame, Qt.ConnectionType.QueuedConnection)
        if self._cameras.may() is None:
            self._be("starting")
            self._cameras.ask(lambda _: self._open())
            return
        self._open()

    def stop(self) -> None:
        """Let go of the camera."""
        self._wanted = False
        self._release()
        self._be("off")

    def rest(self, why: str, resting: bool) -> None:
        """Pause while there is any reason to, such as that nobody can see the app; go on when there is none."""
        (self._resting.add if resting else self._resting.discard)(why)
        if not self._wanted:
            return
        if self._resting:
            self._release()
        self._open()

    def prefer(self, camera: str) -> None:
        """Look through this one whenever it is there."""
        self._preferred = camera
        self._release()
        if self._wanted:
            self._open()
        self.changed.emit()

    def choose(self, index: int) -> None:
        """Look through another one of `seen` from now on."""
        one = self.seen[index]
        self.prefer(one.id)
        self.picked.emit(one.id, one.name)

    def light(self, on: bool) -> None:
        """Switch the light, where there is one."""
        if self._lens is not None and self._lens.torch:
            self.lit = on
            self._lens.light(on)
            self.changed.emit()

    def _open(self) -> None:
        if not self._wanted or self._lens is not None or self._cameras is None:
            return
        seen = self.seen
        if self._resting:
            self._be("paused")
        elif not self._cameras.may():
            self._be("denied")
        elif not seen:
            self._be("missing")
        else:
            self._be("starting")
            self._lens = self._cameras.open(seen[self.chosen].id, self.sink)
            self._lens.failed.connect(self._fail)
            self._patience.start()
            self._lens.start()

    def _release(self) -> None:
        self._patience.stop()
        lens, self._lens, self.lit = self._lens, None, False
        if lens is not None:
            lens.blockSignals(True)
            lens.close()

    @Slot()
    def _plugged(self) -> None:
        if self._wanted:
            self._release()
            self._open()
        self.changed.emit()

    @Slot()
    def _fail(self) -> None:
        self._release()
        self._be("failed")

    @Slot(QVideoFrame)
    def _frame(self, frame: QVideoFrame) -> None:
        if not self._wanted or self._resting or not frame.isValid():
            return
        self._patience.start()
        self.turned = frame.rotation().value
        self._be("on")
        self.framed.emit(frame)

    def _be(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
