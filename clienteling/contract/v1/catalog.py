"""Products, their variants and stock as central tells them."""

from typing import Literal

import msgspec


class Variant(msgspec.Struct, frozen=True):
    """One sellable item; `gtin` has 14 digits or is absent; `price` is in minor units of `currency`.

    It is the price of one piece, or of a kilogram of what is sold by weight: of that only weighed pieces are sold.
    """

    id: str
    sku: str
    gtin: str | None
    price: int
    currency: str
    price_version: int = 1
    colour_ko: str = ""
    colour_en: str = ""
    size: str = ""
    sold_by: Literal["piece", "kilogram"] = "piece"


class Product(msgspec.Struct, frozen=True):
    """Record `product` (scope tenant): what a shop sells, with all its variants."""

    id: str
    name_ko: str
    name_en: str
    brand: str
    category: str
    variants: list[Variant]
    picture: str | None = None
    text_ko: str = ""
    text_en: str = ""


class Stock(msgspec.Struct, frozen=True):
    """Record `stock` (scope stock:{location}); its id is `location:variant`; `quantity` is available to promise."""

    location: str
    variant: str
    quantity: int


class CodeUnknown(msgspec.Struct, frozen=True):
    """Fact `catalog.code_unknown`: somebody reports a code that no product has; its id is one for each report."""

    code: str
    symbology: str


class UnknownCode(msgspec.Struct, frozen=True):
    """A code reported in a store that still nobody knows: how often, last when (ISO 8601 UTC) and by whom."""

    code: str
    symbology: str
    count: int
    last_at: str
    staff: str | None = None
