"""The tiny shop of every history: two stores and a warehouse, four things, three people, five tablets."""

from __future__ import annotations

from typing import Any, NamedTuple

from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Person
from clienteling.central.runtime.db import Tx
from clienteling.central.signin import actions as signin
from clienteling.contract.ids import cart_of
from tests.faults.histories.seams import swapped

TENANT = "t"
STORES = ("store-a", "store-b")
DEPOT = "depot"
PLACES = [("store-a", "A", "store"), ("store-b", "B", "store"), (DEPOT, "D", "warehouse")]
PRICES = {"mug": 115, "scarf": 1999, "boots": 12901, "coat": 38995}
"""In pence, and such that a float would not keep them."""
STOCK = {
    "store-a": {"mug": 9, "scarf": 2, "coat": 1},
    "store-b": {"mug": 3, "boots": 1},
    DEPOT: {"scarf": 4, "boots": 3},
}
PEOPLE = {"minseo": "store-a", "jose": "store-a", "yuna": "store-b"}
CARTS = {cart_of(person): person for person in PEOPLE}
HOMES = ("store-a", "store-a", "store-b", "store-a", "store-b")
"""Where each of the tablets is."""


class Staff(NamedTuple):
    """Somebody who works in a store."""

    id: str
    role: str
    store: str


STAFF = [Staff(f"{role}-{place[-1]}", role, place) for place in STORES for role in ("associate", "manager")]


def found(tx: Tx) -> list[tuple[str, str]]:
    """Take the shop in; device id and token of each tablet."""
    signin.load_stores(tx, TENANT, [(id, code, id, id, kind, "GBP", "Seoul") for id, code, kind in PLACES])
    tokens = iter(f"token-{n}" for n in range(len(HOMES)))
    stubs = [(signin, "new_token", lambda: next(tokens)), (signin, "verifier", lambda _pin: "")]
    with swapped(stubs):
        signin.load_staff(tx, TENANT, [(one.id, one.id, one.role, one.store, "135790", one.id) for one in STAFF])
        devices = [signin.register_device(tx, place, f"Tablet {n}") for n, place in enumerate(HOMES, 1)]
    products = [(f"p-{id}", id, id, "Hanok", "Things", "", "", None) for id in PRICES]
    catalog.load_products(tx, TENANT, products, {f"p-{id}": [_variant(id, price)] for id, price in PRICES.items()})
    catalog.load_stock(tx, [(place, id, count) for place, lying in STOCK.items() for id, count in lying.items()])
    customers.load(tx, TENANT, [_person(id, home) for id, home in PEOPLE.items()])
    return devices


def _variant(id: str, price: int) -> tuple[Any, ...]:
    return (id, f"p-{id}", f"SKU-{id}", None, "", "", "", price, "GBP")


def _person(id: str, home: str) -> Person:
    address = {"id": f"home-{id}", "label": "Home", "recipient": id, "phone": "", "line1": "Street 1", "line2": ""}
    entry = address | {"city": "Seoul", "postcode": "1", "country": "KR"}
    return Person(id, id, home, "010-1234-5678", f"{id}@example.com", currency="GBP", addresses=(entry,))
