"""How long taking in a shop takes, from its files to first loads: the sample shop and Online Retail II."""

from __future__ import annotations

import time
from pathlib import Path

from clienteling.demo.halves import prepare
from clienteling.demo.online_retail import from_online_retail
from tests.benchmarks.figures import SHARED, Figure
from tests.benchmarks.ground import Ground, say, silence

RETAIL = SHARED / "online_retail_ii.parquet"


def measure(ground: Ground) -> list[Figure]:
    """Seconds of importing, once each: it is too long for rounds."""
    begin = time.perf_counter()
    ground.shop()
    figures = [Figure("take in the sample shop", "s", [time.perf_counter() - begin], "51,596 order lines")]
    if ground.quick:
        return figures
    if not RETAIL.exists():
        say(f"Online Retail II is left out: {RETAIL.name} is not in ../shared/data")
        return figures
    return [*figures, _retail(ground.folder)]


def _retail(folder: Path) -> Figure:
    shop = folder / "retail"
    from_online_retail(RETAIL, shop)
    begin = time.perf_counter()
    prepare(shop, folder / "retail-central", silence)
    return Figure("take in Online Retail II", "s", [time.perf_counter() - begin], "1,044,847 order lines")
