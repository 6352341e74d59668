"""Looks at one gray picture, cheapest first, until a code in it may be believed; knows no file format."""

import time
from collections.abc import Callable, Mapping

from clienteling.desktop.scanning.agreement import Found, Track, identity, trust
from clienteling.desktop.scanning.decoder import Decoder
from clienteling.desktop.scanning.domain import classify
from clienteling.desktop.scanning.gray import Gray, adaptive, halved, scaled, turned
from clienteling.desktop.scanning.plan import CHOSEN, Plan, View
from clienteling.desktop.scanning.region import busiest
from clienteling.desktop.scanning.rules import CAREFUL, STILL, STILL_WITHOUT

MAKERS: Mapping[View, Callable[[Gray], Gray]] = {
    "full": lambda gray: gray,
    "half": halved,
    "region": busiest,
    "region doubled": lambda gray: scaled(busiest(gray), 2),
    "three quarters": lambda gray: scaled(gray, 0.75),
    "one and a half": lambda gray: scaled(gray, 1.5),
    "evened": adaptive,
    "evened half": lambda gray: adaptive(halved(gray)),
    "negative": lambda gray: 255 - gray,
    "turned 15": lambda gray: turned(gray, 15),
    "turned 45": lambda gray: turned(gray, 45),
}


class Views:
    """The views of one picture, each made once and only when a reader asks for it."""

    def __init__(self, gray: Gray) -> None:
        self._made: dict[View, Gray] = {"full": gray}

    def of(self, view: View) -> Gray:
        """This view of the picture."""
        if view not in self._made:
            self._made[view] = MAKERS[view](self._made["full"])
        return self._made[view]


def climb(
    gray: Gray, decoder: Decoder, plan: Plan = CHOSEN, clock: Callable[[], float] = time.monotonic
) -> list[Found]:
    """The codes of one picture with how far to believe each: stops at the first belief or when time is up."""
    ends = clock() + plan.budget
    views, tracks = Views(gray), dict[str, Track]()
    alone = STILL if any(decoder.has(reader) for reader in CAREFUL) else STILL_WITHOUT
    for step in plan.picture:
        if not decoder.has(step.reader):
            continue
        look = float(list(MAKERS).index(step.view))  # two readers of one view are one look
        for reading in decoder.read(step.reader, views.of(step.view), step.inverted):
            meaning = classify(reading.text, reading.symbology, reading.aim)
            tracks.setdefault(identity(meaning), Track(meaning, reading)).note(meaning, reading, look)
        found = [(t.meaning, t.best, trust(t, tracks.values(), alone)) for t in tracks.values()]
        if any(meaning.kind != "unknown" and far != "weak" for meaning, _, far in found) or clock() > ends:
            break
    return found
