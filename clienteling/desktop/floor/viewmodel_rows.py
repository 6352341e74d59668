"""How a scan and a product stand in scan mode: roles and words in the language of the screen."""

from typing import Any

from clienteling.desktop.catalog.domain import Availability, Item, icon_of
from clienteling.desktop.floor.actions import Looked
from clienteling.desktop.floor.domain import Heard
from clienteling.desktop.runtime.text import clock, kilograms, say, unit_price

ROLES = ("n", "title", "detail", "word", "tone", "sign", "time", "undoable", "chosen")
SIZES = ("variant", "name", "price", "here", "nearby", "online", "known", "scanned")
NOTED = {"shown": "Shown", "tried": "Tried", "declined": "Not for her"}
Row = tuple[Any, ...]


def row(heard: Heard, chosen: int, language: str) -> Row:
    """One scan of the list."""
    word, tone = said(heard)
    sign = icon_of(heard.item.category) if heard.item else "barcode"
    undoable, shown = heard.undoable, heard.n == chosen
    return heard.n, title(heard, language), _detail(heard, language), word, tone, sign, clock(heard.at), undoable, shown


def title(heard: Heard, language: str) -> str:
    """What was scanned: the product's name, or the code."""
    return heard.item.name(language) if heard.item else heard.code or say("Not a product")


def said(heard: Heard) -> tuple[str, str]:
    """What came of a scan, in a word or two, and its tone."""
    if heard.taken:
        return say("Taken back"), "neutral"
    if heard.sound == "refused":
        return say("Not taken"), "bad"
    if heard.sound == "unknown":
        return (say("Waits for product details") if heard.added else say("Unknown code")), "warn"
    if heard.added:
        count = heard.added.quantity
        return (say("One more: {n} in all", n=count) if count > 1 else say("Added")), "ok"
    return (say("Price") if heard.mode == "price" else say("Stock")), "neutral"


def reason(heard: Heard) -> str:
    """Why a scan was refused, or what may be done about an unknown code."""
    if heard.reason:
        return say(heard.reason, **heard.values)
    return say("No product here has this code.") if heard.sound == "unknown" and not heard.added else ""


def price(heard: Heard) -> str:
    """What it costs: a piece, a kilogram, or this very piece with what it weighs; nothing where that is not known."""
    if heard.item is None:
        return ""
    told = unit_price(heard.item.price, heard.item.currency, heard.item.sold_by)
    return f"{kilograms(heard.weight)}: {told}" if heard.weight else told


def sizes(looked: Looked, scanned: str, language: str) -> list[Row]:
    """Every variant with its price and where it lies, the scanned one first, however many there are."""
    items = sorted(looked.card.items, key=lambda item: item.variant != scanned)
    return [_size(item, looked.stock[item.variant], scanned, language) for item in items]


def _size(item: Item, stock: Availability, scanned: str, language: str) -> Row:
    name = item.detail(language) or item.name(language)
    price = unit_price(item.price, item.currency, item.sold_by)
    return item.variant, name, price, stock.here, stock.nearby, stock.online, stock.known, item.variant == scanned


def _detail(heard: Heard, language: str) -> str:
    if heard.item is None:
        return reason(heard)
    noted = [say(NOTED[outcome]) for outcome in NOTED if outcome in heard.noted]
    return " · ".join(part for part in (heard.item.detail(language), price(heard), *noted, reason(heard)) if part)
