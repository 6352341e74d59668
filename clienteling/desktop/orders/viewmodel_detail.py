"""What the panel of one order may know: its lines, where they come from, its steps, what can be done."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.catalog.domain import Item, either, icon_of
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.orders import actions, domain, store
from clienteling.desktop.orders.domain import Order, OrderLine, Twin
from clienteling.desktop.orders.viewmodel_words import (
    SIGNS,
    TONES,
    problem_word,
    state_sentence,
    state_word,
    way_word,
)
from clienteling.desktop.runtime.countries import country_name
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.reading import Reading
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.text import clock, day, kilograms, money, say
from clienteling.desktop.signin import actions as signin

QML_IMPORT_NAME = "clienteling.desktop.orders"
QML_IMPORT_MAJOR_VERSION = 1

LINE_ROLES = ("product", "sign", "title", "words", "price", "way", "origin", "problem")


@dataclass(frozen=True)
class Found:
    """Everything the panel shows."""

    order: Order
    name: str
    seller: str
    address: str
    lines: Sequence[OrderLine]
    rows: Sequence[tuple[Any, ...]]
    steps: Sequence[tuple[str, str]]
    twin: Twin | None


def read(tx: Tx, id: str, language: str) -> Found | None:
    """One order with the words around it, or None."""
    order = store.order(tx, id)
    if order is None:
        return None
    lines = store.lines(tx, id)
    items = catalog.items(tx, [line.variant for line in lines])
    places = {key: either(one.name_ko, one.name_en, language) for key, one in signin.locations(tx).items()}
    return Found(
        order=actions.shown(tx, order),
        name=customers.names(tx, [order.customer]).get(order.customer, "") if order.customer else "",
        seller=signin.staff_names(tx).get(order.staff or "", ""),
        address=_address(store.address(tx, id), language),
        lines=lines,
        rows=[_row(line, items.get(line.variant), places, order.currency, language) for line in lines],
        steps=_steps(order, store.steps(tx, id)),
        twin=store.twin(tx, id),
    )


def _row(line: OrderLine, item: Item | None, places: dict[str, str], currency: str, language: str) -> tuple[Any, ...]:
    title = item.name(language) if item else say("A product that is not on this tablet")
    weight = kilograms(line.weight) if line.weight else ""
    words = " · ".join(filter(None, (item.detail(language) if item else "", weight, f"× {line.quantity}")))
    origin = say("from {place}", place=places[line.source]) if line.source in places else ""
    promised = day(line.promised) if line.promised and line.fulfilment != "now" else ""
    price = money(line.price * line.quantity, currency)
    way = " · ".join(filter(None, (way_word(line, places.get(line.pickup_store or "", "")), promised)))
    product, sign = (item.product, icon_of(item.category)) if item else ("", "package")
    return product, sign, title, words, price, way, origin, problem_word(line)


def _steps(order: Order, seen: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    first = (say("Placed"), _moment(order.placed_at))
    return [first, *((state_word(state), _moment(at)) for state, at in seen if state != "queued")]


def _moment(at: str) -> str:
    return f"{day(at)} {clock(at)}"


def _address(found: dict[str, Any] | None, language: str) -> str:
    if not found:
        return ""
    hidden = f"{found['postcode'][:2]}•••"
    place = country_name(found["country"], language)
    return ", ".join(filter(None, (found["recipient"], found["city"], hidden, place)))


@QmlElement
@QmlUncreatable("made by the application")
class OrderViewModel(QObject):
    """One order in front."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: Found | None = None
        self._reading = Reading(self.changed.emit)
        self._reading.done()
        self._lines = RowsModel(LINE_ROLES, self)
        self._steps = RowsModel(("word", "moment"), self)

    @property
    def id(self) -> str:
        """The id of the order in front, or nothing."""
        return self._found.order.id if self._found else ""

    def show(self, found: Found | None) -> None:
        """Put an order in front; without one the panel is closed."""
        self._found = found
        self._lines.reset(list(found.rows) if found else [])
        self._steps.reset(list(found.steps) if found else [])
        self._reading.done()
        self.changed.emit()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """While an order is read: when that fails nothing stands there but the fault."""
        try:
            yield
        except Exception:
            self.show(None)
            self._reading.fail()
            raise

    def begin(self) -> None:
        """It is read anew."""
        self._reading.begin()

    def _state(self) -> str:
        return self._reading.state(self._found is not None)

    def _order(self, what: str) -> str:
        return str(getattr(self._found.order, what) or "") if self._found else ""

    def _may(self, to: str) -> bool:
        return self._found is not None and domain.may_move(self._found.order.state, to)

    def _refused(self) -> bool:
        return self._order("state") == "attention" and self._order("refused") != ""

    def _sentence(self) -> str:
        return state_sentence(self._found.order, self._found.lines, self._found.twin) if self._found else ""

    def _total(self) -> str:
        return money(self._found.order.total, self._found.order.currency) if self._found else ""

    def _who(self) -> str:
        if self._found is None:
            return ""
        return self._found.name or (say("A client not on this tablet") if self._found.order.customer else say("Guest"))

    def _method(self) -> str:
        return say("Pay link") if self._order("method") == "paylink" else say("At the till")

    def _hand_over(self) -> bool:
        return self._order("state") in {"ready", "shipped"}

    state = Property(str, _state, notify=changed)
    open = Property(bool, lambda self: self._state() != "empty", notify=changed)
    orderId = Property(str, lambda self: self.id, notify=changed)
    number = Property(str, lambda self: self._order("number"), notify=changed)
    customer = Property(str, lambda self: self._order("customer"), notify=changed)
    name = Property(str, _who, notify=changed)
    seller = Property(str, lambda self: self._found.seller if self._found else "", notify=changed)
    address = Property(str, lambda self: self._found.address if self._found else "", notify=changed)
    method = Property(str, _method, notify=changed)
    total = Property(str, _total, notify=changed)
    word = Property(str, lambda self: state_word(self._order("state")) if self._found else "", notify=changed)
    tone = Property(str, lambda self: TONES.get(self._order("state"), "neutral"), notify=changed)
    sign = Property(str, lambda self: SIGNS.get(self._order("state"), ""), notify=changed)
    sentence = Property(str, _sentence, notify=changed)
    needsYou = Property(bool, lambda self: self._order("state") == "attention", notify=changed)
    mayHandOver = Property(bool, _hand_over, notify=changed)
    mayCancel = Property(bool, lambda self: self._may("cancelled"), notify=changed)
    mayLookAgain = Property(bool, lambda self: self._may("accepted") and not self._refused(), notify=changed)
    twice = Property(bool, lambda self: self._order("problem") == "twice", notify=changed)
    maySendAgain = Property(bool, _refused, notify=changed)
    lines = Property(QObject, lambda self: self._lines, constant=True)
    steps = Property(QObject, lambda self: self._steps, constant=True)
