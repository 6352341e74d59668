"""What the screens call things in Korean, for whoever reads a report; knows no feature and no sentence of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

_PACKAGE = Path(__file__).parents[2]


@cache
def korean() -> dict[str, str]:
    """Korean by English, of everything that has one form."""
    installed = _PACKAGE / "_resources"
    folder = (installed if installed.is_dir() else _PACKAGE.parent / "resources") / "translations"
    words: dict[str, str] = {}
    for file in sorted(folder.glob("parts/*.ko.po")):
        with file.open("rb") as opened:
            told = [(one.id, one.string) for one in read_po(opened, locale="ko")]
        words |= {id: said for id, said in told if isinstance(id, str) and isinstance(said, str) and id and said}
    return words
