"""Starts Qt and asyncio over the composed app, and ends them in order."""

import asyncio
import gc
import os
import signal
import sys

from PySide6.QtCore import QCoreApplication, QEvent, QLockFile
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtQuickControls2 import QQuickStyle

from clienteling.desktop.app import App, build
from clienteling.desktop.ground import Ground
from clienteling.desktop.runtime import config, dumps, images, nightly, paths
from clienteling.desktop.runtime.db import Unopened
from clienteling.desktop.runtime.faults import DiskFault
from clienteling.desktop.runtime.fonts import load_fonts
from clienteling.desktop.runtime.keys import Key
from clienteling.desktop.runtime.loop import Loop
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.shell import refusal
from clienteling.desktop.signin import wire as signin_wire
from clienteling.desktop.sync import escrow, nudges, outbox
from clienteling.desktop.vault import backup
from clienteling.desktop.vault import wire as vault_wire
from clienteling.desktop.vault.domain import Refusal
from clienteling.desktop.vault.unlock import unlock

HOT = 100


def open_window(app: App) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    """Load the window over the view models; raises RuntimeError with QML's words when it cannot."""
    ground, engine = app.ground, QQmlApplicationEngine()
    warnings: list[str] = []
    engine.warnings.connect(lambda some: warnings.extend(one.toString() for one in some))
    engine.addImportPath(str(paths.imports()))
    images.provide(engine, ground.pictures)
    ground.language.changed.connect(engine.retranslate)
    names = ("navigator", "toasts", "standing", "signin", "presence", "sync", "scanning", "asking", "preferences")
    given = {name: getattr(app, name) for name in names}
    engine.setInitialProperties({**given, "session": ground.session, "pictures": ground.pictures, "models": app.pages})
    engine.loadFromModule("clienteling.desktop.shell", "Main")
    if not engine.rootObjects():
        raise RuntimeError("\n".join(warnings))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    app.scanning.listen(window)
    return engine, window


async def start(app: App) -> None:
    """Apply the settings of this tablet, then begin to sync."""
    ground = app.ground
    await app.preferences.load()
    await app.scanners.load()
    ground.room.watch()
    await ground.db.run(ground.escrow.trust)
    app.signin.reload()
    app.sync.reload()
    ground.tasks.start(signin_wire.introduce(ground.db, ground.central))
    ground.tasks.start(vault_wire.tell_keeper(ground.central, ground.key.keeper))
    ground.tasks.start(escrow.introduce(ground.db, ground.central, ground.escrow))
    ground.tasks.start(escrow.tidy(ground.db, ground.escrow))
    ground.tasks.start(backup.keep(ground.db.path, ground.key, lambda: _is_hot(ground)))
    ground.tasks.start(nightly.check(ground.db, lambda: not ground.session.staff))
    ground.tasks.start(ground.drainer.run())
    ground.tasks.start(nudges.listen(ground.central, ground.drainer.wake))


async def _is_hot(ground: Ground) -> bool:
    """Whether the store has better to do than to be copied: much is on its way to central."""
    try:
        waiting, _ = await ground.db.read(outbox.counts)
    except Problem:  # a disk that fails has better to do, too
        return True
    return waiting > HOT and ground.connection.state != "offline"


async def stop(app: App) -> None:
    """End every task and let go of the camera, the network and the database."""
    app.scanners.close()
    app.scanning.close()
    await app.suggestions.close()
    await app.ground.tasks.close()
    await app.ground.central.close()
    app.ground.db.close()


def prepare_qt() -> QGuiApplication:
    """The Qt application with our style and typeface; CLIENTELING_GRAPHICS=software where there is no graphics card."""
    if os.environ.get("CLIENTELING_GRAPHICS") == "software":
        os.environ["QT_QUICK_BACKEND"] = "software"
    QQuickStyle.setStyle("Basic")
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("Clienteling")
    load_fonts()
    return application


def main() -> int:
    """Run the app until its window is closed; 1 when it is not set up or runs already."""
    try:
        settings = config.load()
    except config.Misconfigured as error:
        return refusal.tell(str(error))
    lock = QLockFile(str(paths.data() / "tablet.lock"))
    if not lock.tryLock(0):
        print("The app runs already on this tablet.", file=sys.stderr)
        return 1
    dumps.forbid()
    try:
        key = unlock(settings, paths.data())
    except Refusal as refused:
        return refusal.tell(str(refused))
    return run(settings, key)


def run(settings: config.Config, key: Key) -> int:
    """Run the app with these settings over the store that `key` opens until its window is closed."""
    application = prepare_qt()
    loop = Loop(application)
    asyncio.set_event_loop(loop)
    try:
        app = build(settings, key)
    except (DiskFault, Unopened) as fault:
        return refusal.tell(str(fault))
    engine, window = open_window(app)
    app.presence.watch(window)
    # what is here stays: going over all of it again and again would hold frames up
    gc.freeze()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, application.quit)
    begun = loop.create_task(start(app))
    try:
        loop.run_forever()
    finally:
        begun.cancel()
        loop.run_until_complete(stop(app))
        close(engine, window, loop)
    return 0


def close(engine: QQmlApplicationEngine, window: QQuickWindow, loop: Loop) -> None:
    """Let go of the window, of QML and of the loop, in this order, after `stop`."""
    loop.run_until_complete(loop.shutdown_asyncgens())
    window.close()
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    loop.close()
