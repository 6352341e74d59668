"""Stores and staff as central tells them, turned into rows; knows no screen."""

import asyncio
from collections.abc import Sequence

import msgspec

from clienteling.contract.v1.signin import Device, Staff, Store
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.runtime.central import Central, Refused, Unreachable
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.signin import store


class StoreMirror:
    """Record `store`."""

    kind = "store"
    local = False

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        records = [msgspec.msgpack.decode(change.data or b"", type=Store) for change in changes]
        store.save(tx, store.store, [msgspec.structs.asdict(record) for record in records])

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        store.delete(tx, store.store, ids)

    def redo(self, tx: Tx, operation: Operation) -> None:
        """No fact of a tablet is about a store."""


class StaffMirror:
    """Record `staff`."""

    kind = "staff"
    local = False

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        records = [msgspec.msgpack.decode(change.data or b"", type=Staff) for change in changes]
        store.save(tx, store.staff, [msgspec.structs.asdict(record) for record in records])

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        store.delete(tx, store.staff, ids)

    def redo(self, tx: Tx, operation: Operation) -> None:
        """No fact of a tablet is about a person on the staff."""


async def introduce(db: Db, central: Central, pause: float = 5.0) -> None:
    """Ask central who this tablet is until it says so, and keep the answer for a start without network."""
    while True:
        try:
            device = await central.get("/v1/device", Device)
        except (Unreachable, Refused):
            await asyncio.sleep(pause)
            continue
        await db.run(store.keep_device, msgspec.structs.asdict(device))
        return
