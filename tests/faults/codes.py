"""One hostile input through all of scanning: readings, pictures and keys; run by Hypothesis, and for long by atheris.

    python -m tests.faults.codes -max_total_time=600 FOLDER

keeps in the folder what it found worth trying again.
"""

import sys

import numpy as np

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

SYMBOLOGIES = ("", *AIM)
BOTH = Plan((Step("zbar", "half"), Step("zxing", "region", inverted=True)), (), budget=1.0)


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
    answer(climb(gray, decoder, BOTH))


def keys(data: bytes) -> None:
    """Keys a scanner or anybody sent, each with the gap before it: a text of those keys or nothing."""
    signs = data[::2].decode("latin-1")
    text = scanned_text([(sign, sign) for sign in signs], list(data[1::2]), WedgeSettings(), writing=len(data) % 2 == 0)
    assert text is None or text in signs


def main() -> None:
    """Let atheris look for an input that breaks one of them."""
    import atheris

    decoder = Decoder()

    def one(data: bytes) -> None:
        rest = data[1:]
        (code, keys, lambda given: picture(given, decoder))[data[0] % 3 if data else 0](rest)

    atheris.instrument_all()
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
