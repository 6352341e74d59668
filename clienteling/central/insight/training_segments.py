"""Looks for segments in a shop's lines up to a day, and how they fared after another; knows no table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from clienteling.central.insight import segments, tables, traits
from clienteling.central.insight.domain import Known, Progress
from clienteling.central.insight.segments import HALF_YEAR, Found, Watch
from clienteling.central.insight.traits import Said, Trait

if TYPE_CHECKING:
    from clienteling.central.insight.engine import Engine


@dataclass(frozen=True)
class Shop:
    """What its products are, how many orders each person placed by each channel, and who is to be in no segment."""

    products: Mapping[str, Trait]
    channels: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    kept_out: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Sighting:
    """The segments of what was known on a day, with the words they are told in."""

    known: Known
    said: Said
    found: Found
    shop: Shop


def shop(
    products: Mapping[str, tuple[str, str, int]], channels: Mapping[str, Mapping[str, int]], kept_out: set[str]
) -> Shop:
    """From category, brand and price of each product."""
    return Shop({id: Trait(*told) for id, told in products.items()}, channels, kept_out)


def find(engine: Engine, cut: int, shop: Shop, watch: Watch = lambda done, total: None) -> Sighting:
    """The segments of all that was bought before the day `cut`."""
    known = engine.known(cut)
    spans = engine.columns(tables.spans(tables.before(engine.lines, cut)))
    told = traits.said(known, shop.products, spans, shop.channels)
    return Sighting(known, told, segments.find(known, told, shop.kept_out, watch), shop)


def kept(engine: Engine, seen: Sighting) -> list[float]:
    """For each segment that is shown the lift of its signature in the HALF_YEAR after the day; nan for no purchase."""
    bought = _later(engine, seen)
    return [segments.later(one, seen.found.among, bought) for one in seen.found.shown]


def history(
    engine: Engine, cut: int, shop: Shop, progress: Progress = lambda step, done, total: None
) -> tuple[Sighting, list[float | None]]:
    """The present segments that are shown; beside each the lift its signature kept, since HALF_YEAR before.

    None for one that was not there then.
    """

    def watch(step: str, before: int) -> Watch:
        return lambda done, total: progress(step, before * total + done, 2 * total)

    present = find(engine, cut, shop, watch("today, by halves", 0))
    past = find(engine, cut - HALF_YEAR, shop, watch("half a year ago, by halves", 1))
    was, times = segments.before(present.found, present.said.words, past.found, past.said.words), kept(engine, past)
    return present, [None if at is None else times[at] for at in was]


def _later(engine: Engine, seen: Sighting) -> Said:
    """What each person bought in the HALF_YEAR after, in words."""
    known = seen.known
    bought = engine.bought(known, known.cut + HALF_YEAR)
    ones, places = np.ones(len(bought["customer"])), (bought["customer"], bought["product"])
    told = sparse.csr_matrix((ones, places), shape=(len(known.customers), len(known.products)))
    return traits.of_products(known, told, seen.shop.products)
