"""Which bars or squares a code is printed as, module by module; knows no millimetre and no paper."""

from dataclasses import dataclass

import barcode
import segno

EAN13, EAN8 = 13, 8
LONGEST = 80
"""Characters of a code that a label can hold."""


@dataclass(frozen=True)
class Symbol:
    """Rows of modules, 1 is dark; one row is bars. `left` and `right` are the quiet zones, `text` stands below."""

    rows: tuple[str, ...]
    left: int
    right: int
    text: str

    @property
    def square(self) -> bool:
        """Whether it is a QR code: as much quiet above and below as beside."""
        return len(self.rows) > 1

    @property
    def width(self) -> int:
        """Modules from edge to edge, the quiet zones included."""
        return self.left + len(self.rows[0]) + self.right


def of_gtin(gtin14: str) -> Symbol:
    """EAN-13 or EAN-8 by its length; a carton's GTIN-14 as Code 128 (GS1 General Specifications, 5.2 and 5.4)."""
    if gtin14.startswith("000000"):
        return _bars("ean8", gtin14[-EAN8:], 7, 7)
    if gtin14.startswith("0"):
        return _bars("ean13", gtin14[-EAN13:], 11, 7)
    return _bars("code128", gtin14, 10, 10)


def of_sku(sku: str) -> Symbol:
    """Code 128 of what the shop calls it, or a QR code where it holds more than Code 128 can say."""
    if sku.isascii() and sku.isprintable():
        return _bars("code128", sku[:LONGEST], 10, 10)
    return of_square(sku)


def of_square(text: str) -> Symbol:
    """A QR code (never a Micro QR code: not every reader knows them) with its border of four modules."""
    code = segno.make_qr(text[:LONGEST], error="m")
    rows = tuple("".join("1" if module else "0" for module in row) for row in code.matrix)
    return Symbol(rows, 4, 4, text[:LONGEST])


def _bars(kind: str, text: str, left: int, right: int) -> Symbol:
    [row] = barcode.get(kind, text).build()
    return Symbol((row,), left, right, text)
