"""What is bought together, counted over all baskets with numpy and scipy; knows neither people nor tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

LIFT, FLOOD, SHRINK = 0.3, 0.7, 20.0
"""c_ij / (n_i^LIFT * n_j^FLOOD + SHRINK): popular companions count less, rare ones are not believed at once."""
KEPT = 20
LARGEST_BASKET = 200
"""Larger ones are stock orders of resellers; they pair everything with everything."""
FEWEST = 2
_BLOCK = 2000

Pairs = list[tuple[int, int, float]]


def pairs(baskets: Sequence[int], products: Sequence[int], count: int) -> Pairs:
    """For each product its KEPT strongest companions as (product, other, strength), strongest first.

    `baskets` and `products` are numbers from 0, line by line; `count` is how many products there are.
    """
    if not len(baskets):
        return []
    matrix = _matrix(np.asarray(baskets), np.asarray(products), count)
    bought = np.asarray(matrix.sum(axis=0)).ravel()
    found: Pairs = []
    for start in range(0, count, _BLOCK):
        block = (matrix[:, start : start + _BLOCK].T @ matrix).tocsr()
        for row in range(block.shape[0]):
            found += _companions(block, row, start + row, bought)
    return found


def _matrix(
    baskets: npt.NDArray[np.int64], products: npt.NDArray[np.int64], count: int
) -> sparse.csc_matrix[np.float32]:
    """Baskets by products, each product once a basket, without baskets too large to tell anything."""
    ones = np.ones(len(baskets), dtype=np.float32)
    matrix = sparse.csr_matrix((ones, (baskets, products)), shape=(int(baskets.max()) + 1, count))
    matrix.data[:] = 1
    sizes = np.diff(matrix.indptr)
    return matrix[(sizes > 1) & (sizes <= LARGEST_BASKET)].tocsc()


def _companions(block: sparse.csr_matrix[np.float32], row: int, product: int, bought: npt.NDArray[np.float32]) -> Pairs:
    begin, end = block.indptr[row], block.indptr[row + 1]
    others, times = block.indices[begin:end], block.data[begin:end]
    real = (others != product) & (times >= FEWEST)
    others, times = others[real], times[real]
    if not len(others):
        return []
    strength = times / (bought[product] ** LIFT * bought[others] ** FLOOD + SHRINK)
    best = np.lexsort((others, -strength))[:KEPT]
    return [(product, int(others[place]), float(strength[place])) for place in best]
