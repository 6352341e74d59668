"""DuckDB as the ground of the pipeline: lines from memory or a file, and rows that are worked out once."""

import pyarrow.parquet as pq
import pytest

from clienteling.central.insight.duck import Duck
from tests.helpers.gift_shop import lines

SHOP = lines(("ann", "1", 5, "tea"), (None, "2", 6, "cup"))


@pytest.fixture
def duck():
    running = Duck()
    yield running
    running.close()


def test_lines_from_memory_and_from_a_file(duck, tmp_path):
    pq.write_table(SHOP, tmp_path / "lines.parquet")
    for told in (SHOP, tmp_path / "lines.parquet"):
        assert duck.rows(duck.take(told).order_by("day")).to_pylist() == SHOP.to_pylist()


def test_what_is_kept_stays_as_it_was(duck, tmp_path):
    pq.write_table(SHOP, tmp_path / "lines.parquet")
    kept = duck.keep("kept", duck.take(tmp_path / "lines.parquet"))
    pq.write_table(SHOP.slice(1), tmp_path / "lines.parquet")
    assert duck.rows(kept.order_by("day")).num_rows == 2
