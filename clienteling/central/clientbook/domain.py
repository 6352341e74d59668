"""Pure rules about what happened to a person: phases, and her stage on the path; knows no database."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from typing import Any, NamedTuple

PHASES = {
    "viewed": "choose",
    "saved": "choose",
    "carted": "choose",
    "visited": "choose",
    "shown": "choose",
    "tried": "choose",
    "declined": "choose",
    "bought": "buy",
    "cancelled": "buy",
    "picked_up": "buy",
    "rated": "use",
    "returned": "use",
    "repaired": "use",
}
FROM_WEB = frozenset({"viewed", "saved", "carted", "rated"})
OUTCOMES = frozenset({"shown", "tried", "declined"})
WATCHED = frozenset({"viewed", "shown", "tried"})
"""What is seen of her rather than done by her: not kept if she has said no to being profiled."""
INTERESTS = frozenset({"viewed", "saved"})
LONGEST_ID, LONGEST_TEXT = 64, 2_000
LOYAL_ORDERS = 4
SPEND_DAYS = 365
VIEWED_DAYS = 180
"""How long what she only looked at stays among the events that every tablet of her store holds."""
_MOMENT = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z", re.ASCII)
_EVENTS = uuid.UUID("0d1c7c0e-58a7-5c57-9d2e-3d1f2f7f9a10")


class Happening(NamedTuple):
    """One thing that happened, as a shop's files tell it; `at` in ISO 8601 UTC."""

    id: str
    customer: str
    at: str
    channel: str
    what: str
    variant: str | None = None
    text: str = ""
    store: str | None = None


def web_problem(told: Happening) -> str | None:
    """Why the web cannot have told this, or None."""
    if told.what not in FROM_WEB:
        return f"{told.what[:LONGEST_ID]} is not for the web to tell."
    if not 0 < len(told.id) <= LONGEST_ID or len(told.text) > LONGEST_TEXT:
        return "An id or a text is too long."
    return None if _MOMENT.fullmatch(told.at) else "The time is not written as 2026-01-31T10:00:00.000Z."


def event_of(cause: str, what: str) -> str:
    """The id of the one event that a cause (an order, a visit) gives rise to: telling it again changes nothing."""
    return str(uuid.uuid5(_EVENTS, f"{cause}:{what}"))


def path(counts: Mapping[str, int]) -> str:
    """Her stage on the path of Kotler's five A, from how often what happened.

    advocate: she rated what she owns, or bought LOYAL_ORDERS times; act: she bought; ask: she came, filled a cart or
    tried something; appeal: she looked, saved or was shown something; aware: we only know her name.
    """
    if counts.get("bought", 0) and (counts.get("rated", 0) or counts["bought"] >= LOYAL_ORDERS):
        return "advocate"
    if counts.get("bought", 0):
        return "act"
    if any(counts.get(what, 0) for what in ("carted", "visited", "tried")):
        return "ask"
    return "appeal" if any(counts.get(what, 0) for what in ("viewed", "saved", "shown")) else "aware"


def items(lines: Any) -> list[list[Any]]:
    """Lines of an order as they stand in an event: variant, quantity, amount in minor units."""
    return [[line.variant, line.quantity, line.quantity * line.price] for line in lines]
