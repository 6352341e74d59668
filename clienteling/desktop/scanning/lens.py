"""The cameras of this tablet as Qt gives them, and one of them opened; decides nothing."""

import os
from pathlib import Path

import msgspec
from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtMultimedia import QCamera, QCameraDevice, QMediaCaptureSession, QMediaDevices, QVideoSink

DEVICES = Path("/dev")
"""Where Linux keeps its cameras; one that this user may not open Qt does not even list."""


class Seen(msgspec.Struct, frozen=True):
    """A camera that is there; `id` finds it again, `front` looks at whoever holds the tablet."""

    id: str
    name: str
    front: bool = False


class Lens(QObject):
    """One camera: its frames go into the sink from `start` until `close`."""

    failed = Signal()

    def __init__(self, device: QCameraDevice, sink: QVideoSink, parent: QObject) -> None:
        super().__init__(parent)
        self._camera, self._session = QCamera(device, self), QMediaCaptureSession(self)
        self._camera.errorOccurred.connect(self._broke)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(sink)

    def start(self) -> None:
        """Begin; what was wrong with it before anybody listened is told now."""
        self._camera.start()
        self._broke(self._camera.error(), "")

    @property
    def torch(self) -> bool:
        """Whether it has a light of its own."""
        return self._camera.isTorchModeSupported(QCamera.TorchMode.TorchOn)

    def light(self, on: bool) -> None:
        """Switch its light."""
        self._camera.setTorchMode(QCamera.TorchMode.TorchOn if on else QCamera.TorchMode.TorchOff)

    def close(self) -> None:
        """Let go of it."""
        self._camera.stop()
        self.deleteLater()

    @Slot(QCamera.Error, str)
    def _broke(self, error: QCamera.Error, _: str) -> None:
        if error != QCamera.Error.NoError:
            self.failed.emit()


class Cameras(QObject):
    """What is there, and whether it may be used; Qt's media part is loaded when this is made."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.changed)

    def seen(self) -> list[Seen]:
        """Every camera, in the system's order."""
        front = QCameraDevice.Position.FrontFace
        return [Seen(_id(one), one.description(), one.position() == front) for one in QMediaDevices.videoInputs()]

    def open(self, camera: str, sink: QVideoSink) -> Lens:
        """A camera that was `seen`, not started yet."""
        return Lens(next(one for one in QMediaDevices.videoInputs() if _id(one) == camera), sink, self)

    def may(self) -> bool | None:
        """Whether the person allowed it; None while nobody asked."""
        app = QCoreApplication.instance()
        status = app.checkPermission(QCameraPermission()) if app else Qt.PermissionStatus.Denied
        if status == Qt.PermissionStatus.Undetermined:
            return None
        return status == Qt.PermissionStatus.Granted and (bool(QMediaDevices.videoInputs()) or not _shut())

    def ask(self, answered: object) -> None:
        """Ask the person, then call `answered`."""
        app = QCoreApplication.instance()
        if app is not None:
            app.requestPermission(QCameraPermission(), self, answered)


def _shut() -> bool:
    return any(not os.access(device, os.R_OK | os.W_OK) for device in DEVICES.glob("video*"))


def _id(device: QCameraDevice) -> str:
    return device.id().toHex().data().decode()
