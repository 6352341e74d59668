"""One person as she is now, from her own lines alone: the pipeline's numbers without the pipeline; knows no engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

import numpy as np

from clienteling.central.insight.domain import (
    DECAYS,
    DRAWN,
    FEWEST_DAYS,
    PARTS,
    RECENT_DAYS,
    Array,
    Choice,
    Columns,
    Foreseen,
    Known,
)
from clienteling.central.insight.model import Model
from clienteling.central.insight.rhythm import numbers

Line = tuple[str, int, str]
"""Basket, day (an ordinal), product."""


def foresee(model: Model, lines: Iterable[Line], cut: int, most: int) -> list[Foreseen]:
    """What she may be shown who bought these lines before the day `cut`, the likeliest first; nothing for no lines.

    At most `most` that are new to her, and as many that are not.
    """
    hers = now(model, lines, cut)
    if not hers.known.people["baskets"][0]:
        return []
    due = dict(zip(hers.rhythms["product"], hers.due.chances(numbers(hers.known, hers.rhythms)), strict=True))
    return [
        Foreseen(
            _id(hers, choice.product), choice.chance, choice.is_new, float(due.get(choice.product, 0)),
            *(_source(hers, choice.product) if choice.is_new else ("", 0)),
        )
        for choice in _first(hers.choices(0), most)
    ]  # fmt: skip


def _source(hers: Model, product: int) -> tuple[str, int]:
    """What of hers speaks for what is new to her, and how many people bought both where no baskets had them."""
    together = hers.bought_with(0, product)
    if together is not None:
        return _id(hers, together), 0
    source, people = hers.bought_too(0, product) or (None, 0)
    return _id(hers, source), people


def _first(choices: list[Choice], most: int) -> Iterator[Choice]:
    left = {True: most, False: most}
    for choice in choices:
        left[choice.is_new] -= 1
        if left[choice.is_new] >= 0:
            yield choice


def now(model: Model, lines: Iterable[Line], cut: int) -> Model:
    """The model with this person alone, at place 0, as of the day `cut`; of each line the product once a basket."""
    told = sorted({(day, basket, product) for basket, day, product in lines}, reverse=True)
    days: dict[str, int] = {}
    for day, basket, _ in told:
        days[basket] = min(day, days.get(basket, day))
    latest = sorted(days, key=lambda basket: (days[basket], basket), reverse=True)
    since = {basket: place for place, basket in enumerate(latest)}
    placed = _placed(model.known.products, told)
    people = {
        "baskets": len(days),
        "lines": len(told),
        "last": max(days.values(), default=cut),
        "recent": sum(day >= cut - RECENT_DAYS for day in days.values()),
    }
    rows = [_row(product, [(since[basket], day) for basket, day in bought]) for product, bought in placed.items()]
    known = Known(
        cut, np.array([""]), model.known.products, _columns(_PERSONAL, rows), np.array([0, len(rows)]),
        {name: np.array([value]) for name, value in people.items()}, model.known.sold,
    )  # fmt: skip
    each = {product: sorted({day for _, day in bought}) for product, bought in placed.items()}
    return replace(model, known=known, rhythms=_columns(_RHYTHMS, list(_rhythms(model, each))))


_PERSONAL = ("customer", "product", "times", "since", "last", *DECAYS, "drawn")
_RHYTHMS = ("customer", "product", "days", "gap", "last", "last_gap", "longest", "usual")


def _placed(products: Array, told: list[tuple[int, str, str]]) -> dict[int, list[tuple[str, int]]]:
    """By the place of each product that is known, in order: in which baskets she had it, on which days."""
    asked = np.array([product for _, _, product in told], dtype=products.dtype)
    places = np.searchsorted(products, asked)
    found: dict[int, list[tuple[str, int]]] = {}
    for (day, basket, product), place in zip(told, places.tolist(), strict=True):
        if place < len(products) and products[place] == product:
            found.setdefault(place, []).append((basket, day))
    return dict(sorted(found.items()))


def _row(product: int, bought: list[tuple[int, int]]) -> tuple[float, ...]:
    ages = [since for since, _ in bought]
    fading = (sum(round(decay**age * PARTS) for age in ages) / PARTS for decay in DECAYS.values())
    return 0, product, len(bought), min(ages), max(day for _, day in bought), *fading, DRAWN ** min(ages)


def _rhythms(model: Model, each: dict[int, list[int]]) -> Iterator[tuple[float, ...]]:
    for product, days in each.items():
        if len(days) >= FEWEST_DAYS:
            gaps = [later - earlier for earlier, later in pairwise(days)]
            gap = median(gaps)
            yield 0, product, len(days), gap, days[-1], gaps[-1], max(gaps), model.usual.get(product, gap)


def _columns(names: tuple[str, ...], rows: list[tuple[float, ...]]) -> Columns:
    columns = zip(*rows, strict=True) if rows else ((),) * len(names)
    places = {"customer", "product"}
    return {
        name: np.array(column, dtype=np.intp if name in places else np.float64)
        for name, column in zip(names, columns, strict=True)
    }


def _id(model: Model, place: int | None) -> str:
    return "" if place is None else str(model.known.products[place])
