"""A small made shop for the desktop's tests, as central's changes tell it: three products and three places."""

from decimal import Decimal

import msgspec

from clienteling.contract.gtin import check_digit
from clienteling.contract.pieces import Measure
from clienteling.contract.v1.catalog import Product, Stock, Variant
from clienteling.contract.v1.signin import Staff, Store
from clienteling.contract.v1.sync import Change
from clienteling.desktop.cart.wire import CartMirror
from clienteling.desktop.catalog.wire import ProductMirror, StockMirror
from clienteling.desktop.orders.wire import OrderMirror
from clienteling.desktop.signin.wire import StaffMirror, StoreMirror
from clienteling.desktop.sync import mirror

MIRRORS = {
    one.kind: one for one in (ProductMirror(), StockMirror(), StoreMirror(), StaffMirror(), CartMirror(), OrderMirror())
}
HERE, HONGDAE, WAREHOUSE = "store-1", "store-2", "store-9"
COAT, BOOTS, SCARF = "coat-camel-55", "boots-black-240", "scarf-ivory"
MINSEO = "0192f0c4-0000-7000-8000-000000000001"


def gtin14(n: int) -> str:
    """The `n`th example GTIN in 14 digits."""
    body = f"0952{n:09d}"
    return body + check_digit(body)


COAT_CODE, BOOTS_CODE, SCARF_CODE, UNKNOWN_CODE = (gtin14(n) for n in (1, 2, 3, 999))

# what is sold by weight, and the label of 482 g of it as a scheme 21.....{NNDDD} reads it
SALT, SALT_CODE, SALT_LABEL = "salt-loose", "02112345000008", "2112345004822"
HALF = Measure("weight", Decimal("0.482")), SALT_LABEL

STORES = [
    Store(HERE, "G", "강남", "Gangnam", "store", "KRW", "Seoul"),
    Store(HONGDAE, "H", "홍대", "Hongdae", "store", "KRW", "Seoul"),
    Store(WAREHOUSE, "W", "이천 물류센터", "Icheon warehouse", "warehouse", "KRW", "Icheon"),
]
STAFF = [Staff("staff-1", "이서준", "associate", HERE, "", "ST0001X")]
PRODUCTS = [
    Product(
        "coat", "울 더블 코트", "Wool double coat", "Hanok", "Coats",
        [
            Variant(COAT, "CT-1-55", COAT_CODE, 389_000, "KRW", 3, "카멜", "Camel", "55"),
            Variant("coat-camel-66", "CT-1-66", gtin14(4), 389_000, "KRW", 3, "카멜", "Camel", "66"),
            Variant("coat-navy-55", "CT-2-55", gtin14(5), 399_000, "KRW", 3, "네이비", "Navy", "55"),
        ],
        text_en="A double-breasted coat of Korean wool, lined with cupro.", text_ko="안감까지 가벼운 울 더블 코트예요.",
    ),
    Product("boots", "가죽 첼시 부츠", "Leather chelsea boots", "Seongsu", "Boots",
            [Variant(BOOTS, "BT-240", BOOTS_CODE, 219_000, "KRW", 1, "블랙", "Black", "240")]),
    Product("scarf", "캐시미어 머플러", "Cashmere scarf", "Hanok", "Scarves",
            [Variant(SCARF, "SC-1", SCARF_CODE, 98_000, "KRW", 1, "아이보리", "Ivory", "")]),
]  # fmt: skip
STOCK = [
    Stock(HERE, COAT, 2), Stock(HERE, "coat-navy-55", 1), Stock(WAREHOUSE, BOOTS, 14), Stock(HONGDAE, SCARF, 3),
    Stock(WAREHOUSE, SCARF, 5), Stock(HERE, BOOTS, 0),
]  # fmt: skip


def change(kind, id, record, ver=1):
    """What central's feed says about one entity."""
    return Change(kind, id, ver, data=msgspec.Raw(msgspec.msgpack.encode(record)))


def tell(tx, kind, id, record, ver=1, scope="store:store-1"):
    """Let central's record arrive, as a page of the feed does."""
    mirror.apply_changes(tx, MIRRORS, scope, [change(kind, id, record, ver)])


def tell_salt(tx, price=12_000, version=1):
    """It is sold too, at this price a kilogram."""
    salt = Variant(SALT, "SA-1", SALT_CODE, price, "KRW", version, sold_by="kilogram")
    tell(tx, "product", "salt", Product("salt", "입욕 소금", "Bath salt", "Hanok", "Bath", [salt]), version)


def open_shop(tx):
    """The whole small shop is on the tablet."""
    changes = [
        *(change("store", one.id, one) for one in STORES),
        *(change("staff", one.id, one) for one in STAFF),
        *(change("product", one.id, one) for one in PRODUCTS),
        *(change("stock", f"{one.location}:{one.variant}", one) for one in STOCK),
    ]
    mirror.apply_changes(tx, MIRRORS, "tenant:t", changes)
