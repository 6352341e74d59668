"""What can be done with suggestions, and what other features may ask of them: one function, one transaction."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from clienteling.contract.ids import cart_of
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.catalog.domain import Availability, Item
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.suggestions import domain, store, wire
from clienteling.desktop.suggestions.domain import Card, Made, Shelf, Situation, Suggestion


def refuse(tx: Tx, customer: str, product: str, staff: str) -> None:
    """Not for her, never again; told to central."""
    wire.tell(tx, wire.refused(tx, customer, product, staff))


def readmit(tx: Tx, customer: str, product: str, staff: str) -> None:
    """The refusal was a mistake; told to central."""
    wire.tell(tx, wire.readmitted(tx, customer, product, staff))


def cards(tx: Tx, customer: str, location: str, hidden: Iterable[str] = (), zone: str = "") -> list[Card]:
    """At most five cards for her in this store, best first, as things stand after the last scan, refusal or sync.

    What is in her cart, `hidden`, not sold any more or nowhere in stock is left out; `zone` is where she stands.
    """
    carted, refused = _in_cart(tx, customer), {*hidden, *store.refused(tx, customer)}
    person = customers.person(tx, customer)
    sizes = set(person.sizes.values()) if person else set()
    listed = [one for one in store.of_customer(tx, customer) if one.product not in carted | refused]
    had = {one.product: card for one in listed if (card := _card(tx, one, location, sizes))}
    shelves = {product: Shelf(card.category, card.here > 0, card.fits) for product, card in had.items()}
    disliked = Counter(catalog.categories_of(tx, refused).values())
    chosen = [one.product for one in domain.choose(listed, Situation(shelves, carted, refused, disliked, zone))]
    return [replace(had[one], at_hand=domain.at_hand(shelves[one], zone)) for one in chosen]


def best_due(tx: Tx, customers: Iterable[str]) -> dict[str, Suggestion]:
    """For each of these people who has one: what she usually buys again about now."""
    return store.best_of(tx, customers, "due")


def found(tx: Tx, customer: str, product: str) -> Suggestion | None:
    """Why a product stands on her list; None where it does not any more."""
    return next((one for one in store.of_customer(tx, customer) if one.product == product), None)


def beside(tx: Tx, customer: str, suggestion: Suggestion) -> list[str]:
    """What of her cart goes with a suggestion."""
    return domain.beside(suggestion, _in_cart(tx, customer))


def made(tx: Tx, customer: str) -> Made:
    """Which list of hers is here; `domain.UNMADE` while there is none."""
    return store.made(tx, customer)


def _in_cart(tx: Tx, customer: str) -> set[str]:
    variants = [line.variant for line in cart.lines(tx, cart_of(customer)) if line.variant and line.quantity > 0]
    return {item.product for item in catalog.items(tx, variants).values()}


def _card(tx: Tx, one: Suggestion, location: str, sizes: set[str]) -> Card | None:
    product = catalog.card(tx, one.product)
    if product is None or not product.items:
        return None
    stock = catalog.availability(tx, [item.variant for item in product.items], location)
    item = _pick(product.items, stock, one.variant, sizes)
    there = stock[item.variant]
    if there.known and not any((there.here, there.nearby, there.online)):
        return None
    return Card(
        suggestion=one,
        variant=item.variant,
        name_ko=item.name("ko"),
        name_en=item.name("en"),
        category=item.category,
        detail_ko=item.detail("ko"),
        detail_en=item.detail("en"),
        price=item.price,
        currency=item.currency,
        sold_by=item.sold_by,
        here=there.here,
        nearby=there.nearby,
        online=there.online,
        known=there.known,
        fits=not sizes or not item.size or item.size in sizes,
    )


def _pick(items: Sequence[Item], stock: dict[str, Availability], wanted: str | None, sizes: set[str]) -> Item:
    """The variant that was meant; else one in her size, rather here than nearby than online."""

    def rank(item: Item) -> tuple[bool, bool, bool, bool, bool]:
        there = stock[item.variant]
        meant, fits = item.variant == wanted, item.size in sizes
        return not meant, not fits, there.here <= 0, there.nearby <= 0, there.online <= 0

    return min(items, key=rank)
