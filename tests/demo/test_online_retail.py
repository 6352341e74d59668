"""A real shop as a folder: every line of the source is there, with its amount, its day and its customer."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from clienteling.demo.online_retail import SCANNED, from_online_retail

SOURCE = Path(__file__).parents[3] / "shared" / "data" / "online_retail_ii.parquet"
ROWS = (
    ("1", "85048", "15CM CHRISTMAS GLASS BALL", 12, 9, 6.95, 13085, "United Kingdom"),
    ("1", "post", "POSTAGE", 1, 9, 18.0, 13085, "United Kingdom"),
    ("2", "85048", "lost", -3, 20, 0.0, None, "France"),
    ("C3", "85048", "15CM CHRISTMAS GLASS BALL", -2, 25, 6.95, 13085, "United Kingdom"),
    ("A4", "B", "Adjust bad debt", 1, 26, -53594.36, None, "United Kingdom"),
    ("5", "85048", "15CM CHRISTMAS GLASS BALL", 600, 27, 7.5, 12346, "France"),
)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    columns = ("invoice", "stock_code", "description", "quantity", "ts", "price", "customer_id", "country")
    data = dict(zip(columns, map(list, zip(*ROWS, strict=True)), strict=True))
    data["ts"] = [datetime(2011, 12, day, 12, 50) for day in data["ts"]]
    schema = pa.schema({"ts": pa.timestamp("ns"), "customer_id": pa.int32()})
    table = pa.table(
        {
            name: pa.array(values, schema.field(name).type if name in schema.names else None)
            for name, values in data.items()
        }
    )
    pq.write_table(table, tmp_path / "source.parquet")
    from_online_retail(tmp_path / "source.parquet", tmp_path / "shop", scans=[("4006381333931", "Highlighter")])
    return tmp_path / "shop"


def test_lines_keep_quantity_amount_day_and_customer(small: Path) -> None:
    lines = pq.read_table(small / "order_lines.parquet").to_pydict()
    assert lines["quantity"] == [12, 1, -3, -2, -1, 600]
    assert lines["price"] == [695, 1800, 0, 695, 5359436, 750]
    assert lines["at"][0] == "2011-12-09T12:50:00.000Z"
    assert [bool(customer) for customer in lines["customer"]] == [True, True, False, True, False, True]
    assert len(set(lines["order"])) == 5 and len(set(lines["line"])) == 6


def test_products_services_and_scanned_things(small: Path) -> None:
    products = pq.read_table(small / "products.parquet").to_pylist()
    variants = pq.read_table(small / "variants.parquet").to_pylist()
    found = {v["sku"]: (p["name_en"], p["category"], v["price"]) for v, p in zip(variants, products, strict=True)}
    assert found["85048"] == ("15cm christmas glass ball", "Gifts", 750)
    assert found["POST"] == ("Postage", "Services and adjustments", 1800)
    assert found["B"][1] == "Services and adjustments"
    assert found["SCAN-4006381333931"][:2] == ("Highlighter", SCANNED)
    stock = pq.read_table(small / "stock.parquet").to_pydict()
    assert sorted(stock["quantity"]) == [0, 12, 12, 20, 204, 204]


def test_people_are_invented_from_reserved_ranges(small: Path) -> None:
    people = pq.read_table(small / "customers.parquet").to_pylist()
    assert len(people) == 2 and all(person["email"].endswith("@example.com") for person in people)
    assert {person["phone"] for person in people} == {"+44 7700 900000", "+44 7700 900001"}
    assert json.loads(people[1]["addresses"])[0]["country"] == "GB"
    staff = csv.DictReader((small / "staff.csv").read_text(encoding="utf-8").splitlines())
    assert [row["role"] for row in staff] == ["manager", "associate"]


@pytest.mark.slow
@pytest.mark.skipif(not SOURCE.exists(), reason=f"{SOURCE.name} is missing: put it at ../shared/data/")
def test_every_real_line_is_kept(tmp_path: Path) -> None:
    from_online_retail(SOURCE, tmp_path)
    source, lines = pq.read_table(SOURCE), pq.read_table(tmp_path / "order_lines.parquet")
    assert len(lines) == len(source) == 1_044_847
    assert len(pc.unique(lines["order"])) == len(pc.unique(source["invoice"]))
    assert pc.sum(pc.equal(lines["customer"], "")).as_py() == source["customer_id"].null_count
    sold = (
        pc.sum(pc.multiply(pc.cast(lines["quantity"], pa.float64()), pc.cast(lines["price"], pa.float64()))).as_py()
        / 100
    )
    assert sold == pytest.approx(
        pc.sum(pc.multiply(pc.cast(source["quantity"], pa.float64()), source["price"])).as_py(), rel=1e-4
    )
    people = pq.read_table(tmp_path / "customers.parquet")
    assert len(people) == pc.count_distinct(source["customer_id"]).as_py()
    assert len(pc.unique(people["phone"])) == len(people)
