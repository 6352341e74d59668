"""What was learned of a shop, and the lists that follow from it; knows neither engine nor database."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from clienteling.central.insight.domain import Array, Choice, Columns, Known
from clienteling.central.insight.features import Judge
from clienteling.central.insight.trees import Trees


@dataclass(frozen=True)
class Model:
    """`pull` has in row j, column i how much product i draws product j; `rhythms` says who buys what how often.

    `basket` foretells the next basket, `due` what is bought again, `wanted` who buys a product within HORIZON days.
    `together` says for each entry of `pull` in how many baskets the two were, 0 for fewer than FEWEST_TOGETHER, and
    `shared` how many people bought them, 0 for fewer than FEWEST_PEOPLE.
    """

    known: Known
    pull: sparse.csr_matrix
    together: Array
    shared: Array
    basket: Trees
    due: Trees
    wanted: Trees
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

    @cached_property
    def usual(self) -> dict[int, float]:
        """The median gap of each product that anybody buys in a rhythm."""
        return dict(zip(self.rhythms["product"].tolist(), self.rhythms["usual"].tolist(), strict=True))

    def bought_with(self, place: int, product: int) -> int | None:
        """Which of what she owns draws the product most and was really bought together with it.

        What draws it alone is no fact; each product weighs less with every basket of hers since.
        """
        found = self._drawing(place, product, self.together)
        return found and found[0]

    def bought_too(self, place: int, product: int) -> tuple[int, int] | None:
        """The same of what was really bought by the same people, and by how many, be it at another time."""
        return self._drawing(place, product, self.shared)

    def _drawing(self, place: int, product: int, times: Array) -> tuple[int, int] | None:
        """Which of hers draws the product most where `times` is not 0, and how many times that is."""
        row, hers = slice(*self.pull.indptr[product : product + 2]), self.known.rows(place)
        own, weight = self.known.personal["product"][hers], self.known.personal["drawn"][hers]
        strength = np.zeros(len(self.known.products))
        strength[self.pull.indices[row]] = np.where(times[row] > 0, self.pull.data[row], 0)
        drawing = strength[own] * weight
        best = int(drawing.argmax()) if len(drawing) else 0
        if not len(drawing) or drawing[best] <= 0:
            return None
        entry = row.start + int(np.flatnonzero(self.pull.indices[row] == own[best])[0])
        return int(own[best]), int(times[entry])
