"""Products, variants, pictures and stock: the tables and their queries."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import sqlalchemy as sa

from clienteling.central.runtime.db import Big, Row, Tx, Upsert, metadata, upsert, upserts
from clienteling.contract.spelling import LAST

# keys are compared letter by letter, whatever the language of the database
_Key = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

product = sa.Table(
    "product",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("tenant", sa.Text, nullable=False),
    sa.Column("name_ko", sa.Text, nullable=False),
    sa.Column("name_en", sa.Text, nullable=False),
    sa.Column("brand", sa.Text, nullable=False),
    sa.Column("category", sa.Text, nullable=False),
    sa.Column("text_ko", sa.Text, nullable=False),
    sa.Column("text_en", sa.Text, nullable=False),
    sa.Column("picture", sa.Text),
)
sensitive_category = sa.Table(
    "sensitive_category",
    metadata,
    sa.Column("tenant", sa.Text, primary_key=True),
    sa.Column("category", sa.Text, primary_key=True),
)
arrival = sa.Table(
    "arrival",
    metadata,
    sa.Column("product", sa.Text, primary_key=True),
    sa.Column("tenant", sa.Text, nullable=False),
    sa.Column("since", sa.Text, nullable=False),
)
product_key = sa.Table(
    "product_key",
    metadata,
    sa.Column("tenant", sa.Text, primary_key=True),
    sa.Column("k", _Key, primary_key=True),
    sa.Column("product", sa.Text, sa.ForeignKey("product.id"), primary_key=True),
)
variant = sa.Table(
    "variant",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("product", sa.Text, sa.ForeignKey("product.id"), nullable=False, index=True),
    sa.Column("tenant", sa.Text, nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("sku", sa.Text, nullable=False),
    sa.Column("gtin", sa.Text),
    sa.Column("colour_ko", sa.Text, nullable=False),
    sa.Column("colour_en", sa.Text, nullable=False),
    sa.Column("size", sa.Text, nullable=False),
    sa.Column("price", Big, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("price_version", sa.Integer, nullable=False),
    sa.Column("sold_by", sa.Text, nullable=False, server_default="piece"),
    sa.UniqueConstraint("tenant", "gtin"),
)
picture = sa.Table(
    "picture",
    metadata,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
stock = sa.Table(
    "stock",
    metadata,
    sa.Column("location", sa.Text, primary_key=True),
    sa.Column("variant", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Index("ix_stock_variant", "variant"),
)
stock_move = sa.Table(
    "stock_move",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("location", sa.Text, nullable=False),
    sa.Column("variant", sa.Text, nullable=False),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Index("ix_stock_move_location_variant", "location", "variant"),
)

unknown_code = sa.Table(
    "unknown_code",
    metadata,
    sa.Column("store", sa.Text, primary_key=True),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("symbology", sa.Text, nullable=False),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("last_at", sa.Text, nullable=False),
    sa.Column("staff", sa.Text),
)
# part of every sale: built once
_STOCK_AT = sa.select(stock).where(
    sa.tuple_(stock.c.location, stock.c.variant).in_(sa.bindparam("pairs", expanding=True))
)
_STOCK_OF = (
    sa.select(stock)
    .where(
        stock.c.variant.in_(
            sa.select(variant.c.id).where(
                variant.c.id == sa.bindparam("variant"), variant.c.tenant == sa.bindparam("tenant")
            )
        )
    )
    .order_by(stock.c.location)
)
_LOCK = (
    sa.select(stock)
    .where(stock.c.location == sa.bindparam("location"), stock.c.variant == sa.bindparam("variant"))
    .with_for_update()
)
_ADD_MOVE = sa.insert(stock_move)


def _kept(row: Upsert) -> Upsert:
    changed = {"ver": row.excluded.ver, "quantity": row.excluded.quantity}
    return row.on_conflict_do_update(index_elements=["location", "variant"], set_=changed)


_KEEP_STOCK = upserts(stock, _kept)


def products(tx: Tx, ids: list[str]) -> list[Row]:
    """The products of these ids."""
    return list(tx.execute(sa.select(product).where(product.c.id.in_(ids))).all())


def variants_of(tx: Tx, product_ids: list[str]) -> dict[str, list[Row]]:
    """The variants of each product, in the order the shop gave them."""
    found: dict[str, list[Row]] = defaultdict(list)
    wanted = sa.select(variant).where(variant.c.product.in_(product_ids)).order_by(variant.c.product, variant.c.place)
    for row in tx.execute(wanted):
        found[row.product].append(row)
    return found


def variants(tx: Tx, ids: list[str]) -> list[Row]:
    """The variants of these ids."""
    return list(tx.execute(sa.select(variant).where(variant.c.id.in_(ids))).all())


def product_by_gtin(tx: Tx, tenant: str, gtin14: str) -> str | None:
    """The id of the product one of whose variants bears that code."""
    wanted = sa.select(variant.c.product).where(variant.c.tenant == tenant, variant.c.gtin == gtin14)
    return tx.execute(wanted).scalar_one_or_none()


def variant_by_gtin(tx: Tx, tenant: str, gtin14: str) -> str | None:
    """The id of the variant that bears that code."""
    wanted = sa.select(variant.c.id).where(variant.c.tenant == tenant, variant.c.gtin == gtin14)
    return tx.execute(wanted).scalar_one_or_none()


def arrivals(tx: Tx, since: str) -> list[Row]:
    """(tenant, product, category, since) of what came since a day; nothing of a sensitive category."""
    wanted = sa.select(arrival.c.tenant, arrival.c.product, product.c.category, arrival.c.since)
    wanted = wanted.join(product, product.c.id == arrival.c.product).where(arrival.c.since >= since, ~_is_sensitive())
    return list(tx.execute(wanted.order_by(arrival.c.product)).all())


def lying(tx: Tx, products: list[str], of_sizes: list[str]) -> list[Row]:
    """(product, id, size, location) of every variant of these products and sizes where it lies, in the shop's order."""
    wanted = sa.select(variant.c.product, variant.c.id, variant.c.size, stock.c.location)
    wanted = wanted.join(stock, sa.and_(stock.c.variant == variant.c.id, stock.c.quantity > 0))
    wanted = wanted.where(variant.c.product.in_(products), variant.c.size.in_(of_sizes))
    return list(tx.execute(wanted.order_by(variant.c.product, variant.c.place, stock.c.location)).all())


