"""What a picture must be to be taken in, by which words a product is found, what a piece costs; knows no table."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import NamedTuple

from clienteling.contract.pieces import KILOGRAM, PIECE, Measure, cost, milligrams, minor_units
from clienteling.contract.spelling import keystrokes, words

MOST_BYTES = 4 * 1024 * 1024
MOST_PIXELS = 16_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_NO_FRAME = {0xC4, 0xC8, 0xCC}


class Price(NamedTuple):
    """A variant's price in minor units, which price that is, and what of."""

    product: str
    amount: int
    currency: str
    version: int
    sold_by: str = PIECE

    @property
    def by_weight(self) -> bool:
        """Whether it is the price of a kilogram."""
        return self.sold_by == KILOGRAM


class Piece(NamedTuple):
    """What the code on one piece comes to: a price in minor units, by its weight in milligrams (0: by itself)."""

    price: int
    weight: int


class NotAPicture(Exception):
    """The bytes are no picture we take; the message says why."""


def bears(measure: Measure, price: Price) -> Piece | None:
    """What a piece with this measure comes to, None for a weight of what is not sold by weight and for no price."""
    if measure.kind == "price":
        own = minor_units(measure.amount, price.currency)
        return None if own is None else Piece(own, 0)
    weight = milligrams(measure.amount) if price.by_weight else None
    return None if weight is None else Piece(cost(price.amount, weight), weight)


def media_type(data: bytes) -> str:
    """The type of a PNG, JPEG or WebP by its first bytes, without decoding it; raises NotAPicture.

    At most MOST_BYTES and, by the header, MOST_PIXELS: a small file can otherwise fill a tablet's memory.
    """
    if len(data) > MOST_BYTES:
        raise NotAPicture(f"larger than {MOST_BYTES // 1024 // 1024} MB")
    try:
        kind, width, height = _header(data)
    except (struct.error, IndexError) as error:
        raise NotAPicture("its header ends early") from error
    if not 0 < width * height <= MOST_PIXELS:
        raise NotAPicture(f"{width} x {height} pixels")
    return kind


def search_keys(names: Iterable[str], codes: Iterable[str]) -> set[str]:
    """The keys a product is found by: each word of its names as typed on a keyboard, and its codes, folded."""
    found = {keystrokes(word) for name in names for word in words(name)}
    return found | {"".join(words(code)) for code in codes if code}


def search_terms(query: str) -> list[str]:
    """The beginnings that all must be among a product's keys; at most eight words count."""
    return [keystrokes(word) for word in words(query)][:8]


def _header(data: bytes) -> tuple[str, int, int]:
    if data.startswith(_PNG):
        return "image/png", *struct.unpack_from(">II", data, 16)
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg", *_jpeg_size(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp", *_webp_size(data)
    raise NotAPicture("neither PNG, JPEG nor WebP")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height from the frame header, found by stepping over the segments before it (ITU T.81, B.2)."""
    place = 2
    while data[place] == 0xFF:
        marker = data[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return width, height
        place += 2 + int(struct.unpack_from(">H", data, place + 2)[0])
    raise NotAPicture("a JPEG without a frame")


def _webp_size(data: bytes) -> tuple[int, int]:
    """Width and height from the first chunk, whichever of the three kinds it is (RFC 9649)."""
    chunk = data[12:16]
    if chunk == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if chunk == b"VP8L":
        bits = int(struct.unpack_from("<I", data, 21)[0])
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise NotAPicture("a WebP of an unknown kind")
