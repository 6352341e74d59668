"""Who foretells the next basket best, and when something runs out: prints tables, 1 when ours misses a bar.

`make bench-insight`; each contender learns in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from clienteling.central.insight import pull, training
from clienteling.central.insight.domain import Array, Known
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.measures import Score, auc, calibration_error, precision_at_top, score
from clienteling.central.insight.rhythm import numbers
from tests.benchmarks import insight_audience
from tests.benchmarks import insight_rivals as rivals
from tests.benchmarks.insight_data import RETAIL, SHOPS, online_retail, ordinal
from tests.benchmarks.insight_segments import segments
from tests.benchmarks.insight_value import value

LENGTHS = (10, 20)
KINDS = ("all", "again", "new")
NDCG, NEW_RECALL, ERROR, SECONDS, GIGABYTES, MILLISECONDS = 0.292, 0.063, 0.015, 60, 2.0, 5
AUC = {"retail": 0.735, "household": 0.765}


def quiet(_step: str, _done: int, _total: int) -> None:
    """Nobody watches."""


def ours(engine: Engine, known: Known) -> rivals.Scores:
    """The model of central."""
    model = training.train(engine, known.cut, quiet)

    def scores(place: int) -> Array:
        found = np.full(len(known.products), -np.inf)
        for choice in model.choices(place):
            found[choice.product] = choice.chance
        return found

    return scores


CONTENDERS: dict[str, Callable[[Engine, Known], rivals.Scores]] = {
    "popularity": rivals.popularity,
    "GP-TopFreq": rivals.top_frequency,
    "decayed frequency": rivals.decayed_frequency,
    "drawn by what she owns": rivals.drawn,
    "TIFU-KNN": rivals.tifu_knn,
    "UP-CF@r": rivals.up_cf,
    "EASE": rivals.ease,
    "item-kNN (implicit)": rivals.item_knn,
    "ALS (implicit)": rivals.als,
    "ours": ours,
}


class Result(NamedTuple):
    """Scores by (kind, length), seconds of learning, gigabytes at most, milliseconds a list."""

    scores: dict[tuple[str, int], Score]
    seconds: float
    gigabytes: float
    milliseconds: float


class Rhythm(NamedTuple):
    """How well it was foretold what is bought again within some days."""

    auc: float
    precision: float
    error: float
    pairs: int
    happened: float


def main() -> int:
    """Print the tables of every cut."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.insight_bench", description=__doc__)
    parser.add_argument("--shop", action="append", choices=SHOPS, help="this one alone; may be said again")
    parser.add_argument("--cut", action="append", help="the day that ends what is known; the one that decides if none")
    parser.add_argument("--only", action="append", choices=CONTENDERS, help="this contender alone; may be said again")
    wanted = parser.parse_args()
    if not RETAIL.exists():
        print(f"{RETAIL.name} is not in ../shared/data", file=sys.stderr)
        return 1
    missed = [
        miss for shop in wanted.shop or SHOPS for cut in wanted.cut or [SHOPS[shop].tested_on]
        for miss in _cut(shop, cut, wanted.only or list(CONTENDERS))
    ]  # fmt: skip
    missed += [] if wanted.shop or wanted.cut or wanted.only else [*value(), *segments()]
    for miss in missed:
        print(f"MISSED: {miss}")
    return int(bool(missed))


def _cut(shop: str, cut: str, names: list[str]) -> Iterator[str]:
    """Print the tables of a cut; what ours did not reach on the day that decides."""
    told = SHOPS[shop]
    print(f"\n{told.name}, next basket from {cut} on (our numbers were chosen for those {told.chosen})", flush=True)
    results = {}
    for name in names:
        if found := apart(contend, name, shop, cut):
            results[name] = found
        print(f"  {name}: {f'{found.seconds:.1f} s' if found else 'too many products'}", file=sys.stderr, flush=True)
    for kind in KINDS:
        print(table(kind, results))
    rhythms: dict[str, Rhythm] = apart(replenishment, shop, cut)
    print(f"\n{f'bought within {told.horizon} days':26} {'AUC':>7} {'top 10%':>8} {'error':>7}")
    for name, one in rhythms.items():
        print(f"{name:26} {one.auc:7.3f} {one.precision:8.3f} {one.error:7.4f}")
    print(f"{rhythms['ours'].pairs:,} pairs, {rhythms['ours'].happened:.1%} bought")
    decides = cut == told.tested_on
    if shop == "retail":
        people = apart(insight_audience.measured, cut)
        print(insight_audience.table(people))
        yield from insight_audience.misses(people) if decides else ()
    yield from misses_of_rhythm(rhythms["ours"], AUC[shop]) if decides else ()
    if shop == "retail" and "ours" in results:
        seconds, busy, gigabytes, lines = apart(million)
        spent = f"{seconds:.0f} s, {busy:.0f} s of them of processors, {gigabytes:.2f} GB"
        print(f"\nlearning from all {lines:,} lines, guests too: {spent}", flush=True)
        yield from misses(results["ours"], seconds, gigabytes) if decides else ()


