"""Where a code may be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.desktop.scanning.region import LARGE, busiest
from clienteling.desktop.scanning.zbar import Zbar

EAN = "9521234543213"


@pytest.mark.parametrize("place", [(20, 30), (300, 700), (530, 60)])
def test_a_code_is_found_wherever_it_lies_and_whole(ean, place):
    code = ean(EAN)
    frame = np.full((720, 1280), 120, np.uint8)
    frame[place[0] : place[0] + code.shape[0], place[1] : place[1] + code.shape[1]] = code
    part = busiest(frame)
    reader = Zbar()
    assert [reading.text for reading in reader.read(part)] == [EAN]
    reader.close()
    assert part.size < frame.size / 4
    assert np.shares_memory(part, frame)


def test_noise_does_not_make_the_part_larger(qr):
    code = qr("CL000012345", 3)
    noisy = np.random.default_rng(1).normal(90, 8, (720, 1280))
    noisy[300 : 300 + code.shape[0], 500 : 500 + code.shape[1]] += code / 6 - 20
    part = busiest(noisy.clip(0, 255).astype(np.uint8))
    assert np.prod(part.shape) < 6 * code.size


def test_a_large_part_is_looked_at_at_half_its_size(ean):
    frame = np.full((720, 1280), 120, np.uint8)
    frame[60:660, 100:1000] = ean(EAN, module=8, height=540)[:600, :900]
    part = busiest(frame)
    assert part.size <= LARGE
    assert not np.shares_memory(part, frame)


@given(st.integers(1, 200), st.integers(1, 200), st.integers(0, 2**32 - 1))
def test_any_picture_has_a_part(height, width, seed):
    noise = np.random.default_rng(seed).integers(0, 256, (height, width), np.uint8)
    assert busiest(noise).size


def test_a_picture_of_nothing_has_a_part_too():
    assert busiest(np.zeros((720, 1280), np.uint8)).size
