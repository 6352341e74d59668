"""A shop folder with the photographs of the Luma catalogue and the people of the sample."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from clienteling.demo.sample_ids import PRODUCT, STORE, VARIANT, sample_gtin, sample_id
from clienteling.demo.sample_names import STORES
from clienteling.demo.sample_shop import write_sample, write_table

WON = 1350
Row = dict[str, Any]


def from_luma(luma: Path, directory: Path, seed: int = 952) -> None:
    """Make the folder from `products.parquet` and `pictures/` in `luma`; dollars become thousands of won."""
    write_sample(directory, seed=seed, pictures=False)
    rows = pq.read_table(luma / "products.parquet").to_pylist()
    sellable = [row for row in rows if row["product_type"] == "simple"]
    parents = {row["sku"]: row for row in rows}
    groups: dict[str, list[Row]] = {}
    for row in sellable:
        groups.setdefault(row["parent"] or row["sku"], []).append(row)
    prices = _write_products(luma, directory, [(parents[sku], group) for sku, group in groups.items()])
    _write_stock(directory, len(prices), seed)
    for name in ("order_lines", "events", "carts"):
        _retell(directory / f"{name}.parquet", prices)


def _write_products(luma: Path, directory: Path, groups: list[tuple[Row, list[Row]]]) -> list[int]:
    pictures = directory / "pictures"
    pictures.mkdir(exist_ok=True)
    products: list[tuple[Any, ...]] = []
    variants: list[tuple[Any, ...]] = []
    for number, (parent, group) in enumerate(groups):
        picture = Path(group[0]["base_image"] or parent["base_image"]).name
        shutil.copyfile(luma / "pictures" / picture, pictures / picture)
        text = " ".join(re.sub(r"<[^>]+>|&\w+;", " ", parent["description"] or "").split())[:160]
        name, category = parent["name"], _category(parent["categories"] or "")
        products.append((sample_id(PRODUCT, number), name, name, "Luma", category, text, text, picture))
        for row in group:
            place, colour = len(variants), row["color"] or ""
            price = round(float(row["price"]) * WON / 1000) * 1000
            gtin = sample_gtin(500_000 + place)
            variants.append(
                (
                    sample_id(VARIANT, place),
                    sample_id(PRODUCT, number),
                    row["sku"],
                    gtin,
                    colour,
                    colour,
                    row["size"] or "",
                    price,
                    "KRW",
                )
            )
    write_table(
        directory / "products.parquet", _columns("id name_ko name_en brand category text_ko text_en picture", products)
    )
    write_table(
        directory / "variants.parquet",
        _columns("id product sku gtin colour_ko colour_en size price currency", variants),
    )
    return [row[7] for row in variants]


def _columns(names: str, rows: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    return dict(zip(names.split(), zip(*rows, strict=True), strict=True))


def _category(path: str) -> str:
    parts = [
        part
        for part in path.split(",", maxsplit=1)[0].split("/")
        if part not in ("Default Category", "Gear", "Men", "Women")
    ]
    return parts[1] if len(parts) > 1 and parts[0] in ("Tops", "Bottoms") else parts[0]


def _write_stock(directory: Path, count: int, seed: int) -> None:
    rng = np.random.default_rng([seed, 5])
    places = len(STORES) + 2
    levels = rng.poisson(4, (places, count)) * (rng.random((places, count)) > 0.25)
    location, variant = np.nonzero(levels >= 0)
    write_table(
        directory / "stock.parquet",
        {
            "location": [sample_id(STORE, int(s)) for s in location],
            "variant": [sample_id(VARIANT, int(v)) for v in variant],
            "quantity": levels[location, variant].tolist(),
        },
    )


def _retell(path: Path, prices: list[int]) -> None:
    """The sample's lines about a thing of this catalogue instead, always the same one for the same thing."""
    table = pq.read_table(path)
    numbers = [int(text[-12:], 16) * 7919 % len(prices) if text else -1 for text in table["variant"].to_pylist()]
    told = [sample_id(VARIANT, n) if n >= 0 else "" for n in numbers]
    table = table.set_column(table.schema.get_field_index("variant"), "variant", pa.array(told))
    if "price" in table.column_names:
        paid = pa.array([prices[n] for n in numbers], pa.int64())
        table = table.set_column(table.schema.get_field_index("price"), "price", paid)
    if path.stem == "carts":
        first = table.append_column("row", pa.array(np.arange(len(table)))).group_by(
            ["customer", "variant"], use_threads=False
        )
        table = first.aggregate([("row", "min"), ("quantity", "max")]).sort_by("row_min")
        table = table.select(["customer", "variant", "quantity_max"]).rename_columns(
            ["customer", "variant", "quantity"]
        )
    pq.write_table(table, path, compression="zstd")
