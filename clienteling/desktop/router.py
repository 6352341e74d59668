"""Where a scan goes: each kind of code to its own room, with a way back from each; makes nothing."""

from typing import Any, Protocol

from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.runtime.text import say
from clienteling.desktop.scanning.domain import NOT_OURS, Scan
from clienteling.desktop.scanning.domain_asking import Claim
from clienteling.desktop.shell.viewmodel import Navigator, Toasts
from clienteling.desktop.shell.viewmodel_presence import Presence


class Rooms(Protocol):
    """The view models that a scan may reach."""

    ground: Any
    navigator: Navigator
    toasts: Toasts
    presence: Presence
    signin: Any
    scanning: Any
    asking: Any
    floor: Any
    cart: Any
    customers: Any
    today: Any


def named(tx: Tx, scan: Scan, language: str) -> list[Claim]:
    """What goes by this code on this tablet; a doubtful reading names nothing that has no check digit of ours."""
    found, sure = [], scan.confidence != "weak"
    item = catalog.find(tx, scan.gtin14) if scan.gtin14 else catalog.find_sku(tx, scan.text) if sure else None
    if item:
        words = " · ".join(filter(None, (item.name(language), item.detail(language))))
        found.append(Claim("product", item.variant, words, item.gtin))
    person = customers.by_loyalty(tx, scan.text)
    if person and (sure or scan.kind == "customer"):
        found.append(Claim("customer", person, customers.names(tx, [person])[person]))
    if scan.kind == "order":
        found += _orders(tx, scan.text)
    return found


def _orders(tx: Tx, number: str) -> list[Claim]:
    try:
        return [Claim("order", orders.by_number(tx, number), number)]
    except Problem:
        return []


def connect(app: Rooms) -> None:
    """From a reader to what the code is, and from there to its room."""
    app.scanning.scanned.connect(lambda scan: _take(app, scan))
    app.asking.asked.connect(app.scanning.moved)
    app.asking.decided.connect(lambda scan, claim: _route(app, scan, claim))
    app.asking.told.connect(lambda words, back: app.toasts.tell(words, "ok", say("Undo"), back))
    app.presence.left.connect(lambda _: app.asking.dismiss())  # who comes back has another code in hand
    app.customers.unknown.connect(lambda code: _look_for(app, code))


def _take(app: Rooms, scan: Scan) -> None:
    """Before sign-in and on a locked tablet only a badge counts."""
    app.presence.touch()
    if scan.kind == "staff":
        app.signin.badge(scan.text)
    elif app.ground.session.staff and not app.presence.locked:
        app.asking.weigh(scan)


def _route(app: Rooms, scan: Scan, claim: Claim) -> None:
    if app.navigator.page == "floor" and app.floor.takes(scan):
        app.floor.scanned(scan, claim.key if scan.kind == "product" else "")
    elif scan.kind == "product" and scan.gtin14 is None:  # a code of the shop's own, which only it has
        app.cart.add(claim.key)
        app.scanning.moved.emit()
    elif scan.kind == "product":
        app.cart.scanned(scan)
    elif scan.kind == "customer":
        _open_person(app, scan, claim)
    elif scan.kind == "order":
        _open_order(app, scan)
    elif scan.kind == "coupon":
        app.scanning.moved.emit()
        app.toasts.tell(say(scan.reason), "warn")
    elif scan.source in ("wedge", "serial"):  # the sheet shows what its own readers could not place
        _tell_of_unknown(app, scan)


def _open_person(app: Rooms, scan: Scan, claim: Claim) -> None:
    app.scanning.moved.emit()
    if app.cart.giving.choosing:
        app.cart.giving.scanned(scan.text)
        return
    here = (app.navigator.page, app.navigator.key) == ("customer", claim.key)
    app.customers.scanned(scan.text)
    if claim.key and not here:
        words = say("{name}'s page, by her code", name=claim.name)
        app.toasts.tell(words, "ok", say("Undo"), lambda: _leave_person(app, claim.key))


def _leave_person(app: Rooms, customer: str) -> None:
    app.today.take_back_visit(customer)
    if (app.navigator.page, app.navigator.key) == ("customer", customer):
        app.navigator.back()


def _open_order(app: Rooms, scan: Scan) -> None:
    app.navigator.open("orders")
    app.navigator.search(scan.text)
    app.toasts.tell(say("Order {number}, by its code", number=scan.text), "ok", say("Undo"), lambda: _leave_orders(app))


def _leave_orders(app: Rooms) -> None:
    if app.navigator.page == "orders":
        app.navigator.search("")
        app.navigator.back()


def _look_for(app: Rooms, code: str) -> None:
    """A card that nobody here has: central may know whose it is."""
    app.navigator.go("clients")
    app.navigator.search(code)


def _tell_of_unknown(app: Rooms, scan: Scan) -> None:
    if scan.reason not in ("", NOT_OURS):  # what was in it may be somebody's password
        app.toasts.tell(say(scan.reason), "warn")
        return
    words = say("Nothing here has the code {code}.", code=scan.text)
    app.toasts.tell(words, "warn", say("Search for it"), lambda: app.navigator.look_up(scan.text))
