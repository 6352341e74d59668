"""What the scanner page may know and ask of scanners on serial ports; knows no byte of theirs."""

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import say
from clienteling.desktop.scanning import actions, sentences_scanners
from clienteling.desktop.scanning.profile import FRAMINGS, SPEEDS, TERMINATORS, Scanner, SerialProfile, using
from clienteling.desktop.scanning.serial import SerialScanner

QML_IMPORT_NAME = "clienteling.desktop.scanning"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class SerialViewModel(QObject):
    """Which scanner is listened to, how it sends, and how it is; every change applies and is kept at once."""

    changed = Signal()

    def __init__(self, db: Db, tasks: Tasks, device: SerialScanner) -> None:
        super().__init__()
        self._db, self._tasks, self._device = db, tasks, device
        self._known: list[Scanner] = []
        self._choices: list[Scanner] = []
        device.changed.connect(self.changed)

    def take(self, known: list[Scanner]) -> None:
        """Use what this tablet remembers of scanners on serial ports."""
        self._known = known
        chosen = self._chosen()
        if chosen:
            self._device.use(chosen.id, self._profile())
        else:
            self._device.close()
        self.look()
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """See anew what is plugged in."""
        known = {one.id: one for one in self._known}
        here = {port.identity: Scanner(port.identity, "serial", port.called) for port in self._device.ports()}
        choices = [known.get(each, one) for each, one in here.items()]
        choices += [one for one in self._known if one.id not in here]
        if choices != self._choices:
            self._choices = choices
            self.changed.emit()

    @Property("QStringList", notify=changed)
    def names(self) -> list[str]:
        """The scanners to choose from: none, those plugged in, those remembered."""
        return [say("None"), *(one.name for one in self._choices)]

    @Property(int, notify=changed)
    def current(self) -> int:
        """Which of `names` is listened to."""
        return next((at for at, one in enumerate(self._choices, 1) if one.id == self._device.identity), 0)

    @Property(str, notify=changed)
    def state(self) -> str:
        """off, waiting, connected, denied, busy, failed or garbled."""
        return self._device.state

    @Property(str, notify=changed)
    def sentence(self) -> str:
        """How the scanner is, and what to do about it."""
        chosen = self._chosen()
        return sentences_scanners.serial(self._device.state, chosen.name if chosen else "", self._device.group)

    @Property(str, notify=changed)
    def tone(self) -> str:
        """How serious that is."""
        return sentences_scanners.TONES.get(self._device.state, "neutral")

    @Property("QStringList", constant=True)
    def speeds(self) -> list[str]:
        """Bits a second to choose from."""
        return [str(speed) for speed in SPEEDS]

    @Property(int, notify=changed)
    def speed(self) -> int:
        """Which of `speeds`."""
        return SPEEDS.index(self._profile().baud)

    @Property("QStringList", constant=True)
    def framings(self) -> list[str]:
        """Data bits, parity and stop bits to choose from."""
        return list(FRAMINGS)

    @Property(int, notify=changed)
    def framing(self) -> int:
        """Which of `framings`."""
        return FRAMINGS.index(self._profile().framing)

    @Property("QStringList", notify=changed)
    def ends(self) -> list[str]:
        """The ends of a code to choose from."""
        return sentences_scanners.ends()

    @Property(int, notify=changed)
    def end(self) -> int:
        """Which of `ends`."""
        return TERMINATORS.index(self._profile().terminator)

    @Property(str, notify=changed)
    def prefix(self) -> str:
        """What the scanner puts before a code."""
        return self._profile().prefix

    @Property(str, notify=changed)
    def suffix(self) -> str:
        """What it puts behind."""
        return self._profile().suffix

    @Slot(int)
    def choose(self, place: int) -> None:
        """Listen to another of `names`."""
        if place:
            self._use(self._choices[place - 1])
        else:
            self.take(using(self._known, None))
            self._tasks.start(self._db.run(actions.use_none, "serial"))

    @Slot(int)
    def setSpeed(self, place: int) -> None:
        """Another of `speeds`."""
        self._set(baud=SPEEDS[place])

    @Slot(int)
    def setFraming(self, place: int) -> None:
        """Another of `framings`."""
        self._set(framing=FRAMINGS[place])

    @Slot(int)
    def setEnd(self, place: int) -> None:
        """Another of `ends`."""
        self._set(terminator=TERMINATORS[place])

    @Slot(str, str)
    def setAround(self, prefix: str, suffix: str) -> None:
        """What stands before and behind a code."""
        self._set(prefix=prefix, suffix=suffix)

    @Slot()
    def retry(self) -> None:
        """Try to open the port now."""
        self._device.retry()

    def _set(self, **changed: object) -> None:
        chosen = self._chosen()
        if chosen:
            profile = msgspec.structs.replace(self._profile(), **changed)
            if profile != self._profile():
                self._use(msgspec.structs.replace(chosen, profile=msgspec.to_builtins(profile)))

    def _use(self, one: Scanner) -> None:
        self.take(using(self._known, one))
        self._tasks.start(self._db.run(actions.use, one))

    def _chosen(self) -> Scanner | None:
        return next((one for one in self._known if one.chosen), None)

    def _profile(self) -> SerialProfile:
        chosen = self._chosen()
        return msgspec.convert(chosen.profile, SerialProfile) if chosen else SerialProfile()
