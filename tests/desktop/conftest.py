"""Fixtures of the desktop's tests: a loop, a database, a central that answers as told, and a window over real QML."""

import asyncio
import gc
import shutil
import time

import httpx
import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuickControls2 import QQuickStyle

from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.db import Db, metadata, open_engine
from clienteling.desktop.runtime.fonts import load_fonts
from clienteling.desktop.runtime.images import provide
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.loop import Loop
from clienteling.desktop.runtime.pictures import PictureCache
from clienteling.desktop.runtime.problems import Problems
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.signin.domain import Person
from clienteling.desktop.signin.viewmodel import Session
from tests.helpers.vault import KEY
from tests.helpers.window import PATIENCE, Window
from tests.helpers.wordless import listening


@pytest.fixture(scope="session")
def qapp_cls():
    """pytest-qt makes this one; the app has no widgets."""
    QQuickStyle.setStyle("Basic")
    return QGuiApplication


@pytest.fixture(scope="session")
def fonts(qapp):
    """The bundled typeface, without which Korean is boxes."""
    load_fonts()


@pytest.fixture
def language(qapp):
    """The language of the screen, English until `language.apply("ko")`; what lacks words is in `language.missing`."""
    with listening() as wordless:
        language = Language("en")
        language.changed.connect(wordless.missing.clear)  # English needs no words for English
        language.missing = wordless.missing
        yield language
        language.apply("en")
        language.close()


@pytest.fixture
def pictures(tmp_path):
    """The product pictures of this device: none, unless the test stores some."""
    return PictureCache(tmp_path / "pictures")


@pytest.fixture
def loop(qapp):
    """Runs for the whole test: tasks advance while `qtbot.waitUntil` or `run` pump Qt; a lost exception fails it."""
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


@pytest.fixture(scope="session")
def blank(tmp_path_factory):
    """The file of a store with every table and nothing in them; each test has a copy."""
    file = tmp_path_factory.mktemp("blank") / "blank.db"
    engine = open_engine(file, KEY)
    metadata.create_all(engine)
    engine.dispose()
    return file


@pytest.fixture
def tx(tmp_path, blank):
    """One open transaction on a real local database, for stores and actions; no Qt."""
    engine = open_engine(shutil.copy(blank, tmp_path / "one.db"), KEY)
    with engine.begin() as tx:
        tx.info["touched"] = set()
        yield tx
    engine.dispose()


@pytest.fixture
def db(tmp_path, loop, blank):
    """The app's own door to a real local database."""
    db = Db(shutil.copy(blank, tmp_path / "local.db"), KEY)
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
def tasks(problems, loop, run, central):
    """Starts what view models start; ended before central is closed."""
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
def session(qapp):
    """The app's own session, with 서준 of Gangnam signed in."""
    session = Session()
    device = {"id": "device-1", "store": "store-1", "tenant": "t", "name": "Tablet 1", "code": "T1"}
    session.settle(device, "Gangnam", "KRW")
    session.begin(Person("staff-1", "이서준", "associate", "store-1", ""))
    return session


@pytest.fixture
def show(qapp, qtbot, fonts, language, pictures, root):
    """Open a page: `show("clienteling.desktop.customers", "ClientsPage", model=clients, size=(1280, 800), dark=True)`.

    Any warning of QML fails the test.
    """
    opened_windows, warnings = [], []

    def opened(uri, name, size=(1280, 800), dark=False, **properties):
        engine = QQmlApplicationEngine()
        engine.addImportPath(str(root))
        provide(engine, pictures)
        engine.warnings.connect(lambda some: warnings.extend(one.toString() for one in some))
        language.changed.connect(engine.retranslate)
        shown = Window(engine, qtbot)
        opened_windows.append(shown)
        shown.load(uri, name, properties)
        shown.theme(dark=dark, reducedMotion=True)
        shown.resize(*size)
        shown.view.show()
        qtbot.waitUntil(shown.view.isExposed)
        return shown

    yield opened
    for shown in opened_windows:
        shown.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    assert not warnings, warnings