def misses_of_rhythm(found: Rhythm, bar: float) -> Iterator[str]:
    """What ours did not reach of what is bought again."""
    yield from _below(("AUC", found.auc, bar))
    yield from _above(("calibration error", found.error, ERROR))


def misses(found: Result, seconds: float, gigabytes: float) -> Iterator[str]:
    """What ours did not reach of the next basket."""
    yield from _below(("NDCG@10", found.scores["all", 10].ndcg, NDCG))
    yield from _below(("recall@10 of new", found.scores["new", 10].recall, NEW_RECALL))
    yield from _above(("seconds of learning", seconds, SECONDS), ("gigabytes", gigabytes, GIGABYTES))
    yield from _above(("milliseconds a list", found.milliseconds, MILLISECONDS))


def _below(*bars: tuple[str, float, float]) -> Iterator[str]:
    yield from (f"{what} {value:.4f}, the bar is {bar}" for what, value, bar in bars if value < bar)


def _above(*bars: tuple[str, float, float]) -> Iterator[str]:
    yield from (f"{what} {value:.4f}, the bar is {bar}" for what, value, bar in bars if value > bar)


def table(kind: str, results: dict[str, Result]) -> str:
    """One kind of list, all contenders."""
    people = next(iter(results.values())).scores[kind, 10].people
    head = " ".join(f"{word + '@' + str(length):>9}" for length in LENGTHS for word in ("recall", "NDCG", "hit"))
    rows = [f"\n{kind + f' ({people:,} people)':26} {head} {'learn s':>8} {'GB':>6} {'ms/list':>8}"]
    for name, found in results.items():
        cells = " ".join(f"{value:9.4f}" for length in LENGTHS for value in found.scores[kind, length][:3])
        rows.append(f"{name:26} {cells} {found.seconds:8.1f} {found.gigabytes:6.2f} {found.milliseconds:8.2f}")
    return "\n".join(rows)


def apart(work: Callable, *told: object):
    """What `work` gives, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, told)


def contend(name: str, shop: str, cut: str) -> Result | None:
    """One contender: learn, then a list for everybody who came again; None where it cannot learn so many products."""
    engine = Engine(SHOPS[shop].lines())
    known = engine.known(ordinal(cut))
    if name == "EASE" and len(known.products) > pull.MOST_PRODUCTS:
        return None
    begin = time.perf_counter()
    scores = CONTENDERS[name](engine, known)
    seconds = time.perf_counter() - begin
    told: dict[str, list[tuple[Array, Array]]] = {kind: [] for kind in KINDS}
    took = []
    for place, basket in training.baskets(engine.following(known, known.cut + SHOPS[shop].later)):
        begin = time.perf_counter()
        found = scores(place)
        took.append(time.perf_counter() - begin)
        own = known.personal["product"][known.rows(place)]
        told["all"].append((_best(found), basket))
        told["again"].append((own[_best(found[own])], np.intersect1d(basket, own)))
        found = np.array(found, dtype=float)
        found[own] = -np.inf
        told["new"].append((_best(found), np.setdiff1d(basket, own)))
    measured = {(kind, length): score(told[kind], length) for kind in KINDS for length in LENGTHS}
    return Result(measured, seconds, _gigabytes(), float(np.median(took)) * 1000)


def replenishment(shop: str, cut: str) -> dict[str, Rhythm]:
    """Ours beside the usual rules."""
    engine, horizon = Engine(SHOPS[shop].lines()), SHOPS[shop].horizon
    known = engine.known(ordinal(cut))
    learned = training.rhythm(engine, known.cut, horizon)
    rhythms = engine.rhythms(known)
    came = training.came_true(engine, known, rhythms, horizon)
    late = (known.cut - rhythms["last"]) / rhythms["gap"]
    ways = {"overdue": late, "near her median gap": -np.abs(late - 1), "ours": learned.chances(numbers(known, rhythms))}
    return {
        name: Rhythm(
            auc(chances, came), precision_at_top(chances, came, 0.1),
            calibration_error(chances, came) if name == "ours" else float("nan"), len(came), float(came.mean()),
        )
        for name, chances in ways.items()
    }  # fmt: skip


def million() -> tuple[float, float, float, int]:
    """Seconds, those of processors, and gigabytes of reading all there is and learning from it; how many lines."""
    begin = time.perf_counter()
    lines = online_retail(guests=True)
    engine = Engine(lines)
    training.train(engine, engine.last + 1, quiet)
    return time.perf_counter() - begin, time.process_time(), _gigabytes(), len(lines)


def _best(scores: Array) -> Array:
    """The places of the best, best first; what has no score is left out."""
    count = min(max(LENGTHS), len(scores))
    best = np.argpartition(-scores, count - 1)[:count] if count else np.empty(0, dtype=np.intp)
    best = best[np.isfinite(scores[best])]
    return best[np.lexsort((best, -scores[best]))]


def _gigabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


if __name__ == "__main__":
    sys.exit(main())
