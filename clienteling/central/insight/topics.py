"""The parts that rows of a sparse matrix are made of, and how sure one can be of each; knows no person and no product.

Hierarchical alternating least squares: Cichocki and Phan (2009), Fast local algorithms for large scale nonnegative
matrix and tensor factorizations, IEICE Transactions on Fundamentals E92-A(3).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy import optimize, sparse

from clienteling.central.insight.domain import Array

ROUNDS, ENOUGH = 200, 1e-4
"""So many passes at most; one that betters the fit by less than this share is the last."""
SPLITS = 3
"""How often the rows are halved by chance to see what comes again."""


class Parts(NamedTuple):
    """`weights` has a row for each row of the matrix and a column for each topic; a row of `topics` has length 1."""

    weights: Array
    topics: Array


def factor(matrix: sparse.csr_matrix, count: int, seed: int) -> Parts:
    """`count` topics whose sum is most like the rows; the same seed gives the same ones. Nothing is below 0."""
    random, (rows, columns) = np.random.default_rng(seed), matrix.shape
    scale = np.sqrt(max(matrix.mean(), 1e-12) / count)
    weights, topics = (random.random((count, length)) * scale for length in (rows, columns))
    norm, before = float((matrix.data**2).sum()), np.inf
    for _ in range(ROUNDS):
        _better(topics, (matrix.T @ weights.T).T, weights @ weights.T)
        cross, gram = (matrix @ topics.T).T, topics @ topics.T
        _better(weights, cross, gram)
        missed = norm - 2 * float((weights * cross).sum()) + float(((weights @ weights.T) * gram).sum())
        if before - missed <= ENOUGH * missed:
            break
        before = missed
    lengths = np.linalg.norm(topics, axis=1)
    return Parts((weights * lengths[:, None]).T, topics / np.maximum(lengths, 1e-12)[:, None])


def stability(
    matrix: sparse.csr_matrix, topics: Array, told: Callable[[int, int], None] = lambda done, total: None
) -> Array:
    """For each topic, from 0 to 1, how like it the best match is in what halves of the rows come to, on average.

    `told` hears before each half how many are done, of how many.
    """
    found: list[Array] = []
    for split in range(SPLITS):
        order = np.random.default_rng(split).permutation(matrix.shape[0])
        for half in np.array_split(order, 2):
            told(len(found), 2 * SPLITS)
            again = factor(matrix[np.sort(half)], len(topics), seed=1 + len(found))
            found.append(matched(topics, again.topics)[1])
    mean: Array = np.mean(found, axis=0)
    return mean


def matched(topics: Array, others: Array) -> tuple[Array, Array]:
    """Which of as many others each topic is paired with, so that all pairs together are most alike; and how alike."""
    alike = topics @ others.T
    rows, columns = optimize.linear_sum_assignment(-alike)
    return columns, alike[rows, columns]


def _better(factors: Array, cross: Array, gram: Array) -> None:
    """Each row in turn becomes the best there is while the others stay."""
    for at, row in enumerate(factors):
        if gram[at, at] > 0:
            np.maximum(row + (cross[at] - gram[at] @ factors) / gram[at, at], 0, out=row)
