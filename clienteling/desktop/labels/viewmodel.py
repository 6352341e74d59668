"""What the page of labels may know and ask: which labels, how many, on which paper, and where they were saved."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.labels import actions, viewmodel_print
from clienteling.desktop.labels.actions import Wanted
from clienteling.desktop.labels.domain import MOST, PAPERS, Label, pages, plain
from clienteling.desktop.labels.symbols import of_gtin, of_sku, of_square
from clienteling.desktop.labels.viewmodel_preview import LabelPreview
from clienteling.desktop.runtime import exports
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.reading import Reading
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import say, unit_price
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.labels"
QML_IMPORT_MAJOR_VERSION = 1

ROLES = ("key", "name", "detail", "code", "price", "here", "count")
TOGETHER = 40
"""Products read in one go."""


@QmlElement
@QmlUncreatable("made by the application")
class LabelsViewModel(QObject):
    """The labels of chosen products, or the card of one client, on their way to a PDF file."""

    changed = Signal()
    progressed = Signal()

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language) -> None:
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._products: Sequence[str] = ()
        self._customer = self._saved = ""
        self._wanted: dict[str, tuple[Wanted | None, Label]] = {}
        self._counts: dict[str, int] = {}
        self._paper, self._done, self._asked = 0, 0, 0
        self._work: asyncio.Task[Any] | None = None
        self._reading = Reading(self.changed.emit)
        self._rows = RowsModel(ROLES, self)
        language.changed.connect(self.retry)
        session.switched.connect(lambda: self._begin((), ""))

    @Slot("QStringList")
    def begin(self, products: list[str]) -> None:
        """One label for each size and colour of these products."""
        self._begin(tuple(products), "")

    def begin_card(self, customer: str) -> None:
        """A client's loyalty card."""
        self._begin((), customer)

    @Slot()
    def retry(self) -> None:
        """Read again what stands on them, also after a change of language."""
        self._reading.begin()
        self._tasks.start(self._load())

    @Slot(str, int)
    def step(self, key: str, delta: int) -> None:
        """So many more or fewer of one."""
        self._count({key: self._counts[key] + delta})

    @Slot(int)
    def stepAll(self, delta: int) -> None:
        """So many more or fewer of each."""
        self._count({key: count + delta for key, count in self._counts.items()})

    @Slot()
    def asHere(self) -> None:
        """One for each piece that lies in this store."""
        self._count({key: wanted.here for key, (wanted, _) in self._wanted.items() if wanted})

    @Slot(int)
    def choosePaper(self, place: int) -> None:
        """Another one of `papers`."""
        self._paper, self._saved = place, ""
        self.changed.emit()

    @Slot()
    def save(self) -> None:
        """Write them where this tablet's files for people go."""
        self._start(None)

    @Slot(QUrl)
    def saveAs(self, file: QUrl) -> None:
        """Write them into the file that was chosen."""
        self._start(Path(file.toLocalFile()))

    @Slot()
    def cancel(self) -> None:
        """Stop writing; no file is left behind."""
        if self._work:
            self._work.cancel()

    @Slot(LabelPreview)
    def showOn(self, preview: LabelPreview) -> None:
        """Paint the first label there."""
        preview.show(PAPERS[self._paper], next(self._labels(), None))

    def _begin(self, products: Sequence[str], customer: str) -> None:
        self.cancel()
        self._products, self._customer, self._saved = products, customer, ""
        self._wanted, self._counts = {}, {}
        self.retry()

    async def _load(self) -> None:
        self._asked += 1
        asked = self._asked
        with self._reading.watched():
            wanted = await (self._card() if self._customer else self._shelf())
        if asked != self._asked:
            return
        self._wanted = wanted
        self._counts = {key: self._counts.get(key, 1) for key in wanted}
        self._reading.done()
        self._show()

    async def _shelf(self) -> dict[str, tuple[Wanted | None, Label]]:
        wanted: list[Wanted] = []
        for first in range(0, len(self._products), TOGETHER):
            some = self._products[first : first + TOGETHER]
            wanted += await self._db.read(actions.of_products, some, self._session.store)
        return {each.item.variant: (each, self._label(each)) for each in wanted}

    async def _card(self) -> dict[str, tuple[Wanted | None, Label]]:
        name, code = await self._db.read(actions.card_of, self._customer)
        if not code:
            return {}
        return {code: (None, Label(of_square(code), plain(name), (plain(self._session.store_name),)))}

    def _label(self, wanted: Wanted) -> Label:
        item, language = wanted.item, self._language.code
        symbol = of_gtin(item.gtin) if item.gtin else of_sku(plain(item.sku))
        lines = plain(item.detail(language)), plain(item.sku) if item.gtin else ""
        return Label(symbol, plain(item.name(language)), lines, unit_price(item.price, item.currency, item.sold_by))

    def _count(self, counts: dict[str, int]) -> None:
        self._counts |= {key: max(0, min(count, MOST)) for key, count in counts.items()}
        self._saved = ""
        self._show()

    def _show(self) -> None:
        self._rows.reset([self._row(key, *each) for key, each in self._wanted.items()])
        self.changed.emit()

    def _row(self, key: str, wanted: Wanted | None, label: Label) -> tuple[Any, ...]:
        here = say("Here {n}", n=wanted.here) if wanted else ""
        detail = " · ".join(filter(None, label.lines))
        return key, label.title, detail, label.symbol.text, label.price, here, self._counts[key]

    def _labels(self) -> Iterator[Label]:
        return (label for key, (_, label) in self._wanted.items() for _ in range(self._counts[key]))

    def _start(self, file: Path | None) -> None:
        if self._work is None and self._total():
            self._saved = ""
            self._tell(0)
            self._work = self._tasks.start(self._write(file))
            self.changed.emit()

    async def _write(self, file: Path | None) -> None:
        try:
            file = file or self._file()
            await viewmodel_print.write(file, PAPERS[self._paper], list(self._labels()), self._tell)
            self._saved = str(file)
        finally:
            self._work = None
            self.changed.emit()

    def _file(self) -> Path:
        words = say("Loyalty card") if self._customer else say("Labels")
        try:
            return exports.named(words, datetime.now().strftime("%Y-%m-%d-%H%M%S"), ending="pdf")
        except OSError:
            raise Problem("There is no folder to save into. Choose one with “Save elsewhere”.") from None

    def _tell(self, done: int) -> None:
        self._done = done
        self.progressed.emit()

    def _total(self) -> int:
        return sum(self._counts.values())

    def _summary(self) -> str:
        total = self._total()
        labels, sheets = say("%n labels", n=total), say("%n pages", n=pages(PAPERS[self._paper], total))
        return say("{labels} on {pages}", labels=labels, pages=sheets)

    def _sentence(self) -> str:
        if self._customer:
            return say("She has no loyalty code yet. Central gives her one; then her card can be printed.")
        return say("Choose products in the catalogue first.")

    state = Property(str, lambda self: self._reading.state(len(self._wanted)), notify=changed)
    sentence = Property(str, _sentence, notify=changed)
    card = Property(bool, lambda self: bool(self._customer), notify=changed)
    summary = Property(str, _summary, notify=changed)
    total = Property(int, _total, notify=changed)
    papers = Property("QStringList", lambda self: [paper.name for paper in PAPERS], constant=True)
    paper = Property(int, lambda self: self._paper, notify=changed)
    shape = Property(float, lambda self: PAPERS[self._paper].label[1] / PAPERS[self._paper].label[0], notify=changed)
    busy = Property(bool, lambda self: self._work is not None, notify=changed)
    progress = Property(float, lambda self: self._done / max(1, self._total()), notify=progressed)
    saved = Property(str, lambda self: self._saved, notify=changed)
    rows = Property(QObject, lambda self: self._rows, constant=True)
