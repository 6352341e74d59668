"""The language of the screen: catalogues read with Babel, switched while the app runs."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

from clienteling.desktop.runtime.compiled import compiled
from clienteling.desktop.runtime.paths import resources

LOCALES = {"en": "en_GB", "ko": "ko_KR"}


def load(code: str, folder: Path | None = None) -> dict[str, tuple[str, ...]]:
    """Every translated sentence of a language by its English, from <code>.po and parts/*.<code>.po."""
    folder = folder or resources() / "translations"
    words: dict[str, tuple[str, ...]] = {}
    for file in [folder / f"{code}.po", *sorted(folder.glob(f"parts/*.{code}.po"))]:
        if file.is_file():
            with file.open("rb") as stream:
                words.update(_entries(read_po(stream, locale=code)))
    return words


def _entries(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    entries: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        key = message.id[0] if isinstance(message.id, list | tuple) else message.id
        forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
        if key and all(forms):
            entries[key] = tuple(form or "" for form in forms)
    return entries


class Language(QObject):
    """Which language the app speaks; `changed` comes after every sentence can be asked anew.

    The translators are Qt's own. One written in Python is asked by QML's loader thread too, which waits for Python
    while Python may wait for it.
    """

    changed = Signal()

    def __init__(self, code: str = "ko") -> None:
        super().__init__()
        self.code, self._closed = "", False
        self._translators: dict[str, tuple[QTranslator, bytes]] = {}
        self.apply(code)

    def apply(self, code: str) -> None:
        """Speak `ko` or `en` from now on; connect `changed` to the engine's retranslate."""
        if code == self.code or code not in LOCALES or self._closed:
            return
        if self.code:
            QCoreApplication.removeTranslator(self._translator(self.code))
        self.code = code
        QLocale.setDefault(QLocale(LOCALES[code]))
        QCoreApplication.installTranslator(self._translator(code))
        self.changed.emit()

    def close(self) -> None:
        """Take our words away from Qt, for good: a setting that is read late brings none back."""
        self._closed = True
        QCoreApplication.removeTranslator(self._translator(self.code))

    def _translator(self, code: str) -> QTranslator:
        if code not in self._translators:
            words, translator = compiled(code, load(code)), QTranslator(self)
            translator.load(words)
            self._translators[code] = translator, words  # Qt reads the bytes where they are
        return self._translators[code][0]
