"""A shop whose people are of three groups, each with three categories of its own; knows no test."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from tests.helpers.gift_shop import Line, lines

CATEGORIES = [f"kind-{at}" for at in range(12)]
GROUPS = {"garden": (0, 1, 2), "desk": (4, 5, 6), "table": (8, 9, 10)}
PRODUCTS = {f"p-{kind}-{at}": (kind, "", 100) for kind in CATEGORIES for at in range(8)}
"""Category, brand and price by product."""
PEOPLE = 240


def planted(days: int = 600, seed: int = 3) -> pa.Table:
    """Each person buys four in five things of the categories of her group, `c000` of the first, and the rest of any."""
    random, rows = np.random.default_rng(seed), list[Line]()
    for person in range(PEOPLE):
        own = list(GROUPS.values())[person % 3]
        for day in range(int(random.integers(0, 60)), days, 40):
            for _ in range(2):
                kind = random.choice(own) if random.random() < 0.8 else random.integers(0, 12)
                product = f"p-{CATEGORIES[kind]}-{random.integers(0, 8)}"
                rows.append((f"c{person:03d}", f"b{person}-{day}", day, product))
    return lines(*rows)
