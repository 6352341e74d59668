"""Draws the short tones of scan mode into resources/sounds: `python packaging/tones.py`; knows no app."""

import math
import struct
import sys
import wave
from pathlib import Path

RATE = 22_050
LOUD = 0.6 * 32_767
EDGE = 0.006
"""Seconds that a note fades in and out, so that it does not click."""
SOUNDS = Path(__file__).parents[1] / "resources" / "sounds"

# a note is its pitch in hertz (0 is silence) and its length in seconds
TONES = {
    "added": ((880, 0.05), (1320, 0.07)),
    "again": ((1320, 0.05), (0, 0.03), (1320, 0.05)),
    "found": ((990, 0.06),),
    "unknown": ((440, 0.09), (0, 0.04), (440, 0.09)),
    "refused": ((220, 0.22),),
}


def samples(pitch: float, length: float) -> list[int]:
    """One note with a softer octave above it, which small speakers carry better."""
    count = round(RATE * length)
    drawn = []
    for at in range(count):
        edge = min(1.0, at / (EDGE * RATE), (count - at) / (EDGE * RATE))
        turn = 2 * math.pi * pitch * at / RATE
        drawn.append(round(LOUD * edge * (0.8 * math.sin(turn) + 0.2 * math.sin(2 * turn))))
    return drawn


def draw(folder: Path) -> None:
    """Write each tone as a WAV file of one channel and 16 bits."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in TONES.items():
        drawn = [sample for pitch, length in notes for sample in samples(pitch, length)]
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", ""))
            file.writeframes(struct.pack(f"<{len(drawn)}h", *drawn))


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else SOUNDS)
