"""Visits: who is in the store now."""

from typing import Literal

import msgspec


class Visit(msgspec.Struct, frozen=True):
    """Record `visit` (scope store:{store}); presence by app or beacon needs the customer's consent.

    `zone` is where in the store she stands, named after the categories of products that lie there.
    """

    id: str
    customer: str
    store: str
    started_at: str
    source: Literal["scan", "search", "app", "beacon", "pickup", "appointment"]
    zone: str = ""
    ended_at: str = ""


class Started(msgspec.Struct, frozen=True):
    """Fact `visit.started`."""

    customer: str
    store: str
    source: Literal["scan", "search", "app", "beacon", "pickup", "appointment"]
    zone: str = ""


class Ended(msgspec.Struct, frozen=True):
    """Fact `visit.ended`."""
