"""Labels, and the paper they are printed on as data; knows no table, no screen and no printer."""

from collections.abc import Iterator
from dataclasses import dataclass

from clienteling.desktop.labels.symbols import Symbol, of_square
from clienteling.desktop.scanning.domain import printable

MOST = 999
"""Labels of one thing."""
LONGEST = 160
"""Characters of a name that are looked at: no label shows more."""


@dataclass(frozen=True)
class Paper:
    """Labels side by side on a page, in millimetres; `modules` are the widths a module may have, best first."""

    name: str
    page: tuple[float, float]
    label: tuple[float, float]
    columns: int
    rows: int
    left: float
    top: float
    margin: float
    modules: tuple[float, ...]

    @property
    def places(self) -> int:
        """Labels on a page."""
        return self.columns * self.rows


PAPERS = (
    # the nominal size of an EAN-13, then down to the smallest that GS1 allows
    Paper("A4, 3 × 8 (70 × 37 mm)", (210, 297), (70, 37), 3, 8, 0, 0.5, 4, (0.33, 0.297, 0.264)),
    # three or two dots of a label printer with 203 dots an inch
    Paper("58 × 40 mm", (58, 40), (58, 40), 1, 1, 0, 0, 2, (0.375, 0.25)),
)


@dataclass(frozen=True)
class Label:
    """What stands on one: bars lie below the words, a square beside them."""

    symbol: Symbol
    title: str
    lines: tuple[str, ...] = ()
    price: str = ""


def plain(text: str) -> str:
    """A name as it may be printed: in one line, with nothing in it that acts on what stands beside it."""
    return printable(" ".join(text[: 4 * LONGEST].split()))[:LONGEST]


def place(paper: Paper, number: int) -> tuple[int, float, float]:
    """The page of the label with this number, from 0, and its corner there in millimetres."""
    page, on_page = divmod(number, paper.places)
    row, column = divmod(on_page, paper.columns)
    return page, paper.left + column * paper.label[0], paper.top + row * paper.label[1]


def pages(paper: Paper, count: int) -> int:
    """How many pages so many labels take."""
    return -(-count // paper.places)


def fitted(symbol: Symbol, paper: Paper) -> tuple[Symbol, float]:
    """The symbol and its module in millimetres; bars too long for the label become a square."""
    room = paper.label[0] - 2 * paper.margin
    if not symbol.square:
        fits = next((module for module in paper.modules if symbol.width * module <= room), 0.0)
        if fits:
            return symbol, fits
        symbol = of_square(symbol.text)
    return symbol, min(room, paper.label[1] - 2 * paper.margin) / symbol.width


def runs(row: str) -> Iterator[tuple[int, int]]:
    """First module and number of modules of each dark run."""
    first = 0
    while (first := row.find("1", first)) >= 0:
        last = row.find("0", first)
        last = len(row) if last < 0 else last
        yield first, last - first
        first = last
