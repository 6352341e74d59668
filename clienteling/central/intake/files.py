"""The files of a shop folder, CSV or Parquet alike, read piece by piece; knows neither columns nor database."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from clienteling.central.intake.domain import Flaw, Settings, Unusable

ROWS = 20_000
_BLOCK = 4 << 20


@dataclass
class File:
    """A table's file; `pieces` gives the number of a piece's first row and its columns as lists of plain values."""

    path: Path
    header: list[str]
    rows: int
    broken: list[Flaw] = field(default_factory=list)

    def pieces(self) -> Iterator[tuple[int, list[list[Any]]]]:
        """Row 1 of a CSV file is its header, as in a spreadsheet; a Parquet file's first row is 1."""
        number = 2 if self.path.suffix == ".csv" else 1
        for batch in self._batches():
            for start in range(0, batch.num_rows, ROWS):
                piece = batch.slice(start, ROWS)
                yield number, [column.to_pylist() for column in piece.columns]
                number += piece.num_rows

    def _batches(self) -> Iterator[Any]:
        if self.path.suffix == ".parquet":
            with pq.ParquetFile(self.path) as file:
                yield from file.iter_batches(batch_size=ROWS)
            return
        try:
            with _open_csv(self) as reader:
                yield from reader
        except (pa.ArrowInvalid, UnicodeDecodeError) as error:
            self.broken.append(Flaw(self.path.name, _why(error)))


def find(folder: Path, table: str) -> File | None:
    """The file of a table, Parquet before CSV; None where there is neither. Raises Unusable for one that is no such."""
    for suffix in (".parquet", ".csv"):
        path = folder / f"{table}{suffix}"
        if path.is_file():
            try:
                return _parquet(path) if suffix == ".parquet" else _csv(path)
            except (pa.ArrowInvalid, UnicodeDecodeError, StopIteration, csv.Error, OSError) as error:
                raise Unusable([Flaw(path.name, _why(error))]) from error
    return None


def settings(folder: Path) -> Settings:
    """`shop.toml`; raises Unusable."""
    path = folder / "shop.toml"
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Settings)
    except FileNotFoundError:
        raise Unusable([Flaw("shop.toml", f"there is no such file in {folder}")]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise Unusable([Flaw("shop.toml", str(error))]) from error
    return found


def _why(error: Exception) -> str:
    """What keeps a file from being read, in words for whoever wrote it."""
    if isinstance(error, UnicodeDecodeError) or "UTF8" in str(error):
        return "is not written in UTF-8"
    if "straddling" in str(error) or isinstance(error, csv.Error):
        return f"has a row of more than {_BLOCK >> 20} MiB: a quotation mark may not be closed"
    return f"cannot be read: {error or 'it is empty'}"


def _parquet(path: Path) -> File:
    with pq.ParquetFile(path) as file:
        return File(path, list(file.schema_arrow.names), file.metadata.num_rows)


def _csv(path: Path) -> File:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        header = next(csv.reader(lines))
    with path.open("rb") as data:
        rows = sum(piece.count(b"\n") for piece in iter(lambda: data.read(_BLOCK), b"")) - 1
    return File(path, header, rows)


def _open_csv(file: File) -> Any:
    def skip(row: Any) -> str:
        says = f"has {row.actual_columns} columns where the header has {row.expected_columns}"
        file.broken.append(Flaw(file.path.name, says, row.number))
        return "skip"

    return pacsv.open_csv(
        file.path,
        read_options=pacsv.ReadOptions(block_size=_BLOCK, use_threads=False),
        parse_options=pacsv.ParseOptions(newlines_in_values=True, invalid_row_handler=skip),
        convert_options=pacsv.ConvertOptions(
            column_types=dict.fromkeys(file.header, pa.string()), strings_can_be_null=False
        ),
    )
