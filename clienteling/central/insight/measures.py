"""How good a list or a chance was, by what came true; knows no model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from clienteling.central.insight.domain import Array


class Score(NamedTuple):
    """Means over people: share of the basket that was found, NDCG with equal gains, share of people with a hit."""

    recall: float
    ndcg: float
    hit: float
    people: int


def score(lists: Iterable[tuple[Array, Array]], length: int) -> Score:
    """Of (list best first, basket) pairs, as far as the baskets have anything in them."""
    discounts = 1 / np.log2(np.arange(length) + 2)
    ideal = np.cumsum(discounts)
    found = []
    for ranked, basket in lists:
        if len(basket):
            hits = np.isin(ranked[:length], basket)
            gain = float(hits @ discounts[: len(hits)])
            found.append((hits.sum() / len(basket), gain / ideal[min(len(basket), length) - 1], hits.any()))
    means = np.mean(found, axis=0) if found else np.zeros(3)
    return Score(*(float(each) for each in means), len(found))


def auc(chances: Array, happened: Array) -> float:
    """The chance that one which happened was thought likelier than one which did not; ties count half."""
    order = np.argsort(chances, kind="stable")
    _, first, counts = np.unique(chances[order], return_index=True, return_counts=True)
    ranks = np.repeat(first + (counts + 1) / 2, counts)
    yes = int(happened.sum())
    no = len(happened) - yes
    return float((ranks[happened[order]].sum() - yes * (yes + 1) / 2) / (yes * no)) if yes and no else 0.5


def calibration_error(chances: Array, happened: Array, bins: int = 10) -> float:
    """The mean distance between what was foretold and what came, in equally large groups by chance."""
    order = np.argsort(chances, kind="stable")
    groups = np.array_split(order, bins)
    return float(sum(len(g) * abs(chances[g].mean() - happened[g].mean()) for g in groups if len(g)) / len(chances))


def precision_at_top(chances: Array, happened: Array, share: float) -> float:
    """How many of the likeliest happened."""
    count = max(1, int(len(chances) * share))
    return float(happened[np.argsort(-chances, kind="stable")[:count]].mean())
