"""Pure rules about carts: how deltas add up and which lines and prices may stand; knows no database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

MAX_QUANTITY = 999
UNRESOLVED = "gtin:"
WEIGHED = "This is sold by weight: scan the label of each weighed piece."
UNREAD = "Central cannot read the weight in this code. Its settings may lack the shop's in_store."


class Carried(NamedTuple):
    """A line of a shop's files: what a person has in her online cart."""

    customer: str
    variant: str
    quantity: int
    price: int
    currency: str


def after(deltas: Iterable[int]) -> int:
    """The quantity that any order of these deltas comes to; what is kept may be below zero, what is shown is not."""
    return sum(deltas)


def shown(quantity: int) -> int:
    """A kept quantity as it is read: two tablets that both took the last one away leave none, not minus one."""
    return max(0, quantity)


def quantity_problem(quantity: int) -> str | None:
    """Why a delta may not be, or None."""
    return None if 0 < abs(quantity) <= MAX_QUANTITY else f"A quantity is 1 to {MAX_QUANTITY}."


def price_problem(price: int, currency: str, version: int, present: tuple[int, str, int]) -> str | None:
    """Why a quoted price may not stand against the present (price, currency, version), or None.

    An older version may be quoted, and the change is shown; the present version (or none, 0) with another is made up.
    """
    now, its_currency, its_version = present
    if currency != its_currency:
        return f"The price is in {its_currency}, not in {currency}."
    if price < 0 or (version in {0, its_version} and price != now):
        return "The price is not the one of the catalogue."
    return None


def piece_problem(quantity: int, price: int, currency: str, present: str) -> str | None:
    """Why a piece that bears its own price may not be a line, or None: it is one piece, and `present` its currency."""
    if abs(quantity) != 1:
        return "A piece with a price of its own is a line of one."
    if currency != present:
        return f"The price is in {present}, not in {currency}."
    return "A price is not below zero." if price < 0 else None


def tag_problem(price: int, older: bool, bears: tuple[int, int] | None, by_weight: bool) -> str | None:
    """Why the price told for a piece may not stand against the (price, weight) that its tag comes to, or None.

    Without a weight it is what it was read as where central cannot read it. One by weight may be of an `older` price.
    """
    if bears is None:
        return UNREAD if by_weight else None
    its_price, weight = bears
    return None if price == its_price or (weight and older) else "The price is not what the code of this piece says."


def fulfilment_problem(fulfilment: str, pickup_store: str | None) -> str | None:
    """Why a line cannot be fulfilled so, or None: a pick-up needs its store."""
    return "Choose the store for the pick-up." if fulfilment == "pickup" and not pickup_store else None
