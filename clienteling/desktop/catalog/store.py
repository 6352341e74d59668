"""Products, variants and stock on this tablet: tables and queries; knows no screen and no contract."""

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from clienteling.desktop.catalog.domain import Card, Hit, Item, Lot, needles
from clienteling.desktop.runtime.db import Tx, metadata

product = sa.Table(
    "product",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name_ko", sa.Text, nullable=False),
    sa.Column("name_en", sa.Text, nullable=False),
    sa.Column("brand", sa.Text, nullable=False),
    sa.Column("category", sa.Text, nullable=False, index=True),
    sa.Column("picture", sa.Text),
    sa.Column("text_ko", sa.Text, nullable=False),
    sa.Column("text_en", sa.Text, nullable=False),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("leads", sa.Text, nullable=False),
)

variant = sa.Table(
    "variant",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("product", sa.Text, nullable=False, index=True),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("sku", sa.Text, nullable=False, index=True),
    sa.Column("gtin", sa.Text, index=True),
    sa.Column("price", sa.Integer, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("price_version", sa.Integer, nullable=False),
    sa.Column("colour_ko", sa.Text, nullable=False),
    sa.Column("colour_en", sa.Text, nullable=False),
    sa.Column("size", sa.Text, nullable=False),
    sa.Column("sold_by", sa.Text, nullable=False, server_default="piece"),
)

stock = sa.Table(
    "stock",
    metadata,
    sa.Column("variant", sa.Text, primary_key=True),
    sa.Column("location", sa.Text, primary_key=True),
    sa.Column("quantity", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)

_ITEM = sa.select(
    variant.c.id.label("variant"),
    product.c.id.label("product"),
    product.c.name_ko,
    product.c.name_en,
    product.c.brand,
    product.c.category,
    *[variant.c[name] for name in ("sku", "gtin", "price", "currency", "price_version")],
    *[variant.c[name] for name in ("colour_ko", "colour_en", "size", "sold_by")],
).join_from(variant, product, variant.c.product == product.c.id)

Row = dict[str, Any]


def items_of_gtin(tx: Tx, gtin: str) -> list[Item]:
    """The variants with a 14-digit GTIN; more than one where the shop's data says so."""
    return _items(tx, _ITEM.where(variant.c.gtin == gtin).order_by(variant.c.id))


def items_of_sku(tx: Tx, sku: str) -> list[Item]:
    """The variants that the shop calls so; where there are none, those that differ in large and small letters only."""
    same = _items(tx, _ITEM.where(variant.c.sku == sku).order_by(variant.c.id))
    return same or _items(tx, _ITEM.where(variant.c.sku.collate("NOCASE") == sku).order_by(variant.c.id))


def items(tx: Tx, variants: Sequence[str]) -> dict[str, Item]:
    """The known ones of these variants."""
    return {item.variant: item for item in _items(tx, _ITEM.where(variant.c.id.in_(variants)))}


def card(tx: Tx, id: str) -> Card | None:
    """A product with its variants."""
    row = tx.execute(sa.select(product).where(product.c.id == id)).first()
    if row is None:
        return None
    of_it = tuple(_items(tx, _ITEM.where(product.c.id == id).order_by(variant.c.place)))
    return Card(row.id, row.name_ko, row.name_en, row.brand, row.category, row.text_ko, row.text_en, of_it)


def variants_of(tx: Tx, products: Sequence[str]) -> dict[str, list[str]]:
    """The variants of each product."""
    found: dict[str, list[str]] = {}
    for of, id in tx.execute(sa.select(variant.c.product, variant.c.id).where(variant.c.product.in_(products))):
        found.setdefault(of, []).append(id)
    return found


def lots(tx: Tx, variants: Sequence[str]) -> list[Lot]:
    """Where these variants lie."""
    query = sa.select(stock.c.location, stock.c.variant, stock.c.quantity).where(stock.c.variant.in_(variants))
    return [Lot(*row) for row in tx.execute(query)]


def has_stock(tx: Tx) -> bool:
    """Whether any stock has reached this tablet."""
    return tx.execute(sa.select(stock.c.variant).limit(1)).first() is not None


def search(tx: Tx, text: str, category: str, limit: int, offset: int) -> list[Hit]:
    """Products that hold every typed word, those where it begins a word first."""
    found = needles(text)
    low, high = sa.func.min(variant.c.price), sa.func.max(variant.c.price)
    shown = [product.c[name] for name in ("id", "name_ko", "name_en", "brand", "category")]
    query = (
        # the greatest word: by the kilogram only where nothing of it is sold by the piece
        sa.select(*shown, low, high, sa.func.min(variant.c.currency), sa.func.max(variant.c.sold_by))
        .join_from(product, variant, variant.c.product == product.c.id)
        .where(*[_place(initial, needle) > 0 for initial, needle in found])
        .group_by(product.c.id)
        .order_by(*[_place(initial, " " + needle) == 0 for initial, needle in found], product.c.category, product.c.id)
        .limit(limit)
        .offset(offset)
    )
    if category:
        query = query.where(product.c.category == category)
    return [Hit(*tuple(row)) for row in tx.execute(query)]


def _place(initial: bool, needle: str) -> sa.ColumnElement[int]:
    return sa.func.instr(product.c.leads if initial else product.c.document, needle)


def categories(tx: Tx) -> list[str]:
    """The categories in use, by how many products they have."""
    query = sa.select(product.c.category).group_by(product.c.category).order_by(sa.func.count().desc())
    return list(tx.execute(query).scalars())


def categories_of(tx: Tx, products: Collection[str]) -> dict[str, str]:
    """The category of each of these products."""
    rows = tx.execute(sa.select(product.c.id, product.c.category).where(product.c.id.in_(products)))
    return {id: category for id, category in rows}


def count(tx: Tx, text: str, category: str) -> int:
    """How many products a search has."""
    query = sa.select(sa.func.count()).select_from(product)
    query = query.where(*[_place(initial, needle) > 0 for initial, needle in needles(text)])
    return tx.execute(query.where(product.c.category == category) if category else query).scalar_one()


def save_products(tx: Tx, products: Sequence[Row], variants: Sequence[Row]) -> None:
    """Write whole products; variants that they no longer have go."""
    if not products:
        return
    tx.execute(sa.insert(product).prefix_with("OR REPLACE"), list(products))
    tx.execute(sa.delete(variant).where(variant.c.product.in_([row["id"] for row in products])))
    if variants:
        tx.execute(sa.insert(variant).prefix_with("OR REPLACE"), list(variants))


def delete_products(tx: Tx, ids: Sequence[str]) -> None:
    """Take products and their variants away."""
    tx.execute(sa.delete(variant).where(variant.c.product.in_(ids)))
    tx.execute(sa.delete(product).where(product.c.id.in_(ids)))


def save_stock(tx: Tx, rows: Sequence[Row]) -> None:
    """Write quantities over what stood there."""
    if rows:
        tx.execute(sa.insert(stock).prefix_with("OR REPLACE"), list(rows))


def delete_stock(tx: Tx, places: Sequence[tuple[str, str]]) -> None:
    """Forget the quantities of (location, variant) pairs."""
    tx.execute(sa.delete(stock).where(sa.tuple_(stock.c.location, stock.c.variant).in_(places)))


def _items(tx: Tx, query: sa.Select[Any]) -> list[Item]:
    # by place: _ITEM has the columns in the order of Item, and a heavy client needs thousands
    return [Item(*row) for row in tx.execute(query)]
