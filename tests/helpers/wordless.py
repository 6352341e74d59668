"""Notes which sentences said in Python have no Korean; English needs no words for English.

It listens at `say` and is no translator of Qt's: QML's loader asks those on a thread of its own, and would wait for
the interpreter while a test holds it. The sentences of QML are held to their Korean by the house rules.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale

from clienteling.desktop.runtime import text


class Wordless:
    """Stands in for Qt where `say` asks it; `missing` are the sentences that came back as written in Korean."""

    def __init__(self) -> None:
        self.missing: set[str] = set()

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """What Qt says, noted if it has no words."""
        korean = QLocale().language() == QLocale.Language.Korean
        said = QCoreApplication.translate(context, source, disambiguation, n)
        if korean and source and said == (source.replace("%n", str(n)) if n >= 0 else source):
            self.missing.add(source)
        return said


@contextmanager
def listening() -> Iterator[Wordless]:
    """Note what is missing until the end."""
    wordless = Wordless()
    text.QCoreApplication = wordless
    yield wordless
    text.QCoreApplication = QCoreApplication
