"""From a scan to the painted line in her cart, in the real window: its event, a scanner's keys, a camera's frames."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import sqlalchemy as sa
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from clienteling.desktop.runtime.db import Tx, metadata
from clienteling.desktop.scanning.agreement import CLASH
from clienteling.desktop.scanning.domain import Scan
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground
from tests.benchmarks.scan_codes import retail
from tests.benchmarks.scan_ladder import View, seen
from tests.benchmarks.scan_video import FASTEST, video_frame
from tests.benchmarks.window import Window, at

KEY_GAP = 5
"""Milliseconds between the keys of a wired scanner."""


def measure(ground: Ground) -> list[Figure]:
    """Milliseconds from scan to paint, a new line each time."""
    return at(ground.tablet_copy("scanning"), lambda window: _scan(window, ground.rounds(50, 15)))


async def _scan(window: Window, rounds: int) -> list[Figure]:
    app, few = window.app, rounds // 3
    await window.sign_in()
    customer, codes = await app.ground.db.read(_known, rounds + 2 * few + 1)
    app.navigator.open("customer", customer)
    await window.hands.until("her cart", lambda: app.cart.state in {"rows", "empty"})
    first, *events = [await _one(window, _event(window, code)) for code in codes[: rounds + 1]]
    keys = [await _one(window, _keys(window, code)) for code in codes[rounds + 1 : rounds + few + 1]]
    app.scanning.startCamera()
    frames = [await _filmed(window, code) for code in codes[rounds + few + 1 :]]
    app.scanning.stopCamera()
    return [
        Figure("scan to the first painted line", "ms", [first]),
        Figure("scan to a painted line", "ms", events),
        Figure("a scanner's keys to a painted line", "ms", keys, f"sent at once, stamped {KEY_GAP} ms apart"),
        Figure("a camera's first frame to a painted line", "ms", frames, f"{FASTEST} frames a second of 1280x720"),
    ]


async def _one(window: Window, act: Callable[[], object]) -> float:
    cart = window.app.cart
    before = cart.pieces
    took = await window.painted(act, lambda: cart.pieces > before)
    await asyncio.sleep(0.3)
    return took


def _event(window: Window, gtin14: str) -> Callable[[], object]:
    scan = Scan(gtin14, "ean13", "wedge", "2026-01-01T00:00:00.000Z", "product", gtin14, "sure")
    return lambda: window.app.scanning.scanned.emit(scan)


def _keys(window: Window, gtin14: str) -> Callable[[], object]:
    """What a wedge sends: thirteen digits and Enter."""

    def send() -> None:
        for place, sign in enumerate([*gtin14[1:], "\r"]):
            key = Qt.Key.Key_Return if sign == "\r" else Qt.Key(ord(sign))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
                event.setTimestamp(1000 + place * KEY_GAP)
                QCoreApplication.sendEvent(window.window, event)

    return send


async def _filmed(window: Window, gtin14: str) -> float:
    """A code that is suddenly there, frame after frame until its line is painted."""
    film = [video_frame(seen(retail(gtin14[1:]), View(), number)) for number in range(3)]
    sink = window.app.scanning.camera.sink

    async def run() -> None:
        for number in range(1000):
            sink.setVideoFrame(film[number % len(film)])
            await asyncio.sleep(1 / FASTEST)

    running: list[asyncio.Task[None]] = []
    took = await _one(window, lambda: running.append(asyncio.ensure_future(run())))
    running[0].cancel()
    await asyncio.sleep(CLASH)
    return took


def _known(tx: Tx, many: int) -> tuple[str, list[str]]:
    customer, variant = metadata.tables["customer"], metadata.tables["variant"]
    carts = sa.select(metadata.tables["cart"].c.customer)
    person = tx.execute(sa.select(customer.c.id).where(customer.c.id.not_in(carts.where(sa.text("customer NOTNULL")))))
    codes = sa.select(variant.c.gtin).where(variant.c.gtin.is_not(None)).limit(many)
    return person.scalars().first() or "", list(tx.execute(codes).scalars())
