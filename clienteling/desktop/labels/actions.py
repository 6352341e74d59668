"""What the labels of products and people have to show; one function, one reading."""

from collections.abc import Sequence
from dataclasses import dataclass

from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.catalog.domain import Item
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.runtime.db import Tx


@dataclass(frozen=True)
class Wanted:
    """One variant, and how many of it lie in this store."""

    item: Item
    here: int


def of_products(tx: Tx, products: Sequence[str], store: str) -> list[Wanted]:
    """Every size and colour of the products, in their order; those that are not sold any more are left out."""
    cards = [catalog.card(tx, product) for product in products]
    items = [item for card in cards if card for item in card.items]
    found = catalog.availability(tx, [item.variant for item in items], store)
    return [Wanted(item, found[item.variant].here) for item in items]


def card_of(tx: Tx, customer: str) -> tuple[str, str]:
    """Her name and her loyalty code; empty where there is none."""
    person = customers.person(tx, customer)
    return (person.name, person.loyalty) if person else ("", "")
