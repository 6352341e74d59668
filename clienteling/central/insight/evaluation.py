"""Whether what was learned beats the plain formulas on a shop's own last weeks; what does not is not used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from clienteling.central.insight import measures, training
from clienteling.central.insight.domain import Array, Known, Progress
from clienteling.central.insight.domain_nights import Night
from clienteling.central.insight.rhythm import HORIZON, numbers
from clienteling.central.insight.steps import Once, at_once

if TYPE_CHECKING:
    from clienteling.central.insight.engine import Engine
    from clienteling.central.insight.model import Model

LENGTH = 10
FEWEST_PEOPLE = 50
"""Of fewer people who came again one cannot tell which way is better."""


class Trial(NamedTuple):
    """How the lists of the last HORIZON days would have done: all, again and new, ours and the plain formula's."""

    ours: dict[str, measures.Score]
    plain: dict[str, measures.Score]
    due_auc: float
    due_error: float

    @property
    def is_used(self) -> bool:
        """Ours is used only where it is better, and enough people say so."""
        ours, plain = self.ours["all"], self.plain["all"]
        return ours.people >= FEWEST_PEOPLE and ours.ndcg > plain.ndcg

    def night(self, at: str) -> Night:
        """What is written down of it."""
        scores = (score[kind].ndcg for kind in ("all", "new") for score in (self.ours, self.plain))
        return Night(at, self.ours["all"].people, *scores, self.is_used)


def plain(known: Known, place: int) -> Array:
    """The plain formula: what she buys often, earlier baskets weighing less, plus what sold lately; by product."""
    scores = known.popularity()
    hers = known.rows(place)
    scores[known.personal["product"][hers]] += known.personal["often"][hers]
    return scores


def trial(engine: Engine, progress: Progress, once: Once = at_once) -> Trial:
    """Learn as if the last HORIZON days had not been, and see. Raises Untaught where the past is too short."""
    cut = engine.last + 1 - HORIZON
    model = training.train(engine, cut, progress, once)
    known = model.known
    told = training.baskets(engine.following(known, engine.last + 1))
    lists: dict[str, list[tuple[int, Array, Array]]] = {
        "ours": [(place, _ranked(model, place), basket) for place, basket in told],
        "plain": [(place, _best(plain(known, place)), basket) for place, basket in told],
    }
    scores = {name: _scores(known, each) for name, each in lists.items()}
    came = training.came_true(engine, known, model.rhythms)
    chances = model.due.chances(numbers(known, model.rhythms))
    return Trial(
        scores["ours"], scores["plain"], measures.auc(chances, came), measures.calibration_error(chances, came)
    )


def _scores(known: Known, lists: list[tuple[int, Array, Array]]) -> dict[str, measures.Score]:
    told: dict[str, list[tuple[Array, Array]]] = {"all": [], "again": [], "new": []}
    for place, ranked, basket in lists:
        own = known.personal["product"][known.rows(place)]
        told["all"].append((ranked, basket))
        told["again"].append((ranked[np.isin(ranked, own)], np.intersect1d(basket, own)))
        told["new"].append((ranked[~np.isin(ranked, own)], np.setdiff1d(basket, own)))
    return {kind: measures.score(each, LENGTH) for kind, each in told.items()}


def _ranked(model: Model, place: int) -> Array:
    return np.array([choice.product for choice in model.choices(place)], dtype=np.intp)


def _best(scores: Array) -> Array:
    return np.lexsort((np.arange(len(scores)), -scores))
