"""Whom to tell of a product: who of those at the top of each way buys it within a month; knows no list of products."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from clienteling.central.insight import audience, training
from clienteling.central.insight.domain import Array
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.measures import auc, precision_at_top
from clienteling.central.insight.model import Model
from tests.benchmarks.insight_data import kinds, online_retail, ordinal

DAYS = 30
PRODUCTS, FEWEST, SEED = 200, 20, 7
"""So many products are drawn of those that were in that many baskets in the season before the cut."""
TOP = 0.05
LIFT, NEVER_LIFT = 9.7, 5.3


class Told(NamedTuple):
    """Means over products: how many more buyers there are at the top than among all, AUC, buyers at the top."""

    lift: float
    auc: float
    precision: float
    products: int
    """How many."""


def measured(cut: str) -> dict[str, tuple[Told, Told]]:
    """Each way, for all people and for those who never bought the product."""
    engine = Engine(online_retail())
    model = training.train(engine, ordinal(cut), lambda step, done, total: None)
    known = model.known
    drawn = np.random.default_rng(SEED).choice(np.flatnonzero(known.sold["season"] >= FEWEST), PRODUCTS, replace=False)
    later = engine.bought(known, known.cut + DAYS)
    crowd, kind = audience.Crowd(known, model.pull), np.array(kinds())[known.products]
    found: dict[str, tuple[list[Told], list[Told]]] = {}
    for product in map(int, drawn):
        came = np.isin(np.arange(len(known.customers)), later["customer"][later["product"] == product])
        never = ~np.isin(np.arange(len(came)), crowd.owners(product))
        for name, scores in _ways(model, crowd, kind, product):
            for who, kept in zip((np.ones_like(never), never), found.setdefault(name, ([], [])), strict=True):
                if came[who].any():
                    kept.append(_told(scores[who], came[who]))
    return {name: tuple(Told(*np.mean(kept, axis=0)[:3], len(kept)) for kept in both) for name, both in found.items()}


def table(found: dict[str, tuple[Told, Told]]) -> str:
    """All ways; random hits tell how much is chance."""
    products = next(iter(found.values()))
    head = f"whom to tell, {DAYS} days, top {TOP:.0%}"
    rows = [f"\n{head:32} {'lift':>6} {'AUC':>6} {'hits':>6}   never bought it: lift, AUC, hits"]
    rows += [f"{name:32} " + "   ".join(f"{one.lift:6.2f} {one.auc:6.3f} {one.precision:6.3f}" for one in both)
             for name, both in found.items()]  # fmt: skip
    return "\n".join([*rows, f"{products[0].products} products, {products[1].products} of them had new buyers"])


def misses(found: dict[str, tuple[Told, Told]]) -> Iterator[str]:
    """What ours did not reach."""
    for what, one, bar in zip(("lift", "lift of who never bought it"), found["ours"], (LIFT, NEVER_LIFT), strict=True):
        if one.lift < bar:
            yield f"{what} {one.lift:.2f}, the bar is {bar}"


def _told(scores: Array, came: Array) -> Told:
    hits = precision_at_top(scores, came, TOP)
    return Told(hits / float(came.mean()), auc(scores, came), hits, 1)


def _ways(model: Model, crowd: audience.Crowd, kind: Array, product: int) -> Iterator[tuple[str, Array]]:
    known = model.known
    everybody = np.arange(len(known.customers))
    row = dict(zip(audience.NAMES, crowd.rows(product, everybody).T, strict=True))
    same = np.flatnonzero((kind == kind[product]) & (np.arange(len(kind)) != product))
    yield "random", np.random.default_rng(product).random(len(everybody))
    yield "most active", row["her lines"]
    bought = np.isin(known.personal["product"], same)
    yield "buyers of the category", np.bincount(known.personal["customer"], bought, len(everybody))
    yield "past buyers, lately first", row["often"] + 1e-3 * row["her lines"]
    yield "drawn by what she owns", row["drawn lately"]
    yield "buyers of what its buyers buy", row["akin"]
    ranked = audience.likeliest(model, crowd, product, everybody, len(everybody))
    ours = np.empty(len(everybody))
    ours[[one.place for one in ranked]] = [one.chance for one in ranked]
    yield "ours", ours
