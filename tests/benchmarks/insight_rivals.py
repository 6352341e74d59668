"""Others' ways to foretell the next basket, each as scores of all products for a person; knows no measure.

GP-TopFreq and UP-CF@r: Faggioli et al. (2020), Recency aware collaborative filtering for next basket recommendation.
TIFU-KNN: Hu et al. (2020), Modeling personalized item frequency information for next-basket recommendation.
ALS and item-kNN are the maintained library `implicit`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import sparse

from clienteling.central.insight import evaluation, pull, tables, training
from clienteling.central.insight.domain import POPULARITY, Array, Known
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.features import Judge

Scores = Callable[[int], Array]
TIFU = {"group": 7, "within": 0.9, "between": 0.7, "neighbours": 300, "own": 0.7}
UPCF = {"recent": 10, "alpha": 0.25, "locality": 5}
FACTORS, ALS_RIDGE, NEIGHBOURS = 64, 0.05, 50


def popularity(_engine: Engine, known: Known) -> Scores:
    """What sold in the last 28 days, the same for everybody."""
    recent = known.popularity()
    return lambda place: recent


def top_frequency(_engine: Engine, known: Known) -> Scores:
    """GP-TopFreq: how often she bought it, then how popular it is."""
    rest = known.sold["baskets"] / known.sold["baskets"].max() * 1e-3
    return lambda place: _own(known, place, "times") + rest


def decayed_frequency(_engine: Engine, known: Known) -> Scores:
    """The plain formula: earlier baskets weigh less, plus what sold in the last 28 days."""
    return lambda place: evaluation.plain(known, place)


def drawn(engine: Engine, known: Known) -> Scores:
    """The plain formula for what is new: what she owns draws, plus what sold in the last 28 days."""
    judge = Judge(known, training.draw(engine, known))

    def scores(place: int) -> Array:
        found = judge.drawn(place)
        return found / max(found.max(), 1e-9) + POPULARITY * known.popularity()

    return scores


def ease(_engine: Engine, known: Known) -> Scores:
    """EASE as published, over who owns what."""
    weights, owned = pull.closed_form(known), _owned(known)
    return lambda place: weights @ owned[place].toarray().ravel()


def item_knn(_engine: Engine, known: Known) -> Scores:
    """Cosine of products by their buyers."""
    from implicit.nearest_neighbours import CosineRecommender

    model = CosineRecommender(K=NEIGHBOURS, num_threads=2)
    owned = _owned(known)
    model.fit(owned, show_progress=False)
    near = model.similarity.tocsr()
    return lambda place: (near @ owned[place].T).toarray().ravel()


def als(_engine: Engine, known: Known) -> Scores:
    """Factors of implicit feedback, how often as confidence."""
    from implicit.als import AlternatingLeastSquares

    model = AlternatingLeastSquares(FACTORS, regularization=ALS_RIDGE, iterations=15, num_threads=2, random_state=1)
    model.fit(_owned(known, "times"), show_progress=False)
    return lambda place: model.item_factors @ model.user_factors[place]


def tifu_knn(engine: Engine, known: Known) -> Scores:
    """Baskets that weigh less by group and within it, mixed with those of the nearest people."""
    vectors = _tifu_vectors(engine, known)
    squares = np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel()

    def scores(place: int) -> Array:
        mine = vectors[place]
        distance = squares - 2 * (vectors @ mine.T).toarray().ravel()
        distance[place] = np.inf
        count = min(TIFU["neighbours"], len(distance) - 1)
        near = np.argpartition(distance, count - 1)[:count]
        others = np.asarray(vectors[near].mean(axis=0)).ravel()
        return TIFU["own"] * mine.toarray().ravel() + (1 - TIFU["own"]) * others

    return scores


def up_cf(engine: Engine, known: Known) -> Scores:
    """How often similar people, herself among them, bought it in their last baskets."""
    owned, lines = _owned(known), _lines(engine, known)
    recent = lines["since"] < UPCF["recent"]
    counted = np.minimum(known.people["baskets"][lines["customer"]], UPCF["recent"])
    habit = _matrix(known, lines, recent / counted).tocsr()
    sizes = np.asarray(owned.sum(axis=1)).ravel()

    def scores(place: int) -> Array:
        common = (owned @ owned[place].T).toarray().ravel()
        norm = sizes[place] ** UPCF["alpha"] * sizes ** (1 - UPCF["alpha"])
        return habit.T @ (common / norm) ** UPCF["locality"]

    return scores


def _tifu_vectors(engine: Engine, known: Known) -> sparse.csr_matrix:
    lines, size = _lines(engine, known), TIFU["group"]
    baskets = known.people["baskets"][lines["customer"]]
    # the oldest group is the one that is not full
    group, within = np.divmod(lines["since"], size)
    groups = -(-baskets // size)
    members = np.where(group == groups - 1, baskets - group * size, size)
    weights = TIFU["within"] ** within * TIFU["between"] ** group / (members * groups)
    return _matrix(known, lines, weights)


def _lines(engine: Engine, known: Known) -> dict[str, Array]:
    sold = tables.before(engine.lines, known.cut)
    since = tables.baskets(sold).select("customer", "basket", "since")
    found = engine.columns(sold.inner_join(since, ["customer", "basket"]).select("customer", "product", "since"))
    places = {"customer": known.customers, "product": known.products}
    return found | {name: np.searchsorted(ids, found[name]) for name, ids in places.items()}


def _matrix(known: Known, lines: dict[str, Array], weights: Array) -> sparse.csr_matrix:
    shape = (len(known.customers), len(known.products))
    return sparse.csr_matrix((weights.astype(np.float32), (lines["customer"], lines["product"])), shape=shape)


def _owned(known: Known, name: str | None = None) -> sparse.csr_matrix:
    weights = known.personal[name] if name else np.ones(len(known.personal["product"]))
    return _matrix(known, known.personal, weights)


def _own(known: Known, place: int, name: str) -> Array:
    scores = np.zeros(len(known.products))
    hers = known.rows(place)
    scores[known.personal["product"][hers]] = known.personal[name][hers]
    return scores
