"""What people were promised, kept beside both halves: the facts that were committed, confirmed and given up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from clienteling.contract.v1.sync import Operation


class Receipt(NamedTuple):
    """What a confirmation showed: the order, its number and its total in pence."""

    device: str
    order: str
    number: str
    total: int


class Ledger:
    """Facts by id. `made` was committed on a tablet, `told` was confirmed to a person, `dropped` she gave up herself.

    `sales` names for each draft the sale that it was meant for.
    """

    def __init__(self) -> None:
        self.made: dict[str, tuple[str, Operation]] = {}
        self.told: set[str] = set()
        self.dropped: set[str] = set()
        self.sales: dict[str, str] = {}
        self.receipts: list[Receipt] = []
        self.flaws: list[str] = []

    def keep(self, device: str, made: Iterable[Operation], dropped: Iterable[str]) -> None:
        """A transaction was committed."""
        self.made |= {operation.op: (device, operation) for operation in made}
        self.dropped |= set(dropped)

    def tell(self, made: Iterable[Operation]) -> None:
        """The person saw that it was done."""
        self.told |= {operation.op for operation in made}
