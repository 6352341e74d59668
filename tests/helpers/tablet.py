"""The whole composed app with its window, and a person before it; knows central only by its address."""

import os
from contextlib import contextmanager
from pathlib import Path

import httpx
from PySide6.QtCore import QCoreApplication, QEvent

from clienteling.desktop import start
from clienteling.desktop.app import build
from clienteling.desktop.runtime.config import Config
from tests.helpers.screen import Screen, until
from tests.helpers.shop_folder import PINS

@contextmanager
def _home(folder: Path):
    before = os.environ.get("CLIENTELING_HOME")
    os.environ["CLIENTELING_HOME"] = str(folder)
    try:
        yield
    finally:
        os.environ.pop("CLIENTELING_HOME")
        if before is not None:
            os.environ["CLIENTELING_HOME"] = before


class Tablet:
    """One app over its own folder; `screen` has the fingers and eyes, `app` the view models."""

    def __init__(self, home: Path, url: str, token: str, client: httpx.AsyncClient | None, run) -> None:
        self.home, self._run = home, run
        self.bugs: list[str] = []
        self.problems: list[str] = []
        with _home(home):
            self.app = build(Config(url, token), client)
        self.warnings: list[str] = []
        self.app.ground.problems.crashed.connect(self.bugs.append)
        self.app.ground.problems.raised.connect(lambda problem: self.problems.append(str(problem)))
        engine, window = start.open_window(self.app)
        engine.warnings.connect(lambda some: self.warnings.extend(one.toString() for one in some))
        window.setProperty("reducedMotion", True)
        self.engine, self.screen = engine, Screen(window)
        run(start.start(self.app))

    @property
    def file(self) -> Path:
        """This tablet's database."""
        return self.home / "data" / "tablet.sqlite"

    def synced(self) -> "Tablet":
        """Wait until it has told and heard everything."""
        rounds = self.app.ground.drainer.rounds
        self.app.ground.drainer.wake()
        until(lambda: self.app.ground.drainer.rounds > rounds and not self.rows(_UNTOLD), why="to sync")
        return self

    def rows(self, statement: str, *values) -> list[tuple]:
        """What stands in this tablet's database."""
        db = self.app.ground.db
        return self._run(db.read(lambda tx: [tuple(row) for row in tx.exec_driver_sql(statement, values)]))

    def sign_in(self, name: str = "이서준") -> "Tablet":
        """Touch the tile and enter the PIN."""
        self.screen.click(f"staff-{name}")
        until(lambda: self.app.signin.chosen != "")
        for digit in PINS[name]:
            self.screen.click(f"key-{digit}")
        until(lambda: self.app.ground.session.signedIn, why="to sign in")
        return self

    def open_customer(self, customer: str) -> None:
        """Show her page, as a touch on her row does."""
        self.app.navigator.open("customer", customer)
        until(lambda: self.app.clientbook.state == "rows" and self.app.cart.state != "loading")

    def close(self) -> None:
        """End the app as its window's closing does; a bug or a warning of QML fails the test."""
        self._run(start.stop(self.app))
        self.screen.window.close()
        self.engine.deleteLater()
        language = self.app.ground.language
        for translator in language._translators.values():
            QCoreApplication.removeTranslator(translator)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not self.bugs, self.bugs[0]
        assert not self.warnings, self.warnings


_UNTOLD = "SELECT n FROM outbox WHERE state IN ('pending', 'sent', 'acked')"
