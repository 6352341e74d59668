"""Which facts a suggestion rests on, and whether they are all here; knows no table and no screen."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clienteling.desktop.catalog.domain import Item
from clienteling.desktop.clientbook.domain import Event
from clienteling.desktop.suggestions.domain import SOURCED, Made, Suggestion

MOST = 5
"""How many facts are shown; the others are counted."""
_PURCHASES = frozenset({"bought", "returned"})
EVIDENCE = {
    "due": _PURCHASES,
    "again": _PURCHASES,
    "together": _PURCHASES,
    "people": _PURCHASES,
    "new": _PURCHASES,
    "cart": frozenset({"carted"}),
    "saved": frozenset({"saved"}),
    "viewed": frozenset({"viewed"}),
}
"""What a reason follows from; what is popular follows from nothing of hers."""
_FEWEST = {"due": 2}
"""How many purchases a reason speaks of at least; one where nothing is said."""


class Fact(NamedTuple):
    """One thing that she did with a variant: `what` in the words of her history, `at` in ISO 8601 UTC."""

    what: str
    at: str
    channel: str
    store: str | None
    variant: str
    pieces: int


@dataclass(frozen=True)
class Why:
    """Why a product is suggested: the newest facts, how many there are `more`, and whether some are not here.

    `items` has every variant the facts name; `name` is the product's in Korean and English, `places` those by id,
    `beside` those of what lies in her cart and goes with it.
    """

    suggestion: Suggestion
    made: Made
    name: tuple[str, str]
    facts: tuple[Fact, ...]
    more: int
    lacking: bool
    items: Mapping[str, Item]
    places: Mapping[str, tuple[str, str]]
    beside: tuple[tuple[str, str], ...] = ()


def about(suggestion: Suggestion) -> str:
    """Whose purchases count: the product itself, or the one of hers that speaks for it."""
    return str(suggestion.values.get("product", "")) if suggestion.reason in SOURCED else suggestion.product


def facts(events: Iterable[Event], variants: Collection[str]) -> list[Fact]:
    """What the events say about these variants, in their order."""
    return [
        Fact(event.what, event.at, event.channel, event.store, item.variant, abs(item.quantity))
        for event in events
        for item in event.items
        if item.variant in variants
    ]


def lacking(suggestion: Suggestion, held: Sequence[Fact]) -> bool:
    """Whether central counted more than is on this tablet, which keeps no old history of everybody."""
    if suggestion.reason not in EVIDENCE:
        return False
    if suggestion.reason in ("due", "again", "new"):
        fewest = int(suggestion.values.get("times", _FEWEST.get(suggestion.reason, 1)))
        return len({one.at for one in held if one.what == "bought"}) < fewest
    return not held
