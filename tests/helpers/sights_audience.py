"""Whom to tell of a product: while central is asked, what it answers and refuses; and how a person gets there."""

import asyncio
from collections.abc import Callable
from typing import Any

from clienteling.desktop.outreach import wire
from clienteling.desktop.outreach.domain import Audience, Told
from clienteling.desktop.runtime import exports
from tests.helpers.screen import pump, until
from tests.helpers.sights import Visit

DAY, LAST = "2026-11-21", ("2026-11-18", "2026-10-02", "2025-12-24", "2026-11-03", "2026-07-30")
ALLOWING = """SELECT id, name FROM customer WHERE store = ? AND json_extract(consents, '$.kakao')
    ORDER BY last_visit DESC LIMIT 12"""
REASONS = ("again", "together", "category", "regular", "together")


def _ask(visit: Visit, place: int = 3) -> str:
    """From the card of a product in the catalogue; its id."""
    visit.go("products")
    product = visit.app.catalog.products.rows[place][0]
    visit.app.catalog.open(product)
    until(lambda: visit.app.catalog.card.state == "rows")
    visit.tablet.screen.click("whom-to-tell")
    until(lambda: visit.app.navigator.page == "audience")
    return product


def _answered(visit: Visit, answer: Callable[..., Any]) -> None:
    asked, wire.ask = wire.ask, answer
    visit.after(lambda: setattr(wire, "ask", asked))
    visit.after(lambda: visit.app.audience.open(""))


def _people(visit: Visit, products: list[str]) -> tuple[Told, ...]:
    """Twelve of this store who may be told; each reason in turn, once and often."""
    found = visit.tablet.rows(ALLOWING, visit.app.ground.session.store)
    return tuple(
        Told(id, name, ("kakao",), REASONS[at % 5], 1 + at % 4, LAST[at % 5], products[at % len(products)])
        for at, (id, name) in enumerate(found)
    )


def _rows(visit: Visit) -> None:
    """The people, the list just saved."""
    visit.tablet.find_network()
    visit.go("products")
    people = _people(visit, [row[0] for row in visit.app.catalog.products.rows[4:9]])

    async def answer(*_: object) -> Audience:
        return Audience(DAY, people)

    _answered(visit, answer)
    _ask(visit)
    until(lambda: visit.app.audience.state == "rows")
    place = exports.user_downloads_path
    visit.after(lambda: setattr(exports, "user_downloads_path", place))
    exports.user_downloads_path = lambda: visit.tablet.home
    visit.tablet.screen.click("save-audience")
    until(lambda: visit.app.audience.saved != "")
    visit.settle()


def _waiting(visit: Visit) -> None:
    async def never(*_: object) -> Audience:
        return await asyncio.Event().wait()

    _answered(visit, never)
    _ask(visit)
    until(lambda: visit.app.audience.name != "")
    visit.after(visit.app.audience.cancel)
    pump(300)


def _nobody(visit: Visit) -> None:
    """A product of which nobody may be told."""

    async def answer(*_: object) -> Audience:
        return Audience(DAY, ())

    visit.tablet.find_network()
    _answered(visit, answer)
    _ask(visit, 5)
    until(lambda: visit.app.audience.state == "empty")
    pump(300)


def _offline(visit: Visit) -> None:
    visit.tablet.lose_network()
    _ask(visit, 6)
    until(lambda: visit.app.audience.mayAsk)
    pump(300)
    visit.after(visit.tablet.find_network)


AUDIENCE_SIGHTS: dict[str, Callable[[Visit], None]] = {
    "audience": _rows,
    "audience-waiting": _waiting,
    "audience-nobody": _nobody,
    "audience-offline": _offline,
}
