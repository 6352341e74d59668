"""What can be done about reasons, and what other features may tell: one function, one transaction."""

from collections.abc import Sequence

from clienteling.desktop.customers import actions as customers
from clienteling.desktop.reasons import store, wire
from clienteling.desktop.reasons.domain import Report
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem


def note_shown(tx: Tx, customer: str, place: str, staff: str, items: Sequence[tuple[str, str]]) -> None:
    """Somebody had (product, reason) before her on a client's page; nothing of who said no to being profiled."""
    person = customers.person(tx, customer)
    if items and person and person.consents.get("profiling") is not False:
        wire.tell_shown(tx, customer, place, items, staff)


def report(tx: Tx, place: str) -> Report | None:
    """What central told the store last of its reasons; None before it ever did."""
    return store.get(tx, place)


def restore(tx: Tx, place: str, reason: str, staff: str, role: str) -> None:
    """Let a retired reason be used again. Problem for anybody but a manager."""
    if role != "manager":
        raise Problem("Only a manager can do this.")
    wire.tell_restored(tx, place, reason, staff)
