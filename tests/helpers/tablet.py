"""The whole composed app with its window, and a person before it; knows central only by its address."""

import gc
import os
from contextlib import contextmanager
from pathlib import Path

import httpx
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from clienteling.desktop import start
from clienteling.desktop.app import App, build
from clienteling.desktop.runtime.config import Config
from tests.helpers.network import Network
from tests.helpers.screen import Screen, until
from tests.helpers.shop_folder import PINS
from tests.helpers.vault import KEY


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

    def __init__(self, home: Path, url: str, token: str, network: Network | None, run) -> None:
        self.home, self._run, self.network = home, run, network
        client = httpx.AsyncClient(transport=network, base_url=url) if network else None
        self.bugs: list[str] = []
        self.problems: list[str] = []
        self.warnings: list[str] = []
        with _home(home):
            self.app = build(Config(url, token, "file"), KEY, client)
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
        """Wait until it has told everything, and heard what stood at central when this was called."""
        drainer = self.app.ground.drainer
        for _ in range(2):  # the first round may have begun before
            rounds = drainer.rounds
            drainer.wake()
            until(lambda before=rounds: self._is_past(before), why=f"to sync: {drainer.connection.state}")
        until(lambda: not self.rows(_UNTOLD), why="to tell everything")
        return self

    def _is_past(self, rounds: int) -> bool:
        """Whether one more round is complete; a round that failed is not waited for but tried again."""
        drainer = self.app.ground.drainer
        if drainer.connection.state == "offline" and drainer.connection.seconds_to_try() > 0:
            drainer.wake()
        return drainer.rounds > rounds

    def lose_network(self) -> "Tablet":
        """Cut the network and wait until the app has noticed."""
        self.network.cut = True
        self.app.ground.drainer.wake()
        until(lambda: self.app.sync.offline, why="to notice the outage")
        return self

    def find_network(self) -> "Tablet":
        """The network is back."""
        self.network.cut = False
        return self.synced()

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

    def open_customer(self, customer: str) -> "Tablet":
        """Show her page, as a touch on her row does."""
        self.app.navigator.open("customer", customer)
        until(lambda: self.app.clientbook.state == "rows" and self.app.cart.customer == customer)
        until(lambda: self.app.cart.state != "loading")
        return self

    def scan(self, *codes: str) -> "Tablet":
        """Scan these codes one after the other, as a wedge scanner sends them."""
        for code in codes:
            before = self.app.cart.pieces
            self.app.scanning.typed(code)
            until(lambda pieces=before: self.app.cart.pieces > pieces, why=f"that {code} lies in the cart")
        return self

    def order(self) -> str:
        """Send the cart in front as an order; its receipt number."""
        until(lambda: self.app.cart.checkout.maySend, why=f"to be sendable {self.app.cart.checkout.problem}")
        self.app.cart.send()
        until(lambda: self.app.cart.checkout.receipt != "", why="to be kept")
        number = self.app.cart.checkout.receipt
        self.app.cart.checkout.dismiss()
        until(lambda: self.app.cart.pieces == 0, why="that the cart is empty again")
        return number

    def note(self, text: str) -> "Tablet":
        """Write a note on her page that is open, by hand."""
        self.screen.click("note")
        self.screen.click("addNote")
        self.screen.click("noteText")
        self.screen.type(text)
        self.screen.click("saveNote")
        until(lambda: not self.screen.has("noteText"), why="that the sheet closes")
        self.screen.wait_for(text)
        return self

    def do(self, action, *args, **wanted):
        """Run an action on this tablet's database."""
        return self._run(self.app.ground.db.run(action, *args, **wanted))

    def cart(self) -> dict[str, int]:
        """The quantities of the cart in front by variant."""
        return dict(self.rows("SELECT id, quantity FROM cart_line WHERE cart = ? AND quantity > 0", self.app.cart.cart))

    def close(self) -> None:
        """End the app as its window's closing does; a bug or a warning of QML fails the test."""
        self._run(start.stop(self.app))
        self.screen.window.close()
        self.engine.deleteLater()
        self.app.ground.language.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        _delete(self.app)
        del self.app, self.engine, self.screen
        gc.collect()  # the view models' clocks stop with them
        assert not self.bugs, self.bugs[0]
        assert not self.warnings, self.warnings


def _delete(app: App) -> None:
    """Delete every object of Qt that `app` is made of: their signals hold them where no collector sees it."""
    found: set[int] = set()
    waiting: list[object] = [app]
    while waiting:
        thing = waiting.pop()
        if id(thing) in found or not type(thing).__module__.startswith("clienteling."):
            continue
        found.add(id(thing))
        waiting += vars(thing).values() if hasattr(thing, "__dict__") else ()
        if isinstance(thing, QObject) and shiboken6.isValid(thing):
            shiboken6.delete(thing)


_UNTOLD = "SELECT n FROM outbox WHERE state IN ('pending', 'sent', 'acked')"
