"""Notes which sentences the language of the screen lacks; asked by Qt after the app's own translators."""

from PySide6.QtCore import QTranslator


class Wordless(QTranslator):
    """Install it before any language; `missing` are the sentences that came this far."""

    def __init__(self) -> None:
        super().__init__()
        self.missing: set[str] = set()

    def isEmpty(self) -> bool:
        """Qt asks only those who have something."""
        return False

    def translate(self, context, sourceText, disambiguation=None, n=-1):  # noqa: N803
        """Note it and leave it as written."""
        if sourceText and not context.startswith("Q"):  # Qt's own classes ask too
            self.missing.add(sourceText)
        return None
