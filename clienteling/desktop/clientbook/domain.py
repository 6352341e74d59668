"""Events of a person and what follows from them; knows no table and no screen."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Literal, NamedTuple

from clienteling.contract.lifecycle import FEW, Lifecycle, lifecycle

PHASES = ("choose", "buy", "use")
CHANNELS = ("online", "store")
STAGES = ("aware", "appeal", "ask", "act", "advocate")
EVIDENCE = {
    "appeal": ("saved", "shown", "viewed"),
    "ask": ("carted", "tried", "visited"),
    "act": ("bought",),
    "advocate": ("bought", "rated"),
}
"""What a stage follows from."""
Outcome = Literal["shown", "tried", "declined"]
WATCHED = frozenset({"shown", "tried"})
"""What is seen of her rather than said by her."""
PAGE = 50
LATEST_BASKETS = 50
REVEAL_SECONDS = 15
"""How long her contact stays readable after a touch (RELIABILITY S-44)."""


class Item(NamedTuple):
    """A variant in an event, its quantity and its amount in minor units."""

    variant: str
    quantity: int
    amount: int


@dataclass(frozen=True)
class Event:
    """One entry of her history, `at` in ISO 8601 UTC; `provisional` while central has not said that it happened."""

    id: str
    customer: str
    at: str
    channel: str
    phase: str
    what: str
    items: tuple[Item, ...] = ()
    store: str | None = None
    staff: str | None = None
    order: str | None = None
    amount: int = 0
    currency: str = "KRW"
    text: str = ""
    provisional: bool = False
    count: int = 0

    @property
    def pieces(self) -> int:
        """How many pieces it was about."""
        return self.count or sum(abs(item.quantity) for item in self.items)


class Place(NamedTuple):
    """A place in the history: what comes after it is older."""

    at: str
    id: str


class Rhythm(NamedTuple):
    """Where she stands as a buyer, and why: on how many days she bought, the last of them, and how many days usually
    lay between them, 0 while there are too few to speak of.
    """

    stands: Lifecycle
    times: int
    last: str
    gap: int


NEWEST = Place("~", "~")


class Step(NamedTuple):
    """The next best step: its kind, and the name or number it is about."""

    kind: str
    about: str = ""


def merge(events: Sequence[Event], local: Iterable[Event], before: Place, full: bool) -> list[Event]:
    """A page of history with this device's own orders at their place; `full` says that older events follow."""
    oldest = (events[-1].at, events[-1].id) if events and full else ("", "")
    here = [event for event in local if oldest < (event.at, event.id) < before]
    return sorted([*events, *here], key=lambda event: (event.at, event.id), reverse=True)


def called_off(events: Iterable[Event], orders: Collection[str]) -> list[Event]:
    """The events with the purchases that became these cancelled orders told as what they are now."""
    return [
        replace(event, what="cancelled") if event.what == "bought" and event.order in orders else event
        for event in events
    ]


def does(categories: Iterable[str], most: int = 2) -> list[str]:
    """What she buys most, by how often; a single purchase tells nothing."""
    counted = Counter(category for category in categories if category)
    return [category for category, times in counted.most_common(most) if times > 1]


def stage(path: str) -> int:
    """Her stage on the path as a number from 1 to 5 (Kotler's five A); 0 while central has not said."""
    return STAGES.index(path) + 1 if path in STAGES else 0


def rhythm(bought: Iterable[str], gap: int, today: str) -> Rhythm | None:
    """From when she bought (ISO 8601), the gap that central judges her by and the present; None where none is known."""
    days = sorted({date.fromisoformat(at[:10]) for at in bought})
    since = (date.fromisoformat(today[:10]) - days[-1]).days if days else 0
    stands = lifecycle(len(days), gap, since)
    if stands is None:
        return None
    own = median((later - earlier).days for earlier, later in pairwise(days)) if len(days) > FEW else 0
    return Rhythm(stands, len(days), max(at for at in bought), round(own))


def evidence(path: str, counts: Mapping[str, int], most: int = 2) -> list[tuple[str, int]]:
    """What happened that her stage on the path follows from, and how often."""
    return [(what, counts[what]) for what in EVIDENCE.get(path, ()) if counts.get(what)][:most]


def next_step(ready: Sequence[str], online: Sequence[str], suggested: Sequence[str], reachable: bool) -> Step:
    """What helps her most now: hand over, speak of her online cart, show something, ask for leave to write."""
    if ready:
        return Step("ready", ready[0])
    if online:
        return Step("online", online[0])
    if suggested:
        return Step("show", suggested[0])
    return Step("greet") if reachable else Step("consent")
