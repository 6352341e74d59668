"""What an operator is told of segments, in plain lines, each with its name in English and Korean; knows no database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import isnan
from typing import Literal, NamedTuple

from clienteling.central.insight.segments import HALF_YEAR, STABLE, Found, Lift, Segment
from clienteling.central.runtime.words import korean

Language = Literal["en", "ko"]
_TRAITS: dict[tuple[str, str], dict[Language, str]] = {
    ("price", "low"): {"en": "at lower prices", "ko": "합리적인 가격대"},
    ("price", "high"): {"en": "at higher prices", "ko": "높은 가격대"},
    ("channel", "online"): {"en": "mostly online", "ko": "주로 온라인"},
    ("channel", "store"): {"en": "mostly in the store", "ko": "주로 매장"},
    ("rhythm", "weekly"): {"en": "about every week", "ko": "일주일에 한 번쯤"},
    ("rhythm", "monthly"): {"en": "about every month", "ko": "한 달에 한 번쯤"},
    ("rhythm", "seasonal"): {"en": "about every season", "ko": "계절에 한 번쯤"},
    ("rhythm", "rare"): {"en": "now and then", "ko": "드물게"},
}


class Line(NamedTuple):
    """A segment, and the lift its signature kept in the last half-year among whoever was in it before; None if new."""

    segment: Segment
    kept: float | None


def name(segment: Segment, language: Language) -> str:
    """What sets it apart: categories as the screens call them and brands, then price, channel and rhythm."""
    said = korean() if language == "ko" else {}
    traits = [_trait(lift, language) for lift in segment.traits]
    return " · ".join([", ".join(said.get(lift.word.key, lift.word.key) for lift in segment.signature), *traits])


def table(found: Found, lines: list[Line], day: int) -> Iterator[str]:
    """All that are shown, the largest first, and how many are not."""
    hidden = len(found.segments) - len(lines)
    of = f"{len(found.among):,} people with a history"
    yield f"As of {date.fromordinal(day).isoformat()}: {of}, {len(lines)} segments"
    yield f"{'people':>7} {'share':>6} {'stable':>7} {'later':>6}  what sets them apart"
    for one in lines:
        share = len(one.segment.people) / len(found.among)
        kept = "new" if one.kept is None else "-" if isnan(one.kept) else f"{one.kept:.1f}"
        yield f"{len(one.segment.people):7,} {share:6.1%} {one.segment.stability:7.2f} {kept:>6}  {_lifts(one.segment)}"
        for language in ("en", "ko"):
            yield f"{'':30}{language}: {name(one.segment, language)}"
    yield f"later: times as much of its signature as by all, in the {HALF_YEAR} days after; 1 is no difference"
    yield f"{hidden} more are not shown: less stable than {STABLE}, too small, or nothing sets them apart"


def _lifts(segment: Segment) -> str:
    return ", ".join(f"{lift.word.key} ({lift.times:.1f})" for lift in segment.signature)


def _trait(lift: Lift, language: Language) -> str:
    known = _TRAITS.get(lift.word)
    return known[language] if known else lift.word.key
