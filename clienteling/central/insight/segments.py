"""Groups of people whom nobody defined: topics of what they buy as soft tags, named by what sets them apart.

Knows no engine and no name of a person; who may be grouped at all is decided before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from clienteling.central.insight import topics
from clienteling.central.insight.domain import Array, Known
from clienteling.central.insight.traits import Kind, Said, Word, tfidf

HALF_YEAR = 182
MOST_TOPICS, PEOPLE_A_TOPIC, CATEGORIES_A_TOPIC = 16, 40, 3
"""So many at most, and no more than there are so many people and categories for.

Chosen with SHARE on Online Retail II for 2010-12-10, of 12 to 30 topics and shares of 0.3 and 0.4.
"""
SEED = 1
FEWEST_PRODUCTS = 3
"""Of who bought fewer different products nothing is said."""
SHARE = 0.3
"""She has a tag where so much of what she buys is of the topic: up to three at once, or none."""
STABLE, FEWEST = 0.75, 20
"""A segment that is less stable, or has fewer people, is not shown."""
SIGNATURE = 3
"""By how many categories or brands a segment is named at most."""
TELLING, COMMON = 1.5, 0.1
"""A category names it that is bought so many times as much as by all, and by this share of its people at least."""
TRAIT = 1.25
"""How many times as many of its people as of all have a price, channel or rhythm that names it too."""
SAME = 0.6
"""How like a topic of another day has to be to be taken for the same one."""
Watch = Callable[[int, int], None]


@dataclass(frozen=True)
class Lift:
    """A word that sets a segment apart, and how many times as much of it there is as among all."""

    word: Word
    times: float


@dataclass(frozen=True)
class Segment:
    """Its people by place, how stable it is from 0 to 1, what it is named by, and its topic over the words."""

    people: Array
    stability: float
    signature: tuple[Lift, ...]
    traits: tuple[Lift, ...]
    topic: Array

    @property
    def is_shown(self) -> bool:
        """Whether it is stable, has people enough and something that sets it apart."""
        return self.stability >= STABLE and len(self.people) >= FEWEST and bool(self.signature)


@dataclass(frozen=True)
class Found:
    """All segments, the largest first, and the people by place whom they were looked for among."""

    segments: tuple[Segment, ...]
    among: Array

    @property
    def shown(self) -> list[Segment]:
        """Those that one may rely on."""
        return [one for one in self.segments if one.is_shown]


def find(known: Known, told: Said, kept_out: set[str], watch: Watch = lambda done, total: None) -> Found:
    """The segments of those who bought FEWEST_PRODUCTS at least and are not kept out; none of too few people.

    `watch` hears before each step how many are done, of how many.
    """
    out = np.isin(known.customers, np.array(sorted(kept_out), dtype=known.customers.dtype))
    among = np.flatnonzero((np.diff(known.starts) >= FEWEST_PRODUCTS) & ~out)
    count = min(MOST_TOPICS, len(among) // PEOPLE_A_TOPIC, len(told.columns("category")) // CATEGORIES_A_TOPIC)
    if count < 2:
        return Found((), among)
    matrix = tfidf(told, among)
    parts = topics.factor(matrix, count, SEED)
    stable = topics.stability(matrix, parts.topics, watch)
    shares = parts.weights / np.maximum(parts.weights.sum(axis=1, keepdims=True), 1e-12)
    has = shares >= SHARE
    found = [
        _segment(told, among, np.flatnonzero(has[:, at]), float(stable[at]), topic)
        for at, topic in enumerate(parts.topics)
    ]
    return Found(tuple(sorted(found, key=lambda one: -len(one.people))), among)


def later(segment: Segment, among: Array, bought: Said) -> float:
    """How many times as much of its signature its people bought as all people, of what is told as bought.

    nan where none of them bought anything.
    """
    ours, all_of = (np.asarray(bought.counts[who].sum(axis=0)).ravel() for who in (segment.people, among))
    signature = {lift.word for lift in segment.signature}
    named = np.array([at for at, word in enumerate(bought.words) if word in signature], dtype=np.intp)
    kind = bought.columns(*{word.kind for word in signature})
    return _times(ours[named].sum(), ours[kind].sum(), all_of[named].sum(), all_of[kind].sum())


def before(found: Found, words: tuple[Word, ...], earlier: Found, then: tuple[Word, ...]) -> list[int | None]:
    """For each segment that is shown which of those of an earlier day is the same; None where none was."""
    if not (found.shown and earlier.shown):
        return [None] * len(found.shown)
    place = {word: at for at, word in enumerate(words)}
    both = [(at, place[word]) for at, word in enumerate(then) if word in place]
    past = np.zeros((len(earlier.shown), len(words)))
    past[:, [at for _, at in both]] = np.array([one.topic for one in earlier.shown])[:, [at for at, _ in both]]
    alike = np.array([one.topic for one in found.shown]) @ past.T
    return [int(row.argmax()) if row.max() >= SAME else None for row in alike]


def _segment(told: Said, among: Array, has: Array, stable: float, topic: Array) -> Segment:
    mine, everybody = told.counts[among[has]], told.counts[among]
    return Segment(among[has], stable, _signature(told, mine, everybody), _traits(told, mine, everybody), topic)


def _signature(told: Said, mine: sparse.csr_matrix, everybody: sparse.csr_matrix) -> tuple[Lift, ...]:
    """Categories and brands by how much they tell: how much of hers they are, times the logarithm of their lift."""
    found: list[tuple[float, Lift]] = []
    kinds: tuple[Kind, ...] = ("category", "brand")
    for kind in kinds:
        columns = told.columns(kind)
        ours, all_of = (np.asarray(one[:, columns].sum(axis=0)).ravel() for one in (mine, everybody))
        common = np.diff(mine[:, columns].tocsc().indptr) >= COMMON * max(1, mine.shape[0])
        for at in np.flatnonzero(common):
            times = _times(ours[at], ours.sum(), all_of[at], all_of.sum())
            if times >= TELLING:
                found.append((float(ours[at] / ours.sum() * np.log(times)), Lift(told.words[columns[at]], times)))
    return tuple(lift for _, lift in sorted(found, key=lambda each: (-each[0], each[1].word))[:SIGNATURE])


def _traits(told: Said, mine: sparse.csr_matrix, everybody: sparse.csr_matrix) -> tuple[Lift, ...]:
    """Prices by how much of them was bought, channels and rhythms by how many people have them."""
    found = []
    kinds: tuple[Kind, ...] = ("price", "channel", "rhythm")
    for kind in kinds:
        columns = told.columns(kind)
        ours, all_of = (np.asarray(one[:, columns].sum(axis=0)).ravel() for one in (mine, everybody))
        times = [_times(ours[at], ours.sum(), all_of[at], all_of.sum()) for at in range(len(columns))]
        if times and max(times) >= TRAIT:
            best = int(np.argmax(times))
            found.append(Lift(told.words[columns[best]], times[best]))
    return tuple(found)


def _times(ours: float, of_ours: float, all_of: float, of_all: float) -> float:
    if not (of_ours and all_of):
        return float("nan")
    return float((ours / of_ours) / (all_of / of_all))
