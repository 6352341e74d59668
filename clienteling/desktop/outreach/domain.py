"""Whom central would tell of a product, and who of them still may be told; knows no table, no wire and no screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from clienteling.desktop.customers.domain import CONTACT_CONSENTS, Person

MOST = 50
"""People on one list."""


@dataclass(frozen=True)
class Told:
    """A person with a true fact to begin with: `times` and the last `day` (ISO) of it, as the contract says.

    `ways` are those she allowed when central was asked.
    """

    customer: str
    name: str
    ways: tuple[str, ...]
    reason: Literal["again", "together", "category", "regular"]
    times: int
    day: str
    product: str | None = None


@dataclass(frozen=True)
class Audience:
    """The likeliest first; `day` is up to when purchases are known."""

    day: str
    people: tuple[Told, ...]


def ways(told: Told, known: Mapping[str, Person]) -> tuple[str, ...]:
    """How she may be told: her latest word on this tablet counts, and where she is not on it what central said.

    Nothing for one who no longer wants to be profiled, or to be written to.
    """
    person = known.get(told.customer)
    if person is None:
        return told.ways
    if person.consents.get("profiling") is False:
        return ()
    return tuple(way for way in CONTACT_CONSENTS if person.consents.get(way))
