"""The tables of a shop folder and their columns, in the order in which they are read; knows no file and no database."""

from __future__ import annotations

from clienteling.central.intake.domain import (
    Column,
    Read,
    addresses,
    amount,
    currency,
    day,
    gtin,
    id,
    language,
    lying,
    moment,
    moved,
    name,
    nested,
    one_of,
    pin,
    reference,
    several,
    sold_by,
    text,
)  # fmt: skip


def _may(name: str, read: Read = text, of: str | None = None) -> Column:
    return Column(name, read, of, needed=False)


CHANNEL = one_of("online", "store")
WHAT = one_of("viewed", "saved", "carted", "bought", "picked_up", "rated", "returned", "repaired", "visited")

TABLES: dict[str, tuple[Column, ...]] = {
    "stores": (
        Column("id", id), Column("code", name), Column("name_ko", name), Column("name_en", name),
        Column("kind", one_of("store", "warehouse", "online")), Column("currency", currency), _may("city"),
    ),
    "staff": (
        Column("id", id), Column("name", name), Column("role", one_of("associate", "manager")),
        Column("store", id, "stores"), Column("pin", pin), _may("badge"),
    ),
    "products": (
        Column("id", id), Column("name_ko", name), Column("name_en", name), _may("brand"), _may("category"),
        _may("text_ko"), _may("text_en"), _may("since", day), _may("picture"),
    ),
    "variants": (
        Column("id", id), Column("product", id, "products"), _may("sku"), _may("gtin", gtin), _may("colour_ko"),
        _may("colour_en"), _may("size"), Column("price", amount), Column("currency", currency),
        _may("sold_by", sold_by),
    ),
    "stock": (
        Column("location", id, "stores"), Column("variant", id, "variants"), Column("quantity", lying),
    ),
    "customers": (
        Column("id", id), Column("name", name), Column("store", id, "stores"), _may("phone"), _may("email"),
        _may("loyalty"), _may("tier"), _may("owner", reference, "staff"), _may("birthday", day), _may("since", day),
        _may("language", language), _may("sizes", nested(dict[str, str])), _may("says", nested(list[str])),
        _may("consents", nested(dict[str, bool])), _may("addresses", addresses),
    ),
    "order_lines": (
        Column("order", id), Column("line", id), Column("at", moment), _may("customer", reference, "customers"),
        Column("store", id, "stores"), _may("staff", reference, "staff"), Column("channel", CHANNEL),
        Column("variant", id, "variants"), Column("quantity", moved), Column("price", amount),
        Column("currency", currency),
    ),
    "events": (
        Column("id", id), Column("customer", id, "customers"), Column("at", moment), Column("channel", CHANNEL),
        Column("what", WHAT), _may("variant", reference, "variants"), _may("text"), _may("store", reference, "stores"),
    ),
    "carts": (
        Column("customer", id, "customers"), Column("variant", id, "variants"), Column("quantity", several),
    ),
}  # fmt: skip
KEYS = {"stock": ("location", "variant"), "carts": ("customer", "variant"), "order_lines": ("line",)}
"""What else must not stand twice in a table, beside the ids of others."""
GROUPED = {"order_lines", "carts"}
CODED = {"stores": "code", "variants": "gtin"}
NEEDED = ("stores", "staff", "products", "variants")
