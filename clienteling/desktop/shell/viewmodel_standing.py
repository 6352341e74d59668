"""What stands at the top of every page as long as it is so: a full disk, a damaged store; knows neither's remedy."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.runtime.faults import Damaged
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.room import Room
from clienteling.desktop.runtime.text import say
from clienteling.desktop.sync.salvage import Salvaged

QML_IMPORT_NAME = "clienteling.desktop.shell"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class Standing(QObject):
    """One sentence, the most urgent one; empty when all is well."""

    changed = Signal()

    def __init__(self, room: Room, salvaged: Salvaged | None, language: Language) -> None:
        super().__init__()
        self._room, self._salvaged, self._damaged = room, salvaged, False
        room.changed.connect(self.changed)
        language.changed.connect(self.changed)

    @Slot()
    def read(self) -> None:
        """A person read what came back."""
        self._salvaged = None
        self.changed.emit()

    @Slot()
    def note_damage(self) -> None:
        """Something in the store could not be read as it was written."""
        self._damaged = True
        self.changed.emit()

    def _sentence(self) -> str:
        if self._damaged:
            return say(Damaged().template)
        if self._room.short:
            return say("This tablet's memory is full. Orders are still kept; delete what this tablet does not need.")
        return _came_back(self._salvaged) if self._salvaged else ""

    sentence = Property(str, _sentence, notify=changed)
    readable = Property(
        bool, lambda self: bool(self._salvaged) and not self._room.short and not self._damaged, notify=changed
    )
    """Whether the sentence goes when it was read."""


def _came_back(salvaged: Salvaged) -> str:
    whole = say("This tablet's store was damaged. %n entries that central did not have came back.", n=salvaged.facts)
    if salvaged.doubtful:
        whole += " " + say("%n of them need you: see this tablet and central.", n=salvaged.doubtful)
    if salvaged.anew:
        whole += " " + say("Everything else is being loaded again.")
    return whole
