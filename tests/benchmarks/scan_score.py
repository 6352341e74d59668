"""Readers side by side on the same pictures: right, wrong, missed and the time they took; knows no set."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TypeVar

import zxingcpp
from pyzbar import pyzbar

from clienteling.desktop.scanning.agreement import answer, identity
from clienteling.desktop.scanning.decoder import MAKERS, Decoder
from clienteling.desktop.scanning.domain import Meaning, classify
from clienteling.desktop.scanning.gray import Gray
from clienteling.desktop.scanning.ladder import climb
from clienteling.desktop.scanning.plan import CHOSEN, Plan
from clienteling.desktop.scanning.reading import GS1
from tests.benchmarks.scan_ladder import Shot

T = TypeVar("T")
Look = Callable[[Gray], list[Meaning]]
# all that it reads but DataBar, whose assertions fill the standard error
_READ = ["EAN13", "EAN8", "UPCA", "UPCE", "I25", "CODE128", "CODE39", "CODE93", "CODABAR", "QRCODE"]
_ZBAR = [pyzbar.ZBarSymbol[name] for name in _READ]
_NAMES = {"I25": "ITF", "UPC-E": "UPCE", "EAN-13": "EAN13", "EAN-8": "EAN8", "UPC-A": "UPCA"}
_KINDS = {"DataBarExpanded": "DATABAR"}
_TAPIR = ("EAN13", "EAN8", "UPCA", "UPCE", "Code128", "Code39", "ITF", "QRCode", "DataMatrix", "DataBar")
_TAPIR += ("DataBarExpanded",)
HAS_TAPIRSCAN = find_spec("tapirscan") is not None
OURS = ("ours", "without tapirscan")
PRODUCT = 14
"""The length of a product's identity."""


@dataclass
class Tally:
    """How often a reader was right, wrong, or silent, and milliseconds of processor time for each picture."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    ms: list[float] = field(default_factory=list)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed, self.ms + other.ms)

    def at(self, part: float) -> float:
        """The milliseconds that this part of the pictures stayed below."""
        return sorted(self.ms)[min(len(self.ms) - 1, round(part * (len(self.ms) - 1)))]


Scores = dict[tuple[str, str], dict[str, Tally]]


def by_pyzbar(gray: Gray) -> list[Meaning]:
    """What pyzbar alone finds with its own settings."""
    found = pyzbar.decode(gray, symbols=_ZBAR)
    return [classify(each.data.decode("utf-8", "replace"), _NAMES.get(each.type, each.type)) for each in found]


def by_zxing(gray: Gray) -> list[Meaning]:
    """What zxing-cpp alone finds with its own settings."""
    found = zxingcpp.read_barcodes(gray, text_mode=zxingcpp.TextMode.Plain)
    return [
        classify(each.text, _NAMES.get(str(each.format), str(each.symbology)), each.symbology_identifier)
        for each in found
    ]


def by_tapirscan(effort: str, formats: tuple[str, ...] = _TAPIR) -> Look:
    """What tapirscan alone finds, every symbology of the sets enabled."""
    import tapirscan

    scanner = tapirscan.Scanner(effort, formats=formats, parallel=False)

    def look(gray: Gray) -> list[Meaning]:
        found = scanner.scan(gray).barcodes
        kinds = [(each.text, _KINDS.get(each.format, each.format.upper()), bool(each.gs1)) for each in found]
        return [classify(text, kind, GS1.get(kind, "") if gs1 else "") for text, kind, gs1 in kinds]

    return look


def by_ours(plan: Plan = CHOSEN, decoder: Decoder | None = None) -> Look:
    """What our ladder believes."""
    readers = decoder or Decoder()

    def look(gray: Gray) -> list[Meaning]:
        found = answer(climb(gray, readers, plan, time.thread_time))
        return [] if isinstance(found, str) else [found[0]]

    return look


def contenders(plan: Plan = CHOSEN) -> dict[str, Look]:
    """Each reader alone, and ours with and without the reader that not every platform has."""
    third = {"tapirscan": by_tapirscan("medium")} if HAS_TAPIRSCAN else {}
    few = Decoder({name: make for name, make in MAKERS.items() if not name.startswith("tapir")})
    without = {"without tapirscan": by_ours(plan, few)} if HAS_TAPIRSCAN else {}
    return {"pyzbar": by_pyzbar, "zxing-cpp": by_zxing, **third, **without, "ours": by_ours(plan)}


def score(shots: Iterable[Shot], looks: dict[str, Look]) -> Scores:
    """Every reader on every picture, by set and symbology."""
    scores: Scores = defaultdict(lambda: {name: Tally() for name in looks})
    for shot in shots:
        for name, look in looks.items():
            found, spent = timed(lambda look=look, shot=shot: look(shot.gray))
            scores[shot.set, shot.symbology][name] += _one(shot, found, spent)
    return scores


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What came of the work and its milliseconds of processor time."""
    begin = time.thread_time()
    done = work()
    return done, (time.thread_time() - begin) * 1000


def _one(shot: Shot, found: list[Meaning], spent: float) -> Tally:
    """Right when an answer is among what was found; else wrong when a product, or anything like the answer, was."""
    names = {identity(meaning) for meaning in found}
    products = all(len(each) == PRODUCT and each.isdigit() for each in shot.expected) and shot.expected
    wrong = any(meaning.kind == "product" or not products for meaning in found)
    if names & shot.expected or not (shot.expected or found):
        return Tally(right=1, ms=[spent])
    return Tally(wrong=1, ms=[spent]) if wrong else Tally(missed=1, ms=[spent])
