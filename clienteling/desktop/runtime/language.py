"""The language of the screen: catalogues read with Babel, switched while the app runs."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

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


class Translator(QTranslator):
    """Qt's door to our catalogues; `missing` collects what has no translation."""

    def __init__(self, code: str, words: dict[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.code = code
        self.missing: set[str] = set()
        self._words = words

    def isEmpty(self) -> bool:
        """Never empty: English has plural forms too."""
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The sentence in this language, or as it was written."""
        forms = self._words.get(sourceText)
        if forms is None:
            if sourceText and not context.startswith("Q"):  # Qt's own classes ask too
                self.missing.add(sourceText)
            return sourceText
        if n < 0 or len(forms) == 1:  # Korean has one form, English two; a third language brings its rule with it
            return forms[0]
        return forms[0 if n == 1 else 1]


class Language(QObject):
    """Which language the app speaks; `changed` comes after every sentence can be asked anew."""

    changed = Signal()

    def __init__(self, code: str = "ko") -> None:
        super().__init__()
        self.code = ""
        self._translators: dict[str, Translator] = {}
        self.apply(code)

    @property
    def missing(self) -> set[str]:
        """Sentences asked for that this language lacks."""
        return self._translators[self.code].missing

    def apply(self, code: str) -> None:
        """Speak `ko` or `en` from now on; connect `changed` to the engine's retranslate."""
        if code == self.code or code not in LOCALES:
            return
        if self.code:
            QCoreApplication.removeTranslator(self._translators[self.code])
        if code not in self._translators:
            self._translators[code] = Translator(code, load(code))
        self.code = code
        QLocale.setDefault(QLocale(LOCALES[code]))
        QCoreApplication.installTranslator(self._translators[code])
        self.changed.emit()
