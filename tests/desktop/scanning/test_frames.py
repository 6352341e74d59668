"""The turns in which frames are read; formats of frames are tested with the view model."""

import numpy as np
import pytest

from clienteling.desktop.scanning.decoder import Decoder
from clienteling.desktop.scanning.frames import FrameReader
from clienteling.desktop.scanning.ladder import Views
from clienteling.desktop.scanning.plan import CHOSEN, Plan, Step
from clienteling.desktop.scanning.reading import Reading

EAN = "9521234543213"
BIG = np.zeros((720, 1280), np.uint8)


class Sees:
    """Readers that note what they are asked and see a code only where they are told to."""

    def __init__(self, *where):
        self.asked, self.where = [], where

    def has(self, reader):
        return not reader.startswith("tapir")

    def read(self, reader, gray, inverted=False):
        self.asked.append((reader, gray.shape))
        return [Reading(EAN, "EAN13")] if reader in self.where else []


PLAN = Plan(
    picture=(),
    frames=(
        (Step("zbar", "half"), Step("zxing", "full", when="seen"), Step("zbar", "evened half", when="unseen")),
        (Step("zxing", "full"),),
    ),
)
HALF, FULL = (360, 640), (720, 1280)


def test_frames_take_turns():
    sees = Sees()
    frames = FrameReader(sees, PLAN)
    for _ in range(3):
        frames.codes(Views(BIG), 1280)
    once = [("zbar", HALF), ("zbar", HALF)]
    assert sees.asked == [*once, ("zxing", FULL), *once]


def test_a_witness_is_asked_only_about_what_was_seen():
    sees = Sees("zbar")
    assert len(FrameReader(sees, PLAN).codes(Views(BIG), 1280)) == 1
    assert sees.asked == [("zbar", HALF), ("zxing", FULL)]


def test_for_a_reader_that_is_missing_no_view_is_made():
    views = Views(BIG)
    assert FrameReader(Sees(), Plan((), ((Step("tapir", "half"),),))).codes(views, 1280) == []
    assert list(views._made) == ["full"]


def test_a_small_frame_is_not_made_smaller():
    sees = Sees()
    FrameReader(sees, PLAN).codes(Views(np.zeros((200, 300), np.uint8)), 300)
    assert sees.asked == [("zbar", (200, 300)), ("zbar", (200, 300))]


@pytest.mark.parametrize("place", [(0, 0), (400, 700)])
def test_within_all_turns_every_reader_at_hand_sees_a_clear_code(ean, place):
    code = ean(EAN)
    frame = np.full((720, 1280), 120, np.uint8)
    frame[place[0] : place[0] + code.shape[0], place[1] : place[1] + code.shape[1]] = code
    decoder = Decoder()
    reader = FrameReader(decoder)
    found = [reading for _ in CHOSEN.frames for reading in reader.codes(Views(frame), 1280)]
    at_hand = {name for name in ("zbar", "zxing", "tapir") if decoder.has(name)}
    assert {(reading.text, reading.reader) for reading in found} == {(EAN, name) for name in at_hand}
    decoder.close()
