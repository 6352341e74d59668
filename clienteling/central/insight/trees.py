"""Gradient boosting of small symmetric trees for a chance between 0 and 1, over numpy; knows no shop.

Friedman (2001), Greedy function approximation; one question a level for the whole tree as in Prokhorenkova et al.
(2018), CatBoost. The loss is the logarithmic one, so that what is predicted is a probability.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from clienteling.central.insight.domain import Array

BINS = 48
ROWS, COLUMNS = 0.4, 0.5
"""Which share of the rows and of the columns one tree sees."""
RIDGE = 5.0


@dataclass(frozen=True)
class Trees:
    """`start` plus, for each tree, the value of the leaf that its questions lead to: is `column` above `threshold`?"""

    start: float
    columns: Array  # trees x depth
    thresholds: Array  # trees x depth
    values: Array  # trees x leaves

    def chances(self, rows: Array) -> Array:
        """The chance of each row."""
        trees, depth = self.columns.shape
        answers = rows.T[self.columns.ravel()] > self.thresholds.ravel()[:, None]
        powers = 1 << np.arange(depth)[::-1]
        leaves = np.einsum("tdr,d->tr", answers.reshape(trees, depth, -1), powers)
        sums = self.values[np.arange(trees)[:, None], leaves].sum(axis=0)
        return 1 / (1 + np.exp(-(self.start + sums)))


def fit(rows: Array, happened: Array, weights: Array, count: int, depth: int, rate: float, seed: int = 1) -> Trees:
    """`count` trees over rows of numbers, whether it happened and how much each row counts. Same input, same trees."""
    random = np.random.default_rng(seed)
    edges = [_edges(rows[:, at]) for at in range(rows.shape[1])]
    binned = [np.searchsorted(each, rows[:, at], side="left") for at, each in enumerate(edges)]
    mean = float(np.clip(np.average(happened, weights=weights), 1e-6, 1 - 1e-6))
    score = np.full(len(rows), np.log(mean / (1 - mean)))
    start, columns, thresholds, values = float(score[0]), [], [], []
    for _ in range(count):
        chance = 1 / (1 + np.exp(-score))
        slope, bend = weights * (chance - happened), weights * chance * (1 - chance)
        seen = np.flatnonzero(random.random(len(rows)) < ROWS)
        asked = random.choice(len(edges), max(1, int(len(edges) * COLUMNS)), replace=False)
        bins = {int(at): binned[at][seen] for at in asked}
        questions = _questions(bins, slope[seen], bend[seen], depth)
        leaf = _leaves(binned, questions, len(rows))
        value = -rate * _sums(leaf[seen], slope[seen], depth) / (_sums(leaf[seen], bend[seen], depth) + RIDGE)
        score += value[leaf]
        columns.append([at for at, _ in questions])
        thresholds.append([edges[at][bin] for at, bin in questions])
        values.append(value)
    return Trees(start, np.array(columns), np.array(thresholds), np.array(values))


def mean(*several: Trees) -> Trees:
    """All of them as one, whose score is the mean of theirs; steadier than each."""
    return Trees(
        float(np.mean([one.start for one in several])),
        np.concatenate([one.columns for one in several]),
        np.concatenate([one.thresholds for one in several]),
        np.concatenate([one.values for one in several]) / len(several),
    )


def _edges(values: Array) -> Array:
    """What separates the bins; where there are too few values for all, the last ones separate nothing."""
    found = np.unique(np.quantile(values, np.linspace(0, 1, BINS + 1)[1:-1]))
    return np.pad(found, (0, BINS - 1 - len(found)), constant_values=np.inf)


def _questions(bins: dict[int, Array], slope: Array, bend: Array, depth: int) -> list[tuple[int, int]]:
    """The best question of each level, one after the other."""
    leaf = np.zeros(len(slope), dtype=np.intp)
    questions = []
    for level in range(depth):
        first = leaf * BINS
        gains = {at: _gain(first + bin, slope, bend, 1 << level) for at, bin in bins.items()}
        best = max(gains, key=lambda at: gains[at][0])
        threshold = gains[best][1]
        questions.append((best, threshold))
        leaf = leaf * 2 + (bins[best] > threshold)
    return questions


def _gain(cells: Array, slope: Array, bend: Array, leaves: int) -> tuple[float, int]:
    """What the best threshold of a column gains in all leaves together, and which bin it is."""
    slopes, bends = (
        np.bincount(cells, each, leaves * BINS).reshape(leaves, BINS).cumsum(axis=1) for each in (slope, bend)
    )
    above, bend_above = slopes[:, -1:] - slopes, bends[:, -1:] - bends
    gain = (slopes**2 / (bends + RIDGE) + above**2 / (bend_above + RIDGE)).sum(axis=0)[:-1]
    best = int(gain.argmax())
    return float(gain[best]), best


def _leaves(binned: list[Array], questions: list[tuple[int, int]], count: int) -> Array:
    leaf = np.zeros(count, dtype=np.intp)
    for at, threshold in questions:
        leaf = leaf * 2 + (binned[at] > threshold)
    return leaf


def _sums(leaf: Array, values: Array, depth: int) -> Array:
    return np.bincount(leaf, values, 1 << depth)
