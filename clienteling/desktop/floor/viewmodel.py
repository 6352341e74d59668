"""What scan mode may know and ask: the mode, what was scanned one after the other, and the scan in front."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.cart import actions as cart
from clienteling.desktop.cart.domain import Whose
from clienteling.desktop.catalog.domain import Item, icon_of
from clienteling.desktop.clientbook import actions as clientbook
from clienteling.desktop.floor import actions, viewmodel_rows
from clienteling.desktop.floor.actions import Came, Looked
from clienteling.desktop.floor.domain import MODES, OUTCOMES, Code, Heard, Mode, before
from clienteling.desktop.floor.viewmodel_rows import ROLES, SIZES
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import clock, say
from clienteling.desktop.scanning.domain import NOT_OURS, Scan
from clienteling.desktop.signin.viewmodel import Session
from clienteling.desktop.sync.connection import Connection

QML_IMPORT_NAME = "clienteling.desktop.floor"
QML_IMPORT_MAJOR_VERSION = 1

TABLES = {"product", "variant", "stock", "store"}
TAKEN = ("product", "coupon", "unknown")
"""The kinds of codes that scan mode takes; people and orders have rooms of their own."""
UNSURE = "This was not read clearly. Scan it once more."


@QmlElement
@QmlUncreatable("made by the application")
class FloorViewModel(QObject):
    """The scans belong to the cart in front, of which `front` tells whose it is; another cart begins a new list.

    `play` makes the sound of what came of a scan; `scanning` and `cart` are the view models that stand beside it.
    """

    changed = Signal()
    reported = Signal(str, str)
    """A code that should be known, and its symbology."""

    def __init__(
        self, db: Db, tasks: Tasks, session: Session, language: Language, connection: Connection,
        front: Callable[[], Whose], play: Callable[[str], None], scanning: QObject, cart: QObject,
    ) -> None:  # fmt: skip
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._connection, self._front, self._play = connection, front, play
        self._scanning, self._cart = scanning, cart
        self._mode: Mode = "cart"
        self._whose, self._scans, self._count, self._chosen = front(), list[Heard](), 0, 0
        self._busy: set[tuple[int, str]] = set()
        self._looked: Looked | None = None
        self._rows, self._sizes = RowsModel(ROLES, self), RowsModel(SIZES, self)
        self._looks = Latest(tasks, self._look, self.changed.emit)
        db.changed.connect(lambda tables: self._looks.ask() if tables & TABLES and self._chosen else None)
        language.changed.connect(self._list)

    @Slot(int)
    def choose(self, mode: int) -> None:
        """What the next scans are for: 0 the cart, 1 the price, 2 the stock."""
        self._mode = MODES[mode]
        self.changed.emit()

    @Slot(int)
    def show(self, n: int) -> None:
        """Put one of the scans in front."""
        self._chosen = n
        self._list()
        self._looks.anew()

    @Slot()
    def clear(self) -> None:
        """Begin a new list; what was scanned stays in the cart."""
        self._scans, self._chosen, self._looked = [], 0, None
        self._list()

    @Slot()
    def retry(self) -> None:
        """The product could not be read: read it again."""
        self._looks.anew()

    @Slot()
    def follow(self) -> None:
        """Another cart may be in front: the list of the one before is over."""
        whose = self._front()
        if whose.staff != self._whose.staff:
            self._mode = "cart"
        if (whose.cart, whose.staff) != (self._whose.cart, self._whose.staff):
            self.clear()
        self._whose = whose

    @staticmethod
    def takes(scan: Scan) -> bool:
        """Whether scan mode is the room for this code."""
        return scan.kind in TAKEN

    def scanned(self, scan: Scan, variant: str = "") -> None:
        """Something was scanned: what it does depends on the mode, and every scan is told and heard.

        `variant` is the product that the code is known to name.
        """
        self.follow()
        self._count += 1
        text = scan.text if scan.kind != "unknown" or scan.reason in ("", NOT_OURS) else ""
        heard = Heard(self._count, text, now(), self._mode, "refused", self._whose, symbology=scan.symbology)
        if scan.kind != "product":
            self._take(replace(heard, sound="unknown" if scan.reason == NOT_OURS else "refused", reason=scan.reason))
        elif scan.confidence == "weak":
            self._take(replace(heard, reason=UNSURE))
        else:
            code = Code(scan.gtin14, variant, scan.confidence == "sure", scan.piece)
            self._tasks.start(self._hear(heard, code))

    @Slot(int)
    def undo(self, n: int) -> None:
        """Take back what one scan put into the cart, and nothing else."""
        heard = self._scan(n)
        if heard and heard.undoable:
            self._put(replace(heard, taken=True))  # at once: a second touch finds nothing to take back
            self._tasks.start(self._undo(heard))

    @Slot()
    def report(self) -> None:
        """Say that the code in front should have been known."""
        heard = self._scan(self._chosen)
        if heard and heard.reportable:
            self.reported.emit(heard.code, heard.symbology)

    @Slot(str)
    def note(self, outcome: str) -> None:
        """How the product in front went with her; the same once more takes it back."""
        heard = self._scan(self._chosen)
        if heard and heard.notable and outcome in OUTCOMES and (heard.n, outcome) not in self._busy:
            self._busy.add((heard.n, outcome))
            self._tasks.start(self._note(heard, outcome))

    async def _hear(self, heard: Heard, code: Code) -> None:
        offline, currency = self._connection.state != "online", self._session.currency
        try:
            told = (heard.mode, heard.whose, code, offline, currency)
            came: Came = await self._db.run_with_room(actions.hear, *told)
        except Problem as problem:
            self._take(replace(heard, reason=problem.template, values=problem.values))
            return
        self._take(replace(heard, sound=came.sound, item=came.item, added=came.added, weight=came.weight))

    def _take(self, heard: Heard) -> None:
        self._play(heard.sound)
        if heard.whose.cart == self._whose.cart:
            self._scans = before(self._scans, heard)
            self.show(heard.n)

    async def _undo(self, heard: Heard) -> None:
        try:
            await self._db.run(cart.take_back, heard.whose, heard.added)
        except Exception:
            self._put(replace(self._scan(heard.n) or heard, taken=False))
            raise

    async def _note(self, heard: Heard, outcome: str) -> None:
        staff, event = self._session.staff, heard.noted.get(outcome, "")
        try:
            if event:
                await self._db.run(clientbook.take_back, event, staff)
                told = ""
            else:
                about = heard.whose.customer, heard.item.variant if heard.item else ""
                told = await self._db.run(clientbook.note, *about, outcome, heard.whose.store, staff)
        finally:
            self._busy.discard((heard.n, outcome))
        now_stands = self._scan(heard.n)
        if now_stands:
            self._put(now_stands.note(outcome, told))

    def _put(self, heard: Heard) -> None:
        self._scans = [heard if one.n == heard.n else one for one in self._scans]
        self._list()

    def _scan(self, n: int) -> Heard | None:
        return next((one for one in self._scans if one.n == n), None)

    async def _look(self) -> None:
        chosen, heard = self._chosen, self._scan(self._chosen)
        product = heard.item.product if heard and heard.item else ""
        looked = await self._db.read(actions.look, product, self._session.store) if product else None
        if chosen == self._chosen:
            self._looked = looked
            self._list()

    @Slot()
    def _list(self) -> None:
        language, heard = self._language.code, self._scan(self._chosen)
        self._rows.reset([viewmodel_rows.row(one, self._chosen, language) for one in self._scans])
        scanned = heard.item.variant if heard and heard.item else ""
        self._sizes.reset(viewmodel_rows.sizes(self._looked, scanned, language) if self._looked else [])
        self.changed.emit()

    def _state(self) -> str:
        heard = self._scan(self._chosen)
        if heard is None:
            return "empty"
        return self._looks.state(1) if heard.item else "rows"

    def _heard(self, said: Callable[[Heard], Any], otherwise: Any = "") -> Any:
        heard = self._scan(self._chosen)
        return said(heard) if heard else otherwise

    def _of_item(self, said: Callable[[Item], str]) -> str:
        return str(self._heard(lambda heard: said(heard.item) if heard.item else ""))

    def _title(self) -> str:
        return str(self._heard(lambda heard: viewmodel_rows.title(heard, self._language.code)))

    def _detail(self) -> str:
        return self._of_item(lambda item: " · ".join(filter(None, (item.brand, item.detail(self._language.code)))))

    def _as_of(self) -> str:
        return say("As of {time}", time=clock(self._looked.as_of)) if self._looked and self._looked.as_of else ""

    mode = Property(int, lambda self: MODES.index(self._mode), notify=changed)
    rows = Property(QObject, lambda self: self._rows, constant=True)
    count = Property(int, lambda self: len(self._scans), notify=changed)
    state = Property(str, _state, notify=changed)
    chosen = Property(int, lambda self: self._chosen, notify=changed)
    product = Property(str, lambda self: self._of_item(lambda item: item.product), notify=changed)
    sign = Property(str, lambda self: self._of_item(lambda item: icon_of(item.category)) or "barcode", notify=changed)
    title = Property(str, _title, notify=changed)
    detail = Property(str, _detail, notify=changed)
    price = Property(str, lambda self: self._heard(viewmodel_rows.price), notify=changed)
    word = Property(str, lambda self: self._heard(lambda heard: viewmodel_rows.said(heard)[0]), notify=changed)
    tone = Property(
        str, lambda self: self._heard(lambda heard: viewmodel_rows.said(heard)[1], "neutral"), notify=changed
    )
    reason = Property(str, lambda self: self._heard(viewmodel_rows.reason), notify=changed)
    reportable = Property(bool, lambda self: self._heard(lambda heard: heard.reportable, False), notify=changed)
    undoable = Property(bool, lambda self: self._heard(lambda heard: heard.undoable, False), notify=changed)
    notable = Property(bool, lambda self: self._heard(lambda heard: heard.notable, False), notify=changed)
    noted = Property(list, lambda self: self._heard(lambda heard: list(heard.noted), []), notify=changed)
    sizes = Property(QObject, lambda self: self._sizes, constant=True)
    asOf = Property(str, _as_of, notify=changed)
    scanning = Property(QObject, lambda self: self._scanning, constant=True)
    cart = Property(QObject, lambda self: self._cart, constant=True)
