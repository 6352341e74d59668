"""When a reading may be believed and when it is still the same presentation; knows no device and no catalogue."""

from dataclasses import dataclass, field

import msgspec

from clienteling.desktop.scanning.domain import RETAIL, SQUARE, Confidence, Meaning

SAME_PRESENTATION = 1.5  # seconds since the last sighting
CLASH = 1.0  # seconds in which two different codes contradict each other
GOOD_QUALITY = 10  # scan lines of zbar that agreed


class Reading(msgspec.Struct, frozen=True):
    """What one reader saw once: its raw text, the symbology, how many lines agreed, and which reader."""

    text: str
    symbology: str
    quality: int = 1
    reader: str = "zbar"


class Sighting(msgspec.Struct, frozen=True):
    """A code that may be believed (`confidence`), or `clash` when two codes contradict each other."""

    meaning: Meaning | None
    symbology: str = ""
    confidence: Confidence = "likely"
    clash: bool = False


def identity(meaning: Meaning) -> str:
    """The same thing under one name, whether read as UPC-A, EAN-13 or inside a link."""
    return meaning.gtin14 or meaning.text


def confidence(meaning: Meaning, reading: Reading, times: int, readers: int) -> Confidence:
    """How far one code may be believed after `times` sightings by `readers` different readers."""
    if readers > 1 or meaning.kind in ("customer", "staff"):
        return "sure"
    if reading.symbology in SQUARE or times > 1:
        return "likely"
    at_once = reading.symbology in RETAIL - {"UPCE"} and reading.quality >= GOOD_QUALITY
    return "likely" if at_once else "weak"


class Presentations:
    """Tells a new presentation from the code that is still lying under the reader."""

    def __init__(self, apart: float = SAME_PRESENTATION) -> None:
        self._apart = apart
        self._seen: dict[str, float] = {}

    def is_new(self, key: str, at: float) -> bool:
        """Whether `key` was not sighted in the last moments before `at` (seconds); notes the sighting."""
        self._seen = {known: last for known, last in self._seen.items() if at - last < self._apart}
        fresh = key not in self._seen
        self._seen[key] = at
        return fresh

    def lies_there(self, key: str, at: float) -> bool:
        """Whether `key` was told already and is still in view; keeps it in view."""
        if at - self._seen.get(key, float("-inf")) >= self._apart:
            return False
        self._seen[key] = at
        return True


@dataclass
class _Track:
    last: float
    times: int = 0
    readers: set[str] = field(default_factory=set)


class Agreement:
    """Makes sightings of a moving picture agree before one of them is believed."""

    def __init__(self) -> None:
        self._tracks: dict[str, _Track] = {}

    def weigh(self, meaning: Meaning, reading: Reading, at: float) -> Sighting | None:
        """The sighting once it may be believed, a clash, or None while one more frame is needed; `at` in seconds."""
        key = identity(meaning)
        self._tracks = {known: t for known, t in self._tracks.items() if at - t.last < CLASH}
        track = self._tracks.setdefault(key, _Track(at))
        track.last, track.times = at, track.times + 1
        track.readers.add(reading.reader)
        if len(self._tracks) > 1:
            return Sighting(None, clash=True)
        trust = confidence(meaning, reading, track.times, len(track.readers))
        if trust == "weak":
            return None
        return Sighting(meaning, reading.symbology, trust)
