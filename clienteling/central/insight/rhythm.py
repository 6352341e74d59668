"""What says when a product is bought again: the gaps between a person's purchases; knows no engine."""

from __future__ import annotations

import numpy as np

from clienteling.central.insight.domain import Array, Columns, Known

HORIZON = 28
"""Within how many days it is bought or not."""
SHRINK = 3.0
"""Her own median gap counts as much as the product's after so many gaps."""


def numbers(known: Known, rhythms: Columns) -> Array:
    """A row for each person and product with a rhythm.

    Which, was chosen on Online Retail II for 2011-06-10 and on The Complete Journey for 2017-10-01 and 2017-11-01.
    """
    gaps = rhythms["days"] - 1
    expected = (gaps * rhythms["gap"] + SHRINK * rhythms["usual"]) / (gaps + SHRINK)
    elapsed = known.cut - rhythms["last"]
    who, sold = rhythms["customer"], {name: column[rhythms["product"]] for name, column in known.sold.items()}
    visits, last_visit = known.people["recent"][who], known.people["last"][who]
    columns = [
        rhythms["days"], elapsed, expected, elapsed / expected, rhythms["gap"], rhythms["last_gap"], rhythms["usual"],
        visits, known.people["baskets"][who], known.cut - last_visit, rhythms["last"] - last_visit,
        sold["recent"], known.cut - sold["last"], sold["season"], sold["year"],
        known.bought_again()[rhythms["product"]], elapsed / rhythms["longest"],
    ]  # fmt: skip
    return np.column_stack(columns).astype(np.float32)
