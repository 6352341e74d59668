"""Sign-in over HTTP: the device behind a token, and what the feed tells of stores and staff."""

from __future__ import annotations

from typing import Any

from litestar import Request, get, post

from clienteling.central.runtime.db import Database, Tx
from clienteling.central.runtime.problems import Problem
from clienteling.central.signin import actions, store
from clienteling.central.sync.domain import By
from clienteling.contract.v1.signin import Device, KeyKept, Staff, Store, StoreKey

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


@get("/v1/device/key", operation_id="releaseKey", summary="The key of its local store", tags=["sign-in"])
async def release_key(db: Database, by: By) -> StoreKey:
    """For a tablet without a safe place of its own; 404 where central keeps none. Each release is written down."""
    _only_tablets(by)
    key = await db.run(actions.release_key, by)
    if key is None:
        raise Problem(404, "Central keeps no key for this device")
    return StoreKey(key)


@post("/v1/device/key", operation_id="makeKey", summary="Let central keep a key", tags=["sign-in"], status_code=200)
async def make_key(db: Database, by: By) -> StoreKey:
    """A key for its local store that central keeps; the one it had, where it had one."""
    _only_tablets(by)
    return StoreKey(await db.run(actions.make_key, by))


@post("/v1/device/keeper", operation_id="noteKeeper", summary="Who keeps its key", tags=["sign-in"], status_code=200)
async def note_keeper(db: Database, by: By, data: KeyKept) -> KeyKept:
    """Told at each start and written down, so that a key in a file is seen."""
    _only_tablets(by)
    await db.run(actions.note_keeper, by, data.keeper)
    return data


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


def _only_tablets(by: By) -> None:
    if by.kind != "tablet":
        raise Problem(403, "This token is not a tablet's")


RECORDS = {"store": stores, "staff": staff}
ROUTES = [read_device, release_key, make_key, note_keeper]
