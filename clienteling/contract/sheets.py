"""Tables for spreadsheets whose cells are text and nothing else; knows neither files nor what is in the tables."""

import csv
import io
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
"""What a file begins with so that spreadsheets know it for UTF-8."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV (RFC 4180) of these rows under their head."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    writer.writerow([neutral(cell) for cell in head])
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return written.getvalue()


def neutral(cell: str) -> str:
    """The cell with a sign before it where a spreadsheet would take it for a formula (OWASP ASVS 1.2.10)."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
