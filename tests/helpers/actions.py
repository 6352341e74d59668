"""Run central's actions from a plain test: one database, one loop, a small shop, what the feed was told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import msgspec
import sqlalchemy as sa

from clienteling.central.app import connect, teach
from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Person
from clienteling.central.runtime.db import Database, metadata
from clienteling.central.signin import actions as signin
from clienteling.central.suggestions import actions as suggestions
from clienteling.central.sync import actions as sync
from clienteling.central.sync import feed
from clienteling.central.sync.domain import By
from clienteling.contract.ids import new_id
from clienteling.contract.v1.sync import Answer, Operation

MINSEO, JOSE, YUNA = "minseo", "jose", "yuna"
GTIN = "09521234567899"
STOCK = {"here": {"coat": 1, "scarf": 5}, "there": {"coat": 2, "boots": 1}, "depot": {"scarf": 3, "boots": 4}}
PRICES = {"coat": 389_000, "scarf": 98_000, "boots": 219_000}


class Central:
    """Write transactions with the feed published, as the real composition does it; closes its loop at the end.

    The database at `url` is empty and gets the tables, unless it has them.
    """

    def __init__(self, url: str, given: Mapping[str, Any] = MappingProxyType({}), *, empty: bool = True) -> None:
        connect()
        # who somebody is has its own tests; here a test says it itself
        self.words = replace(teach(), who=lambda tx, by, staff: by)
        self.runner = asyncio.Runner()
        self.db = Database(url, before_commit=feed.publish, given=given)
        if empty:
            self.run(metadata.create_all)

    def run(self, action: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        """Run an action in a write transaction."""
        return self.runner.run(self.db.run(action, *args, **kw))

    def read(self, action: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        """Run an action that only reads."""
        return self.runner.run(self.db.read(action, *args, **kw))

    def tell(self, by: By, kind: str, id: str, args: Any, base: int = 0, op: str = "") -> Answer:
        """Tell a fact as a device does, and get the verdict."""
        built = msgspec.to_builtins(args)
        answer = self.run(sync.tell, self.words, by, Operation(op or new_id(), kind, id, built, base, by.staff))
        self.catch_up()
        return answer

    def catch_up(self) -> None:
        """Make the lists anew that are due, as central does behind its requests."""
        while self.run(suggestions.renew_due):
            pass

    def record(self, kind: str, id: str) -> Any:
        """The present record of an entity as the feed would tell it."""
        return self.read(self.words.records[kind], [id]).get(id)

    def told(self, scope: str) -> dict[tuple[str, str], int]:
        """The versions by (kind, id) of what lives in the feed of a scope."""
        query = sa.select(feed.feed).where(feed.feed.c.scope == scope, ~feed.feed.c.deleted)
        return self.read(lambda tx: {(row.kind, row.id): row.ver for row in tx.execute(query)})

    def rows(self, table: str, **where: Any) -> list[dict[str, Any]]:
        """The rows of a table with these values."""
        found = metadata.tables[table]
        query = sa.select(found).where(*(found.c[name] == value for name, value in where.items()))
        return self.read(lambda tx: [dict(row) for row in tx.execute(query).mappings()])

    def quantity(self, location: str, variant: str) -> int:
        """What lies where."""
        return self.read(catalog.stock, "t", variant).get(location, 0)

    def close(self) -> None:
        """Give the database and the loop back."""
        self.runner.run(self.db.close())
        self.runner.close()


def by(store: str = "here", staff: str | None = "ann", role: Any = "associate", **more: Any) -> By:
    """An associate at a tablet of a store."""
    return By(device=more.pop("device", f"tablet-{store}"), store=store, tenant="t", staff=staff, role=role, **more)


def open_shop(tx: Any) -> None:
    """Two stores, a warehouse and a web shop; three products; two people here and one there."""
    places = [("here", "store"), ("there", "store"), ("depot", "warehouse"), ("web", "online")]
    signin.load_stores(tx, "t", [(id, id.upper(), id, id, kind, "KRW", "Seoul") for id, kind in places])
    products = [(f"p-{id}", f"{id} ko", id, "Hanok", category, "", "", None) for id, category in CATEGORIES.items()]
    codes = {"coat": GTIN}
    variants = {
        f"p-{id}": [(id, f"p-{id}", f"SKU-{id}", codes.get(id), "", "", "", price, "KRW")]
        for id, price in PRICES.items()
    }
    catalog.load_products(tx, "t", products, variants)
    lying = [(place, variant, quantity) for place, stock in STOCK.items() for variant, quantity in stock.items()]
    catalog.load_stock(tx, lying)
    customers.load(
        tx,
        "t",
        [
            Person(MINSEO, "김민서", "here", "010-1234-5678", "minseo@example.com", "LV0001"),
            Person(JOSE, "José María Pérez", "here", "+34 600 123 456", "jose@correo.es"),
            Person(YUNA, "이유나", "there", "010-9876-5432", "yuna@example.com", "LV0003", says=["wool itches"]),
        ],
    )


def filled(url: str) -> None:
    """Open the small shop in the empty database at `url`."""
    central = Central(url)
    central.run(open_shop)
    central.close()


CATEGORIES = {"coat": "Coats", "scarf": "Scarves", "boots": "Boots"}
