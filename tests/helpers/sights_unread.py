"""The screens while this tablet's database cannot be read, and how a person gets there."""

from collections.abc import Callable
from typing import Any

from clienteling.desktop.clientbook.viewmodel_head import read_head
from clienteling.desktop.runtime.problems import Problem
from tests.helpers.damage import UNREAD, unreadable
from tests.helpers.screen import pump, until
from tests.helpers.sights import Visit

Way = Callable[[Visit], Any]


def _unread(way: Way, *names: str, spared: Callable[..., Any] | None = None) -> Way:
    """Go there and let the view models of these names read in vain; what is `spared` can be read."""

    def enter(visit: Visit) -> None:
        app = visit.app
        way(visit)
        app.ground.problems.raised.disconnect(app.toasts.problem)  # its toast would lie over the picture
        damaged = unreadable(app.ground.db, Problem(UNREAD), spared)
        damaged.__enter__()
        visit.read(*names)
        until(lambda: visit.tablet.screen.has("retry"), why=f"to say that {names} could not be read")
        visit.after(lambda: damaged.__exit__(None, None, None))
        visit.after(lambda: visit.read(*names))
        visit.after(lambda: app.ground.problems.raised.connect(app.toasts.problem))

    return enter


def _page(page: str) -> Way:
    return lambda visit: visit.go(page)


def _customer(visit: Visit) -> None:
    visit.tablet.open_customer(visit.customer)
    visit.settle()


def _lock(visit: Visit) -> None:
    visit.app.signin.lock()
    pump(300)


UNREAD_SIGHTS: dict[str, Way] = {
    "today-unread": _unread(_page("today"), "today"),
    "clients-unread": _unread(_page("clients"), "customers"),
    "customer-unread": _unread(_customer, "clientbook"),
    "parts-unread": _unread(_customer, "clientbook", "suggestions", "cart", spared=read_head),
    "products-unread": _unread(_page("products"), "catalog"),
    "cart-unread": _unread(_page("cart"), "cart"),
    "orders-unread": _unread(_page("orders"), "orders"),
    "notes-unread": _unread(_page("notes"), "notes"),
    "sync-unread": _unread(_page("sync"), "sync"),
    "signin-unread": _unread(_lock, "signin"),
}
