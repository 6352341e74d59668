"""One hostile input through all of scanning: readings, frames, pictures, keys; run by Hypothesis, for long by atheris.

    python -m tests.faults.codes -max_total_time=600 FOLDER

keeps in the folder what it found worth trying again; a new folder begins with codes and pictures of every kind.
"""

import io
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np
from PIL import Image

from clienteling.contract.gtin import is_gtin
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.scanning import domain
from clienteling.desktop.scanning.agreement import Agreement, answer, understood
from clienteling.desktop.scanning.burst import WedgeSettings, scanned_text
from clienteling.desktop.scanning.decoder import Decoder
from clienteling.desktop.scanning.ladder import climb
from clienteling.desktop.scanning.picture import LONGEST, decode_gray
from clienteling.desktop.scanning.plan import Plan, Step
from clienteling.desktop.scanning.reading import AIM, Reading, as_text
from tests.benchmarks.scan_codes import codes

SYMBOLOGIES = ("", *AIM)
EVERY_READER = Plan(
    (
        Step("zbar", "half"),
        Step("zxing", "region", inverted=True),
        Step("tapir deep", "full"),
        Step("tapir square", "full"),
        Step("tapir", "region doubled"),
    ),
    (),
    budget=1.0,
)


def code(data: bytes) -> domain.Scan:
    """The bytes a reader found in a code, up to the Scan that leaves scanning: whatever they are, it is harmless."""
    symbology = SYMBOLOGIES[data[0] % len(SYMBOLOGIES)] if data else ""
    text = as_text(data[1:])
    meaning = domain.classify(text, symbology, AIM.get(symbology, ""))
    found = domain.scan(meaning, "camera", "", "likely", data[1:])
    assert found.text.isprintable() and len(found.text) <= domain.SQUARE_LIMIT
    assert (found.kind == "product") == (found.gtin14 is not None)
    assert found.gtin14 is None or (len(found.gtin14) == 14 and is_gtin(found.gtin14))
    assert (found.kind in ("unknown", "coupon")) == bool(found.reason)
    for other, reading in understood([Reading(text, symbology), Reading(text[::-1], symbology)]):
        Agreement().weigh(other, reading, 0.0)
    return found


def picture(data: bytes, decoder: Decoder) -> None:
    """The bytes of a picture file: a picture within its limits or a Problem, and readings of both readers."""
    try:
        gray = decode_gray(data)
    except Problem:
        return
    assert gray.dtype == np.uint8 and max(gray.shape) <= LONGEST
    answer(climb(gray, decoder, EVERY_READER))


def frame(data: bytes, decoder: Decoder) -> None:
    """Brightness as a camera may send it, of any width: readings of every reader, none of them taken for a person."""
    wide = 1 + data[0] if data else 1
    gray = np.frombuffer(data[1 : 1 + (len(data) - 1) // wide * wide], np.uint8).reshape(-1, wide)
    if gray.size:
        answer(climb(np.repeat(gray, 4, axis=0), decoder, EVERY_READER))


def sent(data: bytes) -> None:
    """The bytes of a scanner on a serial port: printable text and a kind, whatever they are."""
    assert domain.classify_bytes(data).text.isprintable()


def keys(data: bytes) -> None:
    """Keys a scanner or anybody sent, each with the gap before it: a text of those keys or nothing."""
    signs = data[::2].decode("latin-1")
    text = scanned_text([(sign, sign) for sign in signs], list(data[1::2]), WedgeSettings(), writing=len(data) % 2 == 0)
    assert text is None or text in signs


def seeds() -> Iterator[bytes]:
    """What a search begins with: a code of each symbology as text, keys and bytes, and as a picture of each kind."""
    for at, drawn in enumerate(codes(1)):
        text = drawn.expected.encode()
        yield bytes([0, at % len(SYMBOLOGIES)]) + text
        yield b"\x01" + bytes(each for sign in text for each in (sign, 5)) + b"\r\x05"
        yield b"\x02" + text
        small = Image.fromarray(drawn.gray).resize((120, 40))
        for kind in ("png", "jpeg", "webp"):
            stream = io.BytesIO()
            small.save(stream, kind)
            yield b"\x03" + stream.getvalue()
        yield b"\x04" + bytes([119]) + np.asarray(small).tobytes()


def main() -> None:
    """Let atheris look for an input that breaks one of them."""
    import atheris

    decoder = Decoder()

    def one(data: bytes) -> None:
        rest = data[1:]
        ways = (code, keys, sent, lambda given: picture(given, decoder), lambda given: frame(given, decoder))
        ways[data[0] % len(ways) if data else 0](rest)

    for folder in (Path(each) for each in sys.argv[1:] if not each.startswith("-")):
        folder.mkdir(parents=True, exist_ok=True)
        if not any(folder.iterdir()):
            for seed in seeds():
                (folder / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    atheris.instrument_all()
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
