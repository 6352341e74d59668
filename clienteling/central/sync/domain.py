"""The words actions use towards sync: who asks, what was decided, what was refused; knows no database."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True)
class By:
    """Who does something: the device with its store and tenant (from its token), the person, the operation, when."""

    device: str
    store: str
    tenant: str
    staff: str | None = None
    role: Literal["associate", "manager"] | None = None
    op: str = ""
    at: str = ""


@dataclass(frozen=True)
class Verdict:
    """A fact was accepted: the entity's version now, and what the device should know besides."""

    ver: int
    result: dict[str, Any] = field(default_factory=dict)


class Refused(Exception):  # noqa: N818
    """A fact was not accepted: 404, 409 (with `theirs` by field), 410 or 422, and a sentence for the associate."""

    def __init__(self, status: int, title: str, theirs: dict[str, Any] | None = None) -> None:
        super().__init__(title)
        self.status, self.title, self.theirs = status, title, theirs or {}


@dataclass(frozen=True)
class Cursor:
    """A place in one scope's feed: `seq` within `epoch`; `since` is the floor when a first walk began.

    A first walk may pass below the floor: what was compacted before it began was never given to it.
    """

    epoch: int
    seq: int
    since: int | None = None

    def __str__(self) -> str:
        walk = "" if self.since is None else f":{self.since}"
        return f"{self.epoch}:{self.seq}{walk}"

    @staticmethod
    def read(text: str) -> Cursor:
        """The cursor that `str` wrote; ValueError for anything else."""
        parts = text.split(":")
        if len(parts) not in {2, 3} or not all(part.isascii() and part.isdigit() and len(part) < 19 for part in parts):
            raise ValueError(f"not a cursor: {text[:40]!r}")
        return Cursor(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) == 3 else None)

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
