"""What the scanner page stands on: scanners that type, scanners on serial ports and the camera, each remembered."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.scanning import actions
from clienteling.desktop.scanning.profile import Scanner
from clienteling.desktop.scanning.serial import SerialScanner
from clienteling.desktop.scanning.viewmodel import ScanningViewModel
from clienteling.desktop.scanning.viewmodel_asking import AskingViewModel
from clienteling.desktop.scanning.viewmodel_keyboards import KeyboardsViewModel
from clienteling.desktop.scanning.viewmodel_serial import SerialViewModel

QML_IMPORT_NAME = "clienteling.desktop.scanning"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ScannersViewModel(QObject):
    """While `shown` everything that is scanned stays on the page."""

    changed = Signal()

    def __init__(
        self, db: Db, tasks: Tasks, scanning: ScanningViewModel, device: SerialScanner | None = None,
        rules: AskingViewModel | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._db, self._tasks, self._scanning = db, tasks, scanning
        self.device = device or SerialScanner(self)
        self._keyboards = KeyboardsViewModel(db, tasks, scanning.wedge)
        self._serial = SerialViewModel(db, tasks, self.device)
        self._shown, self._rules = False, rules
        self.device.heard.connect(scanning.sent)
        scanning.camera.picked.connect(self._remember)

    async def load(self) -> None:
        """Listen and look as this tablet remembers."""
        known = await self._db.read(actions.scanners)
        self._keyboards.take([one for one in known if one.kind == "wedge"])
        self._serial.take([one for one in known if one.kind == "serial"])
        for one in known:
            if one.kind == "camera" and one.chosen:
                self._scanning.camera.prefer(one.id)

    @Slot()
    def reload(self) -> None:
        """Say everything anew, in the language of now."""
        self._keyboards.changed.emit()
        self._serial.changed.emit()

    def close(self) -> None:
        """Let go of the serial port."""
        self.device.close()

    @Property(QObject, constant=True)
    def scanning(self) -> ScanningViewModel:
        """What is scanned."""
        return self._scanning

    @Property(QObject, constant=True)
    def keyboards(self) -> KeyboardsViewModel:
        """Scanners that type."""
        return self._keyboards

    @Property(QObject, constant=True)
    def serial(self) -> SerialViewModel:
        """Scanners on serial ports."""
        return self._serial

    @Property(QObject, constant=True)
    def rules(self) -> AskingViewModel | None:
        """What this store has said about codes that fit more than one thing."""
        return self._rules

    def _is_shown(self) -> bool:
        return self._shown

    def _show(self, shown: bool) -> None:
        self._shown = shown
        self._scanning.testing = shown
        if shown:
            self._serial.look()
        else:
            self._keyboards.cancel()
        self.changed.emit()

    shown = Property(bool, _is_shown, _show, notify=changed)

    @Slot(str, str)
    def _remember(self, camera: str, name: str) -> None:
        self._tasks.start(self._db.run(actions.use, Scanner(camera, "camera", name)))
