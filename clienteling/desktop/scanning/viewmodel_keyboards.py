"""What the scanner page may know and ask of scanners that type; knows no port and no camera."""

from dataclasses import asdict

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.contract.ids import new_id
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import say
from clienteling.desktop.scanning import actions, sentences_scanners
from clienteling.desktop.scanning.burst import Burst
from clienteling.desktop.scanning.learning import learned
from clienteling.desktop.scanning.profile import Scanner, WedgeSettings, using
from clienteling.desktop.scanning.wedge import Wedge

QML_IMPORT_NAME = "clienteling.desktop.scanning"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class KeyboardsViewModel(QObject):
    """Which profile is in use, and the learning of another: listening, then learnt, then kept under a name."""

    changed = Signal()

    def __init__(self, db: Db, tasks: Tasks, wedge: Wedge) -> None:
        super().__init__()
        self._db, self._tasks, self._wedge = db, tasks, wedge
        self._known: list[Scanner] = []
        self._learnt: WedgeSettings | None = None
        self._last: Burst | None = None
        self._hint = ""
        wedge.measured.connect(self._measured)

    def take(self, known: list[Scanner]) -> None:
        """Use what this tablet remembers of scanners that type."""
        self._known = known
        chosen = self._chosen()
        self._wedge.settings = msgspec.convert(chosen.profile, WedgeSettings) if chosen else WedgeSettings()
        self.changed.emit()

    @Property("QStringList", notify=changed)
    def names(self) -> list[str]:
        """The profiles to choose from; the first fits most."""
        return [say("Any scanner"), *(one.name for one in self._known)]

    @Property(int, notify=changed)
    def current(self) -> int:
        """Which of `names` is in use."""
        chosen = self._chosen()
        return self._known.index(chosen) + 1 if chosen else 0

    @Property(str, notify=changed)
    def sentence(self) -> str:
        """How the one in use types."""
        return sentences_scanners.typing(self._wedge.settings)

    @Property(str, notify=changed)
    def pace(self) -> str:
        """How the last scan was typed, empty before the first."""
        return sentences_scanners.pace(self._last) if self._last else ""

    @Property(bool, notify=changed)
    def learning(self) -> bool:
        """Whether the next scan is measured."""
        return self._wedge.learning

    @Property(str, notify=changed)
    def hint(self) -> str:
        """Why the last scan taught nothing."""
        return say(self._hint) if self._hint else ""

    @Property(str, notify=changed)
    def learnt(self) -> str:
        """What was learnt and waits for a name, empty when nothing does."""
        return sentences_scanners.typing(self._learnt) if self._learnt else ""

    @Slot()
    def learn(self) -> None:
        """Measure the next scan, whatever its times."""
        self._become(None, listening=True)

    @Slot()
    def cancel(self) -> None:
        """Learn nothing."""
        self._become(None, listening=False)

    @Slot(str)
    def keep(self, name: str) -> None:
        """Remember what was learnt under this name and use it."""
        if self._learnt and name.strip():
            one = Scanner(new_id(), "wedge", name.strip(), True, asdict(self._learnt))
            self._become(None, listening=False)
            self._use(one)

    @Slot(int)
    def choose(self, place: int) -> None:
        """Use another of `names`."""
        if place:
            self._use(self._known[place - 1])
        else:
            self.take(using(self._known, None))
            self._tasks.start(self._db.run(actions.use_none, "wedge"))

    @Slot()
    def forget(self) -> None:
        """Know the one in use no longer."""
        chosen = self._chosen()
        if chosen:
            self.take([one for one in self._known if one is not chosen])
            self._tasks.start(self._db.run(actions.forget, chosen.id))

    def _use(self, one: Scanner) -> None:
        self.take(using(self._known, one))
        self._tasks.start(self._db.run(actions.use, one))

    @Slot(object)
    def _measured(self, burst: Burst) -> None:
        self._last = burst
        if self._wedge.learning:
            learnt = learned(burst)
            self._become(learnt, listening=learnt is None, hint="" if learnt else sentences_scanners.BY_HAND)
        self.changed.emit()

    def _become(self, learnt: WedgeSettings | None, listening: bool, hint: str = "") -> None:
        self._learnt, self._wedge.learning, self._hint = learnt, listening, hint
        self.changed.emit()

    def _chosen(self) -> Scanner | None:
        return next((one for one in self._known if one.chosen), None)
