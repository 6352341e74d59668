"""What the cart's screens may know and ask: the cart in front, its lines, and on to an order."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.contract.ids import new_id
from clienteling.contract.money import Money
from clienteling.desktop.cart import actions, viewmodel_rows
from clienteling.desktop.cart.domain import Line, Whose
from clienteling.desktop.cart.viewmodel_address import AddressViewModel
from clienteling.desktop.cart.viewmodel_carts import CartsViewModel
from clienteling.desktop.cart.viewmodel_checkout import CheckoutViewModel
from clienteling.desktop.cart.viewmodel_giving import GivingViewModel
from clienteling.desktop.cart.viewmodel_pickup import PickupViewModel
from clienteling.desktop.cart.viewmodel_rows import ROLES, WAYS, Seen, money_words
from clienteling.desktop.cart.viewmodel_undo import UndoViewModel
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.faults import Unknown
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.reading import Reading
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import initials, say
from clienteling.desktop.scanning.domain import Scan
from clienteling.desktop.signin.viewmodel import Session
from clienteling.desktop.sync.connection import Connection

QML_IMPORT_NAME = "clienteling.desktop.cart"
QML_IMPORT_MAJOR_VERSION = 1

TABLES = {"cart", "cart_line", "product", "variant", "stock", "store", "customer"}
CATALOGUE = {"product", "variant"}
Place = Callable[..., Any]


async def _unsure() -> None:
    raise Problem("This was not read clearly. Scan it once more.")


@QmlElement
@QmlUncreatable("made by the application")
class CartViewModel(QObject):
    """The cart in front. `place(tx, draft, whose, method, address, device_code)` makes it an order and its receipt."""

    changed = Signal()
    sent = Signal(str, str)
    """An order was safely kept: its id and its receipt number."""

    def __init__(
        self, db: Db, tasks: Tasks, session: Session, language: Language, connection: Connection, place: Place
    ) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._connection, self._place = connection, place
        self._whose = actions.whose(None, session.store, session.staff)
        self._seen, self._draft = Seen(), new_id()
        self._fresh, self._asked, self._stale = ("", 0), 0, False
        self._reading = Reading(self.changed.emit)
        self._lines = RowsModel(ROLES, self)
        self._undo, self._checkout = UndoViewModel(tasks, language), CheckoutViewModel(connection)
        self._pickup = PickupViewModel(db, tasks, session, language, lambda: self._whose)
        self._address = AddressViewModel(db, tasks, session, language, lambda: self._whose)
        self._address.added.connect(self._checkout.chooseAddress)
        self._carts = CartsViewModel(db, tasks, session, lambda: self._whose)
        self._carts.fronted.connect(self._front)
        self._giving = GivingViewModel(db, tasks, language, lambda: self._whose)
        self._giving.handed.connect(self._on_handed)
        db.changed.connect(self._on_change)
        language.changed.connect(self.reload)
        session.changed.connect(self._on_session)

    def front(self) -> Whose:
        """Whose cart is in front."""
        return self._whose

    @Slot()
    def reload(self) -> None:
        """Read again, also after a change of language."""
        self._tasks.start(self._load())

    @Slot()
    def retry(self) -> None:
        """The cart could not be read: read it again."""
        self._reading.begin()
        self.reload()

    @Slot(str)
    def open(self, customer: str) -> None:
        """The customer's shared cart comes to the front; nobody's id brings a new guest cart."""
        if not customer or customer != self._whose.customer:
            self._front(actions.whose(customer or None, self._session.store, self._session.staff))

    def scanned(self, scan: Scan) -> None:
        """A product was scanned: one more of it."""
        if scan.gtin14 is None:
            return
        if scan.confidence == "weak":
            self._start(_unsure())
            return
        if scan.piece:
            self._start(self._added(actions.add_piece, scan.gtin14, scan.piece, self._session.currency))
            return
        offline = self._connection.state != "online"
        sure = scan.confidence == "sure"
        self._start(self._added(actions.add_scanned, scan.gtin14, offline, self._session.currency, sure))

    @Slot(str)
    def add(self, variant: str) -> None:
        """One more of a variant that was pointed at."""
        self._start(self._added(actions.add, variant))

    @Slot(str, int)
    def step(self, line: str, delta: int) -> None:
        """More or fewer of a line; it can be undone."""
        self._start(self._stepped(line, delta))

    @Slot(str)
    def remove(self, line: str) -> None:
        """Take a line out; it can be undone."""
        self._start(self._removed(line))

    @Slot(str, int)
    def setWay(self, line: str, way: int) -> None:
        """0 take now, 1 ship, 2 pick up at the store with the most stock."""
        if WAYS[way] == "pickup":
            self._start(self._pickup.pick_best(line))
            return
        self._start(self._db.run_with_room(actions.set_fulfilment, self._whose, line, WAYS[way]))

    @Slot(str)
    def quoteAnew(self, line: str) -> None:
        """Take over today's price."""
        self._start(self._db.run(actions.quote_anew, self._whose, line))

    @Slot()
    def send(self) -> None:
        """Make the cart an order; pressed again while it is being kept it does nothing more."""
        if self._checkout.maySend and self._state() == "rows":
            self._checkout.set_busy(True)
            self._start(self._send())

    @Slot(object)
    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & CATALOGUE and self._seen.unresolved:
            self._start(self._db.run(actions.resolve, self._whose))
        if tables & TABLES:
            self._stale = True
            self._start(self._catch_up())

    @Slot()
    def _on_session(self) -> None:
        """Another person holds the tablet: the cart stays hers, but nobody's client stays in view."""
        if self._session.staff != self._whose.staff:
            self._front(actions.whose(None, self._session.store, self._session.staff))
            return
        self._whose = replace(self._whose, store=self._session.store, staff=self._session.staff)
        self.reload()

    @Slot(object)
    def _on_handed(self, handed: actions.Handed) -> None:
        self._front(handed.hers)
        self._undo.offer(lambda: say("The cart is {name}'s now", name=handed.name), partial(self._hand_back, handed))

    async def _hand_back(self, handed: actions.Handed) -> None:
        await self._db.run(actions.hand_back, handed)
        self._front(handed.guest)

    @Slot(object)
    def _front(self, whose: Whose) -> None:
        self._whose, self._fresh, self._draft = whose, ("", 0), new_id()
        self._reading.begin()
        self._undo.forget()
        self.reload()

    def _start(self, work: Coroutine[Any, Any, Any]) -> None:
        self._tasks.start(work)

    async def _catch_up(self) -> None:
        if self._stale:
            await self._load()

    async def _load(self) -> None:
        self._asked, self._stale = self._asked + 1, False
        asked, whose = self._asked, self._whose
        with self._reading.watched():
            seen = await self._db.read(
                viewmodel_rows.read, whose.cart, whose.customer, self._session.store, self._language.code, self._fresh
            )
        if asked != self._asked:
            return
        self._seen = seen
        self._lines.reset(list(seen.rows))
        self._carts.show(seen.carts)
        self._checkout.show(seen)
        self._reading.done()
        self.changed.emit()

    async def _added(self, action: Callable[..., actions.Added], *args: Any) -> None:
        added = await self._db.run_with_room(action, self._whose, *args)
        self._fresh = added.line, self._fresh[1] + 1
        await self._load()  # at once: what other screens read after a change waits behind her line
        line = await self._db.read(actions.line, self._whose.cart, added.line)
        self._offer_undo(line, -1, lambda: self._added_words(added))

    async def _stepped(self, line: str, delta: int) -> None:
        before = await self._db.run_with_room(actions.change, self._whose, line, delta)
        self._offer_undo(before, -delta, lambda: say("%n fewer", n=-delta) if delta < 0 else say("%n more", n=delta))

    async def _removed(self, line: str) -> None:
        before = await self._db.run(actions.remove, self._whose, line)
        self._offer_undo(before, before.quantity if before else 0, lambda: say("Taken out of the cart"))

    async def _send(self) -> None:
        sold = self._seen
        order = self._whose, self._checkout.method, self._checkout.address, self._session.device_code
        try:
            receipt = await self._db.keep(self._place, self._draft, *order)
        except Unknown:
            raise Problem("Whether this order was kept is not known yet. Send it again: it stays one order.") from None
        finally:
            self._checkout.set_busy(False)
        self._draft = new_id()
        self._undo.forget()
        self._checkout.confirm(receipt.order, receipt.number, money_words([receipt.total]), sold)
        self.sent.emit(receipt.order, receipt.number)

    def _added_words(self, added: actions.Added) -> str:
        name = added.item.name(self._language.code) if added.item else say("A code for the catalogue")
        return say("{name} is in the cart", name=name)

    def _offer_undo(self, line: Line | None, delta: int, words: Callable[[], str]) -> None:
        if line and delta:
            self._undo.offer(words, partial(self._db.run, actions.restore, self._whose, line, delta))
        else:
            self._undo.forget()

    def _title(self) -> str:
        if self._whose.customer is None:
            return say("A guest's cart")
        return say("Shopping for {name}", name=self._seen.name or say("a client"))

    def _subtitle(self) -> str:
        if self._whose.customer is None:
            return say("Give it to a client to share it with her web and app cart")
        words = self._checkout.addressText, say("cart shared with web and app")
        return " · ".join(filter(None, words))

    def _state(self) -> str:
        return self._reading.state(len(self._seen.rows))

    def _totals(self) -> str:
        if self._state() == "error":
            return "–"
        return money_words(self._seen.totals or (Money(0, self._session.currency),))

    customer = Property(str, lambda self: self._whose.customer or "", notify=changed)
    cart = Property(str, lambda self: self._whose.cart, notify=changed)
    name = Property(str, lambda self: self._seen.name, notify=changed)
    initials = Property(str, lambda self: initials(self._seen.name) if self._seen.name else "", notify=changed)
    title = Property(str, _title, notify=changed)
    subtitle = Property(str, _subtitle, notify=changed)
    state = Property(str, _state, notify=changed)
    total = Property(str, _totals, notify=changed)
    pieces = Property(int, lambda self: self._seen.pieces, notify=changed)
    online = Property(int, lambda self: self._seen.online, notify=changed)
    lines = Property(QObject, lambda self: self._lines, constant=True)
    carts = Property(QObject, lambda self: self._carts, constant=True)
    pickup = Property(QObject, lambda self: self._pickup, constant=True)
    newAddress = Property(QObject, lambda self: self._address, constant=True)
    giving = Property(QObject, lambda self: self._giving, constant=True)
    undo = Property(QObject, lambda self: self._undo, constant=True)
    checkout = Property(QObject, lambda self: self._checkout, constant=True)
