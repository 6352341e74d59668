"""Views of one gray picture, cheapest first, until a code in it may be believed; knows no file format."""

import time
from collections.abc import Callable, Iterator

from clienteling.desktop.scanning.agreement import Reading, confidence, identity
from clienteling.desktop.scanning.decoder import Reader
from clienteling.desktop.scanning.domain import Confidence, Meaning, classify
from clienteling.desktop.scanning.gray import Gray, adaptive, halved, scaled, turned

LONGEST = 1600  # pixels: more costs time and reads no more
BUDGET = 0.24  # seconds after which no further view is begun: a picture is answered within 0.3

Found = tuple[Meaning, Reading, Confidence]


def views(gray: Gray) -> Iterator[tuple[Gray, bool]]:
    """The picture in other sizes, lights and turns, most codes per millisecond first; True: light bars on dark too."""
    small = halved(gray)
    yield small, False
    yield scaled(gray, 0.75), False
    yield adaptive(small), False
    yield gray, False
    yield turned(gray, 45), False
    yield small, True
    yield adaptive(gray), False
    yield turned(gray, 15), False
    yield scaled(gray, 1.5), False


def climb(gray: Gray, reader: Reader, clock: Callable[[], float] = time.monotonic) -> list[Found]:
    """The codes of one picture with how far to believe each: stops at the first belief or when time is up."""
    ends = clock() + BUDGET
    seen: dict[str, tuple[Meaning, Reading, int]] = {}
    for view, inverted in views(gray):
        for reading in reader.read(view, inverted):
            _note(seen, reading)
        found = [(m, r, confidence(m, r, times, 1)) for m, r, times in seen.values()]
        if any(meaning.kind != "unknown" and trust != "weak" for meaning, _, trust in found) or clock() > ends:
            break
    return found


def _note(seen: dict[str, tuple[Meaning, Reading, int]], reading: Reading) -> None:
    meaning = classify(reading.text, reading.symbology)
    before = seen.get(identity(meaning))
    best = reading if before is None or reading.quality >= before[1].quality else before[1]
    seen[identity(meaning)] = (meaning, best, before[2] + 1 if before else 1)
