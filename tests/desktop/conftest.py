"""Fixtures of the desktop's tests: a loop, a database, a central that answers as told, and a window over real QML."""

import asyncio
import gc
import time
from types import SimpleNamespace

import httpx
import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QUrl
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtQuick import QQuickImageProvider, QQuickItem, QQuickView
from PySide6.QtQuickControls2 import QQuickStyle
from PySide6.QtTest import QTest

from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.db import Db, metadata, open_engine
from clienteling.desktop.runtime.loop import Loop
from clienteling.desktop.runtime.problems import Problems
from clienteling.desktop.runtime.tasks import Tasks

PATIENCE = 5.0


@pytest.fixture(scope="session")
def qapp_cls():
    """pytest-qt makes this one; the app has no widgets."""
    QQuickStyle.setStyle("Basic")
    return QGuiApplication


@pytest.fixture(scope="session")
def fonts(qapp, root):
    """The bundled typeface, without which Korean is boxes."""
    for file in (root / "resources" / "fonts").glob("*.otf"):
        QFontDatabase.addApplicationFont(str(file))
    qapp.setFont("Pretendard")


@pytest.fixture
def loop(qapp):
    """Runs for the whole test: tasks advance while `qtbot.waitUntil` or `run` pump Qt; a lost exception fails the test."""
    loop = Loop(qapp, already_running=True)
    asyncio.set_event_loop(loop)
    lost = []
    loop.set_exception_handler(lambda _, context: lost.append(context))
    yield loop
    _end_tasks(loop, qapp)
    qapp.aboutToQuit.disconnect(loop._after_run_forever)
    loop.stop = lambda: None
    loop._QEventLoop__is_running = False  # already_running has no public way back
    asyncio.events._set_running_loop(None)
    loop.close()
    asyncio.set_event_loop(None)
    gc.collect()
    qapp.processEvents()
    assert not lost, lost


def _end_tasks(loop, qapp):
    def pending():
        return [task for task in asyncio.all_tasks(loop) if not task.done()]

    for task in pending():
        task.cancel()
    end = time.monotonic() + PATIENCE
    while pending() and time.monotonic() < end:
        qapp.processEvents()
    assert not pending()


@pytest.fixture
def run(loop, qapp):
    """Run one coroutine to its end: `people = run(db.read(store.people))`."""

    def until_done(coroutine):
        task = loop.create_task(coroutine)
        end = time.monotonic() + PATIENCE
        while not task.done():
            assert time.monotonic() < end, "the coroutine did not end"
            qapp.processEvents()
        return task.result()

    return until_done


@pytest.fixture
def tx(tmp_path):
    """One open transaction on a real local database, for stores and actions; no Qt."""
    engine = open_engine(tmp_path / "one.db")
    metadata.create_all(engine)
    with engine.begin() as tx:
        tx.info["touched"] = set()
        yield tx
    engine.dispose()


@pytest.fixture
def db(tmp_path, loop):
    """The app's own door to a real local database."""
    db = Db(tmp_path / "local.db")
    metadata.create_all(db.engine)
    yield db
    db.close()


@pytest.fixture
def problems(qapp):
    """Where problems arrive; what was told is in `problems.told`, and a bug fails the test."""
    problems = Problems()
    problems.told, bugs = [], []
    problems.raised.connect(problems.told.append)
    problems.crashed.connect(bugs.append)
    yield problems
    assert not bugs, bugs[0]


@pytest.fixture
def tasks(problems, loop, run):
    """Starts what view models start."""
    tasks = Tasks(problems)
    yield tasks
    run(tasks.close())


class Told:
    """A central that answers as told, path by path; unreachable everywhere else."""

    def __init__(self):
        self.answers = {}
        self.asked = []

    def tell(self, path, answer):
        """Answer `path` with a value, or with what a function of the request returns."""
        self.answers[path] = answer

    def __call__(self, request):
        self.asked.append((request.method, request.url.path, dict(request.url.params)))
        if request.url.path not in self.answers:
            raise httpx.ConnectError("no way to central")
        answer = self.answers[request.url.path]
        body = msgspec.json.encode(answer(request) if callable(answer) else answer)
        return httpx.Response(200, content=body, headers={"content-type": "application/json"})


