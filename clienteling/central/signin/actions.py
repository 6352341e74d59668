"""What can be done about stores, staff and devices, and who is asking."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import count
from secrets import token_bytes
from typing import Any

from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Row, Tx, insert_rows
from clienteling.central.signin import store
from clienteling.central.signin.domain import device_code, digest, new_token, verifier
from clienteling.central.sync import access, feed
from clienteling.central.sync.domain import By, Refused, stock_scope, store_scope, tenant_scope
from clienteling.contract.ids import new_id

_STORE = ("id", "ver", "tenant", "code", "name_ko", "name_en", "kind", "currency", "city")
_KEY_BYTES = 32
_STAFF = ("id", "ver", "name", "role", "store", "pin", "badge")


def by_token(tx: Tx, token: str) -> By | None:
    """Whose token this is; None for one that was never given out or was revoked."""
    row = store.device_by_digest(tx, digest(token))
    return By(row.id, row.store, row.tenant, kind=row.kind) if row else None


def who(tx: Tx, by: By, staff: str | None) -> By:
    """The same device with the person who holds it; Refused 422 for somebody this tenant does not employ."""
    if staff is None:
        return by
    member = store.staff_of(tx, staff)
    if member is None or member.tenant != by.tenant:
        raise Refused(422, "Central does not know who did this")
    # Whoever helps out elsewhere decides nothing there: a manager is one of her own store only.
    return replace(by, staff=staff, role=member.role if member.store == by.store else "associate")


def scopes(tx: Tx, by: By) -> list[str]:
    """What the token lets a tablet read: its tenant, its store's people, and the stock of every location."""
    stock = [stock_scope(location) for location in store.locations(tx, by.tenant)]
    return [tenant_scope(by.tenant), store_scope(by.store), *stock]


def kinds(tx: Tx, tenant: str) -> dict[str, str]:
    """The tenant's locations: which is a store, which the warehouse, which the online shop."""
    return store.kinds(tx, tenant)


def store_codes(tx: Tx, ids: Iterable[str]) -> dict[str, str]:
    """What a shop calls these stores."""
    return {row.id: row.code for row in store.stores(tx, list(ids))}


def store_names(tx: Tx, ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """The Korean and the English name of each of these stores."""
    return store.names(tx, ids)


def next_store(tx: Tx, id: str) -> str | None:
    """The store that follows this one in the order of ids, warehouses and online shops left out; None at the end."""
    return store.next_store(tx, id)


def register_device(tx: Tx, at: str, name: str, kind: str = "tablet") -> tuple[str, str]:
    """Give a device of the store `at` (id or code) its identity; (device id, token), the token is shown only now.

    Raises LookupError where there is no such store.
    """
    shop = _store(tx, at)
    id, token = new_id(), new_token()
    row = {"id": id, "name": name, "store": shop.id, "code": _free_code(tx, shop), "tenant": shop.tenant, "kind": kind}
    store.add_device(tx, token_sha256=digest(token), revoked=False, **row)
    return id, token


def store_named(tx: Tx, at: str) -> str:
    """The id of the store with this id or code. Raises LookupError where there is no such store."""
    return str(_store(tx, at).id)


def _store(tx: Tx, at: str) -> Row:
    shop = store.store_by(tx, at)
    if shop is None:
        raise LookupError(f"there is no store {at}")
    return shop


def _free_code(tx: Tx, shop: Row) -> str:
    """The store's next code that nobody has; who registers at the same moment waits for the store's row."""
    store.lock(tx, shop.id)
    taken = store.codes(tx, shop.tenant)
    numbers = count(store.devices_of(tx, shop.id) + 1)
    return next(code for number in numbers if (code := device_code(shop.code, number)) not in taken)


def revoke_device(tx: Tx, id: str) -> None:
    """Let a device's token open nothing any more."""
    store.revoke(tx, id)


def release_key(tx: Tx, by: By) -> bytes | None:
    """The key of the device's local store, written down as released; None where central keeps none for it."""
    key = store.key_of(tx, by.device)
    if key is not None:
        access.record(tx, by, "key.released")
    return key


def make_key(tx: Tx, by: By) -> bytes:
    """The key of the device's local store, made now where there was none: one that exists is never replaced."""
    if store.key_of(tx, by.device) is None:
        store.keep_key(tx, by.device, token_bytes(_KEY_BYTES), now())
        access.record(tx, by, "key.made")
    key = release_key(tx, by)
    assert key is not None, "it was made above"
    return key


def note_keeper(tx: Tx, by: By, keeper: str) -> None:
    """Write down who keeps the key of a device's local store."""
    access.record(tx, by, "key.kept", why=keeper)


def any_store(tx: Tx) -> bool:
    """Whether a shop was taken in already."""
    return store.any_store(tx)


def load_stores(tx: Tx, tenant: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Take in stores: id code name_ko name_en kind currency city."""
    taken = [(row[0], 1, tenant, *row[1:]) for row in rows]
    insert_rows(tx, store.store, _STORE, taken)
    for row in taken:
        feed.touch(tx, "store", row[0], 1, [tenant_scope(tenant)])


def load_staff(tx: Tx, tenant: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Take in staff: id name role store pin badge; the PIN comes in the clear and is not kept so."""
    taken = [(id, 1, name, role, place, verifier(pin), badge) for id, name, role, place, pin, badge in rows]
    insert_rows(tx, store.staff, _STAFF, taken)
    for row in taken:
        feed.touch(tx, "staff", row[0], 1, [tenant_scope(tenant)])
