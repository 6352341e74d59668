"""Runs the pipeline in DuckDB within this process and hands out arrays; knows no model. Loaded only by who builds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from clienteling.central.insight import tables
from clienteling.central.insight.domain import Array, Columns, Known

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis.expr.types import Table


class Engine:
    """One shop's lines in DuckDB; every answer is of what was bought before a day."""

    def __init__(self, lines: pa.Table | Path, threads: int = 2) -> None:
        import ibis

        self._duck = ibis.duckdb.connect(threads=threads)
        told = self._duck.read_parquet(lines) if isinstance(lines, Path) else ibis.memtable(lines)
        self.lines: Table = self._duck.create_table("line", told.select("customer", "basket", "day", "product"))
        self._days: dict[int, Table] = {}
        self.first, self.last = (int(one[0]) for one in self.columns(tables.span(self.lines)).values())

    def close(self) -> None:
        """Give the memory back."""
        self._duck.disconnect()

    def columns(self, table: Table) -> Columns:
        """A table as it is, column by column."""
        found = self._duck.to_pyarrow(table)
        return {name: _array(found[name]) for name in found.column_names}

    def known(self, cut: int) -> Known:
        """All that was known before the day `cut`."""
        sold = self._sold(cut)
        who, what = self.columns(tables.people(sold, cut)), self.columns(tables.products(sold, cut))
        personal = self.columns(tables.personal(sold))
        customers, products = who.pop("customer"), what.pop("product")
        personal["customer"] = np.searchsorted(customers, personal["customer"])
        personal["product"] = np.searchsorted(products, personal["product"])
        starts = np.searchsorted(personal["customer"], np.arange(len(customers) + 1))
        return Known(cut, customers, products, personal, starts, who, what)

    def companions(self, known: Known) -> tuple[Array, Array, Array]:
        """Product, other, in how many baskets together; by place."""
        found = self.columns(tables.companions(self._sold(known.cut)))
        one, other = (np.searchsorted(known.products, found[name]) for name in ("product", "other"))
        return one, other, found["times"]

    def rhythms(self, known: Known) -> Columns:
        """Who bought what in a rhythm; by place."""
        return _placed(self.columns(tables.rhythms(self._sold(known.cut))), known)

    def following(self, known: Known, until: int) -> Columns:
        """What was in the next basket of each person, as far as both were known; by place."""
        return _placed(self.columns(tables.following(self.lines, known.cut, until)), known)

    def bought(self, known: Known, until: int) -> Columns:
        """What each person bought before `until`, as far as both were known; by place."""
        return _placed(self.columns(tables.bought(self.lines, known.cut, until)), known)

    def _sold(self, cut: int) -> Table:
        if cut not in self._days:
            self._days[cut] = self._duck.create_table(f"before_{cut}", tables.before(self.lines, cut))
        return self._days[cut]


def _array(column: pa.ChunkedArray) -> Array:
    import pyarrow as pa

    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        return np.asarray(column.to_pylist(), dtype=np.str_)
    found: Array = column.to_numpy()
    return found


def _placed(columns: Columns, known: Known) -> Columns:
    """The rows of persons and products that were known, with their places instead of their ids."""
    places = {}
    keep = np.ones(len(columns["customer"]), dtype=bool)
    for name, ids in (("customer", known.customers), ("product", known.products)):
        at = np.searchsorted(ids, columns[name])
        keep &= ids[np.minimum(at, len(ids) - 1)] == columns[name]
        places[name] = at
    return {name: values[keep] for name, values in (columns | places).items()}
