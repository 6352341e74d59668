"""The tablet's camera: which one, whether it may be used, and its frames; knows no code."""

from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, Qt, Signal
from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoFrame, QVideoSink


class Camera(QObject):
    """`state` is off, starting, on, missing, denied or failed; Qt's media parts are loaded on `start`."""

    changed = Signal()
    framed = Signal(object)  # QVideoFrame

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = "off"
        self.chosen = 0
        self._wanted = False
        self._hidden = False
        self._devices: QMediaDevices | None = None
        self._session: QMediaCaptureSession | None = None
        self._camera: QCamera | None = None
        self.sink: QVideoSink | None = None

    def names(self) -> list[str]:
        """What the system calls its cameras, in its order."""
        return [device.description() for device in QMediaDevices.videoInputs()] if self._devices else []

    def start(self) -> None:
        """Ask for the camera and show it, unless the app is hidden."""
        self._wanted = True
        if self._devices is None:
            self._devices = QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self._plugged)
            self.sink = QVideoSink(self)
            # frames may come on a thread of the media backend
            self.sink.videoFrameChanged.connect(self._frame, Qt.ConnectionType.QueuedConnection)
        app = QCoreApplication.instance()
        if app is not None and _permission() == Qt.PermissionStatus.Undetermined:
            self._be("starting")
            app.requestPermission(QCameraPermission(), self, lambda _: self._open())
            return
        self._open()

    def stop(self) -> None:
        """Let go of the camera."""
        self._wanted = False
        self._release()
        self._be("off")

    def hide(self, hidden: bool) -> None:
        """Pause while nobody can see the app, go on when they can."""
        self._hidden = hidden
        if not self._wanted:
            return
        if hidden:
            self._release()
            self._be("off")
        else:
            self._open()

    def choose(self, index: int) -> None:
        """Use another camera, by its place in `names`."""
        self.chosen = index
        self._release()
        if self._wanted:
            self._open()
        self.changed.emit()

    def _open(self) -> None:
        if not self._wanted or self._hidden or self._camera is not None:
            return
        if _permission() != Qt.PermissionStatus.Granted:
            self._be("denied")
            return
        devices = QMediaDevices.videoInputs()
        if not devices:
            self._be("missing")
            return
        self._be("starting")
        self._camera = QCamera(devices[min(self.chosen, len(devices) - 1)], self)
        self._camera.errorOccurred.connect(self._failed)
        self._session = QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self.sink)
        self._camera.start()

    def _release(self) -> None:
        if self._camera is None or self._session is None:
            return
        self._camera.stop()
        self._session.deleteLater()
        self._camera.deleteLater()
        self._camera = self._session = None

    def _plugged(self) -> None:
        if self._wanted:
            self._release()
            self._open()
        self.changed.emit()

    def _failed(self, error: QCamera.Error, _: str) -> None:
        if error != QCamera.Error.NoError:
            self._release()
            self._be("failed")

    def _frame(self, frame: QVideoFrame) -> None:
        if not self._wanted or self._hidden or not frame.isValid():
            return
        self._be("on")
        self.framed.emit(frame)

    def _be(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def _permission() -> Qt.PermissionStatus:
    app = QCoreApplication.instance()
    return app.checkPermission(QCameraPermission()) if app else Qt.PermissionStatus.Denied
