"""DuckDB within this process, on which the pipeline runs unless another engine is named; knows no table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis.expr.types import Table


class Duck:
    """A database in memory; what is kept in it goes with it."""

    def __init__(self, threads: int = 2) -> None:
        import ibis

        self._tables = ibis.duckdb.connect(threads=threads)

    def take(self, lines: pa.Table | Path) -> Table:
        """Lines as a table, from memory or from a Parquet file."""
        import ibis

        return self._tables.read_parquet(lines) if isinstance(lines, Path) else ibis.memtable(lines)

    def keep(self, name: str, table: Table) -> Table:
        """The rows of a table, worked out once."""
        return self._tables.create_table(name, table)

    def rows(self, table: Table) -> pa.Table:
        """All rows in their order."""
        return self._tables.to_pyarrow(table)

    def close(self) -> None:
        """Give the memory back."""
        self._tables.disconnect()
