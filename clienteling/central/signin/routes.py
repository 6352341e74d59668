"""Sign-in over HTTP: the device behind a token, and what the feed tells of stores and staff."""

from __future__ import annotations

from typing import Any

from litestar import Request, get

from clienteling.central.runtime.db import Database, Tx
from clienteling.central.runtime.problems import Problem
from clienteling.central.signin import actions, store
from clienteling.central.sync.domain import By
from clienteling.contract.v1.signin import Device, Staff, Store

_SCHEME = "Bearer "


async def by(request: Request[Any, Any, Any], db: Database) -> By:
    """Whoever sends the request, by the token alone; 401 without a valid one. Handlers ask for it as `by: By`."""
    header = request.headers.get("authorization", "")
    found = await db.read(actions.by_token, header.removeprefix(_SCHEME)) if header.startswith(_SCHEME) else None
    if found is None:
        raise Problem(401, "This device is not registered", headers={"WWW-Authenticate": "Bearer"})
    return found


@get("/v1/device", operation_id="readDevice", summary="What a device may know of itself", tags=["sign-in"])
async def read_device(db: Database, by: By) -> Device:
    """Its name, its store and the code before its receipt numbers."""
    row = await db.read(store.device_of, by.device)
    return Device(row.id, row.name, row.store, row.code, row.tenant)


def stores(tx: Tx, ids: list[str]) -> dict[str, Store]:
    """The records `store`."""
    return {
        row.id: Store(row.id, row.code, row.name_ko, row.name_en, row.kind, row.currency, row.city)
        for row in store.stores(tx, ids)
    }


def staff(tx: Tx, ids: list[str]) -> dict[str, Staff]:
    """The records `staff`."""
    return {
        row.id: Staff(row.id, row.name, row.role, row.store, row.pin, row.badge) for row in store.staff_members(tx, ids)
    }


RECORDS = {"store": stores, "staff": staff}
ROUTES = [read_device]
