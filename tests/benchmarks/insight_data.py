"""Online Retail II as lines for the pipeline: what was sold at a price; knows no model."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tests.benchmarks.figures import SHARED

RETAIL = SHARED / "online_retail_ii.parquet"
CHOSEN_ON, TESTED_ON = "2011-06-10", "2011-09-10"
"""The numbers in the code were chosen for the next baskets after the first day; the second decides."""
_EPOCH = date(1970, 1, 1).toordinal()


def ordinal(day: str) -> int:
    """A day as the number that the lines have."""
    return date.fromisoformat(day).toordinal()


def online_retail(guests: bool = False) -> pa.Table:
    """Lines of things on a shelf, of people who have a number; postage, fees and the like are no products."""
    told = pq.read_table(RETAIL, columns=["invoice", "stock_code", "quantity", "ts", "price", "customer_id"])
    code = pc.utf8_upper(pc.utf8_trim_whitespace(pc.cast(told["stock_code"], pa.string())))
    sold = pc.and_(pc.greater(told["quantity"], 0), pc.greater(told["price"], 0))
    sold = pc.and_(sold, pc.match_substring_regex(code, r"^\d{5}"))
    known = pc.fill_null(pc.greater(told["customer_id"], 0), False)
    table = pa.table(
        {
            "customer": pc.if_else(known, told["customer_id"], None),
            "basket": pc.cast(told["invoice"], pa.string()),
            "day": _days(told["ts"]),
            "product": code,
        }
    )
    return _numbered(table.filter(sold if guests else pc.and_(sold, known)))


def _days(times: pa.ChunkedArray) -> pa.Array:
    return pa.array(times.to_numpy().astype("datetime64[D]").astype(np.int32) + _EPOCH)


def _numbered(table: pa.Table) -> pa.Table:
    """Baskets and products as numbers; baskets in the order of their days, each on the first of them."""
    first = (
        table.group_by("basket")
        .aggregate([("day", "min")])
        .sort_by([("day_min", "ascending"), ("basket", "ascending")])
    )
    place = pc.index_in(table["basket"], first["basket"].combine_chunks())
    table = table.set_column(2, "day", pc.take(first["day_min"], place)).set_column(1, "basket", place)
    product = table["product"].combine_chunks().dictionary_encode()
    order = pc.array_sort_indices(product.dictionary)
    rank = np.empty(len(order), dtype=np.int32)
    rank[order.to_numpy()] = np.arange(len(order))
    return table.set_column(3, "product", pa.array(rank[product.indices.to_numpy()]))
