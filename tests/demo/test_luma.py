"""A catalogue with photographs becomes a shop of the sample's people."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from clienteling.demo.luma import from_luma

LUMA = Path(__file__).parents[3] / "shared" / "data" / "luma"


@pytest.mark.skipif(not LUMA.exists(), reason=f"{LUMA.name}/ is missing: put it at ../shared/data/")
def test_the_photographed_catalogue_as_a_shop(tmp_path: Path) -> None:
    from_luma(LUMA, tmp_path)
    products = pq.read_table(tmp_path / "products.parquet").to_pylist()
    variants = pq.read_table(tmp_path / "variants.parquet").to_pydict()
    assert len(products) > 150 and len(variants["id"]) == 1879
    assert all((tmp_path / "pictures" / product["picture"]).exists() for product in products)
    lines = pq.read_table(tmp_path / "order_lines.parquet").to_pydict()
    price = dict(zip(variants["id"], variants["price"], strict=True))
    assert all(price[v] == paid for v, paid in zip(lines["variant"], lines["price"], strict=True))
    carts = pq.read_table(tmp_path / "carts.parquet").to_pydict()
    pairs = list(zip(carts["customer"], carts["variant"], strict=True))
    assert len(set(pairs)) == len(pairs)
