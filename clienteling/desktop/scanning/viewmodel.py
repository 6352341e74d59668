"""What the scan sheet and the scanner test may know and ask; every reader's code leaves here as one Scan."""

import time
from pathlib import Path

from PySide6.QtCore import Property, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QTransform, QWindow
from PySide6.QtQml import QmlElement, QmlUncreatable, qmlEngine
from PySide6.QtQuick import QQuickItem

from clienteling.contract.pieces import Scheme
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.text import clock, say
from clienteling.desktop.scanning import domain, sentences
from clienteling.desktop.scanning.agreement import Agreement, Found, Presentations, answer, identity, understood
from clienteling.desktop.scanning.camera import Camera
from clienteling.desktop.scanning.domain import Confidence, Meaning, Scan, Source, classify, classify_bytes, scan
from clienteling.desktop.scanning.preview import CameraProvider
from clienteling.desktop.scanning.reading import Reading
from clienteling.desktop.scanning.viewmodel_lens import LensViewModel
from clienteling.desktop.scanning.wedge import Wedge
from clienteling.desktop.scanning.worker import Worker

QML_IMPORT_NAME = "clienteling.desktop.scanning"
QML_IMPORT_MAJOR_VERSION = 1

ROLES = ("text", "word", "tone", "reader", "time", "took")
PATIENCE = 1.5  # seconds of looking before a hint
REMEMBERED = 50


