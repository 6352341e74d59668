"""What can be done with the catalogue: take it in, ask for prices and stock, move stock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from clienteling.central.catalog import domain, store
from clienteling.central.catalog.domain import Piece, Price, media_type, search_keys
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Tx, insert_rows
from clienteling.central.sync import feed
from clienteling.central.sync.domain import By, Refused, stock_scope, tenant_scope
from clienteling.contract.gtin import gtin14
from clienteling.contract.ids import new_id
from clienteling.contract.pieces import PIECE, read

_PRODUCT = ("id", "ver", "tenant", "name_ko", "name_en", "brand", "category", "text_ko", "text_en", "picture")
_VARIANT = (
    "id", "product", "tenant", "place", "sku", "gtin", "colour_ko", "colour_en", "size", "price", "currency",
    "price_version", "sold_by",
)  # fmt: skip


MOST_CODE = 200
SCHEMES = "schemes"
"""Under which name a transaction is given how the shop's own codes read."""


@dataclass(frozen=True)
class UnknownCode:
    """A reported code: how often, and last when and by whom."""

    code: str
    symbology: str
    count: int
    last_at: str
    staff: str | None


def prices(tx: Tx, tenant: str, variants: list[str]) -> dict[str, Price]:
    """The present price of each variant that this tenant sells; the others are missing."""
    rows = store.variants(tx, variants)
    return {
        row.id: Price(row.product, row.price, row.currency, row.price_version, row.sold_by)
        for row in rows
        if row.tenant == tenant
    }


def piece(tx: Tx, tenant: str, variant: str, price: Price, tag: str) -> Piece | None:
    """What a piece of this variant costs and weighs by its `tag`, at that price.

    None where the tag says nothing that central understands, or something else's.
    """
    found = read(tag, tx.info.get(SCHEMES, ()))
    if found is None or store.variant_by_gtin(tx, tenant, found[0]) != variant:
        return None
    return domain.bears(found[1], price)


def stock(tx: Tx, tenant: str, variant: str) -> dict[str, int]:
    """How many of a variant can be promised from each location that has a count of it."""
    return {row.location: row.quantity for row in store.stock_of(tx, tenant, variant)}


def variant_by_code(tx: Tx, tenant: str, gtin14: str) -> str | None:
    """The id of the variant that bears this code of 14 digits."""
    return store.variant_by_gtin(tx, tenant, gtin14)


def listing(tx: Tx, products: list[str] | None = None) -> list[tuple[str, str, str, str, str]]:
    """(variant, product, name_ko, name_en, category) of everything that may be suggested, or of these products.

    What is of a sensitive category is neither suggested nor named as a reason.
    """
    return [(row.id, row.product, row.name_ko, row.name_en, row.category) for row in store.listing(tx, products)]


def traits(tx: Tx) -> dict[str, tuple[str, str, int]]:
    """Category, brand and lowest price (minor units) of every product but those of a sensitive category."""
    return {row.id: (row.category, row.brand, row.price) for row in store.traits(tx)}


def arrivals(tx: Tx, since: str) -> list[tuple[str, str, str, str]]:
    """(tenant, product, category, since) of what came since a day and may be suggested."""
    return [(row.tenant, row.product, row.category, row.since) for row in store.arrivals(tx, since)]


def lying(tx: Tx, products: Iterable[str], of_sizes: Iterable[str]) -> list[tuple[str, str, str, str]]:
    """(product, variant, size, location) of every variant of these products and sizes where it lies."""
    rows = store.lying(tx, sorted(products), sorted(of_sizes))
    return [(row.product, row.id, row.size, row.location) for row in rows]


def sizes(tx: Tx, categories: Iterable[str], variants: Iterable[str] | None = None) -> dict[str, tuple[str, str]]:
    """The category and the size of every variant, or of these, that is of these categories and has a size."""
    rows = store.sizes(tx, sorted(categories), None if variants is None else sorted(variants))
    return {row.id: (row.category, row.size) for row in rows}


def seller(tx: Tx, product: str) -> str | None:
    """Whose product this is; None where it is nobody's."""
    return next((str(row.tenant) for row in store.products(tx, [product])), None)


def sells(tx: Tx, tenant: str, product: str) -> bool:
    """Whether this tenant has the product."""
    return seller(tx, product) == tenant


