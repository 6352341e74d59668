"""What the suggestion cards may know and ask: for whom, what, why, and how to take "not for her" back."""

import asyncio
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.catalog.domain import icon_of
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.particles import attached
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import clock, day, say, unit_price
from clienteling.desktop.signin.viewmodel import Session
from clienteling.desktop.suggestions import actions
from clienteling.desktop.suggestions.actions_words import reason
from clienteling.desktop.suggestions.domain import UNMADE, Card, Made

QML_IMPORT_NAME = "clienteling.desktop.suggestions"
QML_IMPORT_MAJOR_VERSION = 1

TABLES = {"suggestion", "suggestion_list", "cart_line", "product", "variant", "stock", "customer", "visit"}
ROLES = ("product", "variant", "name", "detail", "price", "why", "place", "tone", "sign")
UNDO_SECONDS = 6.0


def place(card: Card) -> tuple[str, str]:
    """Where it can be had, nearest first, as words and a tone."""
    if not card.known:
        return say("Checking"), "neutral"
    if card.at_hand:
        return say("Right here {n}", n=card.here), "ok"
    if card.here > 0:
        return say("Here {n}", n=card.here), "ok"
    if card.nearby > 0:
        return say("Nearby {n}", n=card.nearby), "store"
    return say("Online {n}", n=card.online), "online"


@QmlElement
@QmlUncreatable("made by the application")
class SuggestionsViewModel(QObject):
    """At most five cards for one client. `added` names a variant for the cart in front.

    `zone_of(tx, customer, store)` tells where in the store she stands; `asked` names the client and a product, of which
    somebody wants to know why it is suggested.
    """

    changed = Signal()
    added = Signal(str)
    asked = Signal(str, str)
    seen = Signal(str, object)
    """The client, and (product, reason) of each of her cards that stood in front of somebody for a while."""

    def __init__(
        self, db: Db, tasks: Tasks, session: Session, language: Language, zone_of: Callable[[Tx, str, str], str]
    ) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._zone_of = zone_of
        self._customer, self._made = "", UNMADE
        self._given: list[tuple[str, str]] = []
        self._refused: tuple[str, str, str, str] | None = None
        self._timer: asyncio.Task[Any] | None = None
        self._cards = RowsModel(ROLES, self)
        self._reader = Latest(tasks, self._load, self.changed.emit)
        db.changed.connect(lambda tables: self.reload() if tables & TABLES else None)
        language.changed.connect(self.reload)

    @Slot()
    def reload(self) -> None:
        """Read again, also after a change of language."""
        if self._customer:
            self._reader.ask()

    @Slot(str)
    def open(self, customer: str) -> None:
        """Show another client's cards."""
        self._keep_refusal()
        if customer != self._customer:
            self._customer, self._given = customer, []
            self._cards.reset([])
            self._reader.reading.begin()
            self.changed.emit()
        self.reload()

    @Slot()
    def retry(self) -> None:
        """The cards could not be read: read them again."""
        self._reader.anew()

    @Slot(str)
    def add(self, variant: str) -> None:
        """Put a card's product into the cart in front."""
        self.added.emit(variant)

    @Slot()
    def see(self) -> None:
        """What is shown has been in sight for a while."""
        self.seen.emit(self._customer, self._given)

    @Slot(str)
    def explain(self, product: str) -> None:
        """Say more of why a product is suggested."""
        self.asked.emit(self._customer, product)

    @Slot(str)
    def refuse(self, product: str) -> None:
        """Not for her: the card goes; for some seconds it can be taken back, then central is told."""
        self._keep_refusal()
        name = next((row[2] for row in self._cards.rows if row[0] == product), "")
        self._refused = (self._customer, product, name, self._session.staff)
        self._timer = self._tasks.start(self._keep_later())
        self.changed.emit()
        self.reload()

    @Slot()
    def undo(self) -> None:
        """The card comes back; nothing was told."""
        self._forget_refusal()
        self.reload()

    async def close(self) -> None:
        """Keep at once what could still be taken back; before the tablet is given away or the app ends."""
        refused = self._forget_refusal()
        if refused:
            await self._keep(*refused)

    def _forget_refusal(self) -> tuple[str, str, str, str] | None:
        refused, self._refused = self._refused, None
        if self._timer:
            self._timer.cancel()
            self._timer = None
        self.changed.emit()
        return refused

    def _keep_refusal(self) -> None:
        refused = self._forget_refusal()
        if refused:
            self._tasks.start(self._keep(*refused))

    async def _keep(self, customer: str, product: str, _name: str, staff: str) -> None:
        await self._db.run(actions.refuse, customer, product, staff)

    async def _keep_later(self) -> None:
        await asyncio.sleep(UNDO_SECONDS)
        self._timer = None
        self._keep_refusal()

    async def _load(self) -> None:
        customer = self._customer
        hidden = [self._refused[1]] if self._refused and self._refused[0] == customer else []
        cards, made = await self._db.read(self._read, customer, self._session.store, hidden)
        if customer != self._customer:
            return
        self._made = made
        self._given = [(card.suggestion.product, card.suggestion.reason) for card in cards]
        self._cards.reset([self._row(card) for card in cards])
        self.changed.emit()

    def _read(self, tx: Tx, customer: str, place: str, hidden: list[str]) -> tuple[list[Card], Made]:
        zone = self._zone_of(tx, customer, place)
        return actions.cards(tx, customer, place, hidden, zone), actions.made(tx, customer)

    def _row(self, card: Card) -> tuple[Any, ...]:
        korean = self._language.code == "ko"
        name, detail = (card.name_ko, card.detail_ko) if korean else (card.name_en, card.detail_en)
        price = unit_price(card.price, card.currency, card.sold_by)
        why = reason(card.suggestion, korean)
        product = card.suggestion.product
        return product, card.variant, name, detail, price, why, *place(card), icon_of(card.category)

    def _state(self) -> str:
        return self._reader.state(self._cards.count)

    def _undo_words(self) -> str:
        if self._refused is None:
            return ""
        name = attached(self._refused[2], "eun", self._language.code == "ko")
        return say("{name} will not be suggested again.", name=name)

    def _as_of(self) -> str:
        return f"{day(self._made.at)} {clock(self._made.at)}" if self._made.at else ""

    cards = Property(QObject, lambda self: self._cards, constant=True)
    customer = Property(str, lambda self: self._customer, notify=changed)
    state = Property(str, _state, notify=changed)
    undoWords = Property(str, _undo_words, notify=changed)
    asOf = Property(str, _as_of, notify=changed)
