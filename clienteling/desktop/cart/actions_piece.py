"""What one piece costs that bears its price or its weight in its code; knows no table and no cart."""

from dataclasses import replace

from clienteling.contract.pieces import PIECE, Measure, cost, milligrams, minor_units
from clienteling.desktop.catalog.domain import Item
from clienteling.desktop.runtime.problems import Problem

BY_WEIGHT = "This piece is sold by weight ({weight} kg), and there is no price by weight here. Weigh it at the till."
UNWEIGHED = "Sold by weight. Weigh a piece and scan its label."
NO_WEIGHT = "This code says no weight. Weigh the piece again."


def priced(item: Item, measure: Measure, currency: str) -> tuple[Item, int]:
    """The product at what one piece of it costs, in the store's `currency`, and its weight in milligrams or 0.

    Raises Problem where the code says no price: in another currency, in parts of its smallest coin, of nothing, of more
    than a tonne, of what has no price by weight.
    """
    if measure.kind == "weight" and not item.by_weight:
        raise Problem(BY_WEIGHT, weight=f"{measure.amount.normalize():f}")
    if item.currency != currency:
        raise Problem("This product is priced in another currency here.")
    if measure.kind == "weight":
        weight = milligrams(measure.amount)
        if weight is None:
            raise Problem(NO_WEIGHT)
        return replace(item, price=cost(item.price, weight), sold_by=PIECE), weight
    price = minor_units(measure.amount, currency)
    if price is None:
        raise Problem("The price in this code is no price in {currency}.", currency=currency)
    return replace(item, price=price, sold_by=PIECE), 0


def anew(item: Item, weight: int) -> int:
    """Today's price of a line, in minor units: of one piece, or of its `weight` in milligrams."""
    return cost(item.price, weight) if weight else item.price
