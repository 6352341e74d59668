"""What a person buys, said in words: categories, brands, how dear, by which channel, how often; knows no engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

import numpy as np
from scipy import sparse

from clienteling.central.insight.domain import Array, Columns, Known

Kind = Literal["category", "brand", "price", "channel", "rhythm"]
WEIGHTS: dict[Kind, float] = {"category": 1.0, "brand": 0.5, "price": 0.1, "channel": 0.1, "rhythm": 0.1}
"""How much each kind of word says beside the others."""
RHYTHMS = {"weekly": 10, "monthly": 45, "seasonal": 135, "rare": 100_000}
"""Up to how many days lie between one day she buys and the next, on average."""
FEWEST_DAYS = 3
"""From how many days on there is a rhythm."""
FEWEST_OF_PRICE = 6
"""From how many products on a category has dear and cheap ones: the upper and the lower third."""
FEWEST_PEOPLE = 20
"""What fewer people bought is no word."""


class Trait(NamedTuple):
    """What is known of a product; `price` in minor units, None where nobody says."""

    category: str
    brand: str = ""
    price: int | None = None


class Word(NamedTuple):
    """A category, brand or channel by its name; a price low or high; a rhythm as in RHYTHMS."""

    kind: Kind
    key: str


class Said(NamedTuple):
    """By row and column, how many different products of a word each person of `known` bought; the words."""

    counts: sparse.csr_matrix
    words: tuple[Word, ...]

    def columns(self, *kinds: Kind) -> Array:
        """The places of the words of these kinds."""
        return np.array([at for at, word in enumerate(self.words) if word.kind in kinds], dtype=np.intp)


def said(known: Known, traits: Mapping[str, Trait], spans: Columns, channels: Mapping[str, Mapping[str, int]]) -> Said:
    """The words of everybody's purchases; products without a trait are passed over.

    `spans` has by customer on how many `days` she bought, the `first` and the `last`; `channels` how many orders.
    """
    parts = [of_products(known, _owned(known), traits), _rhythms(known, spans), _channels(known, channels)]
    counts = sparse.hstack([one.counts for one in parts], format="csr")
    words = tuple(word for one in parts for word in one.words)
    kept = np.flatnonzero(np.diff(counts.tocsc().indptr) >= FEWEST_PEOPLE)
    return Said(counts[:, kept], tuple(words[at] for at in kept))


def of_products(known: Known, bought: sparse.csr_matrix, traits: Mapping[str, Trait]) -> Said:
    """The same of what was bought alone, told by person and product: category, brand and how dear it is."""
    dear = _dear(traits)
    told = [_words(str(id), traits, dear) for id in known.products]
    words = sorted({word for each in told for word in each})
    place = {word: at for at, word in enumerate(words)}
    rows = np.repeat(np.arange(len(told)), [len(each) for each in told])
    columns = np.array([place[word] for each in told for word in each], dtype=np.intp)
    of = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(told), len(words)))
    return Said((bought @ of).tocsr(), tuple(words))


def tfidf(told: Said, among: Array) -> sparse.csr_matrix:
    """Rows of these people, each kind of word by itself of length 1 and then weighed: log(1 + count), and rare words
    more than those of everybody (Sparck Jones, 1972).
    """
    counts = told.counts[among]
    people = np.maximum(np.diff(counts.tocsc().indptr), 1)
    log = counts.copy()
    log.data = np.log1p(log.data)
    weighed = log @ sparse.diags(np.log(1 + len(among) / people))
    blocks = []
    for kind, weight in WEIGHTS.items():
        block = weighed[:, told.columns(kind)]
        lengths = np.sqrt(np.asarray(block.multiply(block).sum(axis=1)).ravel())
        blocks.append(sparse.diags(weight / np.maximum(lengths, 1e-12)) @ block)
    order = np.argsort(np.concatenate([told.columns(kind) for kind in WEIGHTS]), kind="stable")
    found: sparse.csr_matrix = sparse.hstack(blocks, format="csr")[:, order]
    return found


def _owned(known: Known) -> sparse.csr_matrix:
    product = known.personal["product"]
    shape = (len(known.customers), len(known.products))
    return sparse.csr_matrix((np.ones(len(product)), product, known.starts), shape=shape)


def _words(product: str, traits: Mapping[str, Trait], dear: Mapping[str, str]) -> list[Word]:
    trait = traits.get(product)
    if trait is None:
        return []
    found = [Word("category", trait.category)] if trait.category else []
    found += [Word("brand", trait.brand)] if trait.brand else []
    return found + ([Word("price", dear[product])] if product in dear else [])


def _dear(traits: Mapping[str, Trait]) -> dict[str, str]:
    """Which products are of the lower and of the upper third of their category."""
    by_category: dict[str, list[tuple[int, str]]] = {}
    for id, trait in traits.items():
        if trait.price is not None:
            by_category.setdefault(trait.category, []).append((trait.price, id))
    found: dict[str, str] = {}
    for priced in by_category.values():
        low, high = np.quantile([price for price, _ in priced], [1 / 3, 2 / 3])
        if len(priced) >= FEWEST_OF_PRICE and low < high:
            found |= {id: "low" if price <= low else "high" for price, id in priced if price <= low or price >= high}
    return found


def _rhythms(known: Known, spans: Columns) -> Said:
    often = spans["days"] >= FEWEST_DAYS
    gaps = (spans["last"] - spans["first"])[often] / (spans["days"][often] - 1)
    bands = np.searchsorted(list(RHYTHMS.values()), gaps)
    rows = np.searchsorted(known.customers, spans["customer"][often])
    return _flags(known, rows, bands, [Word("rhythm", key) for key in RHYTHMS])


def _channels(known: Known, channels: Mapping[str, Mapping[str, int]]) -> Said:
    names = sorted({channel for each in channels.values() for channel in each})
    if len(names) < 2:
        return _flags(known, np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp), [])
    told = [
        (place, names.index(max(sorted(each), key=lambda name: each[name])))
        for id, each in channels.items()
        if (place := known.place(id)) is not None
    ]
    rows, columns = np.array(told, dtype=np.intp).reshape(-1, 2).T
    return _flags(known, rows, columns, [Word("channel", name) for name in names])


def _flags(known: Known, rows: Array, columns: Array, words: Iterable[Word]) -> Said:
    named = tuple(words)
    shape = (len(known.customers), len(named))
    return Said(sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape), named)
