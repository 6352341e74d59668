"""What both halves are to come to, in the fewest words: sums, sets and who knew what; knows no code of either."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

Line = tuple[str, str]
"""Whose cart, and the variant in it."""


class Order(NamedTuple):
    """What was ordered where, and the orders of which that tablet had heard; None when nobody can say."""

    desk: int
    person: str
    lines: dict[str, int]
    known: frozenset[str] | None


@dataclass
class Note:
    """Every wording that was ever given to it."""

    wordings: list[str]
    deleted: bool = False


@dataclass
class Model:
    """Carts are sums; an order is once; a wording stays; a field's value gives way only to one that was meant for it.

    `over` says for each value that was written into a field which others its writer saw and meant to replace.
    """

    carts: Counter[Line] = field(default_factory=Counter)
    orders: dict[str, Order] = field(default_factory=dict)
    arrived: list[str] = field(default_factory=list)
    heard: dict[int, frozenset[str] | None] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    over: dict[str, set[str]] = field(default_factory=dict)
    let_go: set[str] = field(default_factory=set)

    def move(self, person: str, variant: str, count: int) -> None:
        """So many more, or fewer, lie in her cart."""
        self.carts[person, variant] += count

    def order(self, id: str, desk: int, person: str, lines: dict[str, int]) -> None:
        """What lay in her cart on this tablet is ordered, and leaves it."""
        self.orders[id] = Order(desk, person, lines, self.heard.get(desk, frozenset()))
        for variant, count in lines.items():
            self.move(person, variant, -count)

    def meet(self, desk: int, there: set[str], complete: bool) -> None:
        """A tablet met central, which has these orders now; what it heard is sure only when it heard all."""
        self.arrived += [id for id in self.orders if id in there and id not in self.arrived]
        self.heard[desk] = frozenset(self.arrived) if complete else None

    def twice(self, id: str) -> bool | None:
        """Whether it takes what another tablet had ordered before from the same cart, unknown to it; None: unsure."""
        mine = self.orders[id]
        before = [other for other in self.arrived[: self.arrived.index(id)] if self._same(mine, self.orders[other])]
        if mine.known is None:
            return None if before else False
        return any(other not in mine.known for other in before)

    def _same(self, mine: Order, other: Order) -> bool:
        return other.desk != mine.desk and other.person == mine.person and bool(other.lines.keys() & mine.lines.keys())

    def write(self, value: str, instead_of: str) -> None:
        """Somebody saw one value in a field and wrote another."""
        self.over.setdefault(value, set()).add(instead_of)

    def lost(self, standing: set[str], seen: set[str]) -> set[str]:
        """The values that nobody replaced knowingly, and that neither stand at central nor where a person sees them."""
        kept = set(standing)
        waiting = list(standing)
        while waiting:
            fresh = self.over.get(waiting.pop(), set()) - kept
            kept |= fresh
            waiting += fresh
        return self.over.keys() - kept - seen - self.let_go
