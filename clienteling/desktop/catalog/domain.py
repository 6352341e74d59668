"""A product, its variants, where they lie, and how the search box finds them; knows no table and no screen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from clienteling.contract.pieces import KILOGRAM, PIECE
from clienteling.contract.spelling import LEADS, fold, has_syllable, initials, keystrokes, words

MAX_WORDS = 6


@dataclass(frozen=True)
class Item:
    """One sellable variant with what a line shows of its product.

    `price` is in minor units of `currency`, of one piece or, as `sold_by` says, of a kilogram.
    """

    variant: str
    product: str
    name_ko: str
    name_en: str
    brand: str
    category: str
    sku: str
    gtin: str | None
    price: int
    currency: str
    price_version: int
    colour_ko: str
    colour_en: str
    size: str
    sold_by: str = PIECE

    @property
    def by_weight(self) -> bool:
        """Whether only weighed pieces of it are sold."""
        return self.sold_by == KILOGRAM

    def name(self, language: str) -> str:
        """The product's name in "ko" or "en", the other one where it is missing."""
        return either(self.name_ko, self.name_en, language)

    def detail(self, language: str) -> str:
        """Colour and size, as in `Camel · 55`; empty for a product with one variant of neither."""
        return " · ".join(filter(None, [either(self.colour_ko, self.colour_en, language), self.size]))


@dataclass(frozen=True)
class Card:
    """A product with all its variants in the shop's order."""

    id: str
    name_ko: str
    name_en: str
    brand: str
    category: str
    text_ko: str
    text_en: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Hit:
    """A product in a list of results: its lowest price, and how many variants have another one."""

    product: str
    name_ko: str
    name_en: str
    brand: str
    category: str
    price: int
    top_price: int
    currency: str
    sold_by: str = PIECE


@dataclass(frozen=True)
class Unknown:
    """A reported code that no product has: how often, and last when (ISO 8601 UTC) and by whom."""

    code: str
    symbology: str
    count: int
    last_at: str
    staff: str | None


class Availability(NamedTuple):
    """How many may be promised: in this store, in the other stores together, from the warehouse and online.

    `known` is False while no stock at all has reached this tablet: then the answer is being checked, not zero.
    """

    here: int
    nearby: int
    online: int
    known: bool = True


class Lot(NamedTuple):
    """How many lie at one place."""

    location: str
    variant: str
    quantity: int


PlaceKind = Literal["store", "warehouse", "online"]


def either(korean: str, english: str, language: str) -> str:
    """The text in the language, or the one that there is."""
    return (korean or english) if language == "ko" else (english or korean)


def available(lots: Iterable[Lot], kinds: dict[str, str], store: str) -> dict[str, Availability]:
    """What `lots` add up to for each variant, seen from `store`; places this tablet does not know count as online."""
    sums: dict[str, list[int]] = {}
    for lot in lots:
        place = 0 if lot.location == store else 1 if kinds.get(lot.location) == "store" else 2
        sums.setdefault(lot.variant, [0, 0, 0])[place] += max(0, lot.quantity)
    return {variant: Availability(here, nearby, online) for variant, (here, nearby, online) in sums.items()}


def document(names: Iterable[str], brand: str, codes: Iterable[str]) -> str:
    """All a product is found by, normalised, words after spaces: names as keystrokes, brand, SKUs and GTINs."""
    spelled = [keystrokes(word) for text in (*names, brand) for word in (*words(text), *fold(text).split())]
    return " " + " ".join(dict.fromkeys([*spelled, *(fold(code) for code in codes)]))


def leads(names: Iterable[str]) -> str:
    """The initials (초성) of the names, words after spaces and once more joined."""
    spelled = [[initials(word) for word in words(name)] for name in names]
    return " " + " ".join(" ".join([*parts, "".join(parts)]) for parts in spelled if parts)


def needles(text: str) -> list[tuple[bool, str]]:
    """What to look for, word by word: whether it is 초성, and how it is spelled in `leads` or `document`."""
    typed = [word for word in fold(text[:100]).split() if word][:MAX_WORDS]
    return [_needle(word) for word in typed]


def _needle(word: str) -> tuple[bool, str]:
    lead = initials(word)
    if not has_syllable(word) and all(character in LEADS for character in lead):
        return True, lead
    return False, keystrokes(word)


_ICONS = {
    "Coats": "shirt", "Jackets": "shirt", "Knitwear": "shirt", "Shirts": "shirt", "Tops": "shirt", "Trousers": "shirt",
    "Skirts": "shirt", "Dresses": "shirt", "Boots": "footprints", "Sneakers": "footprints", "Shoes": "footprints",
    "Bags": "shopping-bag", "Scarves": "ribbon", "Belts": "circle-dot", "Hats": "umbrella", "Jewellery": "gem",
    "Watches": "watch", "Perfume": "spray-can", "Skin care": "droplet", "Make-up": "brush", "Bath": "bath",
    "Tableware": "cup-soda", "Lighting": "lamp", "Cushions": "sofa", "Blankets": "bed-double", "Vases": "flower-2",
    "Candles": "sparkles", "Furniture": "armchair",
}  # fmt: skip


def icon_of(category: str) -> str:
    """The sign shown in place of a picture that is not here yet."""
    return _ICONS.get(category, "package")


def together(some: Iterable[Availability]) -> Availability:
    """The availability of several variants as one."""
    counted = list(some)
    here, nearby, online = (sum(int(one[place]) for one in counted) for place in range(3))
    return Availability(here, nearby, online, any(one.known for one in counted))
