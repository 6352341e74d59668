"""Makes the home of a tablet that has loaded its store from central, in a process of its own; measures nothing."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from clienteling.demo.halves import running
from clienteling.desktop.signin import wire as signin_wire
from clienteling.desktop.sync.pull import pull
from tests.benchmarks.ground import MIRRORS_BY_KIND, Ground, central, new_store


def main() -> None:
    """`python -m tests.benchmarks.tablet FOLDER`: FOLDER/tablet."""
    folder = Path(sys.argv[1])
    shop = Ground(folder, quick=True).shop()
    with running(shop) as url:
        asyncio.run(_load(folder / "tablet", url, shop.tablets[0]))


async def _load(home: Path, url: str, token: str) -> None:
    db = new_store(home / "data" / "tablet.sqlite")
    with central(url, token) as link:
        await signin_wire.introduce(db, link)
        await pull(db, link, MIRRORS_BY_KIND, lambda scope, done, of: None)
        await link.close()
    db.close()


if __name__ == "__main__":
    main()