def sizes(tx: Tx, categories: list[str], variants: list[str] | None) -> list[Row]:
    """(id, category, size) of every variant, or of these, that is of these categories and has a size."""
    wanted = sa.select(variant.c.id, product.c.category, variant.c.size)
    wanted = wanted.join(product, product.c.id == variant.c.product)
    wanted = wanted.where(product.c.category.in_(categories), variant.c.size != "")
    return list(tx.execute(wanted if variants is None else wanted.where(variant.c.id.in_(variants))).all())


def listing(tx: Tx, product_ids: list[str] | None) -> list[Row]:
    """Every variant with its product's names and category, or those of some products, but of no sensitive category."""
    wanted = sa.select(variant.c.id, variant.c.product, product.c.name_ko, product.c.name_en, product.c.category)
    wanted = wanted.join(product, product.c.id == variant.c.product).where(~_is_sensitive())
    if product_ids is None:
        return list(tx.execute(wanted).all())
    pieces = (product_ids[at : at + 500] for at in range(0, len(product_ids), 500))
    return [row for piece in pieces for row in tx.execute(wanted.where(product.c.id.in_(piece)))]


def traits(tx: Tx) -> list[Row]:
    """Category, brand and lowest price of every product that is of no sensitive category."""
    wanted = sa.select(product.c.id, product.c.category, product.c.brand, sa.func.min(variant.c.price).label("price"))
    wanted = wanted.join(variant, variant.c.product == product.c.id).where(~_is_sensitive())
    return list(tx.execute(wanted.group_by(product.c.id, product.c.category, product.c.brand)).all())


def _is_sensitive() -> sa.ColumnElement[bool]:
    same = sa.and_(sensitive_category.c.tenant == product.c.tenant, sensitive_category.c.category == product.c.category)
    return sa.exists().where(same)