def report_unknown(tx: Tx, by: By, code: str, symbology: str) -> None:
    """Count a code that no product has, for the store where it was scanned; 422 for what is no code."""
    if not 0 < len(code) <= MOST_CODE:
        raise Refused(422, "This is no code")
    store.count_unknown(tx, by.store, code, symbology, by.at, by.staff)


def unknown_codes(tx: Tx, tenant: str, place: str, limit: int = 100) -> list[UnknownCode]:
    """What was reported in a store and is still sold by nobody, the last first."""
    rows = store.unknown_codes(tx, place, limit)
    gtins = {row.code: gtin14(row.code) or row.code for row in rows}
    sold = store.sold_by(tx, tenant, list(gtins.values()), list(gtins))
    return [UnknownCode(*row) for row in rows if not sold & {row.code, gtins[row.code]}]


def take_stock(tx: Tx, location: str, variant: str, quantity: int, why: str) -> bool:
    """Take `quantity` away if that many are there (False if not); a negative one puts back. `why` names the order."""
    row = store.lock_stock(tx, location, variant)
    left = (row.quantity if row else 0) - quantity
    if quantity > 0 and left < 0:
        return False
    ver = row.ver + 1 if row else 1
    store.keep_stock(tx, location, variant, ver, left)
    store.add_move(tx, id=new_id(), location=location, variant=variant, quantity=-quantity, why=why, at=now())
    feed.touch(tx, "stock", stock_id(location, variant), ver, [stock_scope(location)])
    return True


def stock_id(location: str, variant: str) -> str:
    """The id of a record `stock`."""
    return f"{location}:{variant}"


def load_pictures(tx: Tx, pictures: Iterable[bytes]) -> list[str]:
    """Take in pictures; the digest of each, in order. Raises NotAPicture."""
    digests = []
    for data in pictures:
        digest = sha256(data).hexdigest()[:32]
        store.keep_picture(tx, digest, media_type(data), data)
        digests.append(digest)
    return digests


def load_products(
    tx: Tx, tenant: str, products: list[tuple[Any, ...]], variants: Mapping[str, list[tuple[Any, ...]]]
) -> None:
    """Take in products (id name_ko name_en brand category text_ko text_en picture, the last a digest or None).

    `variants` gives by product those with id product sku gtin colour_ko colour_en size price currency and, where that
    is not the piece, sold_by.
    """
    insert_rows(tx, store.product, _PRODUCT, [(row[0], 1, tenant, *row[1:]) for row in products])
    mine = [variant for row in products for variant in enumerate(variants.get(row[0], ()))]
    insert_rows(tx, store.variant, _VARIANT, (_variant(tenant, *each) for each in mine))
    keys = [(tenant, key, row[0]) for row in products for key in sorted(_keys(row, variants.get(row[0], [])))]
    insert_rows(tx, store.product_key, ("tenant", "k", "product"), keys)
    for row in products:
        feed.touch(tx, "product", row[0], 1, [tenant_scope(tenant)])


def note_arrivals(tx: Tx, tenant: str, rows: Iterable[tuple[str, str]]) -> None:
    """(product, since): since which day these have been in the shop."""
    insert_rows(tx, store.arrival, ("product", "tenant", "since"), [(id, tenant, since) for id, since in rows])


def declare_sensitive(tx: Tx, tenant: str, categories: Iterable[str]) -> None:
    """Nothing of these categories is suggested, and nothing that was bought of them is a reason."""
    insert_rows(
        tx, store.sensitive_category, ("tenant", "category"), [(tenant, one) for one in sorted(set(categories))]
    )


def load_stock(tx: Tx, rows: Iterable[tuple[Any, ...]]) -> None:
    """Take in stock: location variant quantity."""
    taken = [(location, variant, 1, quantity) for location, variant, quantity in rows]
    insert_rows(tx, store.stock, ("location", "variant", "ver", "quantity"), taken)
    for location, variant, ver, _ in taken:
        feed.touch(tx, "stock", stock_id(location, variant), ver, [stock_scope(location)])


def _variant(tenant: str, place: int, row: tuple[Any, ...]) -> tuple[Any, ...]:
    id, product, sku, gtin, colour_ko, colour_en, size, price, currency, *sold_by = row
    code, of = gtin14(gtin) if gtin else None, sold_by[0] if sold_by else PIECE
    return (id, product, tenant, place, sku, code, colour_ko, colour_en, size, price, currency, 1, of)


def _keys(product: tuple[Any, ...], variants: list[tuple[Any, ...]]) -> set[str]:
    return search_keys(product[1:4], (variant[2] for variant in variants))
