"""Suggestions over HTTP: one person's list; the tablets' fact and the record for the feed."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import get

from clienteling.central.runtime.db import Database, Tx
from clienteling.central.suggestions import actions, store
from clienteling.central.sync.domain import By, Verdict
from clienteling.contract.v1 import suggestions as v1


@get("/v1/suggestions/{customer:str}", operation_id="readSuggestions", summary="For her now", tags=["suggestions"])
async def read_suggestions(db: Database, by: By, customer: str) -> v1.Suggestions:
    """Best first, each with its reason; empty when there is nothing honest to say."""
    return _record(await db.read(actions.view, by, customer))


def refused(tx: Tx, by: By, id: str, _base: int, args: v1.Refused) -> Verdict:
    """Fact `suggestions.refused`."""
    return actions.refuse(tx, by, id, args.product)


def readmitted(tx: Tx, by: By, id: str, _base: int, args: v1.Readmitted) -> Verdict:
    """Fact `suggestions.readmitted`."""
    return actions.readmit(tx, by, id, args.product)


def records(tx: Tx, ids: list[str]) -> dict[str, v1.Suggestions]:
    """The records `suggestions`."""
    return {id: _record(row) for id, row in store.many(tx, ids).items()}


def _record(row: dict[str, Any]) -> v1.Suggestions:
    told = {name: row[name] for name in ("at", "items", "made_by", "refused")}
    return msgspec.convert({"customer": row["id"], **told}, v1.Suggestions)


FACTS = {"suggestions.refused": (v1.Refused, refused), "suggestions.readmitted": (v1.Readmitted, readmitted)}
RECORDS = {"suggestions": records}
ROUTES = [read_suggestions]
