"""What was learned, over HTTP: whom to tell of a product."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Annotated

from litestar import get
from litestar.params import Parameter

from clienteling.central.insight import actions_audience as audience
from clienteling.central.runtime.db import Database, Tx
from clienteling.central.signin import actions as signin
from clienteling.central.sync.domain import By, Refused
from clienteling.contract.v1.audience import Audience, Told


@get("/v1/audience/{product:str}", operation_id="readAudience", summary="Whom to tell of it", tags=["insight"])
async def read_audience(
    db: Database,
    by: By,
    product: str,
    limit: Annotated[int, Parameter(ge=1, le=200)] = 50,
    staff: Annotated[str | None, Parameter(header="Staff")] = None,
) -> Audience:
    """People of the device's store who allow it, for staff who name themselves in the header `Staff`; on the record."""
    question = await db.read(_ask, by, staff, product)
    found = await asyncio.to_thread(audience.answer, question, limit)
    named = await db.run(_tell, by, staff, found)
    return Audience(product, _day(question.day), [_told(one) for one in named])


def _ask(tx: Tx, by: By, staff: str | None, product: str) -> audience.Question:
    if by.kind != "tablet" or signin.who(tx, by, staff).staff is None:
        raise Refused(403, "This is for the staff of a store.")
    return audience.ask(tx, by.tenant, by.store, product)


def _tell(tx: Tx, by: By, staff: str | None, found: list[audience.Answer]) -> list[audience.Named]:
    return audience.tell(tx, signin.who(tx, by, staff), found)


def _told(one: audience.Named) -> Told:
    why = one.reason
    return Told(one.customer, one.name, one.ways, why.kind, why.times, _day(why.day), why.product)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


ROUTES = [read_audience]
