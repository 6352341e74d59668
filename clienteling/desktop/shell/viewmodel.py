"""Which page is in front, how one came there, what is to act on, and the sentences that come and go."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.text import say

QML_IMPORT_NAME = "clienteling.desktop.shell"
QML_IMPORT_MAJOR_VERSION = 1

TITLES = {
    "today": "Today",
    "clients": "Clients",
    "customer": "Client",
    "products": "Products",
    "cart": "Cart",
    "floor": "Scan mode",
    "orders": "Orders",
    "notes": "Notes",
    "sync": "This tablet and central",
    "settings": "Settings",
    "scanner": "Scanner test",
    "labels": "Labels",
    "reasons": "Suggestions",
    "audience": "Whom to tell",
}
PLACEHOLDERS = {
    "products": "Find a product: name, brand, code",
    "cart": "Scan or type to add a product",
    "labels": "Find a product: name, brand, code",
    "audience": "Find a product: name, brand, code",
    "floor": "Find a product: name, brand, code",
    "orders": "Find an order",
    "sync": "Find an order",
    "notes": "Search notes and clients",
}
# a page without its own entry on the rail stands under another's
UNDER = {
    "customer": "clients", "floor": "cart", "audience": "products",
    "sync": "", "settings": "", "scanner": "", "labels": "", "reasons": "",
}  # fmt: skip
# what is typed at the top is looked for on this page
SEARCHES = {
    "today": "clients",
    "customer": "clients",
    "cart": "products",
    "floor": "products",
    "sync": "orders",
    "settings": "clients",
    "scanner": "products",
    "labels": "products",
    "reasons": "clients",
    "audience": "products",
}
SHOWN_MS = {"neutral": 5000, "ok": 5000, "warn": 8000, "bad": 10000}
MOST_TOASTS = 3
Act = Callable[[], Any]


@QmlElement
@QmlUncreatable("made by the application")
class Navigator(QObject):
    """One page is in front. `shown` tells its view model which customer, product or order; `searched` what to find."""

    changed = Signal()
    badgesChanged = Signal()
    shown = Signal(str, str)
    searched = Signal(str, str)
    accepted = Signal(str)
    searchWanted = Signal()
    scanWanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._page, self._key = "today", ""
        self._stack: list[tuple[str, str]] = []
        self._texts: dict[str, str] = {}
        self._badges: dict[str, int] = {}
        language.changed.connect(self.changed)

    @Slot(str)
    def go(self, page: str) -> None:
        """Choose a page on the rail: the way back ends here."""
        self._stack.clear()
        self._show(page, "")

    @Slot(str)
    @Slot(str, str)
    def open(self, page: str, key: str = "") -> None:
        """Step into a page, of the customer, product or order `key`; `back` returns."""
        if (page, key) != (self._page, self._key):
            self._stack.append((self._page, self._key))
        self._show(page, key)

    @Slot()
    def back(self) -> None:
        """Return to where one came from; from a page of the rail to nowhere."""
        if self._stack:
            self._show(*self._stack.pop())

    @Slot(str)
    def search(self, text: str) -> None:
        """Look for what was typed at the top, on the page that finds such things."""
        if text == self._search_text():
            return
        page = SEARCHES.get(self._page, self._page)
        self._texts[page] = text
        if page != self._page:
            self.open(page)
        self.searched.emit(page, text)
        self.changed.emit()

    @Slot(str)
    def look_up(self, code: str) -> None:
        """Look for a code that nobody knew among the products."""
        self.go("products")
        self.search(code)

    @Slot()
    def accept(self) -> None:
        """Enter was pressed in the search: open the first that was found."""
        self.accepted.emit(SEARCHES.get(self._page, self._page))

    @Slot()
    def scan(self) -> None:
        """Open the scanner."""
        self.scanWanted.emit()

    @Slot()
    def find(self) -> None:
        """Put the cursor into the search."""
        self.searchWanted.emit()

    def start_over(self) -> None:
        """Another person holds the tablet: nothing of the last customer stays in view."""
        self._texts.clear()
        self.go("today")

    def tell(self, page: str, count: int) -> None:
        """How many things on `page` are to act on."""
        if self._badges.get(page, 0) != count:
            self._badges[page] = count
            self.badgesChanged.emit()

    def _show(self, page: str, key: str) -> None:
        if page not in TITLES:
            raise ValueError(f"there is no page {page!r}")
        self._page, self._key = page, key
        self.shown.emit(page, key)
        self.changed.emit()

    def _search_text(self) -> str:
        return self._texts.get(self._page, "")

    def _title(self) -> str:
        return say(TITLES[self._page])

    def _placeholder(self) -> str:
        return say(PLACEHOLDERS.get(self._page, "Find a client: name, 010…, e-mail, ㄱㅁㅅ"))

    page = Property(str, lambda self: self._page, notify=changed)
    key = Property(str, lambda self: self._key, notify=changed)
    entry = Property(str, lambda self: UNDER.get(self._page, self._page), notify=changed)
    title = Property(str, _title, notify=changed)
    placeholder = Property(str, _placeholder, notify=changed)
    searchText = Property(str, _search_text, notify=changed)
    canGoBack = Property(bool, lambda self: bool(self._stack), notify=changed)
    badges = Property("QVariantMap", lambda self: self._badges, notify=badgesChanged)


@QmlElement
@QmlUncreatable("made by the application")
class Toasts(QObject):
    """Sentences that come, may be answered and go; a bug's traceback stays until it was seen."""

    crashChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._next = 0
        self._acts: dict[int, Act] = {}
        self._crash = ""
        self._rows = RowsModel(("number", "sentence", "tone", "action"), self)

    def tell(
        self, sentence: str, tone: str = "neutral", action: str = "", act: Callable[[], Any] | None = None
    ) -> None:
        """Show a translated sentence, with an answer such as Undo if there is one."""
        self._next += 1
        number = self._next
        if act is not None:
            self._acts[number] = act
        kept = [row for row in self._rows.rows if row[1] != sentence or row[3]]
        self._rows.reset([*kept, (number, sentence, tone, action)][-MOST_TOASTS:])
        QTimer.singleShot(SHOWN_MS[tone], self, lambda: self.dismiss(number))

    @Slot(object)
    def problem(self, problem: Problem) -> None:
        """Show a problem; connect to `Problems.raised`."""
        self.tell(say(problem.template, **problem.values), "bad")

    @Slot(str)
    def crash(self, trace: str) -> None:
        """Show that something broke; connect to `Problems.crashed`."""
        self._crash = trace
        self.crashChanged.emit()

    @Slot(int)
    def act(self, number: int) -> None:
        """The answer was pressed."""
        act = self._acts.pop(number, None)
        self.dismiss(number)
        if act is not None:
            act()

    @Slot(int)
    def dismiss(self, number: int) -> None:
        """It has been read."""
        self._acts.pop(number, None)
        self._rows.reset([row for row in self._rows.rows if row[0] != number])

    @Slot()
    def forgetCrash(self) -> None:
        """The traceback was seen."""
        self.crash("")

    rows = Property(QObject, lambda self: self._rows, constant=True)
    crashTrace = Property(str, lambda self: self._crash, notify=crashChanged)
