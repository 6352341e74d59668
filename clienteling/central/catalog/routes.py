"""The catalogue over HTTP: products by words or code, their pictures, what lies where; and its records for the feed."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.params import Parameter

from clienteling.central.catalog import actions, store
from clienteling.central.catalog.domain import search_terms
from clienteling.central.runtime.db import Database, Row, Tx
from clienteling.central.runtime.problems import Problem
from clienteling.central.sync.domain import By, Verdict
from clienteling.contract.gtin import gtin14
from clienteling.contract.v1 import catalog as v1
from clienteling.contract.v1.catalog import Product, Stock, Variant

_TAGS = ["catalogue"]
_SAFE = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=3600"}


@get("/v1/catalog/products", operation_id="findProducts", summary="Products by the beginnings of words", tags=_TAGS)
async def find_products(
    db: Database,
    by: By,
    q: Annotated[str, Parameter(max_length=100)] = "",
    limit: Annotated[int, Parameter(ge=1, le=200)] = 50,
) -> list[Product]:
    """Those whose Korean or English name, brand or article number has every word of `q`; all of them without one."""
    return await db.read(_search, by.tenant, q, limit)


@get("/v1/catalog/gtin/{gtin:str}", operation_id="readProductByCode", summary="The product of a bar code", tags=_TAGS)
async def read_product_by_code(db: Database, by: By, gtin: str) -> Product:
    """By GTIN-8, -12, -13 or -14; 404 for a code nobody here sells or whose check digit is wrong."""
    code = gtin14(gtin)
    found = await db.read(_by_code, by.tenant, code) if code else None
    if found is None:
        raise Problem(404, "No product has this code")
    return found


@get("/v1/catalog/pictures/{product:str}", operation_id="readPicture", summary="The picture", tags=_TAGS, raw=True)
async def read_picture(request: Request[Any, Any, Any], db: Database, by: By, product: str) -> Response[bytes]:
    """PNG, JPEG or WebP with an ETag; 304 for who has it already."""
    digest = await db.read(store.digest_of, by.tenant, product)
    if digest is None:
        raise Problem(404, "This product has no picture")
    headers = _SAFE | {"ETag": f'"{digest}"'}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, headers=headers)
    found = await db.read(store.picture_of, by.tenant, product)
    if found is None:
        raise Problem(404, "This product has no picture")
    return Response(bytes(found.data), media_type=found.media_type, headers=headers)


@get("/v1/stock/{variant:str}", operation_id="readStock", summary="How many lie where", tags=_TAGS)
async def read_stock(db: Database, by: By, variant: str) -> list[Stock]:
    """A count for each location that has one."""
    return [_stock(row) for row in await db.read(store.stock_of, by.tenant, variant)]


@get("/v1/catalog/unknown-codes", operation_id="listUnknownCodes", summary="Codes nobody knows", tags=_TAGS)
async def list_unknown_codes(db: Database, by: By) -> list[v1.UnknownCode]:
    """What this tablet's store reported and nobody sells yet, the last first; 403 for the web shop's token."""
    if by.kind != "tablet":
        raise Problem(403, "This is for the tablets of a store")
    return [v1.UnknownCode(**vars(one)) for one in await db.read(actions.unknown_codes, by.tenant, by.store)]


def code_unknown(tx: Tx, by: By, _id: str, _base: int, args: v1.CodeUnknown) -> Verdict:
    """Fact `catalog.code_unknown`."""
    actions.report_unknown(tx, by, args.code, args.symbology)
    return Verdict(1)


def products(tx: Tx, ids: list[str]) -> dict[str, Product]:
    """The records `product`, each with all its variants."""
    variants = store.variants_of(tx, ids)
    return {row.id: _product(row, variants.get(row.id, [])) for row in store.products(tx, ids)}


def stock(tx: Tx, ids: list[str]) -> dict[str, Stock]:
    """The records `stock`, by `location:variant`."""
    pairs = [(location, variant) for location, _, variant in (id.partition(":") for id in ids)]
    return {f"{row.location}:{row.variant}": _stock(row) for row in store.stock_at(tx, pairs)}


def _search(tx: Tx, tenant: str, query: str, limit: int) -> list[Product]:
    ids = store.search(tx, tenant, search_terms(query), limit)
    found = products(tx, ids)
    return [found[id] for id in ids]


def _by_code(tx: Tx, tenant: str, gtin: str) -> Product | None:
    id = store.product_by_gtin(tx, tenant, gtin)
    return products(tx, [id])[id] if id else None


def _stock(row: Row) -> Stock:
    return Stock(row.location, row.variant, row.quantity)


def _product(row: Row, variants: list[Row]) -> Product:
    return Product(
        row.id, row.name_ko, row.name_en, row.brand, row.category, [_variant(one) for one in variants],
        picture=row.picture, text_ko=row.text_ko, text_en=row.text_en,
    )  # fmt: skip


def _variant(row: Row) -> Variant:
    return Variant(
        row.id, row.sku, row.gtin, row.price, row.currency, row.price_version, row.colour_ko, row.colour_en, row.size,
        row.sold_by,
    )  # fmt: skip


FACTS = {"catalog.code_unknown": (v1.CodeUnknown, code_unknown)}
RECORDS = {"product": products, "stock": stock}
ROUTES = [find_products, read_product_by_code, read_picture, read_stock, list_unknown_codes]
