"""Segments nobody defined, on Online Retail II: how stable they are, and whether their people go on buying so.

All numbers in the code were chosen for the half-year from 2010-12-10 on; the one after 2011-06-10 decides.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import numpy as np

from clienteling.central.insight import report_segments, training_segments
from clienteling.central.insight.engine import Engine
from clienteling.central.insight.report_segments import Line
from clienteling.central.insight.traits import Trait
from tests.benchmarks.insight_data import kinds, online_retail, ordinal

CUTS = ("2010-12-10", "2011-06-10")
KEPT, SECONDS = 3.5, 60


def segments() -> Iterator[str]:
    """Print the table of each cut; what was not reached on the one that decides."""
    engine = Engine(online_retail())
    shop = training_segments.Shop({str(product): Trait(kind) for product, kind in enumerate(kinds())})
    for cut in CUTS:
        begin = time.perf_counter()
        seen = training_segments.find(engine, ordinal(cut), shop)
        seconds = time.perf_counter() - begin
        kept = training_segments.kept(engine, seen)
        lines = [Line(*each) for each in zip(seen.found.shown, kept, strict=True)]
        print(f"\nOnline Retail II, segments of what was bought before {cut}, found in {seconds:.1f} s")
        print("\n".join(report_segments.table(seen.found, lines, ordinal(cut) - 1)), flush=True)
        people = [len(one.segment.people) for one in lines]
        mean = float(np.average(kept, weights=people)) if lines else 0.0
        tagged = len(set().union(*(one.segment.people.tolist() for one in lines))) / len(seen.found.among)
        print(
            f"lift kept by a person {mean:.2f}, by a segment {np.mean(kept):.2f}; {tagged:.0%} of the people are in any"
        )
        if cut == CUTS[-1] and not mean >= KEPT:
            yield f"lift of signatures in the half-year after: {mean:.2f}, the bar is {KEPT}"
        if seconds > SECONDS:
            yield f"seconds of looking for segments: {seconds:.0f}, the bar is {SECONDS}"


if __name__ == "__main__":
    missed = list(segments())
    print("\n".join(f"MISSED: {miss}" for miss in missed))
    sys.exit(bool(missed))
