"""Histories over HTTP: events from the web, a person's timeline; the record for the feed."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import get, post
from litestar.params import Parameter

from clienteling.central.clientbook import actions, store
from clienteling.central.clientbook.domain import Happening
from clienteling.central.runtime.db import Database, Tx
from clienteling.central.runtime.problems import Problem
from clienteling.central.sync.domain import By, Verdict
from clienteling.contract.v1 import clientbook as v1
from clienteling.contract.v1.clientbook import Event

_TAGS = ["history"]
_MOST = 500


class Recorded(msgspec.Struct, frozen=True):
    """How many of the events were new."""

    new: int


class Timeline(msgspec.Struct, frozen=True):
    """A page of her history, newest first; `next` is what to ask with for older ones, empty at the end."""

    events: list[Event]
    next: str


@post("/v1/events", operation_id="recordEvents", summary="What happened on the web", tags=_TAGS, status_code=200)
async def record_events(db: Database, by: By, data: list[Event]) -> Recorded:
    """Viewed, saved, carted and rated, each once by its id; only for the web shop's token."""
    if by.kind != "web":
        raise Problem(403, "This token is not the web shop's")
    if len(data) > _MOST:
        raise Problem(413, f"At most {_MOST} events at once")
    return Recorded(await db.run(actions.record, by, [_happening(event) for event in data]))


@get("/v1/customers/{customer:str}/timeline", operation_id="readTimeline", summary="Her history", tags=_TAGS)
async def read_timeline(
    db: Database,
    by: By,
    customer: str,
    before: Annotated[str, Parameter(max_length=100)] = "",
    limit: Annotated[int, Parameter(ge=1, le=_MOST)] = 100,
    phase: str = "",
    channel: str = "",
) -> Timeline:
    """Online and store events merged; of one phase or channel if asked."""
    rows = await db.read(actions.timeline, by, customer, before, limit, phase, channel)
    last = f"{rows[-1]['at']}|{rows[-1]['id']}" if len(rows) == limit else ""
    return Timeline([_record(row) for row in rows], last)


def noted(tx: Tx, by: By, id: str, _base: int, args: v1.Noted) -> Verdict:
    """Fact `outcome.noted`."""
    return actions.note(tx, by, id, args.customer, args.variant, args.what)


def taken_back(tx: Tx, by: By, id: str, _base: int, _args: v1.TakenBack) -> Verdict:
    """Fact `outcome.taken_back`."""
    return actions.take_back(tx, by, id)


def records(tx: Tx, ids: list[str]) -> dict[str, Event]:
    """The records `event`."""
    return {id: _record(row) for id, row in store.many(tx, ids).items()}


def _record(row: dict[str, Any]) -> Event:
    return msgspec.convert(row, Event)


def _happening(event: Event) -> Happening:
    variant = event.items[0].variant if event.items else None
    return Happening(event.id, event.customer, event.at, "online", event.what, variant, event.text)


FACTS = {"outcome.noted": (v1.Noted, noted), "outcome.taken_back": (v1.TakenBack, taken_back)}
RECORDS = {"event": records}
ROUTES = [record_events, read_timeline]
