"""What comes over a page or stands above it, and how a person gets there."""

from collections.abc import Callable

from PySide6.QtCore import QUrl

from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.shell.viewmodel_presence import LOCK_AFTER, MASK_AFTER
from tests.helpers.screen import pump, until
from tests.helpers.sights import NAME, QUERY, Visit

PIN = "952001"
CODES = (("2000000012345", "EAN13"), ("SEASON-24-COAT-07", "CODE128"), ("2000000012345", "EAN13"))


def _alone(visit: Visit, seconds: float) -> None:
    """Nobody touches the tablet for so long."""
    presence = visit.app.presence
    presence.touch()
    real, now = presence.clock, presence.clock() + seconds
    presence.clock = lambda: now
    presence.look()
    pump(300)
    visit.after(lambda: setattr(presence, "clock", real))


def _veil(visit: Visit) -> None:
    visit.tablet.open_customer(visit.customer)
    _alone(visit, MASK_AFTER)
    visit.tablet.screen.wait("veil")
    visit.after(visit.app.presence.touch)


def _lock(visit: Visit) -> None:
    _alone(visit, LOCK_AFTER)
    visit.tablet.screen.wait("signin")

    def come_back() -> None:
        for digit in PIN:
            visit.app.signin.press(digit)
        until(lambda: not visit.app.presence.locked, why="to be opened by the PIN")

    visit.after(come_back)


def _standing(visit: Visit) -> None:
    """The disk is full."""
    visit.go("today")
    room = visit.app.ground.room
    room.short = True
    room.changed.emit()
    visit.tablet.screen.wait("standing")
    pump(100)
    visit.after(room.look)


def _guest(visit: Visit) -> None:
    """A guest's cart with something in it."""
    visit.go("cart")
    visit.app.cart.carts.begin()
    until(lambda: visit.app.cart.customer == "")
    [[code]] = visit.tablet.rows("SELECT gtin FROM variant WHERE gtin IS NOT NULL ORDER BY id LIMIT 1 OFFSET 40")
    visit.tablet.scan(code)
    visit.settle()


def _piece(visit: Visit) -> None:
    """Beside it a piece whose code says what it costs."""
    _guest(visit)
    [[code]] = visit.tablet.rows("SELECT gtin FROM variant WHERE gtin IS NOT NULL ORDER BY id LIMIT 1 OFFSET 40")
    visit.app.scanning.typed(f"(01){code}(3920)15900")
    until(lambda: visit.app.cart.pieces == 2)
    visit.settle()


def _give(visit: Visit) -> None:
    _guest(visit)
    visit.tablet.screen.click("give")
    visit.tablet.screen.wait("give-search")
    visit.tablet.screen.face()
    until(lambda: visit.tablet.screen.window.activeFocusItem() is not None)
    visit.tablet.screen.type(QUERY)
    until(lambda: visit.app.cart.giving.state == "rows")
    pump(200)


def _address(visit: Visit) -> None:
    _guest(visit)
    visit.app.cart.giving.give(visit.customer)
    until(lambda: visit.app.cart.name == NAME)
    visit.app.cart.setWay(visit.app.cart.lines.rows[0][0], 1)
    visit.tablet.screen.click("newAddress")
    visit.tablet.screen.wait("address-country")
    pump(200)


def _receipts(visit: Visit) -> None:
    visit.go("orders")
    visit.tablet.screen.click("receipts")
    until(lambda: visit.app.orders.receipts.state == "rows")
    pump(200)


def _unknown(visit: Visit) -> None:
    """Codes that this store has reported."""
    for code, symbology in CODES:
        visit.tablet.do(catalog.report_unknown, visit.app.ground.session.staff, code, symbology)
    visit.tablet.find_network()
    visit.go("products")
    visit.tablet.screen.click("unknown-codes")
    until(lambda: visit.app.catalog.unknown.state == "rows")
    pump(200)


def _choosing(visit: Visit) -> None:
    """Products being chosen for their labels."""
    visit.go("products")
    visit.tablet.screen.click("choose-products")
    for place in (1, 4):
        visit.app.catalog.choosing.toggle(visit.app.catalog.products.rows[place][0])
    pump(200)


def _labels(visit: Visit) -> None:
    """Their labels, just saved."""
    visit.tablet.screen.click("label-chosen")
    until(lambda: visit.app.labels.state == "rows")
    visit.app.labels.saveAs(QUrl.fromLocalFile(str(visit.tablet.home / "labels.pdf")))
    until(lambda: visit.app.labels.saved != "")
    pump(200)


def _card(visit: Visit) -> None:
    """A client's loyalty card."""
    visit.tablet.open_customer(visit.customer)
    visit.tablet.screen.click("change")
    visit.tablet.screen.click("print-card")
    until(lambda: visit.app.labels.card and visit.app.labels.state == "rows")
    pump(300)


def _why(visit: Visit) -> None:
    """Which facts led to the first suggestion."""
    visit.tablet.open_customer(visit.customer)
    until(lambda: visit.app.suggestions.cards.count > 0)
    visit.tablet.screen.click("why-of-0")
    visit.tablet.screen.wait("why-close")
    pump(300)


def _said(visit: Visit) -> None:
    """What she says beside what she buys."""
    visit.tablet.open_customer(visit.customer)
    visit.tablet.screen.click("said")
    visit.tablet.screen.wait("said-close")
    pump(300)


def _ask(visit: Visit) -> None:
    """A code that is her card and a product as well."""
    [[code]] = visit.tablet.rows("SELECT gtin FROM variant WHERE gtin IS NOT NULL ORDER BY id LIMIT 1 OFFSET 40")
    _rename(visit, code.removeprefix("0"))
    visit.go("today")
    visit.app.scanning.typed(code.removeprefix("0"))
    visit.tablet.screen.wait("ask-code")
    pump(200)


def _rename(visit: Visit, code: str) -> None:
    """Her loyalty code is this one for a while."""
    change = "UPDATE customer SET loyalty = ? WHERE id = ?"
    [[before]] = visit.tablet.rows("SELECT loyalty FROM customer WHERE id = ?", visit.customer)
    visit.tablet.do(lambda tx: tx.exec_driver_sql(change, (code, visit.customer)))
    visit.after(lambda: visit.tablet.do(lambda tx: tx.exec_driver_sql(change, (before, visit.customer))))


def _rules(visit: Visit) -> None:
    """What was answered, on the page of the scanner."""
    _ask(visit)
    visit.tablet.screen.click("ask-customer")
    until(lambda: visit.app.navigator.page == "customer")
    visit.go("scanner")
    visit.tablet.screen.wait("rule-0")
    for row in list(visit.app.toasts.rows.rows):
        visit.app.toasts.dismiss(row[0])
    pump(200)


OVER_SIGHTS: dict[str, Callable[[Visit], None]] = {
    "veil": _veil,
    "lock": _lock,
    "standing": _standing,
    "piece": _piece,
    "give": _give,
    "address": _address,
    "receipts": _receipts,
    "unknown": _unknown,
    "choosing": _choosing,
    "labels": _labels,
    "card": _card,
    "why": _why,
    "said": _said,
    "ask": _ask,
    "rules": _rules,
}
