"""What the card of one product may know and ask: its variants, where they lie, what adding one means."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.catalog import actions
from clienteling.desktop.catalog.actions import Shelf
from clienteling.desktop.catalog.domain import Availability, Card, Item, either, icon_of
from clienteling.desktop.catalog.viewmodel_words import category_word, named
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.reading import Reading
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.text import clock, say, unit_price

QML_IMPORT_NAME = "clienteling.desktop.catalog"
QML_IMPORT_MAJOR_VERSION = 1

Found = tuple[Card | None, dict[str, Availability], list[Shelf], str]
NOTHING: Found = (None, {}, [], "")
_TONES = {"here": ("ok", "store"), "store": ("store", "map-pin"), "warehouse": ("online", "warehouse")}


def read(tx: Tx, product: str, variant: str, store: str) -> tuple[Found, str]:
    """The product with the availability of its variants, and the shelves of the chosen one (the first sensible one)."""
    card = actions.card(tx, product)
    if card is None:
        return NOTHING, ""
    found = actions.availability(tx, [item.variant for item in card.items], store)
    chosen = _chosen(card, found, variant)
    return (card, found, actions.shelves(tx, chosen, store) if chosen else [], actions.as_of(tx)), chosen


def _chosen(card: Card, found: dict[str, Availability], wish: str) -> str:
    variants = [item.variant for item in card.items]
    here = [variant for variant in variants if found[variant].here]
    return wish if wish in variants else next(iter(here or variants), "")


@QmlElement
@QmlUncreatable("made by the application")
class CardViewModel(QObject):
    """One product in front: which variant is chosen, and where it lies."""

    changed = Signal()

    def __init__(self, language: Callable[[], str], choose: Callable[[str], None], add: Callable[[str], None]) -> None:
        super().__init__()
        self._language, self._choose, self._add = language, choose, add
        self._card: Card | None = None
        self._found: dict[str, Availability] = {}
        self._variant = self._as_of = ""
        self._reading = Reading(self.changed.emit)
        self._reading.done()
        self._colours = RowsModel(("name", "chosen"), self)
        self._sizes = RowsModel(("name", "chosen", "here"), self)
        self._shelves = RowsModel(("name", "quantity", "tone", "icon"), self)

    @property
    def product(self) -> str:
        """The id of the product in front, or nothing."""
        return self._card.id if self._card else ""

    @property
    def variant(self) -> str:
        """The id of the chosen variant."""
        return self._variant

    def show(self, found: Found, variant: str) -> None:
        """Put a product in front; without one the card is closed."""
        self._card, self._found, shelves, self._as_of = found
        self._variant = variant
        self._colours.reset([(colour, colour == self._colour()) for colour in self._distinct(self._colour_of)])
        self._sizes.reset(self._size_rows())
        self._shelves.reset([self._shelf(shelf) for shelf in shelves])
        self._reading.done()
        self.changed.emit()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """While a product is read: when that fails nothing stands there but the fault."""
        try:
            yield
        except Exception:
            self.show(NOTHING, "")
            self._reading.fail()
            raise

    def begin(self) -> None:
        """It is read anew."""
        self._reading.begin()

    @Slot(str)
    def chooseColour(self, colour: str) -> None:
        """Another colour, in the same size where there is one."""
        self._pick([item for item in self._items() if self._colour_of(item) == colour], lambda item: item.size)

    @Slot(str)
    def chooseSize(self, size: str) -> None:
        """Another size, in the same colour where there is one."""
        self._pick([item for item in self._items() if item.size == size], self._colour_of)

    @Slot()
    def add(self) -> None:
        """Put the chosen variant into the cart in front."""
        if self._variant:
            self._add(self._variant)

    def _pick(self, some: list[Item], kept: Callable[[Item], str]) -> None:
        mine = self._item()
        same = [item for item in some if mine and kept(item) == kept(mine)]
        for item in (same or some)[:1]:
            self._choose(item.variant)

    def _state(self) -> str:
        return self._reading.state(self._card is not None)

    def _items(self) -> tuple[Item, ...]:
        return self._card.items if self._card else ()

    def _item(self) -> Item | None:
        return next((item for item in self._items() if item.variant == self._variant), None)

    def _colour_of(self, item: Item) -> str:
        return either(item.colour_ko, item.colour_en, self._language())

    def _colour(self) -> str:
        item = self._item()
        return self._colour_of(item) if item else ""

    def _distinct(self, what: Callable[[Item], str]) -> list[str]:
        return list(dict.fromkeys(name for item in self._items() if (name := what(item))))

    def _size_rows(self) -> list[tuple[str, bool, bool]]:
        item, colour = self._item(), self._colour()
        here = {
            one.size for one in self._items() if self._colour_of(one) == colour and self._found[one.variant].here > 0
        }
        sizes = self._distinct(lambda one: one.size)
        return [(size, item is not None and size == item.size, size in here) for size in sizes]

    def _shelf(self, shelf: Shelf) -> tuple[Any, ...]:
        tone, icon = _TONES.get(shelf.kind, ("online", "globe"))
        name = say("This store") if shelf.kind == "here" else named(shelf.name_ko, shelf.name_en, self._language())
        return name, shelf.quantity, tone if shelf.quantity else "neutral", icon

    def _here(self) -> Availability:
        return self._found.get(self._variant, actions.UNKNOWN)

    def _sentence(self) -> str:
        found = self._here()
        if not found.known:
            return say("The stock has not arrived on this tablet yet.")
        if found.here:
            return say("On the shelf: she can take it now.")
        if found.online or found.nearby:
            return say("Not in this store. It can be shipped to her or picked up elsewhere.")
        return say("Sold out everywhere we know. You can still order it; central says when it comes.")

    def _text(self, korean: str, english: str) -> str:
        return getattr(self._card, korean if self._language() == "ko" else english) if self._card else ""

    def _name(self) -> str:
        return named(self._card.name_ko, self._card.name_en, self._language()) if self._card else ""

    def _brand(self) -> str:
        words = (self._card.brand, category_word(self._card.category)) if self._card else ()
        return " · ".join(filter(None, words))

    def _price(self) -> str:
        item = self._item()
        return unit_price(item.price, item.currency, item.sold_by) if item else ""

    state = Property(str, _state, notify=changed)
    open = Property(bool, lambda self: self._state() != "empty", notify=changed)
    productId = Property(str, lambda self: self.product, notify=changed)
    icon = Property(str, lambda self: icon_of(self._card.category) if self._card else "package", notify=changed)
    name = Property(str, _name, notify=changed)
    brand = Property(str, _brand, notify=changed)
    text = Property(str, lambda self: self._text("text_ko", "text_en"), notify=changed)
    price = Property(str, _price, notify=changed)
    sku = Property(str, lambda self: item.sku if (item := self._item()) else "", notify=changed)
    sentence = Property(str, _sentence, notify=changed)
    hereNow = Property(bool, lambda self: self._here().here > 0, notify=changed)
    asOf = Property(
        str, lambda self: say("As of {time}", time=clock(self._as_of)) if self._as_of else "", notify=changed
    )
    colours = Property(QObject, lambda self: self._colours, constant=True)
    sizes = Property(QObject, lambda self: self._sizes, constant=True)
    shelves = Property(QObject, lambda self: self._shelves, constant=True)