@QmlElement
@QmlUncreatable("made by the application")
class ScanningViewModel(QObject):
    """`scanned` brings every presentation once, unknown ones too; while `testing` nothing leaves the test page."""

    scanned = Signal(object)  # Scan
    reported = Signal(object)  # Scan: "this code should be known"
    moved = Signal()  # the code belongs to another screen: the sheet closes
    changed = Signal()
    cameraChanged = Signal()
    seen = Signal()

    def __init__(
        self,
        worker: Worker | None = None,
        camera: Camera | None = None,
        wedge: Wedge | None = None,
        schemes: tuple[Scheme, ...] = (),
    ) -> None:
        super().__init__()
        self._schemes = schemes
        self.worker = worker or Worker(parent=self)
        self.camera = camera or Camera(self)
        self._lens = LensViewModel(self.camera)
        self.wedge = wedge or Wedge(parent=self)
        self.heard = RowsModel(ROLES)
        self._heard: list[tuple[Scan, float]] = []
        self._last: Scan | None = None
        self._hint = ""
        self._problem: Problem | None = None
        self._provider: CameraProvider | None = None
        self._newest, self._frame = QImage(), 0
        self._busy = False
        self._testing = False
        self._asked = self._believed = 0.0
        self._agreement, self._presentations = Agreement(), Presentations()
        self._connect()

    def _connect(self) -> None:
        self.camera.changed.connect(self.cameraChanged)
        self.camera.framed.connect(self.worker.look)
        self.worker.framed.connect(self._framed)
        self.worker.pictured.connect(self._pictured)
        self.worker.failed.connect(self._failed)
        self.wedge.scanned.connect(self._burst)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state)

    def listen(self, window: QWindow) -> None:
        """Hear a scanner that types into this window, wherever the focus is; away from it the camera rests."""
        self.wedge.watch(window)
        away = (QWindow.Visibility.Hidden, QWindow.Visibility.Minimized)
        window.visibilityChanged.connect(lambda seen: self.camera.rest("minimised", seen in away))

    def close(self) -> None:
        """Let go of the camera and end the decoder thread; call before the application ends."""
        self.camera.stop()
        self.worker.close()

    @Slot()
    def reload(self) -> None:
        """Say everything anew, in the language of now."""
        self._list()
        self.changed.emit()
        self.camera.changed.emit()

    @Property("QVariantMap", notify=changed)
    def last(self) -> dict[str, object]:
        """The last scan as the sheet shows it, empty before the first."""
        return sentences.shown(self._last) if self._last else {}

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What would help the reader now, or what went wrong."""
        if self._problem:
            return say(self._problem.template, **self._problem.values)
        return say(self._hint) if self._hint else ""

    @Property(str, notify=cameraChanged)
    def cameraState(self) -> str:
        """off, starting, on, missing, denied or failed."""
        return self.camera.state

    @Property(str, notify=cameraChanged)
    def cameraSentence(self) -> str:
        """Why there is no picture of the camera, empty when there is one."""
        return sentences.camera(self.camera.state)

    @Property("QStringList", notify=cameraChanged)
    def cameras(self) -> list[str]:
        """The names of the cameras, to choose from."""
        return [one.name for one in self.camera.seen]

    @Property(int, notify=cameraChanged)
    def cameraIndex(self) -> int:
        """Which of `cameras` is used."""
        return self.camera.chosen

    @Property(QObject, constant=True)
    def lens(self) -> LensViewModel:
        """The camera's light, its side and what helps when it fails."""
        return self._lens

    def _is_testing(self) -> bool:
        return self._testing

    def _test(self, on: bool) -> None:
        self._testing = on
        self.changed.emit()

    testing = Property(bool, _is_testing, _test, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    frame = Property(int, lambda self: self._frame, notify=seen)
    heardRows = Property(QObject, lambda self: self.heard, constant=True)

    @Slot(QUrl)
    def openPicture(self, file: QUrl) -> None:
        """Read the codes in a picture file of this tablet; nothing is ever fetched."""
        if not file.isLocalFile():
            self._tell_hint(sentences.SAVE_FIRST)
            return
        self._busy, self._asked = True, time.monotonic()
        self._tell_hint("")
        self.worker.open(Path(file.toLocalFile()))

    @Slot(str)
    def typed(self, text: str) -> None:
        """Take a code that somebody typed."""
        if text.strip():
            self._understood(classify(text, schemes=self._schemes), "typed", "likely", 0)

    @Slot()
    def startCamera(self) -> None:
        """Look through the camera until `stopCamera`."""
        self._believed = time.monotonic()
        self._tell_hint("")
        self.camera.start()

    @Slot()
    def stopCamera(self) -> None:
        """Let go of the camera."""
        self.camera.stop()
        self._tell_hint("")

    @Slot(int)
    def chooseCamera(self, index: int) -> None:
        """Look through another one of `cameras`."""
        self.camera.choose(index)

    @Slot(QQuickItem)
    def paintOn(self, stage: QQuickItem) -> None:
        """Let the QML around this item ask for `image://camera/<number>`."""
        engine = qmlEngine(stage)
        if engine is not None and engine.imageProvider("camera") is None:
            self._provider = CameraProvider()
            self._provider.newest = self._newest
            engine.addImageProvider("camera", self._provider)

    @Slot()
    def report(self) -> None:
        """Say that the last code should have been known."""
        if self._last:
            self.reported.emit(self._last)

    @Slot()
    def forget(self) -> None:
        """Begin anew: no last scan, no hint."""
        self._last = None
        self._tell_hint("")

    @Slot(object, float)
    def sent(self, code: bytes, took: float) -> None:
        """Take a code that a scanner on a serial port sent."""
        self._gunned(classify_bytes(code, self._schemes), "serial", took, code)

    @Slot(str, float)
    def _burst(self, text: str, took: float) -> None:
        self._gunned(classify(text, schemes=self._schemes), "wedge", took)

    def _gunned(self, meaning: Meaning, source: Source, took: float, raw: bytes = b"") -> None:
        if self._presentations.is_new(identity(meaning), time.monotonic()):
            self._understood(meaning, source, "likely", took, raw)

    @Slot(object, object)
    def _framed(self, readings: list[Reading], frame: QImage) -> None:
        if self.camera.state != "on":
            return
        self.see(frame.transformed(QTransform().rotate(self.camera.turned)) if self.camera.turned else frame)
        at = time.monotonic()
        for meaning, reading in understood(readings, self._schemes):
            self._sighted(meaning, reading, at)
        if at - self._believed > PATIENCE:
            self._tell_hint(sentences.CLOSER)

    def see(self, frame: QImage) -> None:
        """Show this picture as what the camera sees."""
        self._newest, self._frame = frame, self._frame + 1
        if self._provider is not None:
            self._provider.newest = frame
        self.seen.emit()

    def _sighted(self, meaning: Meaning, reading: Reading, at: float) -> None:
        known = self._presentations.lies_there(identity(meaning), at)
        sighting = self._agreement.weigh(meaning, reading, at)
        if known:
            self._believed = at
        elif sighting is not None and sighting.clash:
            self._believed = at
            self._tell_hint(sentences.ONE_AT_A_TIME)
        elif sighting is not None and self._presentations.is_new(identity(meaning), at):
            self._believed = at
            self._understood(sighting.meaning or meaning, "camera", sighting.confidence, 0, reading.raw)

    @Slot(object)
    def _pictured(self, climbed: list[Found]) -> None:
        self._busy = False
        took = (time.monotonic() - self._asked) * 1000
        found = answer(climbed)
        if isinstance(found, str):
            self._tell_hint(sentences.SILENCE[found])
            return
        _, reading, confidence = found
        meaning = classify(reading.text, reading.symbology, reading.aim, self._schemes)
        self._understood(meaning, "picture", confidence, took, reading.raw)

    @Slot(object)
    def _failed(self, problem: Problem) -> None:
        self._busy = False
        self._problem = problem
        self.changed.emit()

    def _understood(
        self, meaning: Meaning, source: Source, confidence: Confidence, took: float, raw: bytes = b""
    ) -> None:
        found = domain.confirmed(scan(meaning, source, now(), confidence, raw), self._last)
        self._last = found
        self._tell_hint("")
        self._heard = [(found, took), *self._heard[: REMEMBERED - 1]]
        self._list()
        if self._testing:
            return
        if found.kind in ("customer", "staff", "order"):
            self.moved.emit()
        self.scanned.emit(found)

    def _list(self) -> None:
        spans = [(found, say("{n} ms", n=round(took)) if took else "") for found, took in self._heard]
        self.heard.reset([(*sentences.row(found), clock(found.at), span) for found, span in spans])

    def _tell_hint(self, template: str) -> None:
        self._hint, self._problem = template, None
        self.changed.emit()

    @Slot(Qt.ApplicationState)
    def _state(self, state: Qt.ApplicationState) -> None:
        away = (Qt.ApplicationState.ApplicationHidden, Qt.ApplicationState.ApplicationSuspended)
        self.camera.rest("hidden", state in away)
