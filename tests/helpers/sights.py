"""Every screen worth a picture, and how a person gets there."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt

from clienteling.contract.v1.sync import Answer
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.notes import actions as notes
from clienteling.desktop.notes.domain import Reader
from clienteling.desktop.sync import outbox
from tests.helpers.screen import pump, until
from tests.helpers.tablet import Tablet
from tests.helpers.town import Town

NAME, QUERY, STRANGER = "김민서", "ㄱㅁㅅ", "없는사람"
LONGEST = 8.0
"""Seconds for the pictures of a screen to arrive."""
WORDS = (
    "결혼식 하객 옷을 찾으세요. 무채색보다 따뜻한 색을 좋아하고, 코트는 55가 맞아요.",
    "선물은 늘 따로 포장해 드리면 좋아하세요.",
    "다음 달에 이사하신대요. 리빙 신상품 소식을 반기실 거예요.",
)


@dataclass
class Visit:
    """A person with the tablet in the town; `customer` is whose page is looked at."""

    town: Town
    tablet: Tablet
    customer: str = ""
    missing: set[str] = field(default_factory=set)
    _after: list[Callable[[], object]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.app.ground.pictures.wanted.connect(self.missing.add)
        self.app.ground.pictures.arrived.connect(self.missing.discard)

    @property
    def app(self):
        """The view models."""
        return self.tablet.app

    def leave(self) -> None:
        """Close what is open over the page."""
        self.tablet.screen.window.resize(1280, 800)
        self.tablet.screen.face()
        pump(50)
        if self.tablet.screen.window.activeFocusItem() is not None and _sheet_open(self):
            self.tablet.screen.key(Qt.Key.Key_Escape)
            pump(50)
        for undo in self._after:
            undo()
        self._after.clear()

    def after(self, undo: Callable[[], object]) -> None:
        """Do this when the screen is left."""
        self._after.append(undo)

    def read(self, *names: str) -> None:
        """Let the view models of these names read again."""
        for name in names:
            getattr(self.app, name).reload()
        pump(300)

    def go(self, page: str) -> None:
        """Choose a page and let its pictures arrive."""
        self.app.navigator.go(page)
        self.settle()

    def settle(self) -> None:
        """Let what is shown arrive, its pictures too."""
        pump(500)
        end = time.monotonic() + LONGEST
        until(lambda: not self.missing or time.monotonic() > end)
        pump(300)


def _sheet_open(visit: Visit) -> bool:
    return any("PopupItem" in item.metaObject().className() for item in visit.tablet.screen.seen())


def _signin(visit: Visit) -> None:
    until(lambda: visit.app.signin.people.count > 0)
    visit.app.signin.choose(visit.app.signin.people.rows[0][0])
    visit.app.signin.press("1")
    pump(100)


def _today(visit: Visit) -> None:
    _sign_in(visit)
    visit.app.customers.search(QUERY)
    until(lambda: any(row[1] == NAME and not row[7] for row in visit.app.customers.found.hits.rows))
    here = [row[0] for row in visit.app.customers.found.hits.rows if not row[7]]
    visit.customer = next(row[0] for row in visit.app.customers.found.hits.rows if row[1] == NAME and not row[7])
    by = Reader(_colleague(visit), "associate", visit.app.ground.session.store)
    for customer, words in zip(here, WORDS, strict=False):
        visit.tablet.do(notes.write, by, customer, words, False)
        visit.app.today.begin_visit(customer, "search")
    visit.go("today")
    until(lambda: visit.app.today.hereState == "rows")


def _sign_in(visit: Visit) -> None:
    """The manager: she sees everything."""
    [who] = [row[0] for row in visit.app.signin.people.rows if row[1] == "한소라"]
    visit.app.signin.choose(who)
    for digit in "952001":
        visit.app.signin.press(digit)
    until(lambda: visit.app.ground.session.signedIn)


def _colleague(visit: Visit) -> str:
    return next(row[0] for row in visit.tablet.rows("SELECT id FROM staff WHERE name = '이서준'"))


def _clients(visit: Visit) -> None:
    visit.app.customers.search("")
    visit.go("clients")


def _search(visit: Visit) -> None:
    visit.go("clients")
    visit.app.navigator.search(QUERY)
    pump(900)


def _nobody(visit: Visit) -> None:
    visit.app.navigator.search(STRANGER)
    pump(900)


def _search_offline(visit: Visit) -> None:
    visit.tablet.lose_network()
    visit.app.navigator.search("김민")
    until(lambda: visit.app.customers.found.hits.count > 0)
    pump(600)


def _create(visit: Visit) -> None:
    visit.app.navigator.search("")
    pump(100)
    visit.tablet.screen.click("new-client")
    visit.tablet.screen.wait("new-name")
    visit.app.customers.newClient.create("한가람", "", "", True)
    pump(150)


def _customer(visit: Visit) -> None:
    visit.tablet.find_network()
    visit.tablet.open_customer(visit.customer)
    codes = "SELECT gtin FROM variant WHERE gtin IS NOT NULL ORDER BY id LIMIT 3 OFFSET 40"
    visit.tablet.scan(*(code for [code] in visit.tablet.rows(codes)))
    until(lambda: visit.app.clientbook.historyState == "rows")
    visit.settle()


def _customer_offline(visit: Visit) -> None:
    visit.tablet.lose_network()
    pump(200)


def _details(visit: Visit) -> None:
    visit.tablet.find_network()
    visit.tablet.screen.click("change")
    visit.tablet.screen.wait("details-name")


def _note(visit: Visit) -> None:
    visit.tablet.open_customer(visit.customer)
    visit.tablet.screen.click("note")
    visit.tablet.screen.click("addNote")
    visit.tablet.screen.wait("noteText")


def _products(visit: Visit) -> None:
    visit.go("products")


def _product(visit: Visit) -> None:
    visit.go("products")
    visit.app.catalog.open(visit.app.catalog.products.rows[3][0])
    until(lambda: visit.app.catalog.card.product != "")
    pump(500)


def _cart(visit: Visit) -> None:
    visit.app.catalog.close()
    visit.app.cart.open(visit.customer)
    until(lambda: visit.app.cart.pieces > 1)
    visit.app.cart.setWay(visit.app.cart.lines.rows[0][0], 1)
    visit.go("cart")
    pump(600)


def _sent(visit: Visit) -> None:
    until(lambda: visit.app.cart.checkout.maySend, why=visit.app.cart.checkout.problem)
    visit.app.cart.send()
    until(lambda: visit.app.cart.checkout.receipt != "")
    pump(200)


def _orders(visit: Visit) -> None:
    visit.tablet.synced()
    visit.app.cart.checkout.dismiss()
    visit.go("orders")
    visit.app.orders.open(visit.app.cart.checkout.order)
    until(lambda: visit.app.orders.detail.open)
    pump(300)


def _notes(visit: Visit) -> None:
    visit.app.orders.close()
    visit.go("notes")
    until(lambda: visit.app.notes.toReview > 0)


def _sync(visit: Visit) -> None:
    """One change that central did not take, and some that wait for the network."""
    visit.tablet.lose_network()
    said = {"phone": "+821099998888", "email": "minseo@example.kr"}
    visit.tablet.do(customers.patch, visit.customer, visit.app.ground.session.staff, **said)
    held = {"phone": "+821011112222", "email": "ms.kim@example.com"}
    theirs = Answer("", 409, title="Somebody changed this meanwhile.", theirs=held)
    [[n]] = visit.tablet.rows("SELECT max(n) FROM outbox")
    visit.tablet.do(outbox.settle, n, "conflict", theirs)
    by = Reader(visit.app.ground.session.staff, "manager", visit.app.ground.session.store)
    for words in WORDS:
        visit.tablet.do(notes.write, by, visit.customer, words, False)
    visit.go("sync")


def _decision(visit: Visit) -> None:
    # the queue is read once more after each of the notes; its rows move until then
    until(lambda: visit.app.sync.waiting == len(WORDS) and visit.app.sync.needsYou == 1)
    pump(300)
    visit.tablet.screen.click("decide")
    visit.tablet.screen.wait("resend")
    visit.after(visit.tablet.find_network)


def _settings(visit: Visit) -> None:
    visit.go("settings")


def _scan(visit: Visit) -> None:
    visit.tablet.screen.click("scan")
    visit.tablet.screen.wait("choosePicture")


def _scanner(visit: Visit) -> None:
    visit.go("scanner")
    visit.app.scanning.typed("9520000000028")
    pump(200)


SIGHTS: dict[str, Callable[[Visit], None]] = {
    "signin": _signin,
    "today": _today,
    "clients": _clients,
    "clients-search": _search,
    "clients-nobody": _nobody,
    "clients-offline": _search_offline,
    "create": _create,
    "customer": _customer,
    "customer-offline": _customer_offline,
    "details": _details,
    "note": _note,
    "products": _products,
    "product": _product,
    "cart": _cart,
    "sent": _sent,
    "orders": _orders,
    "notes": _notes,
    "sync": _sync,
    "decision": _decision,
    "settings": _settings,
    "scan": _scan,
    "scanner": _scanner,
}
