"""What the sync chip and the sync centre may know and ask."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.contract.v1.sync import Operation
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import ago, clock, phone, say
from clienteling.desktop.sync import actions, held, outbox
from clienteling.desktop.sync.drainer import Drainer

QML_IMPORT_NAME = "clienteling.desktop.sync"
QML_IMPORT_MAJOR_VERSION = 1

Describe = Callable[[Operation], str]
Row = tuple[str, str, str, str, str, str, str, bool, list[dict[str, str]]]
ROLES = ("op", "title", "detail", "word", "tone", "icon", "time", "blocked", "fields")
TABLES = {"outbox", "cursor"}
ICONS = {
    "order": "package-check",
    "note": "notebook-pen",
    "customer": "user-plus",
    "cart": "shopping-cart",
    "suggestions": "sparkles",
    "visit": "store",
}
TONES = {"conflict": "bad", "rejected": "bad", "pending": "warn", "sent": "warn"}


def _word(state: str) -> str:
    if state in outbox.BLOCKED:
        return say("Needs you")
    return say("Waiting") if state in outbox.WAITING else say("Delivered")


def _detail(item: outbox.Item) -> str:
    if item.state in outbox.BLOCKED:
        # central's words come in English, which is the key of their translation
        return say(item.answer.title if item.answer and item.answer.title else "Somebody changed this meanwhile.")
    if item.state in outbox.WAITING:
        return say("Kept on this tablet until central has it")
    return say("Central has it")


def _row(item: outbox.Item, describe: Mapping[str, Describe]) -> Row:
    kind = item.operation.kind.split(".")[0]
    title = describe[kind](item.operation) if kind in describe else item.operation.kind
    state, blocked = item.state, item.state in outbox.BLOCKED
    icon = ICONS.get(kind, "refresh-cw") if state != "delivered" else "check"
    shown = title, _detail(item), _word(state), TONES.get(state, "ok"), icon, clock(item.made_at)
    return item.operation.op, *shown, blocked, _fields(item)


def _fields(item: outbox.Item) -> list[dict[str, str]]:
    """What this tablet said and what stands at central, field by field, where both are short enough to read."""
    theirs = item.answer.theirs if item.answer and item.state == "conflict" else {}
    mine = item.operation.args.get("set", {})
    return [
        {"label": _label(field), "mine": _plain(field, mine[field]), "theirs": _plain(field, theirs[field])}
        for field in theirs
        if field in mine
    ]


def _label(field: str) -> str:
    labels = {
        "name": say("Name"),
        "phone": say("Phone"),
        "email": say("E-mail"),
        "birthday": say("Birthday"),
        "language": say("Language"),
        "sizes": say("Sizes"),
        "says": say("What she says"),
    }
    return labels.get(field, field)


def _plain(field: str, value: Any) -> str:
    if field == "phone" and value:
        return phone(value, masked=False)
    if isinstance(value, dict):
        return ", ".join(f"{name} {one}" for name, one in value.items()) or "–"
    return ", ".join(map(str, value)) or "–" if isinstance(value, list) else str(value) or "–"


@QmlElement
@QmlUncreatable("made by the application")
class SyncViewModel(QObject):  # type: ignore[operator]
    """The state of the connection in one word, the queue in plain words, and the few things a person can do."""

    changed = Signal()
    progressed = Signal()

    def __init__(self, db: Db, tasks: Tasks, drainer: Drainer, describe: Mapping[str, Describe]) -> None:
        super().__init__()
        self._db, self._tasks, self._drainer, self._describe = db, tasks, drainer, describe
        self._connection = drainer.connection
        self._waiting = self._blocked = self._clients = self._products = 0
        self._contact = ""
        self._loading = True
        self._done = self._of = 0
        self._items = RowsModel(ROLES, self)
        drainer.progress = self._on_progress
        db.changed.connect(self._on_change)
        self._connection.changed.connect(self._on_connection)
        self._tick = QTimer(self, interval=5000)
        self._tick.timeout.connect(self.changed)
        self._tick.start()

    def reload(self) -> None:
        """Read the queue again, also after a change of language."""
        self._tasks.start(self._load())

    @Slot()
    def tryNow(self) -> None:
        """Do not wait for the next try."""
        self._drainer.wake()

    @Slot(str)
    def resend(self, op: str) -> None:
        """Tell a refused fact once more."""
        self._tasks.start(self._db.run(actions.resend, self._drainer.mirrors, op))

    @Slot(str)
    def letGo(self, op: str) -> None:
        """Give a refused fact up."""
        self._tasks.start(self._db.run(actions.let_go, self._drainer.mirrors, op))

    @Slot(bool)
    def practise(self, on: bool) -> None:
        """A practice outage: nothing leaves this tablet until it is switched off."""
        self._drainer.central.cut = on
        self._drainer.wake()

    def _on_progress(self, _scope: str, done: int, of: int) -> None:
        self._done, self._of = done, of
        self.progressed.emit()

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.reload()

    def _on_connection(self) -> None:
        if self._connection.state == "online":
            self._done = self._of = 0
        self.changed.emit()
        self.progressed.emit()

    async def _load(self) -> None:
        rows, counts, numbers, self._contact = await self._db.read(_read, self._describe)
        self._waiting, self._blocked = counts
        self._clients, self._products = numbers
        self._loading = False
        self._items.reset(rows)
        self.changed.emit()

    def _state(self) -> str:
        if self._blocked:
            return "needsYou"
        if self._connection.state in {"offline", "refused"}:
            return "offline"
        return "syncing" if self._waiting or self._connection.state == "starting" else "online"

    def _chip(self) -> str:
        offline = self._connection.state in {"offline", "refused"}
        if offline and self._waiting:
            return say("Offline · {n} waiting", n=self._waiting)
        if offline:
            return say("Offline")
        if self._blocked:
            return say("%n needs you", n=self._blocked)
        if self._waiting:
            return say("Sending {n}", n=self._waiting)
        if self._connection.last_answer is None:
            return say("Connecting")
        return say("Synced {ago}", ago=ago(self._connection.last_answer.isoformat()))

    def _headline(self) -> str:
        if self._connection.state == "offline":
            return say("Offline since {time}", time=clock(self._connection.since.isoformat()))
        if self._connection.state == "refused":
            return say("Central does not know this tablet")
        return say("Connected") if self._connection.state == "online" else say("Connecting")

    def _sentence(self) -> str:
        if self._connection.state == "offline":
            return say("Next try in {n} s. You can keep selling.", n=self._connection.seconds_to_try())
        if self._connection.state == "refused":
            return say("Ask your manager to register it again. Your work is kept.")
        return say("Everything you do is sent at once.")

    state = Property(str, _state, notify=changed)
    chip = Property(str, _chip, notify=changed)
    headline = Property(str, _headline, notify=changed)
    sentence = Property(str, _sentence, notify=changed)
    offline = Property(bool, lambda self: self._connection.state in {"offline", "refused"}, notify=changed)
    loading = Property(bool, lambda self: self._loading, notify=changed)
    practising = Property(bool, lambda self: self._drainer.central.cut, notify=changed)
    waiting = Property(int, lambda self: self._waiting, notify=changed)
    needsYou = Property(int, lambda self: self._blocked, notify=changed)
    clients = Property(int, lambda self: self._clients, notify=changed)
    products = Property(int, lambda self: self._products, notify=changed)
    lastContact = Property(str, lambda self: clock(self._contact) if self._contact else "–", notify=changed)
    progress = Property(float, lambda self: self._done / self._of if self._of else 1.0, notify=progressed)
    items = Property(QObject, lambda self: self._items, constant=True)


def _read(tx: Tx, describe: Mapping[str, Describe]) -> tuple[list[Row], tuple[int, int], tuple[int, int], str]:
    rows = [_row(item, describe) for item in outbox.items(tx)]
    numbers = held.held_count(tx, "customer"), held.held_count(tx, "product")
    return rows, outbox.counts(tx), numbers, held.last_contact(tx)
