"""When a reading may be believed and when it is still the same presentation; knows no device and no catalogue."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from clienteling.contract.pieces import Scheme
from clienteling.desktop.scanning.domain import Confidence, Meaning, classify
from clienteling.desktop.scanning.reading import RETAIL, SQUARE, UNPROVEN, Reading
from clienteling.desktop.scanning.rules import CAREFUL, GOOD_QUALITY, MOVING, Alone

SAME_PRESENTATION = 1.5  # seconds since the last sighting
CLASH = 1.0  # seconds in which two different codes contradict each other
MOST_LOOKS = 3  # more prove nothing more

Found = tuple[Meaning, Reading, Confidence]
Silence = Literal["nothing", "several", "unclear"]


class Sighting(msgspec.Struct, frozen=True):
    """A code that may be believed (`confidence`), or `clash` when two codes contradict each other."""

    meaning: Meaning | None
    reading: Reading | None = None
    confidence: Confidence = "likely"
    clash: bool = False


@dataclass
class Track:
    """All that was seen of one code: in how many looks, by which readers, how well at best, and when last."""

    meaning: Meaning
    best: Reading
    last: float = 0.0
    looks: set[float] = field(default_factory=set)
    readers: set[str] = field(default_factory=set)

    def note(self, meaning: Meaning, reading: Reading, at: float) -> None:
        """It was seen once more; several views of one look are one look."""
        self.last = at
        if len(self.looks) < MOST_LOOKS:  # a code may lie there for hours
            self.looks.add(at)
        self.readers.add(reading.reader)
        if (bool(meaning.add_on), reading.quality) > (bool(self.meaning.add_on), self.best.quality):
            self.meaning, self.best = meaning, reading


def identity(meaning: Meaning) -> str:
    """The same thing under one name, whether read as UPC-A, EAN-13 or inside a link; each piece by what it bears."""
    number, measure = meaning.gtin14 or meaning.text, meaning.measure
    return f"{number} {measure.kind} {measure.amount.normalize()}" if measure else number


def understood(readings: Iterable[Reading], schemes: Iterable[Scheme] = ()) -> list[tuple[Meaning, Reading]]:
    """What one frame says; what is not ours counts only when nothing else is in it."""
    pairs = [(classify(each.text, each.symbology, each.aim, schemes), each) for each in readings]
    return [pair for pair in pairs if pair[0].kind != "unknown"] or pairs


def trust(track: Track, others: Collection[Track] = (), alone: Alone = MOVING) -> Confidence:
    """How far a code may be believed, given the other codes seen in the same place and time and the rules of `alone`.

    Two builds that agree make it sure; of what one build saw only the catalogue makes a product.
    """
    if track.meaning.kind in ("customer", "staff"):
        return "sure"
    if track.best.symbology == "ITF" and any(_part(track, other) for other in others):
        return "weak"
    rivals = [other for other in others if other is not track and _rival(track, other)]
    careful, well = bool(track.readers & CAREFUL), track.best.quality >= GOOD_QUALITY
    if track.best.symbology in UNPROVEN and not (careful or well):
        return "weak"
    if len(track.readers) > 1:  # what two readers see as well is another code that lies there too
        doubted = any(len(rival.readers) == 1 and len(rival.looks) > 1 for rival in rivals)
        return "weak" if doubted else "sure"
    if track.best.symbology in SQUARE:
        return "likely"
    if rivals or track.best.symbology in UNPROVEN:
        return "weak"
    enough = alone.enough(careful, well, track.best.symbology in RETAIL, len(track.looks))
    return "likely" if enough else "weak"


def _rival(track: Track, other: Track) -> bool:
    """Whether one may be the other, misread: codes of products whose check digit is all that tells them apart."""
    return any({track.best.symbology, other.best.symbology} <= family for family in (RETAIL, {"DATABAR"}))


def _part(track: Track, other: Track) -> bool:
    """Whether a code without a beginning of its own was found inside a longer one."""
    return other is not track and other.best.symbology == "ITF" and track.meaning.text in other.meaning.text


def answer(found: list[Found]) -> Found | Silence:
    """The one code of a picture that may be believed, or why there is none; what is not ours only when alone."""
    believed = [each for each in found if each[2] != "weak"]
    ours = [each for each in believed if each[0].kind != "unknown"] or believed
    if len(ours) == 1:
        return ours[0]
    return "several" if ours else "unclear" if found else "nothing"


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


class Agreement:
    """Makes sightings of a moving picture agree before one of them is believed."""

    def __init__(self) -> None:
        self._tracks: dict[str, Track] = {}

    def weigh(self, meaning: Meaning, reading: Reading, at: float) -> Sighting | None:
        """The sighting once it may be believed, a clash, or None while one more frame is needed; `at` in seconds."""
        self._tracks = {known: t for known, t in self._tracks.items() if at - t.last < CLASH}
        track = self._tracks.setdefault(identity(meaning), Track(meaning, reading))
        track.note(meaning, reading, at)
        around = self._tracks.values()
        believed = [each for each in around if each.meaning.kind != "unknown" and trust(each, around) != "weak"]
        if len(believed) > 1:
            return Sighting(None, clash=True)
        mine = trust(track, around)
        if mine == "weak" or (believed and track not in believed):
            return None
        return Sighting(track.meaning, track.best, mine)
