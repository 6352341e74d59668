"""What the orders screen may know and ask: a list by state and number, and one order in front."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.customers import actions as customers
from clienteling.desktop.orders import actions, store, viewmodel_detail
from clienteling.desktop.orders.domain import Order
from clienteling.desktop.orders.viewmodel_detail import OrderViewModel
from clienteling.desktop.orders.viewmodel_receipts import ReceiptsViewModel
from clienteling.desktop.orders.viewmodel_words import SIGNS, TONES, state_word
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.rows import LazyRows, RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import ago, initials, money, say
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.orders"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 60
TABLES = {"orders", "order_line", "order_step", "outbox", "customer", "product", "variant", "store", "staff"}
ROLES = ("order", "number", "name", "letters", "words", "total", "time", "word", "tone", "sign")
GROUPS = ("", "needs", "open", "ready", "done")
Row = tuple[Any, ...]


def _page(tx: Tx, group: str, number: str, limit: int, offset: int) -> tuple[list[Row], dict[str, int]]:
    found = [actions.shown(tx, order) for order in store.page(tx, group, number, limit, offset)]
    return _rows(tx, found), store.counts(tx)


def _rows(tx: Tx, orders: Sequence[Order]) -> list[Row]:
    names = customers.names(tx, [order.customer for order in orders if order.customer])
    return [_row(order, _name(order, names)) for order in orders]


def _name(order: Order, names: dict[str, str]) -> str:
    if order.customer is None:
        return say("Guest")
    return names.get(order.customer, say("A client not on this tablet"))


def _row(order: Order, name: str) -> Row:
    pieces = say("%n items", n=abs(order.pieces))
    words = " · ".join((order.number, pieces))
    total, time = money(order.total, order.currency), ago(order.placed_at)
    tone, sign = TONES.get(order.state, "neutral"), SIGNS[order.state]
    return order.id, order.number, name, initials(name), words, total, time, state_word(order.state), tone, sign


@QmlElement
@QmlUncreatable("made by the application")
class OrdersViewModel(QObject):
    """Orders of this tablet's scopes, those that need a person first; one of them in front."""

    changed = Signal()

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._group, self._number, self._front = 0, "", ""
        self._counts: dict[str, int] = {}
        self._orders = LazyRows(ROLES, lambda offset: tasks.start(self._more(offset)), self)
        self._groups = RowsModel(("name", "count", "chosen"), self)
        self._receipts = ReceiptsViewModel(db, tasks, session, language)
        self._detail = OrderViewModel()
        self._reader = Latest(tasks, self._load, self.changed.emit)
        db.changed.connect(lambda tables: self.reload() if tables & TABLES else None)
        language.changed.connect(self.reload)

    @Slot()
    def reload(self) -> None:
        """Read again, also after a change of language."""
        self._reader.ask()
        if self._front:
            self._tasks.start(self._show(self._front))

    @Slot()
    def retry(self) -> None:
        """The list could not be read: read it again."""
        self._reader.anew()

    @Slot()
    def retryOrder(self) -> None:
        """The order in front could not be read: read it again."""
        self._detail.begin()
        self._tasks.start(self._show(self._front))

    @Slot(int)
    def choose(self, group: int) -> None:
        """Show one group of states: 0 all, 1 needs you, 2 under way, 3 ready, 4 done."""
        self._group = group
        self._reader.ask()

    @Slot(str)
    def search(self, text: str) -> None:
        """Show the orders with these digits in their number."""
        self._number = text.strip().upper()
        self._reader.ask()

    @Slot(str)
    def open(self, order: str) -> None:
        """Put an order in front."""
        self._front = order
        self._tasks.start(self._show(order))

    @Slot(str)
    def openNumber(self, number: str) -> None:
        """Put the order with a receipt number in front, for instance a scanned one."""
        self._tasks.start(self._show_number(number.strip().upper()))

    @Slot()
    def close(self) -> None:
        """No order in front."""
        self._front = ""
        self._detail.show(None)

    @Slot()
    def handOver(self) -> None:
        """She has it now."""
        self._act(actions.hand_over, self._session.staff)

    @Slot()
    def lookAgain(self) -> None:
        """Ask central to look for stock once more."""
        self._act(actions.confirm, self._session.staff)

    @Slot()
    def sendAgain(self) -> None:
        """Tell central once more about an order it refused."""
        self._act(actions.send_again)

    @Slot(str, bool)
    def cancel(self, reason: str, intoCart: bool) -> None:
        """Cancel, and put the lines back into the cart when wished."""
        self._act(actions.cancel, self._session.staff, reason, intoCart)

    def _act(self, action: Any, *args: Any) -> None:
        self._tasks.start(self._db.run(action, self._detail.id, *args))

    async def _show(self, order: str) -> None:
        with self._detail.watched():
            found = await self._db.read(viewmodel_detail.read, order, self._language.code)
        if order == self._front:
            self._detail.show(found)
            self.changed.emit()

    async def _show_number(self, number: str) -> None:
        self.open(await self._db.read(actions.by_number, number))

    async def _load(self) -> None:
        wish, shown = (self._group, self._number), max(PAGE, len(self._orders.rows))
        rows, counts = await self._read(shown, 0)
        if wish != (self._group, self._number):
            return
        self._counts = counts
        self._orders.start(rows, more=len(rows) == shown)
        self._groups.reset(self._group_rows())
        self.changed.emit()

    async def _more(self, offset: int) -> None:
        wish = self._group, self._number
        with self._reader.reading.watched():
            rows, _ = await self._read(PAGE, offset)
        if wish == (self._group, self._number):
            self._orders.append(rows, more=len(rows) == PAGE)

    async def _read(self, limit: int, offset: int) -> tuple[list[Row], dict[str, int]]:
        return await self._db.read(_page, GROUPS[self._group], self._number, limit, offset)

    def _group_rows(self) -> list[Row]:
        names = (say("All"), say("Needs you"), say("Under way"), say("Ready"), say("Done"))
        counts = [self._counts.get(group, 0) if group in ("needs", "ready") else 0 for group in GROUPS]
        return [
            (name, count, place == self._group) for place, (name, count) in enumerate(zip(names, counts, strict=True))
        ]

    def _state(self) -> str:
        return self._reader.state(self._orders.count)

    def _sentence(self) -> str:
        if self._number:
            return say("No order on this tablet has this number.")
        if self._group:
            return say("No order is in this state.")
        return say("Orders appear here as soon as the first one is sent.")

    state = Property(str, _state, notify=changed)
    sentence = Property(str, _sentence, notify=changed)
    needsYou = Property(int, lambda self: self._counts.get("needs", 0), notify=changed)
    orders = Property(QObject, lambda self: self._orders, constant=True)
    groups = Property(QObject, lambda self: self._groups, constant=True)
    receipts = Property(QObject, lambda self: self._receipts, constant=True)
    detail = Property(QObject, lambda self: self._detail, constant=True)
