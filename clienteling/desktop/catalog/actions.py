"""What other features may ask of the catalogue: products by code, name or id, and where they lie."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from clienteling.desktop.catalog import domain, store, wire
from clienteling.desktop.catalog.domain import Availability, Card, Hit, Item
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.signin import actions as signin
from clienteling.desktop.sync import held

NOWHERE = Availability(0, 0, 0)
UNKNOWN = Availability(0, 0, 0, known=False)


@dataclass(frozen=True)
class Shelf:
    """How many of a variant lie at one named place; `kind` is here, store, warehouse or online."""

    location: str
    name_ko: str
    name_en: str
    kind: str
    quantity: int


def find(tx: Tx, gtin14: str) -> Item | None:
    """The variant with a 14-digit GTIN, or None when the catalogue on this tablet has none."""
    found = store.items_of_gtin(tx, gtin14)
    return found[0] if found else None


def find_sku(tx: Tx, sku: str) -> Item | None:
    """The variant that the shop calls so, rather in these letters than in others large and small; None without one."""
    found = store.items_of_sku(tx, sku)
    return found[0] if found else None


def items(tx: Tx, variants: Sequence[str]) -> dict[str, Item]:
    """Those of the variants that the catalogue on this tablet has, by id."""
    return store.items(tx, variants)


def card(tx: Tx, id: str) -> Card | None:
    """A product with its variants, or None."""
    return store.card(tx, id)


def categories_of(tx: Tx, products: Collection[str]) -> dict[str, str]:
    """The category of each of these products that the catalogue on this tablet has."""
    return store.categories_of(tx, products)


def search(tx: Tx, text: str, limit: int, category: str = "", offset: int = 0) -> list[Hit]:
    """Products by name in both languages, brand, category, SKU, GTIN or 초성; every typed word must be there."""
    return store.search(tx, text, category, limit, offset)


def availability(tx: Tx, variants: Sequence[str], location: str) -> dict[str, Availability]:
    """How many of each variant may be promised here (`location`), nearby and online; every variant is answered."""
    kinds = {id: place.kind for id, place in signin.locations(tx).items()}
    found = domain.available(store.lots(tx, variants), kinds, location)
    missing = NOWHERE if store.has_stock(tx) else UNKNOWN
    return {variant: found.get(variant, missing) for variant in variants}


def availability_of_products(tx: Tx, products: Sequence[str], location: str) -> dict[str, Availability]:
    """How many of each product, all its variants together, may be promised here, nearby and online."""
    variants = store.variants_of(tx, products)
    found = availability(tx, [variant for some in variants.values() for variant in some], location)
    return {product: domain.together([found[variant] for variant in variants.get(product, [])]) for product in products}


def shelves(tx: Tx, variant: str, location: str) -> list[Shelf]:
    """Where a variant lies: this store first, then other stores with the most, then warehouse and online."""
    quantities = {lot.location: lot.quantity for lot in store.lots(tx, [variant])}
    found = [
        Shelf(id, place.name_ko, place.name_en, "here" if id == location else place.kind, quantities.get(id, 0))
        for id, place in signin.locations(tx).items()
    ]
    rank = {"here": 0, "store": 1, "warehouse": 2, "online": 3}
    return sorted(found, key=lambda shelf: (rank[shelf.kind], -shelf.quantity, shelf.name_en))


def report_unknown(tx: Tx, staff: str, code: str, symbology: str) -> None:
    """Tell central that a code was scanned which no product has."""
    wire.tell(tx, wire.code_unknown(staff, code, symbology))


def as_of(tx: Tx) -> str:
    """When central last told the stock, in ISO 8601 UTC; empty before the first time."""
    return held.last_contact(tx)
