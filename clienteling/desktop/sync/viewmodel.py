"""What the sync chip and the sync centre may know and ask."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.runtime import exports
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import ago, clock, say
from clienteling.desktop.sync import actions, held, outbox
from clienteling.desktop.sync.drainer import Drainer
from clienteling.desktop.sync.escrow import Escrow
from clienteling.desktop.sync.viewmodel_rows import ROLES, Row, rows
from clienteling.desktop.sync.viewmodel_words import OUT, headline, in_short, sentence
from clienteling.desktop.sync.words import Words

QML_IMPORT_NAME = "clienteling.desktop.sync"
QML_IMPORT_MAJOR_VERSION = 1

TABLES = {"outbox", "cursor"}


@QmlElement
@QmlUncreatable("made by the application")
class SyncViewModel(QObject):  # type: ignore[operator]
    """The state of the connection in one word, the queue in plain words, and the few things a person can do."""

    changed = Signal()
    progressed = Signal()
    decided = Signal()
    frontChanged = Signal()

    def __init__(self, db: Db, tasks: Tasks, drainer: Drainer, words: Mapping[str, Words], escrow: Escrow) -> None:
        super().__init__()
        self._db, self._tasks, self._drainer, self._words = db, tasks, drainer, words
        self._escrow, self._exported = escrow, ""
        self._connection = drainer.connection
        self._waiting = self._blocked = self._clients = self._products = 0
        self._contact = self._op = ""
        self._problem: Problem | None = None
        self._front: dict[str, Any] = {}
        self._done = self._of = 0
        self._items = RowsModel(ROLES, self)
        self._reads = Latest(tasks, self._load, self.changed.emit)
        drainer.progress = self._on_progress
        db.changed.connect(self._on_change)
        self._connection.changed.connect(self._on_connection)
        self._tick = QTimer(self, interval=5000)
        self._tick.timeout.connect(self.changed)
        self._tick.start()

    @Slot()
    def reload(self) -> None:
        """Read the queue again, also after a change of language."""
        self._reads.ask()

    @Slot()
    def retry(self) -> None:
        """The queue could not be read: read it again."""
        self._reads.anew()

    @Slot()
    def tryNow(self) -> None:
        """Do not wait for the next try."""
        self._drainer.wake()

    @Slot(str)
    def look(self, op: str) -> None:
        """The sheet of a refused fact opens: nothing is wrong with what is written there yet."""
        self._op, self._problem = op, None
        self._show_front()
        self.changed.emit()

    @Slot(str)
    def resend(self, op: str) -> None:
        """Tell a refused fact once more."""
        self._tasks.start(self._decide(actions.resend, op))

    @Slot(str, list)
    def decide(self, op: str, mine: list[str]) -> None:
        """Keep mine of these fields and central's of the others."""
        self._tasks.start(self._decide(actions.decide, self._words, op, mine))

    @Slot(str, "QVariantMap")
    def rewrite(self, op: str, values: dict[str, str]) -> None:
        """Tell a refused fact with what was written anew, by field."""
        self._tasks.start(self._decide(actions.rewrite, self._words, op, values))

    @Slot(str)
    def letGo(self, op: str) -> None:
        """Give a refused fact up."""
        self._tasks.start(self._decide(actions.let_go, op))

    @Slot(bool)
    def practise(self, on: bool) -> None:
        """A practice outage: nothing leaves this tablet until it is switched off."""
        self._drainer.central.cut = on
        self._drainer.wake()

    async def _decide(self, action: Callable[..., bool], *args: Any) -> None:
        try:
            await self._db.run(action, self._drainer.mirrors, *args)
        except Problem as problem:
            self._problem = problem
            self.changed.emit()
            return
        self.decided.emit()

    @Slot()
    def export(self) -> None:
        """Write all that is sealed for central to a file that a person takes along."""
        self._tasks.start(self._export())

    async def _export(self) -> None:
        file = exports.named("clienteling", now()[:16], ending="sealed")
        await self._db.run(self._escrow.copy, file)
        self._exported = str(file)
        self.changed.emit()

    def _on_progress(self, _scope: str, done: int, of: int) -> None:
        self._done, self._of = done, of
        self.progressed.emit()

    @Slot(object)
    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.reload()

    @Slot()
    def _on_connection(self) -> None:
        if self._connection.state == "online":
            self._done = self._of = 0
        self.changed.emit()
        self.progressed.emit()

    async def _load(self) -> None:
        rows, counts, numbers, self._contact = await self._db.read(_read, self._words)
        self._waiting, self._blocked = counts
        self._clients, self._products = numbers
        self._items.reset(rows)
        self._show_front()
        self.changed.emit()

    def _show_front(self) -> None:
        """The fact in front, in the words of now; one that has left the queue stays until its sheet is closed."""
        front = next(
            (dict(zip(ROLES, row, strict=True)) for row in self._items.rows if row[0] == self._op), self._front
        )
        if front != self._front:
            self._front = front
            self.frontChanged.emit()

    def _state(self) -> str:
        if self._blocked:
            return "needsYou"
        if self._connection.state in OUT:
            return "offline"
        return "syncing" if self._waiting or self._connection.state == "starting" else "online"

    def _chip(self) -> str:
        out = self._connection.state in OUT
        if out and self._waiting:
            return say("{state} · {n} waiting", state=in_short(self._connection), n=self._waiting)
        if out:
            return in_short(self._connection)
        if self._blocked:
            return say("%n needs you", n=self._blocked)
        if self._waiting:
            return say("Sending {n}", n=self._waiting)
        if self._connection.last_answer is None:
            return say("Connecting")
        return say("Synced {ago}", ago=ago(self._connection.last_answer.isoformat()))

    def _where(self) -> str:
        return say("Saved as {file}", file=self._exported) if self._exported else ""

    def _trouble(self) -> str:
        return say(self._problem.template, -1, **self._problem.values) if self._problem else ""

    state = Property(str, _state, notify=changed)
    chip = Property(str, _chip, notify=changed)
    headline = Property(str, lambda self: headline(self._connection), notify=changed)
    sentence = Property(str, lambda self: sentence(self._connection), notify=changed)
    offline = Property(bool, lambda self: self._connection.state in OUT, notify=changed)
    listState = Property(str, lambda self: self._reads.state(self._items.count), notify=changed)
    practising = Property(bool, lambda self: self._drainer.central.cut, notify=changed)
    waiting = Property(int, lambda self: self._waiting, notify=changed)
    needsYou = Property(int, lambda self: self._blocked, notify=changed)
    clients = Property(int, lambda self: self._clients, notify=changed)
    products = Property(int, lambda self: self._products, notify=changed)
    lastContact = Property(str, lambda self: clock(self._contact) if self._contact else "–", notify=changed)
    exported = Property(str, _where, notify=changed)
    problem = Property(str, _trouble, notify=changed)
    front = Property("QVariantMap", lambda self: self._front, notify=frontChanged)  # type: ignore[arg-type]
    progress = Property(float, lambda self: self._done / self._of if self._of else 1.0, notify=progressed)
    items = Property(QObject, lambda self: self._items, constant=True)


def _read(tx: Tx, words: Mapping[str, Words]) -> tuple[list[Row], tuple[int, int], tuple[int, int], str]:
    numbers = held.held_count(tx, "customer"), held.held_count(tx, "product")
    return rows(tx, words), outbox.counts(tx), numbers, held.last_contact(tx)
