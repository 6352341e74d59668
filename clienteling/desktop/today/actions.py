"""What can be done with visits, and what other features may ask of them: one function, one transaction."""

from datetime import UTC, datetime

from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.today import domain, store, wire
from clienteling.desktop.today.domain import Visit


def start_visit(tx: Tx, customer: str, place: str, staff: str, source: str) -> str:
    """She is in the store `place` now; returns the id of her visit, which is the running one if there is one."""
    running = visit_of(tx, customer, place)
    if running:
        return running.id
    told = wire.started(customer, place, source, staff)
    wire.tell(tx, told)
    return told.id


def end_visit(tx: Tx, customer: str, place: str, staff: str) -> None:
    """She left; nothing happens where no visit runs."""
    running = visit_of(tx, customer, place)
    if running:
        wire.tell(tx, wire.ended(running.id, staff))


def in_store(tx: Tx, place: str) -> list[Visit]:
    """Who is in the store now, the last to come first."""
    return domain.present(store.running(tx, place), datetime.now(UTC))


def visit_of(tx: Tx, customer: str, place: str) -> Visit | None:
    """Her running visit to the store, or None."""
    return next((visit for visit in in_store(tx, place) if visit.customer == customer), None)


def zone_of(tx: Tx, customer: str, place: str) -> str:
    """In which zone of the store a beacon saw her last; empty where nothing is known."""
    running = visit_of(tx, customer, place)
    return running.zone if running else ""
