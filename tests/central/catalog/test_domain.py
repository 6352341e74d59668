"""Pictures by their first bytes, with limits that need no decoding; words by which products are found."""

import struct
from io import BytesIO

import pytest
from PIL import Image

from clienteling.central.catalog.domain import MOST_BYTES, NotAPicture, media_type, search_keys, search_terms

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", 13, b"IHDR")


def png(width, height):
    return PNG + struct.pack(">II", width, height) + b"\x08\x02"


def jpeg(width, height):
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00" + b"\x00" * 9 + frame


def webp(chunk):
    return b"RIFF\x00\x00\x00\x00WEBP" + chunk


VP8 = b"VP8 \x00\x00\x00\x00" + b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 320, 200)
VP8L = b"VP8L\x00\x00\x00\x00\x2f" + struct.pack("<I", 319 | 199 << 14)
VP8X = b"VP8X\x0a\x00\x00\x00" + b"\x00" * 4 + (319).to_bytes(3, "little") + (199).to_bytes(3, "little")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(320, 200), "image/png"),
        (jpeg(320, 200), "image/jpeg"),
        (webp(VP8), "image/webp"),
        (webp(VP8L), "image/webp"),
        (webp(VP8X), "image/webp"),
        (png(4000, 4000), "image/png"),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(data, kind):
    assert media_type(data) == kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + b"\x00" * 40,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        png(30_000, 30_000),
        png(0, 5),
        jpeg(9_000, 9_000),
        PNG,
        b"\xff\xd8\xff\xe0\x00",
        b"\xff\xd8\xff\xe0" + struct.pack(">H", 2) + b"nothing",
        webp(b"VP8?" + b"\x00" * 30),
        webp(b"VP8 "),
        png(1, 1) + b"\x00" * MOST_BYTES,
    ],
)
def test_what_is_no_picture_or_too_large_is_refused(data):
    with pytest.raises(NotAPicture):
        media_type(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_real_files_are_understood(kind):
    file = BytesIO()
    Image.new("RGB", (33, 21)).save(file, kind)
    assert media_type(file.getvalue()) == f"image/{kind.lower()}"


def test_the_sizes_of_real_photographs_are_read(shared_data):
    for picture in sorted(shared_data("luma/pictures").glob("*.jpg"))[:40]:
        assert media_type(picture.read_bytes()) == "image/jpeg"


def test_products_are_found_by_words_as_they_are_typed():
    keys = search_keys(("울 더블 코트", "Wool double-coat"), ("CO-0001",))
    assert {"wool", "double", "coat", "co0001"} <= keys
    assert all(any(key.startswith(term) for key in keys) for term in search_terms("코ㅌ WOOL dou"))