def search(tx: Tx, tenant: str, terms: list[str], limit: int) -> list[str]:
    """The ids of products that have a key beginning with each of the terms, by name; at most `limit`."""
    wanted = sa.select(product.c.id).where(product.c.tenant == tenant).order_by(product.c.name_en, product.c.id)
    for term in terms:
        begins = sa.and_(product_key.c.tenant == tenant, product_key.c.k >= term, product_key.c.k < term + LAST)
        wanted = wanted.where(product.c.id.in_(sa.select(product_key.c.product).where(begins)))
    return list(tx.execute(wanted.limit(limit)).scalars())


def picture_of(tx: Tx, tenant: str, product_id: str) -> Row | None:
    """The picture of a product: digest, media type and bytes."""
    joined = sa.select(picture).join(product, product.c.picture == picture.c.digest)
    return tx.execute(joined.where(product.c.id == product_id, product.c.tenant == tenant)).one_or_none()


def digest_of(tx: Tx, tenant: str, product_id: str) -> str | None:
    """Only the digest of a product's picture."""
    wanted = sa.select(product.c.picture).where(product.c.id == product_id, product.c.tenant == tenant)
    return tx.execute(wanted).scalar_one_or_none()


def stock_at(tx: Tx, pairs: list[tuple[str, str]]) -> list[Row]:
    """What lies where, for pairs of location and variant."""
    return list(tx.execute(_STOCK_AT, {"pairs": pairs}).all())


def stock_of(tx: Tx, tenant: str, variant_id: str) -> list[Row]:
    """How many of a variant lie at each location of the tenant."""
    return list(tx.execute(_STOCK_OF, {"variant": variant_id, "tenant": tenant}).all())


def lock_stock(tx: Tx, location: str, variant_id: str) -> Row | None:
    """The stock of a variant at a location, locked until the end of the transaction."""
    return tx.execute(_LOCK, {"location": location, "variant": variant_id}).one_or_none()


def keep_stock(tx: Tx, location: str, variant_id: str, ver: int, quantity: int) -> None:
    """How many of a variant lie at a location now."""
    kept = {"location": location, "variant": variant_id, "ver": ver, "quantity": quantity}
    tx.execute(_KEEP_STOCK[tx.dialect.name], kept)


def add_move(tx: Tx, **row: Any) -> None:
    """Stock came or went."""
    tx.execute(_ADD_MOVE, row)


def keep_picture(tx: Tx, digest: str, media_type: str, data: bytes) -> None:
    """A picture, once however many products show it."""
    kept = upsert(tx, picture).values(digest=digest, media_type=media_type, data=data)
    tx.execute(kept.on_conflict_do_nothing())


def count_unknown(tx: Tx, place: str, code: str, symbology: str, at: str, staff: str | None) -> None:
    """A code was reported in a store once more."""
    row = {"symbology": symbology, "last_at": at, "staff": staff}
    kept = upsert(tx, unknown_code).values(store=place, code=code, count=1, **row)
    again = row | {"count": unknown_code.c.count + 1}
    tx.execute(kept.on_conflict_do_update(index_elements=["store", "code"], set_=again))


def unknown_codes(tx: Tx, place: str, limit: int) -> list[Row]:
    """What was reported in a store (code, symbology, count, last_at, staff), the last first."""
    wanted = sa.select(*[column for column in unknown_code.c if column.name != "store"])
    wanted = wanted.where(unknown_code.c.store == place)
    return list(tx.execute(wanted.order_by(unknown_code.c.last_at.desc(), unknown_code.c.code).limit(limit)).all())


def sold_by(tx: Tx, tenant: str, gtins: list[str], skus: list[str]) -> set[str]:
    """Those of the GTINs (14 digits) and article numbers that a variant of the tenant bears."""
    bears = sa.or_(variant.c.gtin.in_(gtins), variant.c.sku.in_(skus))
    found = tx.execute(sa.select(variant.c.gtin, variant.c.sku).where(variant.c.tenant == tenant, bears)).all()
    return {code for row in found for code in row if code}
