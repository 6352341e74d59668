"""The committed sample shop as central would tell it to a tablet: places, products, stock and, if drawn, pictures."""

import csv
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq

from clienteling.contract.gtin import gtin14
from clienteling.contract.v1.catalog import Product, Stock, Variant
from clienteling.contract.v1.signin import Store
from clienteling.desktop.sync import mirror
from tests.helpers.shop import MIRRORS, change

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
STORE = "95200001-0000-8000-8000-000000000000"


def rows(name):
    """All rows of one of the sample's Parquet files."""
    return pq.read_table(SAMPLE / f"{name}.parquet").to_pylist()


def open_sample(tx, limit=620):
    """The sample shop's first products are on the tablet, with all their stock."""
    products = _products(limit)
    kept = {variant.id for product in products for variant in product.variants}
    stock = [Stock(**row) for row in rows("stock") if row["variant"] in kept]
    with (SAMPLE / "stores.csv").open(encoding="utf-8") as file:
        stores = [Store(**row) for row in csv.DictReader(file)]
    changes = [change("store", one.id, one) for one in stores]
    changes += [change("product", one.id, one) for one in products]
    changes += [change("stock", f"{one.location}:{one.variant}", one) for one in stock]
    mirror.apply_changes(tx, MIRRORS, "tenant:t", changes)
    return products


def keep_pictures(cache, products):
    """The drawn pictures are on the tablet; returns how many there were."""
    files = [(one.id, SAMPLE / "pictures" / (one.picture or "")) for one in products]
    return sum(cache.store(id, file.read_bytes()) for id, file in files if file.is_file())


def _products(limit):
    variants = defaultdict(list)
    for row in rows("variants"):
        row["gtin"] = gtin14(row["gtin"] or "")
        variants[row.pop("product")].append(Variant(**row))
    # every seventh, so that few products show every category
    some = rows("products")[:: 7 if limit < 100 else 1][:limit]
    return [Product(**row, variants=variants[row["id"]]) for row in some]
