"""Says why the app does not start: on standard error, and in a window for whoever sees no terminal."""

import sys

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from clienteling.desktop.runtime import paths
from clienteling.desktop.runtime.display import has_display
from clienteling.desktop.runtime.fonts import load_fonts
from clienteling.desktop.runtime.language import Language


def tell(why: str) -> int:
    """Print it, show it until the window is closed where there is a screen; 1, the exit code."""
    print(why, file=sys.stderr)
    if has_display():
        application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
        load_fonts()
        language, engine = spoken(), window(why)
        application.exec()
        engine.deleteLater()
        language.close()
    return 1


def spoken() -> Language:
    """The language of the system: that of the tablet lies in its store."""
    return Language("ko" if QLocale.system().language() == QLocale.Language.Korean else "en")


def window(why: str) -> QQmlApplicationEngine:
    """The engine whose one window says it."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(paths.imports()))
    engine.setInitialProperties({"why": why})
    engine.loadFromModule("clienteling.desktop.shell", "Refusal")
    return engine
