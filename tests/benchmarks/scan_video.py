"""A code that a hand brings before a camera, and how long a reader takes to say it; knows no application."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from clienteling.desktop.scanning.agreement import Agreement, identity, understood
from clienteling.desktop.scanning.decoder import Decoder
from clienteling.desktop.scanning.domain import Meaning
from clienteling.desktop.scanning.frames import FrameReader
from clienteling.desktop.scanning.gray import Gray
from clienteling.desktop.scanning.plan import CHOSEN, Plan
from tests.benchmarks.scan_codes import codes
from tests.benchmarks.scan_ladder import View, seen
from tests.benchmarks.scan_score import Look

LENGTH, FASTEST = 1.8, 30
Watch = Callable[[Gray, float], str | None]


@dataclass(frozen=True)
class Clip:
    """The frames of 1.8 seconds at 30 a second, and what stands on the code."""

    symbology: str
    expected: str
    frames: list[Gray]


@dataclass(frozen=True)
class Seen:
    """The first thing a reader said of a clip and when, in seconds; None when it said nothing; and its work a frame."""

    text: str | None
    after: float
    ms: list[float]


def clip(seed: int, name: str) -> Clip:
    """A hand comes nearer, trembles and turns, the lens looks for its distance, a lamp may shine on the gloss."""
    (code,) = codes(seed, (name,))
    chance = random.Random(seed)
    return Clip(name, code.expected, [seen(code, _view(chance, seed, n), seed * 100 + n) for n in range(_count())])


def watched(film: Clip, rate: int, watch: Watch) -> Seen:
    """The newest frame at each moment the reader is free, until it says something."""
    at, spent = 0.0, list[float]()
    while at < LENGTH:
        frame = film.frames[int(at * rate) * (FASTEST // rate)]
        begin = time.thread_time()
        text = watch(frame, at)
        took = time.thread_time() - begin
        spent.append(took * 1000)
        if text is not None:
            return Seen(text, at + took, spent)
        at = max(at + took, (int(at * rate) + 1) / rate)
    return Seen(None, LENGTH, spent)


def alone(look: Look) -> Callable[[], Watch]:
    """A reader that says the first thing it finds in a whole frame."""

    def watch(gray: Gray, at: float) -> str | None:
        found: list[Meaning] = look(gray)
        return identity(found[0]) if found else None

    return lambda: watch


def ours(decoder: Decoder, plan: Plan = CHOSEN) -> Callable[[], Watch]:
    """The app's own way from a video frame to what it believes."""

    def begin() -> Watch:
        reader, agreement = FrameReader(decoder, plan), Agreement()

        def watch(gray: Gray, at: float) -> str | None:
            for meaning, reading in understood(reader.read(video_frame(gray))[0]):
                sighting = agreement.weigh(meaning, reading, at)
                if sighting is not None and sighting.meaning is not None:
                    return identity(sighting.meaning)
            return None

        return watch

    return begin


def video_frame(gray: Gray) -> QVideoFrame:
    """A frame as cameras deliver it, with this brightness."""
    height, width = gray.shape
    frame = QVideoFrame(QVideoFrameFormat(QSize(width, height), QVideoFrameFormat.PixelFormat.Format_Y8))
    if not frame.map(QVideoFrame.MapMode.WriteOnly):
        raise RuntimeError("a video frame could not be mapped")
    line, bits = frame.bytesPerLine(0), frame.bits(0)
    for row in range(height):
        bits[row * line : row * line + width] = gray[row].tobytes()
    frame.unmap()
    return frame


def _count() -> int:
    return round(LENGTH * FASTEST)


def _view(chance: random.Random, seed: int, number: int) -> View:
    hand = random.Random(seed)
    part, near = number / _count(), hand.uniform(1.9, 3.2)
    module = near * (0.55 + 0.45 * min(1, part * 2.2))
    focus = hand.uniform(1.5, 4.0) * math.exp(-part * hand.uniform(4, 8))
    shaking = hand.uniform(0.5, 3.5) * (1 - 0.6 * part)
    turn = hand.choice([0, 0, 0, 90, 180, 45]) + hand.gauss(0, 12) + 10 * math.sin(part * 5 + seed)
    return View(
        module=module,
        blur=0.6 + focus,
        smear=abs(chance.gauss(0, shaking)),
        light=hand.uniform(0.25, 0.95),
        noise=hand.uniform(2, 7),
        glare=hand.choice([0, 0, 0.5, 0.8]) * abs(math.sin(part * 4 + seed)),
        tilt=hand.uniform(-30, 30) + 8 * math.sin(part * 6),
        turn=turn,
        at=(0.5 + hand.uniform(-0.15, 0.15) * (1 - part), 0.5 + hand.uniform(-0.12, 0.12) * (1 - part)),
    )
