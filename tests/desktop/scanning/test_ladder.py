"""Real photographs and hostile pictures through the ladder; the figures are printed with `pytest -s`."""

import json
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from clienteling.desktop.scanning.agreement import answer, identity
from clienteling.desktop.scanning.decoder import Decoder
from clienteling.desktop.scanning.domain import classify
from clienteling.desktop.scanning.gray import adaptive, halved, scaled, turned
from clienteling.desktop.scanning.ladder import MAKERS, Views, climb
from clienteling.desktop.scanning.picture import open_gray
from clienteling.desktop.scanning.plan import CHOSEN, Plan, Step
from clienteling.desktop.scanning.reading import Reading

EAN = "9521234543213"
PRODUCTS = {"ean", "ean13", "ean8", "upca", "upce", "ean_addon"}
ADD_ON = slice(13)


def unhurried():
    """A clock that stands still: every view is tried, on a busy machine too, and every one of them may be wrong."""
    return 0.0


@pytest.fixture(scope="module")
def decoder():
    """The readers, once for all."""
    made = Decoder()
    yield made
    made.close()


class Slow:
    """A clock that says so many seconds passed at each look."""

    def __init__(self, step):
        self.now, self.step = 0.0, step

    def __call__(self):
        self.now += self.step
        return self.now


class Sees:
    """Readers that read what they are told, step by step."""

    def __init__(self, *steps):
        self.steps, self.asked = list(steps), []

    def read(self, reader, gray, inverted=False):
        self.asked.append((reader, gray.shape, inverted))
        return self.steps.pop(0) if self.steps else []


EMPTY = np.zeros((40, 40), np.uint8)
CLEAR = [Reading(EAN, "EAN13", 50)]


def test_two_readers_that_agree_end_the_climb():
    decoder = Sees(CLEAR, [Reading(EAN, "EAN13", 1, "zxing")])
    (found,) = climb(EMPTY, decoder)
    assert (found[0].text, found[2], len(decoder.asked)) == (EAN, "sure", 2)


def test_one_reader_alone_is_asked_for_another_view():
    decoder = Sees(CLEAR, [], CLEAR)
    (found,) = climb(EMPTY, decoder)
    assert (found[2], len(decoder.asked)) == ("likely", 3)


def test_the_same_view_twice_is_one_look():
    twice = Plan((Step("zbar", "half"), Step("zbar", "half", inverted=True)), ())
    (found,) = climb(EMPTY, Sees(CLEAR, CLEAR), twice)
    assert found[2] == "weak"


def test_a_code_that_is_not_ours_does_not_end_the_climb():
    decoder = Sees([Reading("https://shop.example", "QRCODE")])
    (found,) = climb(EMPTY, decoder)
    assert (found[2], len(decoder.asked)) == ("likely", len(CHOSEN.picture))


def test_when_time_is_up_no_further_view_is_made():
    decoder = Sees()
    climb(EMPTY, decoder, clock=Slow(CHOSEN.budget))
    assert len(decoder.asked) == 2


def test_the_steps_are_taken_as_the_plan_says():
    decoder = Sees()
    climb(EMPTY, decoder, Plan((Step("zxing", "full", inverted=True), Step("zbar", "half")), ()))
    assert decoder.asked == [("zxing", (40, 40), True), ("zbar", (20, 20), False)]


def test_a_view_is_made_once():
    views = Views(EMPTY)
    assert views.of("half") is views.of("half")
    assert views.of("full") is EMPTY


def test_a_drawn_code_is_read_in_every_state(decoder, ean, qr):
    for gray in (ean(EAN), turned(ean(EAN), 40), 255 - ean(EAN), (ean(EAN) // 3 + 20).astype(np.uint8)):
        assert answer(climb(gray, decoder, clock=unhurried))[0].text == EAN
    assert answer(climb(qr("CL000012345"), decoder))[0].text == "CL000012345"


@settings(max_examples=40, deadline=None)
@given(arrays.arrays(np.uint8, arrays.array_shapes(min_dims=2, max_dims=2, max_side=64)))
def test_no_picture_breaks_the_views_and_noise_says_nothing(decoder, noise):
    assert isinstance(answer(climb(noise, decoder)), str)


@given(st.integers(1, 70), st.integers(1, 70))
def test_views_keep_their_shapes(height, width):
    gray = np.full((height, width), 200, np.uint8)
    views = Views(gray)
    assert all(views.of(view).ndim == 2 and views.of(view).size for view in MAKERS)
    assert adaptive(gray).shape == gray.shape
    assert scaled(gray, 1.5).dtype == np.uint8
    assert halved(gray).shape in ((height // 2, width // 2), gray.shape)


def expected(row):
    """The identities of what stands on a photograph; raw spellings are brought to ours."""
    symbology = "UPCE" if row["symbology"] == "upce" else ""
    texts = [text[ADD_ON] if row["symbology"] == "ean_addon" else text for text in row["expected"]]
    return {identity(classify(text, symbology)) for text in texts}


@pytest.mark.slow
def test_of_real_photographs_none_is_taken_for_another_product_of_the_catalogue(shared_data, decoder):
    listing = shared_data("scans/expected.jsonl")
    rows = [json.loads(line) for line in listing.read_text().splitlines()]
    rows = [row for row in rows if row["symbology"] in PRODUCTS]
    catalogue = set().union(*map(expected, rows))
    counts, wrong = Counter(), []
    for row in rows:
        found = climb(open_gray(listing.parent / row["file"]), decoder, clock=unhurried)
        ours = {identity(meaning) for meaning, _, trust in found if meaning.kind == "product" and trust != "weak"}
        verdict = "missed" if len(ours) != 1 or not ours & catalogue else "right" if ours <= expected(row) else "wrong"
        counts[row["set"], verdict] += 1
        if verdict == "wrong":
            wrong.append(row["file"])
    print(dict(counts))
    assert not wrong
    assert counts["off170", "right"] >= 119
    assert counts["quagga", "right"] >= 45
