"""Folders of photographs with their answers; decodes nothing.

A folder holds `expected.jsonl`, one line a picture: {"file": "a.jpg", "expected": ["4006381333931"], "set": "mine",
"symbology": "ean13"}; set and symbology may be left out. A picture in which nothing must be found has `"expected": []`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from clienteling.desktop.scanning.agreement import identity
from clienteling.desktop.scanning.domain import classify
from clienteling.desktop.scanning.picture import open_gray
from tests.benchmarks.scan_ladder import Shot

SPELLED = {"upce": ("UPCE", ""), "ean_addon": ("EAN13", "]E3"), "itf": ("ITF", ""), "code128": ("CODE128", "")}
CORRECTED = {"quagga/ean_extended_image-006.jpg": ["419056690690112"]}
"""What stands on the picture, where the list says otherwise."""


class Row(msgspec.Struct):
    """A line of expected.jsonl."""

    file: str
    expected: list[str]
    set: str = "pictures"
    symbology: str = "any"


def rows(folder: Path) -> list[Row]:
    """What the folder says of its pictures."""
    lines = (folder / "expected.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Row) for line in lines if line.strip()]


def photographs(folder: Path) -> Iterator[Shot]:
    """Every picture of the folder, opened as the app opens it."""
    for row in rows(folder):
        symbology, aim = SPELLED.get(row.symbology, ("", ""))
        texts = CORRECTED.get(row.file, row.expected)
        answers = frozenset(identity(classify(text, symbology, aim)) for text in texts)
        yield Shot(row.set, row.symbology, answers, open_gray(folder / row.file))
