"""What the settings screen may know and ask."""

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.preferences import actions
from clienteling.desktop.preferences.domain import CHOICES, FIRST, VOLUMES
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.preferences"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class PreferencesViewModel(QObject):
    """Language, theme, size of text and sound, kept on this tablet and applied at once."""

    changed = Signal()

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language, central: str, keeper: str) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._central, self._keeper = central, keeper
        self._settings = dict(FIRST)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.changed)

    async def load(self) -> None:
        """Apply what was chosen on this tablet."""
        self._apply(await self._db.read(actions.settings))

    @property
    def volume(self) -> float:
        """How loud a scan sounds, from 0, which is silence, to 1."""
        return VOLUMES[self._settings["sound"]]

    @Slot(str, int)
    def choose(self, name: str, place: int) -> None:
        """Choose a setting by its place among its choices."""
        self._tasks.start(self._choose(name, CHOICES[name][place]))

    async def _choose(self, name: str, value: str) -> None:
        await self._db.run(actions.choose, name, value)
        self._apply(self._settings | {name: value})

    def _apply(self, settings: dict[str, str]) -> None:
        self._settings = settings
        if self._language.code != settings["language"]:
            self._language.apply(settings["language"])
        self.changed.emit()

    def _dark(self) -> bool:
        theme = self._settings["theme"]
        if theme == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return theme == "dark"

    def _place(self, name: str) -> int:
        return CHOICES[name].index(self._settings[name])

    dark = Property(bool, _dark, notify=changed)
    textScale = Property(float, lambda self: int(self._settings["text"]) / 100, notify=changed)
    language = Property(int, lambda self: self._place("language"), notify=changed)
    theme = Property(int, lambda self: self._place("theme"), notify=changed)
    text = Property(int, lambda self: self._place("text"), notify=changed)
    sound = Property(int, lambda self: self._place("sound"), notify=changed)
    session = Property(QObject, lambda self: self._session, constant=True)
    central = Property(str, lambda self: self._central, constant=True)
    keeper = Property(str, lambda self: self._keeper, constant=True)
