"""A small shop whose answers are known by heart, and a larger one whose people have habits; knows no test."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

Line = tuple[str | None, str, int, str]
"""Customer, basket, day, product."""


def lines(*told: Line) -> pa.Table:
    """Lines as the pipeline reads them."""
    names = ("customer", "basket", "day", "product")
    types = (pa.string(), pa.string(), pa.int32(), pa.string())
    columns = zip(*told, strict=True) if told else ((), (), (), ())
    return pa.table({name: pa.array(list(each), kind) for name, kind, each in zip(names, types, columns, strict=True)})


def habits(people: int = 120, days: int = 400, seed: int = 1) -> pa.Table:
    """Everybody buys two products of her own again and again, and tea with its cup; now and then anything."""
    random = np.random.default_rng(seed)
    told: list[Line] = []
    for person in range(people):
        own = random.choice(40, 2, replace=False)
        day = int(random.integers(0, 30))
        while day < days:
            basket = {f"own-{product:02d}" for product in own}
            basket |= {f"any-{random.integers(0, 30):02d}"}
            if random.random() < 0.3:
                pair = random.integers(0, 10)
                basket |= {f"tea-{pair}", f"cup-{pair}"}
            told += [(f"c{person:03d}", f"b{person:03d}-{day:04d}", day, product) for product in sorted(basket)]
            day += int(random.integers(20, 45))
    return lines(*told)
