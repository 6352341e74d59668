"""What was learned of a shop, and the lists that follow from it; knows neither engine nor database."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from clienteling.central.insight.domain import Choice, Columns, Known
from clienteling.central.insight.features import Judge
from clienteling.central.insight.trees import Trees


@dataclass(frozen=True)
class Model:
    """`pull` has in row j, column i how much product i draws product j; `rhythms` says who buys what how often."""

    known: Known
    pull: sparse.csr_matrix
    basket: Trees
    due: Trees
    rhythms: Columns

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self.known, self.pull)

    def choices(self, place: int) -> list[Choice]:
        """All that may be shown to a person, the likeliest first."""
        candidates = self._judge.candidates(place)
        chances = self.basket.chances(candidates.rows)
        return [
            Choice(int(candidates.products[at]), float(chances[at]), bool(at >= candidates.owned))
            for at in np.lexsort((candidates.products, -chances))
        ]

    def drawn_by(self, place: int, product: int) -> int | None:
        """Which of what she owns draws the product most."""
        hers = self.known.rows(place)
        own, weight = self.known.personal["product"][hers], self.known.personal["drawn"][hers]
        row = slice(self.pull.indptr[product], self.pull.indptr[product + 1])
        strength = np.zeros(len(self.known.products))
        strength[self.pull.indices[row]] = self.pull.data[row]
        drawing = strength[own] * weight
        best = int(drawing.argmax()) if len(drawing) else 0
        return int(own[best]) if len(drawing) and drawing[best] > 0 else None
