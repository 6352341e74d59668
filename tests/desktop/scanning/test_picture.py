"""Picture files, hostile ones too."""

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.scanning import picture
from clienteling.desktop.scanning.picture import decode_gray, open_gray, picture_kind


def encoded(kind, size=(60, 40)):
    stream = io.BytesIO()
    Image.new("L", size, 128).save(stream, kind)
    return stream.getvalue()


def png_header(width, height):
    """A PNG that claims a size and holds nothing."""
    body = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + body
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(body)) + chunk + struct.pack(">I", zlib.crc32(chunk))


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_three_kinds_are_opened_whatever_their_name(kind, tmp_path):
    path = tmp_path / "code.txt"
    path.write_bytes(encoded(kind))
    gray = open_gray(path)
    assert gray.shape == (40, 60)
    assert abs(int(gray.mean()) - 128) < 3


@pytest.mark.parametrize("kind", ["gif", "bmp", "tiff", "ico", "ppm"])
def test_other_kinds_are_refused(kind):
    with pytest.raises(Problem) as told:
        decode_gray(encoded(kind, (32, 32)))
    assert told.value.template == picture.UNREADABLE


def test_a_long_picture_is_shrunk_before_it_is_decoded():
    assert max(decode_gray(encoded("jpeg", (3200, 1000))).shape) == 1600


@pytest.mark.parametrize("size", [(30000, 30000), (8000, 8000), (2**31 - 1, 1)])
def test_a_picture_that_claims_to_be_huge_is_refused_by_its_header(size):
    with pytest.raises(Problem):
        decode_gray(png_header(*size))


def claiming(kind, mark, place, size):
    """A small real file with another width and height in its header, `place` bytes behind the mark."""
    data = bytearray(encoded(kind))
    at = data.index(mark) + place
    data[at : at + 4] = struct.pack(">HH" if kind == "jpeg" else "<HH", *size)
    return bytes(data)


@pytest.mark.qt_log_ignore(".*")
@pytest.mark.parametrize(
    "data", [claiming("jpeg", b"\xff\xc0", 5, (65500, 65500)), claiming("webp", b"\x9d\x01\x2a", 3, (16383, 16383))]
)
def test_the_other_kinds_are_refused_by_their_header_too(quiet_media, data):
    with pytest.raises(Problem) as told:
        decode_gray(data)
    assert told.value.template == picture.TOO_BIG


@pytest.mark.qt_log_ignore(".*")
@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_a_problem_or_a_picture(quiet_media, kind, part):
    noise = np.random.default_rng(1).integers(0, 255, (300, 400), np.uint8)
    stream = io.BytesIO()
    Image.fromarray(noise).save(stream, kind)
    data = stream.getvalue()[: int(len(stream.getvalue()) * part)]
    try:
        assert decode_gray(data).shape == (300, 400)
    except Problem as told:
        assert told.template == picture.UNREADABLE


def test_a_small_file_that_would_grow_huge_is_refused():
    with pytest.raises(Problem) as told:
        decode_gray(encoded("png", (8000, 8000)))
    assert told.value.template == picture.TOO_BIG


def test_a_missing_file_a_folder_and_a_huge_file_are_problems(tmp_path, monkeypatch):
    for path in (tmp_path / "none.png", tmp_path):
        with pytest.raises(Problem):
            open_gray(path)
    huge = tmp_path / "huge.png"
    huge.write_bytes(encoded("png"))
    monkeypatch.setattr(picture, "BYTES_LIMIT", 10)
    with pytest.raises(Problem) as told:
        open_gray(huge)
    assert told.value.template == picture.TOO_BIG


@pytest.mark.qt_log_ignore(".*")
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["png", "jpeg", "webp"]), st.integers(0, 400), st.binary(max_size=40))
def test_a_broken_file_is_a_problem_or_a_picture_and_nothing_else(quiet_media, kind, place, noise):
    data = bytearray(encoded(kind))
    data[place : place + len(noise)] = noise
    try:
        assert decode_gray(bytes(data)).dtype == np.uint8
    except Problem as told:
        assert told.template in (picture.UNREADABLE, picture.TOO_BIG)


@given(st.binary(max_size=64))
def test_noise_is_no_picture(data):
    assert picture_kind(data) in (None, "png", "jpeg", "webp")
