"""What an operator is told of people on their path and in their rhythm, in plain lines; knows no database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from clienteling.central.clientbook.domain import Ratios, Standing
from clienteling.contract.lifecycle import lifecycle


def standing(told: Standing) -> Iterator[str]:
    """Her stage and her rhythm with the facts they follow from; of who said no to being profiled only what she did."""
    seen = ", ".join(f"{what} {times}" for what, times in sorted(told.counts.items())) or "nothing was seen of her"
    yield f"path: {told.path} ({seen})"
    if told.is_silent:
        yield "She has said no to being profiled: nothing is foreseen of her."
    elif told.customer in told.buyers:
        yield from _rhythm(told)


def ratios(told: Mapping[str, Ratios]) -> Iterator[str]:
    """How many people of each store stand at each stage, and the two ratios that follow."""
    for place, one in told.items():
        people = ", ".join(f"{stage} {count:,}" for stage, count in one.people.items())
        yield f"{place}: PAR {one.par:.3f}, BAR {one.bar:.3f} ({people})"


def _rhythm(told: Standing) -> Iterator[str]:
    times, _, last, _ = told.buyers[told.customer]
    stands = lifecycle(times, told.gap, told.present - last) or "not known"
    bought = f"bought on {times} {'day' if times == 1 else 'days'}, last on {date.fromordinal(last)}"
    judged = f"judged by a usual gap of {told.gap} days" if told.gap else "no usual gap is known"
    yield f"rhythm: {stands} ({bought}; {judged}; as of {date.fromordinal(told.present)})"
