"""The bundled typeface; without it a bare machine shows Korean as empty boxes."""

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from clienteling.desktop.runtime.paths import resources

FAMILY = "Pretendard"


def load_fonts() -> None:
    """Make the bundled weights known and the application's own."""
    for file in sorted((resources() / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))
    QGuiApplication.setFont(QFont(FAMILY))
