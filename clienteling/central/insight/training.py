"""Learns from a shop's own earlier days what the next basket holds, and when a product is bought again; knows no table.

From each of some earlier days on it is known what the next basket was: what was known on that day is asked for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from clienteling.central.insight import audience, pull, trees
from clienteling.central.insight.domain import Array, Columns, Known, Progress
from clienteling.central.insight.features import Judge
from clienteling.central.insight.model import Model
from clienteling.central.insight.rhythm import HORIZON, numbers
from clienteling.central.insight.steps import Once, at_once

if TYPE_CHECKING:
    from clienteling.central.insight.engine import Engine

EARLIER = (28, 63, 98, 133)
"""How many days before the present the earlier days are."""
TREES, DEPTH, RATE, SEEDS = 150, 6, 0.1, (1, 2)
"""Chosen on Online Retail II for 2011-06-10, of depth 5 to 7, rates of 0.06 to 0.15, one seed or two."""
RHYTHM_TREES, RHYTHM_DEPTH = 150, 6
"""Chosen on Online Retail II for 2011-06-10, and on The Complete Journey for 2017-11-01 and the two months before."""
WANTED_TREES, WANTED_DEPTH = 100, 5
"""Chosen on Online Retail II for 2011-06-10, of depth 4 and 5."""
PASSED_OVER = 0.15
"""Which share of what was not bought is learned from; each counts for the others."""
RHYTHM_TIMES = 6
"""From how many stretches of days is learned what is bought again within one."""


class Untaught(Exception):
    """The shop has too short a past to learn from."""


def train(engine: Engine, cut: int, progress: Progress, once: Once = at_once) -> Model:
    """What there is to know before the day `cut`. Raises Untaught where there are no earlier days with buyers."""
    days = [cut - days for days in EARLIER if cut - days > engine.first]
    steps = len(days) + 3
    seen: list[tuple[Array, ...]] = []
    for done, day in enumerate(days):
        progress("earlier days", done, steps)
        seen.append(once(f"{cut}-day-{day}", lambda day=day: _day(engine, day, cut)))  # type: ignore[misc]
    learned = [each[:2] for each in seen if each[1].any()]
    if not learned:
        raise Untaught
    progress("next basket", len(days), steps)
    wanted = _trees(once(f"{cut}-wanted", lambda: _told(_wanted([each[2:] for each in seen]))))
    basket = _trees(once(f"{cut}-basket", lambda: _told(_basket(learned))))
    progress("rhythms", len(days) + 1, steps)
    due = _trees(once(f"{cut}-rhythms", lambda: _told(rhythm(engine, cut))))
    progress("what draws what", len(days) + 2, steps)
    known = engine.known(cut)
    rhythms = engine.rhythms(known)
    drawing = draw(engine, known)
    together = pull.counted(drawing, *engine.companions(known))
    progress("done", steps, steps)
    return Model(known, drawing, together, pull.shared(drawing, known), basket, due, wanted, rhythms)


def _day(engine: Engine, day: int, cut: int) -> tuple[Array, ...]:
    """What one earlier day teaches: of the next basket (rows, whether), and of who wants a product (with weights)."""
    known = engine.known(day)
    drawing = draw(engine, known)
    asked = audience.examples(known, drawing, engine.bought(known, day + HORIZON))
    return *examples(engine, known, drawing, cut), *asked


def _wanted(asked: list[tuple[Array, ...]]) -> trees.Trees:
    return trees.fit(*_all(asked), WANTED_TREES, WANTED_DEPTH, RATE)


def _basket(learned: list[tuple[Array, ...]]) -> trees.Trees:
    rows, happened = _all(learned)
    weights = np.where(happened, 1, 1 / PASSED_OVER)
    return trees.mean(*(trees.fit(rows, happened, weights, TREES, DEPTH, RATE, seed) for seed in SEEDS))


def _told(found: trees.Trees) -> tuple[Array, ...]:
    return np.array(found.start), found.columns, found.thresholds, found.values


def _trees(told: tuple[Array, ...]) -> trees.Trees:
    start, *questions = told
    return trees.Trees(float(start), *questions)


def draw(engine: Engine, known: Known) -> sparse.csr_matrix:
    """What draws what: EASE where it can be had."""
    if len(known.products) <= pull.MOST_PRODUCTS:
        return pull.ease(known)
    return pull.shrunken(*engine.companions(known), known.sold["baskets"])


def examples(engine: Engine, known: Known, drawing: sparse.csr_matrix, until: int) -> tuple[Array, Array]:
    """Rows of what people might have bought next on a day, and whether they did."""
    judge, random = Judge(known, drawing), np.random.default_rng(known.cut)
    rows, happened = [], []
    for place, basket in baskets(engine.following(known, until)):
        candidates = judge.candidates(place)
        bought = np.isin(candidates.products, basket)
        kept = bought | (random.random(len(bought)) < PASSED_OVER)
        rows.append(candidates.rows[kept])
        happened.append(bought[kept])
    empty = np.empty((0, 0), dtype=np.float32)
    return (np.concatenate(rows), np.concatenate(happened)) if rows else (empty, np.empty(0, dtype=bool))


def _all(parts: list[tuple[Array, ...]]) -> list[Array]:
    return [np.concatenate(each) for each in zip(*parts, strict=True)]


def rhythm(engine: Engine, cut: int, horizon: int = HORIZON) -> trees.Trees:
    """How likely what has a rhythm is bought within so many days."""
    rows, happened = [], []
    for day in range(cut - horizon, cut - (RHYTHM_TIMES + 1) * horizon, -horizon):
        if day > engine.first:
            known = engine.known(day)
            found = engine.rhythms(known)
            rows.append(numbers(known, found))
            happened.append(came_true(engine, known, found, horizon))
    if not rows or not sum(len(each) for each in rows):
        raise Untaught
    told = np.concatenate(happened)
    return trees.fit(np.concatenate(rows), told, np.ones(len(told)), RHYTHM_TREES, RHYTHM_DEPTH, RATE)


def came_true(engine: Engine, known: Known, rhythms: Columns, horizon: int = HORIZON) -> Array:
    """Which of these were bought within so many days."""
    bought = engine.bought(known, known.cut + horizon)
    key, real = (each["customer"] * len(known.products) + each["product"] for each in (rhythms, bought))
    return np.isin(key, real)


def baskets(found: Columns) -> list[tuple[int, Array]]:
    """Person by person what was bought, from columns in order of persons."""
    people, first = np.unique(found["customer"], return_index=True)
    return list(zip((int(one) for one in people), np.split(found["product"], first[1:]), strict=True))
