"""The words actions use towards sync: who asks, what was decided, what was refused; knows no table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec

from clienteling.central.runtime.db import Tx
from clienteling.contract.v1.sync import Operation

_DIGITS = 18


@dataclass(frozen=True)
class By:
    """Who does something: the device with its store and tenant (from its token), the person, the operation, when.

    `at` is when the person did it by the device's clock, never later than central's; `kind` web is the web shop.
    """

    device: str
    store: str
    tenant: str
    staff: str | None = None
    role: Literal["associate", "manager"] | None = None
    op: str = ""
    at: str = ""
    kind: Literal["tablet", "web"] = "tablet"


@dataclass(frozen=True)
class Verdict:
    """A fact was accepted: the entity's version now, and what the device should know besides."""

    ver: int
    result: dict[str, Any] = field(default_factory=dict)


class Refused(Exception):
    """A fact was not accepted: 404, 409 (with `theirs` by field), 410 or 422, and a sentence for the associate."""

    def __init__(self, status: int, title: str, theirs: dict[str, Any] | None = None) -> None:
        super().__init__(title)
        self.status, self.title, self.theirs = status, title, theirs or {}


Fact = tuple[type[msgspec.Struct], Callable[[Tx, By, str, int, Any], Verdict]]
Record = Callable[[Tx, list[str]], dict[str, Any]]


@dataclass(frozen=True)
class Words:
    """What the features taught sync: facts and records by kind, who a staff id is, which scopes a device may read.

    `follow` gives an operation as it is to be decided, where what it is about has become something else.
    """

    facts: dict[str, Fact]
    records: dict[str, Record]
    who: Callable[[Tx, By, str | None], By]
    scopes: Callable[[Tx, By], list[str]]
    follow: Callable[[Tx, Operation], Operation] = lambda tx, operation: operation


@dataclass(frozen=True)
class Cursor:
    """A place in one scope's feed: `seq` within `epoch`; `since` is the floor when a first walk began.

    A first walk may pass below the floor: what was compacted before it began was never given to it. Such a cursor
    writes `since` in 18 digits after the epoch, so that to whoever keeps it a cursor is always two numbers.
    """

    epoch: int
    seq: int
    since: int | None = None

    def __str__(self) -> str:
        walk = "" if self.since is None else f"{self.since:0{_DIGITS}d}"
        return f"{self.epoch}{walk}:{self.seq}"

    @staticmethod
    def read(text: str) -> Cursor:
        """The cursor that `str` wrote; ValueError for anything else."""
        epoch, _, seq = text.partition(":")
        if not (text.isascii() and epoch.isdigit() and seq.isdigit() and len(epoch) < 2 * _DIGITS > len(seq)):
            raise ValueError(f"not a cursor: {text[:40]!r}")
        if len(epoch) <= _DIGITS:
            return Cursor(int(epoch), int(seq))
        return Cursor(int(epoch[:-_DIGITS]), int(seq), int(epoch[-_DIGITS:]))

    def fits(self, epoch: int, floor: int, head: int) -> bool:
        """Whether pages may go on from here; if not, the scope is to be loaded afresh."""
        kept = self.seq >= floor or (self.since is not None and self.since >= floor)
        return self.epoch == epoch and kept and self.seq <= head


def store_scope(store: str) -> str:
    """The scope of a store's people, orders, carts, notes and visits."""
    return f"store:{store}"


def tenant_scope(tenant: str) -> str:
    """The scope of the catalogue, the stores and the staff."""
    return f"tenant:{tenant}"


def stock_scope(location: str) -> str:
    """The scope of one location's stock, apart from people so that neither waits for the other."""
    return f"stock:{location}"


def customer_scope(customer: str) -> str:
    """The scope of one person's whole history; it exists once somebody has fetched her."""
    return f"customer:{customer}"
