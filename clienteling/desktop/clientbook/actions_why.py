"""Why a product is suggested to her, from what this tablet itself holds."""

from clienteling.contract.ids import cart_of
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.catalog.domain import Card
from clienteling.desktop.clientbook import domain, domain_why, store
from clienteling.desktop.clientbook.domain_why import EVIDENCE, MOST, Fact, Why
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.orders.domain import cancelled
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.signin import actions as signin
from clienteling.desktop.suggestions import actions as suggestions
from clienteling.desktop.suggestions.domain import Suggestion

_NO_LIMIT = -1
"""In the words of SQLite."""


def why(tx: Tx, customer: str, product: str) -> Why | None:
    """The facts behind a suggestion, newest first; None where it is not suggested, or not sold, any more."""
    suggestion, card = suggestions.found(tx, customer, product), catalog.card(tx, product)
    if suggestion is None or card is None:
        return None
    held = _facts(tx, customer, suggestion)
    shown = held[:MOST]
    return Why(
        suggestion=suggestion,
        made=suggestions.made(tx, customer),
        name=_names(card),
        facts=tuple(shown),
        more=len(held) - len(shown),
        lacking=domain_why.lacking(suggestion, held),
        items=catalog.items(tx, list({one.variant for one in shown})),
        places={id: (place.name_ko, place.name_en) for id, place in signin.locations(tx).items()},
        beside=tuple(_names(one) for one in _beside(tx, customer, suggestion)),
    )


def _beside(tx: Tx, customer: str, suggestion: Suggestion) -> list[Card]:
    found = [catalog.card(tx, product) for product in suggestions.beside(tx, customer, suggestion)]
    return [one for one in found if one]


def _names(card: Card) -> tuple[str, str]:
    return card.name_ko or card.name_en, card.name_en or card.name_ko


def _facts(tx: Tx, customer: str, suggestion: Suggestion) -> list[Fact]:
    whats = EVIDENCE.get(suggestion.reason, frozenset())
    card = catalog.card(tx, domain_why.about(suggestion)) if whats else None
    if card is None:
        return []
    variants = _like(tx, customer, card) if suggestion.reason == "new" else {item.variant for item in card.items}
    if lines := _in_cart(tx, customer, variants) if suggestion.reason == "cart" else []:
        return lines
    events = store.about(tx, customer, whats, variants)
    off = cancelled(orders.of_customer(tx, customer))
    return domain_why.facts([one for one in domain.called_off(events, off) if one.what in whats], variants)


def _like(tx: Tx, customer: str, card: Card) -> set[str]:
    """What she bought of the same category."""
    bought = {item.variant for item in store.bought(tx, customer, _NO_LIMIT)}
    return {id for id, item in catalog.items(tx, list(bought)).items() if item.category == card.category and item.size}


def _in_cart(tx: Tx, customer: str, variants: set[str]) -> list[Fact]:
    lines = [line for line in cart.lines(tx, cart_of(customer)) if line.source == "online"]
    return [
        Fact("carted", line.added_at, "online", None, line.variant, line.quantity)
        for line in lines
        if line.variant in variants
    ]
