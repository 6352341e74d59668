"""What the screen may know and ask of the camera beside its picture: its light, its side, what helps when it fails."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.scanning import sentences
from clienteling.desktop.scanning.camera import Camera

QML_IMPORT_NAME = "clienteling.desktop.scanning"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class LensViewModel(QObject):
    """Changes with the camera; the words are said anew by `changed`."""

    changed = Signal()

    def __init__(self, camera: Camera) -> None:
        super().__init__()
        self._camera = camera
        camera.changed.connect(self.changed)

    @Property(bool, notify=changed)
    def torch(self) -> bool:
        """Whether there is a light to switch."""
        return self._camera.torch

    @Property(bool, notify=changed)
    def lit(self) -> bool:
        """Whether it is on."""
        return self._camera.lit

    @Property(bool, notify=changed)
    def mirrored(self) -> bool:
        """Whether the picture is shown as in a mirror."""
        return self._camera.front

    @Property(str, notify=changed)
    def wayOn(self) -> str:
        """What to press when there is no picture, empty when pressing helps nothing."""
        return sentences.camera_way_on(self._camera.state)

    @Slot(bool)
    def light(self, on: bool) -> None:
        """Switch the light."""
        self._camera.light(on)
