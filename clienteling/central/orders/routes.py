"""Orders over HTTP: one order; the tablets' facts and the record for the feed."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import get

from clienteling.central.orders import actions, store
from clienteling.central.orders.domain import Line
from clienteling.central.runtime.db import Database, Tx
from clienteling.central.sync.domain import By, Verdict
from clienteling.contract.v1 import orders as v1


@get("/v1/orders/{order:str}", operation_id="readOrder", summary="One order", tags=["orders"])
async def read_order(db: Database, by: By, order: str) -> v1.Order:
    """For the stores it concerns; 404 for everybody else."""
    return _record(await db.read(actions.view, by, order))


def placed(tx: Tx, by: By, id: str, _base: int, args: v1.Placed) -> Verdict:
    """Fact `order.placed`."""
    told = msgspec.to_builtins(args)
    lines = [Line(*(line[name] for name in Line._fields)) for line in told["lines"]]
    return actions.place(tx, by, id, told, lines)


def moved(tx: Tx, by: By, id: str, _base: int, args: v1.Moved) -> Verdict:
    """Fact `order.moved`."""
    return actions.move(tx, by, id, args.to, args.reason)


def numbers_left_out(tx: Tx, by: By, _id: str, _base: int, args: v1.NumbersLeftOut) -> Verdict:
    """Fact `order.numbers_left_out`."""
    actions.note_gap(tx, by, args.first, args.last)
    return Verdict(1)


def records(tx: Tx, ids: list[str]) -> dict[str, v1.Order]:
    """The records `order`, with their lines in order."""
    return {id: _record(row) for id, row in store.many(tx, ids).items()}


def _record(row: dict[str, Any]) -> v1.Order:
    return msgspec.convert(row, v1.Order)


FACTS = {
    "order.placed": (v1.Placed, placed),
    "order.moved": (v1.Moved, moved),
    "order.numbers_left_out": (v1.NumbersLeftOut, numbers_left_out),
}
RECORDS = {"order": records}
ROUTES = [read_order]
