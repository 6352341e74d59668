"""The whole window over real view models, with pages that hold nothing."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLoggingCategory, QPointF, Qt
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtTest import QTest

from clienteling.desktop.preferences.viewmodel import PreferencesViewModel
from clienteling.desktop.runtime.images import provide
from clienteling.desktop.runtime.room import Room
from clienteling.desktop.scanning.viewmodel import ScanningViewModel
from clienteling.desktop.scanning.viewmodel_asking import AskingViewModel
from clienteling.desktop.shell.viewmodel import Navigator, Toasts
from clienteling.desktop.shell.viewmodel_presence import Presence
from clienteling.desktop.shell.viewmodel_standing import Standing
from clienteling.desktop.signin.domain import Person
from clienteling.desktop.signin.viewmodel import Session, SigninViewModel
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.sync.drainer import Drainer
from clienteling.desktop.sync.escrow import Escrow
from clienteling.desktop.sync.viewmodel import SyncViewModel


class Shell:
    """The window, what it was given, and a person before it."""

    def __init__(self, window, engine, **given):
        self.window, self.engine = window, engine
        self.__dict__.update(given)

    def find(self, name):
        return next(item for item in _items(self.window.contentItem()) if item.objectName() == name)

    def shows(self, name):
        return any(item.objectName() == name and item.isVisible() for item in _items(self.window.contentItem()))

    def click(self, name):
        item = self.find(name)
        spot = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window, key, modifier)

    def sign_in(self):
        device = {"id": "d", "store": "s", "tenant": "t", "name": "Tablet 3", "code": "G3"}
        self.session.settle(device, "강남점", "KRW")
        self.session.begin(Person(id="p", name="Seo-jun", role="associate", store="s", pin=""))


def _items(item):
    yield item
    for child in item.childItems():
        yield from _items(child)


@pytest.fixture(autouse=True)
def quiet_media():
    """Qt's media part tells which optional libraries of the machine it did not find."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    yield
    QLoggingCategory.setFilterRules("")


@pytest.fixture
def scanning():
    """The ears and eyes of the tablet, without a camera."""
    scanning = ScanningViewModel()
    yield scanning
    scanning.close()


@pytest.fixture
def given(db, tasks, central, language, pictures, scanning, tmp_path):
    """Everything Main asks for."""
    session = Session()
    drainer = Drainer(db, central, lambda: "d", {}, Connection())
    return {
        "navigator": Navigator(language), "toasts": Toasts(), "session": session, "presence": Presence(session),
        "standing": Standing(Room(tmp_path, lambda: 0), None, language),
        "signin": SigninViewModel(db, tasks, session, language),
        "sync": SyncViewModel(db, tasks, drainer, {}, Escrow(tmp_path / "outbox.sealed", "")),
        "preferences": PreferencesViewModel(db, tasks, session, language, "https://central.example", "keyring"),
        "scanning": scanning, "pictures": pictures,
        "asking": AskingViewModel(db, tasks, session, language, lambda *_: []),
    }  # fmt: skip


@pytest.fixture
def shell(qapp, qtbot, fonts, given, pictures, language, root):
    """The window, open and nobody signed in; a warning of QML fails the test."""
    engine, warnings = QQmlApplicationEngine(), []
    engine.warnings.connect(lambda some: warnings.extend(one.toString() for one in some))
    engine.addImportPath(str(root))
    provide(engine, pictures)
    language.changed.connect(engine.retranslate)
    models = {"sync": given["sync"], "settings": given["preferences"]}
    engine.setInitialProperties(given | {"models": models, "reducedMotion": True})
    engine.loadFromModule("clienteling.desktop.shell", "Main")
    assert engine.rootObjects(), warnings
    window = engine.rootObjects()[0]
    qtbot.waitUntil(window.isExposed)
    yield Shell(window, engine, **given)
    window.close()
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    assert not warnings, warnings
