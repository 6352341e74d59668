"""From the event of a scan to the painted line in her cart, in the real window."""

from __future__ import annotations

import asyncio

import sqlalchemy as sa

from clienteling.desktop.runtime.db import Tx, metadata
from clienteling.desktop.scanning.domain import Scan
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground
from tests.benchmarks.window import Window, at


def measure(ground: Ground) -> list[Figure]:
    """Milliseconds from scan to paint, a new line each time."""
    return at(ground.tablet_copy("scanning"), lambda window: _scan(window, ground.rounds(50, 15)))


async def _scan(window: Window, rounds: int) -> list[Figure]:
    app = window.app
    await window.sign_in()
    customer, codes = await app.ground.db.read(_known, rounds + 1)
    app.navigator.open("customer", customer)
    await window.hands.until("her cart", lambda: app.cart.state in {"rows", "empty"})
    first, *each = [await _one(window, code) for code in codes]
    return [
        Figure("scan to the first painted line", "ms", [first]),
        Figure("scan to a painted line", "ms", each),
    ]


async def _one(window: Window, gtin14: str) -> float:
    scanning, cart = window.app.scanning, window.app.cart
    scan = Scan(gtin14, "ean13", "wedge", "2026-01-01T00:00:00.000Z", "product", gtin14, "sure")
    before = cart.pieces
    took = await window.painted(lambda: scanning.scanned.emit(scan), lambda: cart.pieces > before)
    await asyncio.sleep(0.3)
    return took


def _known(tx: Tx, many: int) -> tuple[str, list[str]]:
    customer, variant = metadata.tables["customer"], metadata.tables["variant"]
    carts = sa.select(metadata.tables["cart"].c.customer)
    person = tx.execute(sa.select(customer.c.id).where(customer.c.id.not_in(carts.where(sa.text("customer NOTNULL")))))
    codes = sa.select(variant.c.gtin).where(variant.c.gtin.is_not(None)).limit(many)
    return person.scalars().first() or "", list(tx.execute(codes).scalars())
