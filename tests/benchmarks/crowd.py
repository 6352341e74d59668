"""How long a tablet's first load takes in a store with 100,000 people, by a ready-made snapshot and by pages."""

from __future__ import annotations

import csv
import shutil
from itertools import islice
from pathlib import Path

from clienteling.demo.halves import Shop, prepare
from tests.benchmarks.figures import Figure
from tests.benchmarks.first_load import loads
from tests.benchmarks.ground import SAMPLE, Ground, silence
from tests.benchmarks.people import invented

KEPT = {"shop", "stores", "staff", "products", "variants"}
COLUMNS = ["id", "name", "store", "phone", "email", "loyalty", "tier", "owner", "birthday", "since", "language",
           "sizes", "says", "consents", "addresses"]  # fmt: skip


def measure(ground: Ground) -> list[Figure]:
    """Seconds until a new tablet holds all of its scopes."""
    people = ground.rounds(100_000, 5_000)
    return loads(ground, _shop(ground.folder, people), f"first load of {people:,} people", rounds=1)


def _shop(folder: Path, people: int) -> Shop:
    shop = folder / "crowd"
    shop.mkdir()
    for path in SAMPLE.iterdir():
        if path.stem in KEPT:
            shutil.copy(path, shop)
    (shop / "pictures").symlink_to(SAMPLE / "pictures")
    store = _first_store(shop / "stores.csv")
    with (shop / "customers.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, COLUMNS, restval="")
        rows.writeheader()
        for one in islice(invented(people), people):
            rows.writerow(
                {"id": one.id, "name": one.name, "store": store, "phone": one.phone, "email": one.email}
                | {"loyalty": one.loyalty, "language": "ko"}
            )
    return prepare(shop, folder / "crowd-central", silence, store=store, tablets=1)


def _first_store(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return next(row["id"] for row in csv.DictReader(file) if row["kind"] == "store")
