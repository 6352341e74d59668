"""How the catalogue is said on the screen: categories, prices and where things lie."""

from clienteling.desktop.catalog.domain import Availability, Hit, either
from clienteling.desktop.runtime.text import say, unit_price


def category_word(category: str) -> str:
    """A category in the language of the screen; a shop's own one as it was written."""
    return _categories().get(category, category)


def price_word(hit: Hit) -> str:
    """The price of a product, or the lowest of several."""
    lowest = unit_price(hit.price, hit.currency, hit.sold_by)
    return lowest if hit.price == hit.top_price else say("from {price}", price=lowest)


def place_word(found: Availability) -> tuple[str, str]:
    """Where a product can be had, nearest first, as words and a tone."""
    if not found.known:
        return say("Checking"), "neutral"
    if found.here:
        return say("Here {n}", n=found.here), "ok"
    if found.nearby:
        return say("Nearby {n}", n=found.nearby), "store"
    if found.online:
        return say("Online {n}", n=found.online), "online"
    return say("Sold out"), "warn"


def named(korean: str, english: str, language: str) -> str:
    """A name in the language of the screen."""
    return either(korean, english, language)


def _categories() -> dict[str, str]:
    return {
        "Coats": say("Coats"),
        "Jackets": say("Jackets"),
        "Knitwear": say("Knitwear"),
        "Shirts": say("Shirts"),
        "Tops": say("Tops"),
        "Trousers": say("Trousers"),
        "Skirts": say("Skirts"),
        "Dresses": say("Dresses"),
        "Boots": say("Boots"),
        "Sneakers": say("Sneakers"),
        "Shoes": say("Shoes"),
        "Bags": say("Bags"),
        "Scarves": say("Scarves"),
        "Belts": say("Belts"),
        "Hats": say("Hats"),
        "Jewellery": say("Jewellery"),
        "Watches": say("Watches"),
        "Perfume": say("Perfume"),
        "Skin care": say("Skin care"),
        "Make-up": say("Make-up"),
        "Bath": say("Bath"),
        "Tableware": say("Tableware"),
        "Lighting": say("Lighting"),
        "Cushions": say("Cushions"),
        "Blankets": say("Blankets"),
        "Vases": say("Vases"),
        "Candles": say("Candles"),
        "Furniture": say("Furniture"),
    }