@pytest.fixture
def told():
    """What central answers in this test."""
    return Told()


@pytest.fixture
def central(told, run):
    """The app's own client, over answers told by the test."""
    central = Central(httpx.AsyncClient(transport=httpx.MockTransport(told), base_url="http://central"), "token")
    yield central
    run(central.close())


@pytest.fixture
def session():
    """Who is signed in, with the attributes of the app's session."""
    return SimpleNamespace(
        staff="staff-1", staff_name="서준", role="associate", store="store-1", store_name="강남", currency="KRW",
        device="device-1", device_name="Tablet 1", device_code="T1",
    )  # fmt: skip


class Window:
    """One page in a window, and the fingers, keys and eyes of a person before it."""

    def __init__(self, view, page, qtbot):
        self.view, self.page, self.qtbot = view, page, qtbot

    def find(self, name, visible=True):
        """The first item of that objectName, delegates and popups too; only a visible one unless told."""
        found = [item for item in _items(self.view.contentItem()) if item.objectName() == name]
        found = [item for item in found if item.isVisible()] if visible else found
        assert found, f"there is no item {name!r}"
        return found[0]

    def has(self, name):
        """Whether a visible item of that objectName is there."""
        return any(item.objectName() == name and item.isVisible() for item in _items(self.view.contentItem()))

    def wait(self, name):
        """Wait until the item is there, then give it."""
        self.qtbot.waitUntil(lambda: self.has(name), timeout=int(PATIENCE * 1000))
        return self.find(name)

    def texts(self):
        """Every text that is to be read now."""
        items = [item for item in _items(self.view.contentItem()) if item.isVisible()]
        return [item.property("text") for item in items if item.property("textFormat") is not None]

    def click(self, name):
        item = self.wait(name)
        spot = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def type(self, text):
        """What an input method commits into the item with the focus; any script."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(self.view.activeFocusItem(), event)

    def key(self, key):
        QTest.keyClick(self.view, key)

    def resize(self, width, height):
        self.view.resize(width, height)
        theme(self.view, width=width)
        self.qtbot.waitUntil(lambda: self.page.width() == width)

    def picture(self, path):
        """Save what is seen."""
        QTest.qWait(50)
        image = self.view.grabWindow()
        assert not image.isNull()
        image.save(str(path))
        return image


def _items(item):
    yield item
    for child in item.childItems():
        yield from _items(child)


def theme(view, **values):
    """Set properties of the kit's Theme for one window."""
    singleton = view.engine().singletonInstance("clienteling.desktop.kit", "Theme")
    for name, value in values.items():
        singleton.setProperty(name, value)


class Blank(QQuickImageProvider):
    """Stands for the product pictures: none has arrived."""

    def __init__(self):
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, _id, size, _wanted):
        image = QImage(1, 1, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        size.setWidth(1)
        size.setHeight(1)
        return image


@pytest.fixture
def show(qapp, qtbot, fonts, root):
    """Open a page: `show("clienteling.desktop.customers", "ClientsPage", model=clients, size=(1280, 800), dark=True)`.

    Any warning of QML fails the test.
    """
    views, warnings = [], []

    def opened(uri, name, size=(1280, 800), dark=False, pictures=None, **properties):
        view = QQuickView()
        views.append(view)
        view.engine().addImportPath(str(root))
        view.engine().addImageProvider("picture", pictures or Blank())
        view.engine().warnings.connect(lambda some: warnings.extend(one.toString() for one in some))
        theme(view, dark=dark, width=size[0], reducedMotion=True)
        view.setColor("#141312" if dark else "#F4F2EE")
        view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        view.setInitialProperties(properties)
        view.loadFromModule(uri, name)
        assert view.status() == QQuickView.Status.Ready, [error.toString() for error in view.errors()]
        view.resize(*size)
        view.show()
        qtbot.waitUntil(view.isExposed)
        page = view.rootObject()
        assert isinstance(page, QQuickItem)
        return Window(view, page, qtbot)

    yield opened
    for view in views:
        view.close()
        view.setSource(QUrl())
        view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    assert not warnings, warnings
