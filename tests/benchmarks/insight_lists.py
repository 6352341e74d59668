"""How long one person's list takes at central once a shop was learned: prints a table, 1 when ours misses the bar.

`python -m tests.benchmarks.insight_lists [FOLDER]` takes in a shop folder, the sample if none is named, and learns.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from clienteling.central.app import Central, build
from clienteling.central.insight import apart
from clienteling.central.insight.folder import mark
from clienteling.central.intake.load import load
from clienteling.central.runtime.config import Config
from clienteling.central.runtime.db import Tx
from clienteling.central.suggestions import actions
from tests.benchmarks.figures import ROOT, Figure, table

PEOPLE = 400
MILLISECONDS = 5


def main() -> int:
    """Measure in a new folder."""
    shop = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "sample"
    with tempfile.TemporaryDirectory(prefix="clienteling-lists-") as folder:
        figures = asyncio.run(_measure(shop, Path(folder)))
    print(table({"lists": figures}))
    missed = figures[0].median > MILLISECONDS
    if missed:
        print(f"MISSED: {figures[0].what} {figures[0].median:.1f} ms, the bar is {MILLISECONDS}")
    return int(missed)


async def _measure(shop: Path, folder: Path) -> list[Figure]:
    config = Config(database=f"sqlite+aiosqlite:///{folder / 'shop.sqlite'}", folder=folder)
    async with build(config).open() as central:
        await load(central, shop)
        await apart.learn(config.database, folder, lambda step: print(f"learning: step {step}", file=sys.stderr))
        if mark(folder) is None:
            raise SystemExit("what was learned of this shop is not used, so that there is nothing to measure")
        return await _lists(central)


async def _lists(central: Central) -> list[Figure]:
    """Of so many people, one after the other, each alone in a transaction as after an order of hers."""
    people = await central.db.read(actions.store.after, "", PEOPLE)
    foreseeing, whole = [], []
    original = actions._foreseen
    actions._foreseen = _timed(original, foreseeing)
    try:
        for id in people:
            await central.db.run(_timed(_refresh, whole), id)
    finally:
        actions._foreseen = original
    return [Figure("from her lines", "ms", foreseeing), Figure("with its queries and writing", "ms", whole)]


def _refresh(tx: Tx, id: str) -> int:
    return actions.refresh(tx, [id])


def _timed(work: Callable[..., Any], took: list[float]) -> Callable[..., Any]:
    def timed(*told: Any) -> Any:
        begin = time.perf_counter()
        found = work(*told)
        took.append((time.perf_counter() - begin) * 1000)
        return found

    return timed


if __name__ == "__main__":
    sys.exit(main())
