"""Whom to tell of a product: how likely each person buys it within HORIZON days, and a fact that speaks for it.

Knows no engine, no consent and no name; who may be told at all is decided before anybody is asked for here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

import numpy as np
from scipy import sparse

from clienteling.central.insight.domain import RECENT_DAYS, SEASON_DAYS, YEAR_DAYS, Array, Columns, Known
from clienteling.central.insight.model import Model

NAMES = (
    "times", "often", "steady", "fresh", "of the year", "owns",
    "drawn", "drawn lately", "akin lately", "akin", "akin to all",
    "sold lately", "sold in the season", "sold a year ago", "buyers", "age", "bought again",
    "her baskets", "her lines", "her days since", "her baskets lately", "her products", "her products lately",
    "her products of the season", "her repeats", "her basket size",
)  # fmt: skip
"""The numbers of a row, in order."""
AKIN, SHRINK = 50, 20.0
"""How many products by whose buyers one is told; how many buyers are added to each, so that few are not believed."""
FRESH_DAYS = 60
PRODUCTS, PASSED_OVER = 150, 30_000
"""Of how many products a day is learned, and from about how many who did not buy one; each counts for the others."""
_BLOCK = 10_000


class Reason(NamedTuple):
    """A true fact: in how many of her baskets it was and the last day (an ordinal), or the same of a `product` that was
    bought together with it, or how many products of its category she bought; or how many baskets of hers were lately.
    """

    kind: Literal["again", "together", "category", "regular"]
    times: int
    day: int
    product: str | None = None


class Likely(NamedTuple):
    """A person by her place, and the chance that she buys it within HORIZON days."""

    place: int
    chance: float


class Crowd:
    """All people as they are known on a day; makes their rows for one product after the other."""

    def __init__(self, known: Known, pull: sparse.csr_matrix) -> None:
        self._known, self._pull = known, pull
        personal = known.personal
        self._order = np.argsort(personal["product"], kind="stable")
        self._starts = np.searchsorted(personal["product"][self._order], np.arange(len(known.products) + 1))
        ago = known.cut - personal["last"]
        self._owned = self._matrix(np.ones(len(ago)))
        self._drawn = self._matrix(personal["drawn"])
        self._lately = self._matrix(np.exp(-ago / SEASON_DAYS))
        self._people, self._again = _people(known), known.bought_again()

    def rows(self, product: int, who: Array) -> Array:
        """The numbers of these people for a product, as in NAMES."""
        akin = self._akin(product)
        closest = np.where(akin >= np.partition(akin, -min(AKIN, len(akin)))[-min(AKIN, len(akin))], akin, 0)
        drawing = self._pull[product].toarray().ravel()
        told = [self._drawn @ drawing, self._lately @ drawing, self._lately @ closest]
        told += [self._owned @ closest, self._lately @ akin]
        drawn = np.log1p(np.column_stack(told)[who])
        sold = np.broadcast_to(self._sold(product), (len(who), 6))
        rows: Array = np.column_stack([self._own(product)[who], drawn, sold, self._people[who]]).astype(np.float32)
        return rows

    def owners(self, product: int) -> Array:
        """Who bought it, by place."""
        owners: Array = self._known.personal["customer"][self._mine(product)]
        return owners

    def _mine(self, product: int) -> Array:
        return self._order[self._starts[product] : self._starts[product + 1]]

    def _own(self, product: int) -> Array:
        """What each person bought of it."""
        mine, personal = self._mine(product), self._known.personal
        ago = self._known.cut - personal["last"][mine]
        own = np.zeros((len(self._known.customers), 6))
        often = [np.log1p(personal[name][mine]) for name in ("times", "often", "steady")]
        fresh = [np.exp(-ago / days) for days in (FRESH_DAYS, YEAR_DAYS)]
        own[personal["customer"][mine]] = np.column_stack([*often, *fresh, np.ones(len(mine))])
        return own

    def _akin(self, product: int) -> Array:
        """How much the buyers of each other product are its buyers: their cosine."""
        buyers = self._known.sold["buyers"] + SHRINK
        common = np.asarray(self._owned[self.owners(product)].sum(axis=0)).ravel()
        akin = common / np.sqrt(buyers * buyers[product])
        akin[product] = 0
        found: Array = akin
        return found

    def _sold(self, product: int) -> Array:
        sold = {name: float(column[product]) for name, column in self._known.sold.items()}
        counted = np.log1p([sold[name] for name in ("recent", "season", "year", "buyers")])
        return np.array([*counted, self._known.cut - sold["first"], self._again[product]])

    def _matrix(self, values: Array) -> sparse.csr_matrix:
        shape = (len(self._known.customers), len(self._known.products))
        told = (values.astype(np.float32), self._known.personal["product"], self._known.starts)
        return sparse.csr_matrix(told, shape=shape)


def examples(known: Known, pull: sparse.csr_matrix, bought: Columns) -> tuple[Array, Array, Array]:
    """Rows of people who might have bought a product, whether they did, and how much each counts.

    `bought` says who bought what within HORIZON days. All buyers are kept and some of the others.
    """
    random, crowd = np.random.default_rng(known.cut), Crowd(known, pull)
    sold = np.flatnonzero(known.sold["season"])
    asked = np.sort(random.choice(sold, min(PRODUCTS, len(sold)), replace=False))
    share = min(1.0, PASSED_OVER / max(1, len(asked) * len(known.customers)))
    rows, happened = [np.empty((0, len(NAMES)), dtype=np.float32)], [np.empty(0, dtype=bool)]
    for product in asked:
        did = np.zeros(len(known.customers), dtype=bool)
        did[bought["customer"][bought["product"] == product]] = True
        who = np.flatnonzero(did | (random.random(len(did)) < share))
        rows.append(crowd.rows(int(product), who))
        happened.append(did[who])
    came = np.concatenate(happened)
    return np.concatenate(rows), came, np.where(came, 1, 1 / share)


def likeliest(model: Model, crowd: Crowd, product: int, who: Array, limit: int) -> list[Likely]:
    """The `limit` of these people who buy it soonest, the likeliest first; people of equal chance by their place."""
    rows = crowd.rows(product, who)
    blocks = [model.wanted.chances(rows[at : at + _BLOCK]) for at in range(0, len(who), _BLOCK)]
    chances = np.concatenate(blocks or [np.empty(0)])
    return [Likely(int(who[at]), float(chances[at])) for at in np.lexsort((who, -chances))[:limit]]


def reason(model: Model, place: int, product: int, categories: Mapping[str, str]) -> Reason:
    """The strongest fact of hers that is true; `categories` has the category of each product that may be named."""
    known, hers = model.known, model.known.rows(place)
    own, last = known.personal["product"][hers], known.personal["last"][hers]
    if product in own:
        return Reason("again", *known.bought(place, product))
    source = model.bought_with(place, product)
    if source is not None and str(known.products[source]) in categories:
        return Reason("together", *known.bought(place, source), str(known.products[source]))
    if category := categories.get(str(known.products[product])):
        same = np.array([categories.get(str(one)) == category for one in known.products[own]], dtype=bool)
        if same.any():
            return Reason("category", int(same.sum()), int(last[same].max()))
    return Reason("regular", int(known.people["recent"][place]), int(known.people["last"][place]))


def _people(known: Known) -> Array:
    """What tells how much each person buys at all."""
    people, personal, count = known.people, known.personal, len(known.customers)
    products = [
        np.bincount(personal["customer"], personal["last"] >= known.cut - days, count)
        for days in (known.cut, RECENT_DAYS, SEASON_DAYS)
    ]
    counted = [people["baskets"], people["lines"], known.cut - people["last"], people["recent"], *products]
    return np.column_stack(
        [*map(np.log1p, counted), 1 - products[0] / people["lines"], np.log(people["lines"] / people["baskets"])]
    )
