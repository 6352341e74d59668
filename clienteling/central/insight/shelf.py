"""Where what was learned is kept: one file of plain arrays, replaced whole or not at all; knows no rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse

from clienteling.central.insight import arrays
from clienteling.central.insight.domain import Array, Known
from clienteling.central.insight.folder import FILE
from clienteling.central.insight.model import Model
from clienteling.central.insight.trees import Trees

SHAPE = 4
"""Of the file; one of another shape is as good as none."""
_TABLES = ("personal", "people", "sold", "rhythms")
_TREES = ("basket", "due", "wanted")


def keep(model: Model, folder: Path, shop: str = "") -> Path:
    """Put it in the place of what is there; `shop` says which one it was learned of."""
    path = folder / FILE
    arrays.put(path, shop=shop, **_arrays(model))
    return path


def take(folder: Path, shop: str = "") -> Model | None:
    """What was kept last; None where nothing was, of another shop or by another version."""
    path = folder / FILE
    if not path.exists():
        return None
    with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        told = {name: kept[name] for name in kept.files}
    return _model(told) if int(told["shape"]) == SHAPE and str(told["shop"]) == shop else None


def forget(folder: Path) -> None:
    """Nothing is kept any more."""
    (folder / FILE).unlink(missing_ok=True)


def _arrays(model: Model) -> dict[str, Any]:
    known, pull = model.known, model.pull
    tables = {"personal": known.personal, "people": known.people, "sold": known.sold, "rhythms": model.rhythms}
    told: dict[str, Any] = {"shape": SHAPE, "cut": known.cut, "starts": known.starts}
    told |= {"customers": known.customers, "products": known.products, "together": model.together}
    told["shared"] = model.shared
    told |= {f"{table}.{name}": column for table, columns in tables.items() for name, column in columns.items()}
    told |= {f"pull.{name}": getattr(pull, name) for name in ("data", "indices", "indptr")}
    for which in _TREES:
        told |= {f"{which}.{name}": getattr(getattr(model, which), name) for name in Trees.__dataclass_fields__}
    return told


def _model(told: dict[str, Array]) -> Model:
    tables = {table: _columns(told, table) for table in _TABLES}
    known = Known(
        int(told["cut"]), told["customers"], told["products"], tables["personal"], told["starts"],
        tables["people"], tables["sold"],
    )  # fmt: skip
    count = len(known.products)
    pull = sparse.csr_matrix((told["pull.data"], told["pull.indices"], told["pull.indptr"]), shape=(count, count))
    learned = (_trees(_columns(told, which)) for which in _TREES)
    return Model(known, pull, told["together"], told["shared"], *learned, tables["rhythms"])


def _trees(columns: dict[str, Array]) -> Trees:
    return Trees(float(columns["start"]), columns["columns"], columns["thresholds"], columns["values"])


def _columns(told: dict[str, Array], table: str) -> dict[str, Array]:
    return {name.partition(".")[2]: column for name, column in told.items() if name.startswith(f"{table}.")}
