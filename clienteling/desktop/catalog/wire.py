"""Products and stock as central tells them, turned into rows, and codes nobody knows; knows no screen."""

from collections.abc import Sequence

import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1.catalog import CodeUnknown, Product, Stock, UnknownCode
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.catalog import domain, store
from clienteling.desktop.catalog.domain import Unknown
from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import say
from clienteling.desktop.sync import outbox

MOST_CODE = 200


def code_unknown(staff: str, code: str, symbology: str) -> Operation:
    """The fact `catalog.code_unknown`; of a code longer than any article's only the beginning."""
    args = msgspec.to_builtins(CodeUnknown(code[:MOST_CODE], symbology))
    return Operation(new_id(), "catalog.code_unknown", new_id(), args, staff=staff, at=now())


def tell(tx: Tx, operation: Operation) -> None:
    """Keep a fact for central; nothing on this tablet shows it."""
    outbox.put(tx, operation)


def describe(operation: Operation) -> str:
    """A fact in plain words."""
    return say("A code nobody knows: {code}", code=operation.args["code"])


async def ask_unknown(central: Central) -> list[Unknown]:
    """What this store has reported and nobody sells yet, the last first."""
    found = await central.get("/v1/catalog/unknown-codes", list[UnknownCode])
    return [Unknown(**msgspec.structs.asdict(one)) for one in found]


class ProductMirror:
    """Record `product`."""

    kind = "product"
    local = False

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        records = [msgspec.msgpack.decode(change.data or b"", type=Product) for change in changes]
        variants = [row for record in records for row in _variant_rows(record)]
        store.save_products(tx, [_product_row(record) for record in records], variants)

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        store.delete_products(tx, ids)

    def redo(self, tx: Tx, operation: Operation) -> None:
        """No fact of a tablet is about a product."""


class StockMirror:
    """Record `stock`; its id is the location and the variant."""

    kind = "stock"
    local = False

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        records = [msgspec.msgpack.decode(change.data or b"", type=Stock) for change in changes]
        store.save_stock(tx, [msgspec.structs.asdict(record) for record in records])

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        pairs = [id.partition(":") for id in ids]
        store.delete_stock(tx, [(location, variant) for location, _, variant in pairs])

    def redo(self, tx: Tx, operation: Operation) -> None:
        """No fact of a tablet is about stock."""


def _product_row(record: Product) -> store.Row:
    names = (record.name_ko, record.name_en)
    codes = [code for variant in record.variants for code in (variant.sku, variant.gtin) if code]
    return {
        "id": record.id,
        "name_ko": record.name_ko,
        "name_en": record.name_en,
        "brand": record.brand,
        "category": record.category,
        "picture": record.picture,
        "text_ko": record.text_ko,
        "text_en": record.text_en,
        "document": domain.document((*names, record.category), record.brand, codes),
        "leads": domain.leads(names),
    }


def _variant_rows(record: Product) -> list[store.Row]:
    return [
        msgspec.structs.asdict(variant) | {"product": record.id, "place": place}
        for place, variant in enumerate(record.variants)
    ]
