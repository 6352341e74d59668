"""Runs the pipeline on the ground it is given and hands out arrays; knows no model. Loaded only by who builds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from clienteling.central.insight import tables
from clienteling.central.insight.domain import DECAYS, DRAWN, PARTS, Array, Columns, Known
from clienteling.central.insight.duck import Duck
from clienteling.central.insight.spark import Spark

if TYPE_CHECKING:
    import pyarrow as pa
    from ibis.expr.types import Table


DUCKDB = "duckdb"


class Ground(Protocol):
    """What runs the expressions of `tables`."""

    def take(self, lines: pa.Table | Path) -> Table:
        """Lines as a table."""

    def keep(self, name: str, table: Table) -> Table:
        """The rows of a table, worked out once."""

    def rows(self, table: Table) -> pa.Table:
        """All rows in their order."""

    def close(self) -> None:
        """Give the memory back."""


def ground(named: str) -> Ground:
    """What the setting `engine` names: DuckDB, else Spark on this master. Raises spark.Unready."""
    return Duck() if named == DUCKDB else Spark(named)


class Engine:
    """One shop's lines, in DuckDB if no ground is given; every answer is of what was bought before a day."""

    def __init__(self, lines: pa.Table | Path, ground: Ground | None = None) -> None:
        self._ground = ground or Duck()
        self.lines = self._ground.keep("line", self._ground.take(lines).select("customer", "basket", "day", "product"))
        self._days: dict[int, Table] = {}
        self.first, self.last = (int(one[0]) for one in self.columns(tables.span(self.lines)).values())

    def close(self) -> None:
        """Give the memory back."""
        self._ground.close()

    def columns(self, table: Table) -> Columns:
        """A table as it is, column by column."""
        found = self._ground.rows(table)
        return {name: _array(found[name]) for name in found.column_names}

    def known(self, cut: int) -> Known:
        """All that was known before the day `cut`."""
        sold = self._sold(cut)
        who, what = self.columns(tables.people(sold, cut)), self.columns(tables.products(sold, cut))
        personal = self.columns(tables.personal(sold))
        personal |= {name: personal[name] / PARTS for name in DECAYS}
        personal["drawn"] = DRAWN ** personal["since"].astype(float)
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
            self._days[cut] = self._ground.keep(f"before_{cut}", tables.before(self.lines, cut))
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
