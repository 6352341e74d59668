"""What the products screen may know and ask: a list by words and category, and one product in front."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.catalog import actions, store, viewmodel_card
from clienteling.desktop.catalog.domain import Hit, icon_of
from clienteling.desktop.catalog.viewmodel_card import CardViewModel
from clienteling.desktop.catalog.viewmodel_choosing import ChoosingViewModel
from clienteling.desktop.catalog.viewmodel_unknown import UnknownCodesViewModel
from clienteling.desktop.catalog.viewmodel_words import category_word, named, place_word, price_word
from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.rows import LazyRows, RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import number, say
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.catalog"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 60
TABLES = {"product", "variant", "stock", "store"}
Page = tuple[list[tuple[Any, ...]], int, list[str]]


def _page(tx: Tx, text: str, category: str, offset: int, place: str, language: str) -> Page:
    hits = actions.search(tx, text, PAGE, category, offset)
    found = actions.availability_of_products(tx, [hit.product for hit in hits], place)
    rows = [_row(hit, *place_word(found[hit.product]), language) for hit in hits]
    return rows, store.count(tx, text, category), store.categories(tx)


def _row(hit: Hit, place: str, tone: str, language: str) -> tuple[Any, ...]:
    name = named(hit.name_ko, hit.name_en, language)
    return hit.product, name, hit.brand, price_word(hit), place, tone, icon_of(hit.category)


@QmlElement
@QmlUncreatable("made by the application")
class CatalogViewModel(QObject):
    """Products found by words and category; one of them in front. `addWanted` names a variant for the cart."""

    changed = Signal()
    addWanted = Signal(str)

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language, central: Central) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._text = self._category = self._front = ""
        self._total = 0
        roles = ("product", "name", "brand", "price", "place", "tone", "sign")
        self._products = LazyRows(roles, lambda offset: tasks.start(self._more(offset)), self)
        self._categories = RowsModel(("key", "name", "chosen"), self)
        self._card = CardViewModel(lambda: language.code, self._choose, self.addWanted.emit)
        self._unknown = UnknownCodesViewModel(db, tasks, session, language, central)
        self._choosing = ChoosingViewModel(db, tasks, language, lambda: (self._text, self._category))
        self._reader = Latest(tasks, self._load, self.changed.emit)
        db.changed.connect(lambda tables: self.reload() if tables & TABLES else None)
        language.changed.connect(self.reload)
        session.changed.connect(self.reload)

    @Slot()
    def reload(self) -> None:
        """Read again, also after a change of language."""
        self._reader.ask()
        if self._front:
            self._tasks.start(self._show(self._front, self._card.variant))

    @Slot()
    def retry(self) -> None:
        """The list could not be read: read it again."""
        self._reader.anew()

    @Slot()
    def retryCard(self) -> None:
        """The product in front could not be read: read it again."""
        self._card.begin()
        self._tasks.start(self._show(self._front, ""))

    @Slot(str)
    def search(self, text: str) -> None:
        """Show what holds every typed word."""
        self._text = text.strip()
        self._reader.ask()

    @Slot(str)
    def choose(self, category: str) -> None:
        """Show one category; the same again shows all."""
        self._category = "" if category == self._category else category
        self._reader.ask()

    @Slot(str)
    def open(self, product: str) -> None:
        """Put a product in front."""
        self._front = product
        self._tasks.start(self._show(product, ""))

    @Slot()
    def close(self) -> None:
        """No product in front."""
        self._front = ""
        self._card.show(viewmodel_card.NOTHING, "")

    def _choose(self, variant: str) -> None:
        self._tasks.start(self._show(self._front, variant))

    async def _show(self, product: str, variant: str) -> None:
        with self._card.watched():
            found, chosen = await self._db.read(viewmodel_card.read, product, variant, self._session.store)
        if product == self._front:
            self._card.show(found, chosen)

    async def _load(self) -> None:
        wish = self._text, self._category
        rows, total, categories = await self._read(0)
        if wish != (self._text, self._category):
            return
        self._total = total
        self._products.start(rows, more=len(rows) < total)
        self._categories.reset([(key, category_word(key), key == self._category) for key in categories])
        self.changed.emit()

    async def _more(self, offset: int) -> None:
        wish = self._text, self._category
        with self._reader.reading.watched():
            rows, total, _ = await self._read(offset)
        if wish == (self._text, self._category):
            self._products.append(rows, more=offset + len(rows) < total)

    async def _read(self, offset: int) -> Page:
        wish = self._text, self._category, offset, self._session.store, self._language.code
        return await self._db.read(_page, *wish)

    def _state(self) -> str:
        return self._reader.state(self._total)

    def _sentence(self) -> str:
        if self._text or self._category:
            return say("Nothing here fits. Try fewer words, or another category.")
        return say("Products appear here as soon as this tablet has heard from central.")

    def _title(self) -> str:
        if self._text:
            return say("“{text}”", text=self._text)
        return category_word(self._category) if self._category else say("All products")

    state = Property(str, _state, notify=changed)
    sentence = Property(str, _sentence, notify=changed)
    title = Property(str, _title, notify=changed)
    countText = Property(str, lambda self: number(self._total), notify=changed)
    filtered = Property(bool, lambda self: bool(self._text or self._category), notify=changed)
    products = Property(QObject, lambda self: self._products, constant=True)
    categories = Property(QObject, lambda self: self._categories, constant=True)
    card = Property(QObject, lambda self: self._card, constant=True)
    choosing = Property(QObject, lambda self: self._choosing, constant=True)
    unknown = Property(QObject, lambda self: self._unknown, constant=True)
