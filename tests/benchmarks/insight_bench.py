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

from clienteling.central.insight import training
from clienteling.central.insight.domain import Array, Known
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.measures import Score, auc, calibration_error, precision_at_top, score
from clienteling.central.insight.rhythm import HORIZON, numbers
from tests.benchmarks import insight_rivals as rivals
from tests.benchmarks.insight_data import CHOSEN_ON, RETAIL, TESTED_ON, online_retail, ordinal

LENGTHS = (10, 20)
KINDS = ("all", "again", "new")
LATER = 92
"""Days after the cut in which the next basket may be."""
NDCG, NEW_RECALL, AUC, ERROR, SECONDS, GIGABYTES, MILLISECONDS = 0.292, 0.063, 0.735, 0.015, 60, 2.0, 5


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
    """How well it was foretold what is bought within HORIZON days."""

    auc: float
    precision: float
    error: float
    pairs: int
    happened: float


def main() -> int:
    """Print the tables of every cut."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.insight_bench", description=__doc__)
    parser.add_argument("--cut", action="append", help=f"the day that ends what is known; {TESTED_ON} if none is said")
    parser.add_argument("--only", action="append", choices=CONTENDERS, help="this contender alone; may be said again")
    wanted = parser.parse_args()
    if not RETAIL.exists():
        print(f"{RETAIL.name} is not in ../shared/data", file=sys.stderr)
        return 1
    missed = [miss for cut in wanted.cut or [TESTED_ON] for miss in _cut(cut, wanted.only or list(CONTENDERS))]
    for miss in missed:
        print(f"MISSED: {miss}")
    return int(bool(missed))


def _cut(cut: str, names: list[str]) -> list[str]:
    print(
        f"\nOnline Retail II, next basket from {cut} on (numbers in the code were chosen for {CHOSEN_ON})", flush=True
    )
    results = {}
    for name in names:
        results[name] = apart(contend, name, cut)
        print(f"  {name}: {results[name].seconds:.1f} s", file=sys.stderr, flush=True)
    for kind in KINDS:
        print(table(kind, results))
    rhythms: dict[str, Rhythm] = apart(replenishment, cut)
    print(f"\n{'bought within ' + str(HORIZON) + ' days':26} {'AUC':>7} {'top 10%':>8} {'error':>7}")
    for name, one in rhythms.items():
        print(f"{name:26} {one.auc:7.3f} {one.precision:8.3f} {one.error:7.4f}")
    print(f"{rhythms['ours'].pairs:,} pairs, {rhythms['ours'].happened:.1%} bought")
    if "ours" not in results:
        return []
    seconds, busy, gigabytes, lines = apart(million)
    told = f"{seconds:.0f} s, {busy:.0f} s of them of processors, {gigabytes:.2f} GB"
    print(f"\nlearning from all {lines:,} lines, guests too: {told}", flush=True)
    return list(misses(results["ours"], rhythms["ours"], seconds, gigabytes)) if cut == TESTED_ON else []


def misses(found: Result, rhythm: Rhythm, seconds: float, gigabytes: float) -> Iterator[str]:
    """What ours did not reach."""
    ndcg, new = found.scores["all", 10].ndcg, found.scores["new", 10].recall
    bars = (
        ("NDCG@10", ndcg, NDCG, ndcg >= NDCG),
        ("recall@10 of new", new, NEW_RECALL, new >= NEW_RECALL),
        ("AUC", rhythm.auc, AUC, rhythm.auc >= AUC),
        ("calibration error", rhythm.error, ERROR, rhythm.error <= ERROR),
        ("seconds of learning", seconds, SECONDS, seconds <= SECONDS),
        ("gigabytes", gigabytes, GIGABYTES, gigabytes <= GIGABYTES),
        ("milliseconds a list", found.milliseconds, MILLISECONDS, found.milliseconds <= MILLISECONDS),
    )
    yield from (f"{what} {value:.4f}, the bar is {bar}" for what, value, bar, reached in bars if not reached)


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


def contend(name: str, cut: str) -> Result:
    """One contender: learn, then a list for everybody who came again."""
    engine = Engine(online_retail())
    known = engine.known(ordinal(cut))
    begin = time.perf_counter()
    scores = CONTENDERS[name](engine, known)
    seconds = time.perf_counter() - begin
    told: dict[str, list[tuple[Array, Array]]] = {kind: [] for kind in KINDS}
    took = []
    for place, basket in training.baskets(engine.following(known, known.cut + LATER)):
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


def replenishment(cut: str) -> dict[str, Rhythm]:
    """Ours beside the usual rules."""
    engine = Engine(online_retail())
    known = engine.known(ordinal(cut))
    learned = training.rhythm(engine, known.cut)
    rhythms = engine.rhythms(known)
    came = training.came_true(engine, known, rhythms)
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
