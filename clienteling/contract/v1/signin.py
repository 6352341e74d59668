"""Stores, staff and devices as central tells them."""

from typing import Literal

import msgspec


class Store(msgspec.Struct, frozen=True):
    """Record `store` (scope tenant): a shop, the warehouse or the online shop."""

    id: str
    code: str
    name_ko: str
    name_en: str
    kind: Literal["store", "warehouse", "online"]
    currency: str
    city: str = ""


class Staff(msgspec.Struct, frozen=True):
    """Record `staff` (scope tenant): who may sign in; `pin` is an Argon2id verifier, `badge` the code on the badge."""

    id: str
    name: str
    role: Literal["associate", "manager"]
    store: str
    pin: str
    badge: str


class Device(msgspec.Struct, frozen=True):
    """What a device may know of itself: its name, its store and the code before its receipt numbers."""

    id: str
    name: str
    store: str
    code: str
    tenant: str


class StoreKey(msgspec.Struct, frozen=True):
    """The 32 bytes that open a tablet's local store, where central keeps them; the tablet never writes them down."""

    key: bytes

    def __repr__(self) -> str:
        return "StoreKey(..)"


Keeper = Literal["tpm", "keyring", "central", "file"]


class KeyKept(msgspec.Struct, frozen=True):
    """Who keeps the key of a tablet's local store, told at every start so that a weak place is seen at central."""

    keeper: Keeper
