"""Pure rules about what happened to a person: phases, and her stage on the path; knows no database."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median
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
SHRINK = 2
"""The shop's usual gap counts as much as so many gaps of hers."""
STAGES = ("aware", "appeal", "ask", "act", "advocate")
_WEEK = 7
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


class Standing(NamedTuple):
    """All that follows for a person from her history, and what it is measured by: everybody who ever bought.

    `buyers` has by id on how many days somebody bought, the first and the last (ordinals), and for how much: in minor
    units of the `currency` in which she bought last.
    """

    customer: str
    path: str
    counts: dict[str, int]
    gap: int
    is_silent: bool
    buyers: dict[str, tuple[int, int, int, int]]
    present: int
    currency: str


class Ratios(NamedTuple):
    """How many people stand at each stage, and the shares of them who buy and who speak for the store.

    Purchase action and brand advocacy ratio, Kotler, Kartajaya and Setiawan (2017), Marketing 4.0, chapter 6: act over
    aware and advocate over aware, where a stage counts everybody who has come as far or further.
    """

    people: dict[str, int]
    par: float
    bar: float


def ratios(counts: Mapping[str, int]) -> Ratios:
    """From how many people stand at each stage; who has done nothing that was seen is aware."""
    people = {stage: counts.get(stage, 0) for stage in STAGES}
    people["aware"] += sum(count for stage, count in counts.items() if stage not in people)
    aware = max(1, sum(people.values()))
    return Ratios(people, (people["act"] + people["advocate"]) / aware, people["advocate"] / aware)


def usual_gap(days: Sequence[int], shop: int) -> int:
    """How many days usually lie between the days (ordinals, ascending) she bought on, 0 where nothing tells.

    Her median gap, drawn towards the shop's while she has few: two purchases are no rhythm yet.
    """
    gaps = [later - earlier for earlier, later in pairwise(days)]
    if not gaps or not shop:
        return round(median(gaps)) if gaps else shop
    return max(1, round((len(gaps) * median(gaps) + SHRINK * shop) / (len(gaps) + SHRINK)))


def shops_gap(days: Iterable[Sequence[int]]) -> int:
    """The median of many people's own median gaps, in whole weeks so that it seldom changes; 0 where nobody has one."""
    hers = [median(later - earlier for earlier, later in pairwise(each)) for each in days if len(each) > 1]
    return max(1, round(median(hers) / _WEEK)) * _WEEK if hers else 0


def items(lines: Any) -> list[list[Any]]:
    """Lines of an order as they stand in an event: variant, quantity, amount in minor units."""
    return [[line.variant, line.quantity, line.quantity * line.price] for line in lines]
