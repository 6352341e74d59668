"""Scan mode with what comes of scans in it, and how a person gets there."""

from collections.abc import Callable

from clienteling.desktop.floor.domain import MODES
from clienteling.desktop.runtime.problems import Problem
from tests.helpers.damage import UNREAD, unreadable
from tests.helpers.screen import until
from tests.helpers.sights import Visit

STRANGE, LINK = "XQ-77-ABCD", "https://shop.example/sale"


def _beep(visit: Visit, *codes: str) -> None:
    floor = visit.app.floor
    for code in codes:
        before = floor.count
        visit.app.scanning.typed(code)
        until(lambda count=before: floor.count > count and floor.state == "rows", why=f"that {code} is heard")


def _codes(visit: Visit, place: int, count: int) -> list[str]:
    query = "SELECT gtin FROM variant WHERE gtin IS NOT NULL ORDER BY id LIMIT ? OFFSET ?"
    return [code for [code] in visit.tablet.rows(query, count, place)]


def _waiting(visit: Visit) -> None:
    """A guest, before the first scan."""
    visit.app.cart.carts.begin()
    visit.go("floor")
    visit.app.floor.choose(MODES.index("cart"))
    until(lambda: visit.app.floor.count == 0)


def _selling(visit: Visit) -> None:
    """One after the other into her cart; one of them taken back, one liked."""
    visit.tablet.open_customer(visit.customer)
    visit.go("floor")
    visit.app.floor.choose(MODES.index("cart"))
    codes = _codes(visit, 60, 4)
    _beep(visit, codes[0], codes[1], STRANGE, codes[1], LINK, codes[2], codes[2])
    visit.app.floor.undo(visit.app.floor.rows.rows[1][0])
    for outcome in ("shown", "tried"):
        visit.app.floor.note(outcome)
    until(lambda: len(visit.app.floor.noted) > 1)
    visit.settle()


def _checking(mode: str) -> Callable[[Visit], None]:
    def enter(visit: Visit) -> None:
        visit.tablet.open_customer(visit.customer)
        visit.go("floor")
        visit.app.floor.choose(MODES.index(mode))
        _beep(visit, *_codes(visit, 3, 3))
        visit.settle()

    return enter


def _labels(visit: Visit) -> list[str]:
    """The codes of what is sold by weight: without a weight, and of two weighed pieces."""
    [code] = visit.tablet.rows("SELECT gtin FROM variant WHERE sold_by = 'kilogram' ORDER BY id LIMIT 1")[0]
    return [code, f"(01){code}(3103)000482", f"(01){code}(3103)001205"]


def _weighing(mode: str) -> Callable[[Visit], None]:
    """Something sold by weight, whose code alone tells no price."""

    def enter(visit: Visit) -> None:
        visit.tablet.open_customer(visit.customer)
        visit.go("floor")
        visit.app.floor.choose(MODES.index(mode))
        _beep(visit, *_labels(visit))
        visit.settle()

    return enter


def _weighed(visit: Visit) -> None:
    """Weighed pieces among the rest of her cart."""
    visit.tablet.open_customer(visit.customer)
    visit.tablet.scan(*_labels(visit)[1:])
    visit.go("cart")
    visit.settle()


def _unread(visit: Visit) -> None:
    """The product cannot be read."""
    app = visit.app
    _checking("stock")(visit)
    app.ground.problems.raised.disconnect(app.toasts.problem)  # its toast would lie over the picture
    damaged = unreadable(app.ground.db, Problem(UNREAD))
    damaged.__enter__()
    app.floor.retry()
    until(lambda: visit.tablet.screen.has("retry"))
    visit.after(lambda: damaged.__exit__(None, None, None))
    visit.after(app.floor.clear)
    visit.after(lambda: app.ground.problems.raised.connect(app.toasts.problem))


FLOOR_SIGHTS: dict[str, Callable[[Visit], None]] = {
    "floor-waiting": _waiting,
    "floor": _selling,
    "floor-price": _checking("price"),
    "floor-stock": _checking("stock"),
    "floor-unread": _unread,
    "floor-weighing": _weighing("cart"),
    "floor-weighed": _weighing("price"),
    "cart-weighed": _weighed,
}
