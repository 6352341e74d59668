"""What a person may be shown and the numbers each product is judged by; the same for learning and for the list."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from clienteling.central.insight.domain import DECAYS, NEW_CANDIDATES, POPULARITY, Array, Known

NAMES = (
    "times", "often", "steady", "often share", "steady share", "baskets since", "days since", "drawn", "drawn relative",
    "sold lately", "sold in the season", "sold a year ago", "trend", "age", "gone", "bought again",
    "her baskets", "her basket size", "her repeats", "her days since",
)  # fmt: skip
"""The numbers of a row, in order."""


@dataclass(frozen=True)
class Candidates:
    """Products by place, those she owns first; a row of numbers for each."""

    products: Array
    owned: int
    rows: Array


class Judge:
    """Makes the candidates of one person after the other, from what is known and what draws what."""

    def __init__(self, known: Known, pull: sparse.csr_matrix) -> None:
        self._known, self._pull = known, pull
        self._popularity = known.popularity() * POPULARITY
        self._sold = _sold(known)

    def drawn(self, place: int) -> Array:
        """How much each product is drawn by what she owns, which counts less with every basket since."""
        hers = self._known.rows(place)
        weights = np.zeros(len(self._known.products), dtype=np.float32)
        weights[self._known.personal["product"][hers]] = self._known.personal["drawn"][hers]
        drawn: Array = self._pull @ weights
        return drawn

    def candidates(self, place: int) -> Candidates:
        """All she owns, and what is new to her and drawn or popular most."""
        hers = self._known.rows(place)
        own, drawn = self._known.personal["product"][hers], self.drawn(place)
        most = max(float(drawn.max(initial=0)), 1e-9)
        appeal = drawn / most + self._popularity
        appeal[own] = -1
        count = min(NEW_CANDIDATES, len(appeal) - len(own))
        new = np.argpartition(-appeal, count - 1)[:count] if count else np.empty(0, dtype=np.intp)
        new = np.sort(new)
        products = np.concatenate([own, new])
        rows = np.zeros((len(products), len(NAMES)), dtype=np.float32)
        rows[: len(own), :7] = self._own(place, hers)
        rows[:, 7], rows[:, 8] = drawn[products], drawn[products] / most
        rows[:, 9:16] = self._sold[products]
        rows[:, 16:] = self._her(place, len(own))
        return Candidates(products, len(own), rows)

    def _own(self, place: int, hers: slice) -> Array:
        personal, baskets = self._known.personal, float(self._known.people["baskets"][place])
        fading = [personal[name][hers] for name in DECAYS]
        shares = [
            each * (1 - decay) / (1 - decay**baskets) for each, decay in zip(fading, DECAYS.values(), strict=True)
        ]
        days = self._known.cut - personal["last"][hers]
        return np.column_stack([personal["times"][hers], *fading, *shares, 1 + personal["since"][hers], days])

    def _her(self, place: int, own: int) -> tuple[float, float, float, float]:
        baskets, lines, last = (float(self._known.people[name][place]) for name in ("baskets", "lines", "last"))
        return baskets, lines / baskets, 1 - own / lines, self._known.cut - last


def _sold(known: Known) -> Array:
    sold, recent, season = known.sold, np.log1p(known.sold["recent"]), np.log1p(known.sold["season"])
    columns = [recent, season, np.log1p(sold["year"]), recent - season, known.cut - sold["first"]]
    columns += [known.cut - sold["last"], known.bought_again()]
    return np.column_stack(columns).astype(np.float32)
