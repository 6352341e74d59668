"""What came of each scan in scan mode, and what may be done about it; knows no table and no screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from clienteling.desktop.cart.actions import Added
from clienteling.desktop.cart.domain import Whose
from clienteling.desktop.catalog.domain import Item
from clienteling.desktop.clientbook.domain import Outcome
from clienteling.desktop.scanning.domain import Piece

Mode = Literal["cart", "price", "stock"]
Sound = Literal["added", "again", "found", "unknown", "refused"]

MODES: tuple[Mode, ...] = ("cart", "price", "stock")
OUTCOMES: tuple[Outcome, ...] = ("shown", "tried", "declined")
MOST = 200
"""How many scans the list keeps: a day of scanning must not fill the memory."""


@dataclass(frozen=True)
class Code:
    """What a product's code says: its GTIN of 14 digits if it has one, the variant if that is known already.

    `own` is what this very piece costs or weighs.
    """

    gtin14: str | None
    variant: str = ""
    sure: bool = False
    own: Piece | None = None


@dataclass(frozen=True)
class Heard:
    """One scan: what it was, at which moment (ISO 8601 UTC), in which mode, and what came of it.

    `code` is empty where it is nobody's business, as with what joins a wireless network.

    `added` is what it put into the cart of `whose`, `taken` whether that was taken back; `noted` are the events of the
    outcomes by outcome; `reason` is an English template, with its values, for what was refused. `weight` is what this
    very piece weighs, in milligrams, 0 for what is not sold by weight; `item` has its price then.
    """

    n: int
    code: str
    at: str
    mode: Mode
    sound: Sound
    whose: Whose
    item: Item | None = None
    added: Added | None = None
    taken: bool = False
    noted: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    symbology: str = ""
    weight: int = 0

    @property
    def reportable(self) -> bool:
        """Whether whoever keeps the catalogue should hear of this code."""
        return self.sound == "unknown" and self.code != ""

    @property
    def undoable(self) -> bool:
        """Whether this scan stands in a cart."""
        return self.added is not None and not self.taken

    @property
    def notable(self) -> bool:
        """Whether an outcome can be noted: a known product in front of a known client."""
        return self.item is not None and self.whose.customer is not None

    def note(self, outcome: str, event: str) -> "Heard":
        """The same scan with an outcome noted, or without it where `event` is empty."""
        kept = {name: id for name, id in self.noted.items() if name != outcome}
        return replace(self, noted=kept | ({outcome: event} if event else {}))


def before(scans: Sequence[Heard], new: Heard) -> list[Heard]:
    """The list with one more scan, newest first, and no longer than MOST."""
    return [new, *scans[: MOST - 1]]
