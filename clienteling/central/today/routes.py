"""Visits over HTTP, as the app and beacons tell them; the tablets' facts and the record for the feed."""

from __future__ import annotations

import msgspec
from litestar import post

from clienteling.central.runtime.db import Database, Tx
from clienteling.central.sync.domain import By, Verdict
from clienteling.central.today import actions, store
from clienteling.contract.v1 import today as v1


class Arrived(v1.Started, frozen=True, kw_only=True):
    """Somebody came into a store; `id` is made by the client."""

    id: str


@post("/v1/visits", operation_id="tellVisit", summary="Somebody came in", tags=["today"], status_code=200)
async def tell_visit(db: Database, by: By, data: Arrived) -> v1.Visit:
    """Presence noticed by the app or a beacon needs her consent: 422 without it."""
    await db.run(actions.start, by, data.id, data.customer, data.source, data.zone, data.store)
    return (await db.read(records, [data.id]))[data.id]


def started(tx: Tx, by: By, id: str, _base: int, args: v1.Started) -> Verdict:
    """Fact `visit.started`."""
    return actions.start(tx, by, id, args.customer, args.source, args.zone)


def ended(tx: Tx, by: By, id: str, _base: int, _args: v1.Ended) -> Verdict:
    """Fact `visit.ended`."""
    return actions.end(tx, by, id)


def records(tx: Tx, ids: list[str]) -> dict[str, v1.Visit]:
    """The records `visit`."""
    names = v1.Visit.__struct_fields__
    rows = store.many(tx, ids)
    return {id: msgspec.convert({name: row[name] for name in names}, v1.Visit) for id, row in rows.items()}


FACTS = {"visit.started": (v1.Started, started), "visit.ended": (v1.Ended, ended)}
RECORDS = {"visit": records}
ROUTES = [tell_visit]
