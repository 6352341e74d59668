"""Files that a person takes along: where they go, and tables that no spreadsheet takes for formulas."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from platformdirs import user_downloads_path

from clienteling.contract import sheets

_UNFIT = re.compile(r"[^\w.-]+")


def folder() -> Path:
    """Where they go: the person's own downloads; CLIENTELING_HOME moves it."""
    home = os.environ.get("CLIENTELING_HOME")
    place = Path(home) / "exports" if home else user_downloads_path()
    place.mkdir(parents=True, exist_ok=True)
    return place


def named(*words: str, ending: str) -> Path:
    """A file there with these words in its name, and nothing in it that is more than a name."""
    return folder() / f"{_UNFIT.sub('-', '-'.join(filter(None, words)))}.{ending}"


def write_table(file: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A CSV (UTF-8 with the mark by which spreadsheets know it) whose cells are text and nothing else."""
    file.write_text(sheets.MARK + sheets.table(head, rows), encoding="utf-8", newline="")
