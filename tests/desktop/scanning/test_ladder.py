"""Real photographs and hostile pictures through the ladder; the figures are printed with `pytest -s`."""

import json
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from clienteling.desktop.scanning import ladder
from clienteling.desktop.scanning.agreement import Reading, identity
from clienteling.desktop.scanning.decoder import Zbar
from clienteling.desktop.scanning.domain import classify
from clienteling.desktop.scanning.gray import adaptive, halved, scaled, turned
from clienteling.desktop.scanning.ladder import climb
from clienteling.desktop.scanning.picture import open_gray

EAN = "9521234543213"
PRODUCTS = {"ean", "ean13", "ean8", "upca", "upce", "ean_addon"}
ADD_ON = slice(13)


def unhurried():
    """A clock that stands still: every view is tried, on a busy machine too, and every one of them may be wrong."""
    return 0.0


@pytest.fixture(scope="module")
def zbar():
    """One reader for all."""
    reader = Zbar()
    yield reader
    reader.close()


class Slow:
    """A clock that says so many seconds passed at each look."""

    def __init__(self, step):
        self.now, self.step = 0.0, step

    def __call__(self):
        self.now += self.step
        return self.now


class Sees:
    """A reader that reads what it is told, view by view."""

    def __init__(self, *views):
        self.views, self.asked = list(views), 0

    def read(self, gray, inverted=False):
        self.asked += 1
        return self.views.pop(0) if self.views else []


def test_the_first_clear_code_ends_the_climb():
    reader = Sees([Reading(EAN, "EAN13", 50)])
    (found,) = climb(np.zeros((40, 40), np.uint8), reader)
    assert (found[0].text, found[2], reader.asked) == (EAN, "likely", 1)


def test_a_faint_code_is_looked_for_in_another_view():
    faint = [Reading(EAN, "EAN13", 2)]
    reader = Sees(faint, [], faint)
    (found,) = climb(np.zeros((40, 40), np.uint8), reader)
    assert (found[2], reader.asked) == ("likely", 3)


def test_a_code_seen_faintly_in_one_view_only_stays_weak():
    (found,) = climb(np.zeros((40, 40), np.uint8), Sees([Reading(EAN, "EAN13", 2)]))
    assert found[2] == "weak"


def test_when_time_is_up_no_further_view_is_made():
    reader = Sees()
    climb(np.zeros((40, 40), np.uint8), reader, Slow(ladder.BUDGET))
    assert reader.asked == 2


def test_a_drawn_code_is_read_in_every_state(zbar, ean, qr):
    for gray in (ean(EAN), turned(ean(EAN), 40), 255 - ean(EAN), (ean(EAN) // 3 + 20).astype(np.uint8)):
        assert [found[0].text for found in climb(gray, zbar)] == [EAN]
    assert [found[0].text for found in climb(qr("CL000012345"), zbar)] == ["CL000012345"]


@settings(max_examples=40)
@given(arrays.arrays(np.uint8, arrays.array_shapes(min_dims=2, max_dims=2, max_side=64)))
def test_no_picture_breaks_the_views_and_noise_says_nothing(noise):
    reader = Zbar()
    assert climb(noise, reader) == []
    reader.close()


@given(st.integers(1, 70), st.integers(1, 70))
def test_views_keep_their_shapes(height, width):
    gray = np.full((height, width), 200, np.uint8)
    assert adaptive(gray).shape == gray.shape
    assert scaled(gray, 1.5).dtype == np.uint8
    assert halved(gray).shape in ((height // 2, width // 2), gray.shape)


def expected(row):
    """The identities of what stands on a photograph; raw spellings are brought to ours."""
    symbology = "UPCE" if row["symbology"] == "upce" else ""
    texts = [text[ADD_ON] if row["symbology"] == "ean_addon" else text for text in row["expected"]]
    return {identity(classify(text, symbology)) for text in texts}


@pytest.mark.slow
def test_of_real_photographs_none_is_taken_for_another_product_of_the_catalogue(shared_data, zbar):
    listing = shared_data("scans/expected.jsonl")
    rows = [json.loads(line) for line in listing.read_text().splitlines()]
    rows = [row for row in rows if row["symbology"] in PRODUCTS]
    catalogue = set().union(*map(expected, rows))
    counts, wrong = Counter(), []
    for row in rows:
        found = climb(open_gray(listing.parent / row["file"]), zbar, unhurried)
        ours = {identity(meaning) for meaning, _, trust in found if meaning.kind == "product" and trust != "weak"}
        verdict = "missed" if len(ours) != 1 or not ours & catalogue else "right" if ours <= expected(row) else "wrong"
        counts[row["set"], verdict] += 1
        if verdict == "wrong":
            wrong.append(row["file"])
    print(dict(counts))
    assert not wrong
    assert counts["off170", "right"] >= 119
    assert counts["quagga", "right"] >= 45
