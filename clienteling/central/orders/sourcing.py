"""Where the lines of an order come from, and the stock that moves with them; knows nothing of states or people."""

from __future__ import annotations

from datetime import date
from typing import Any

from clienteling.central.catalog import actions as catalog
from clienteling.central.catalog.domain import Piece, Price
from clienteling.central.orders import domain
from clienteling.central.orders.domain import Line
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Tx
from clienteling.central.signin import actions as signin
from clienteling.central.sync.domain import By, Refused


def settle(tx: Tx, by: By, order: str, place: str, currency: str, lines: list[Line]) -> list[dict[str, Any]]:
    """Each line with its `source`, the day `promised` and its `problem`; the stock of the sources is taken at once.

    `place` is the store of the order. Stock is taken in the order of variants, so that orders that meet do not block
    each other; the answer keeps the order of the lines. 422 for what is sold by weight and was not weighed.
    """
    prices = catalog.prices(tx, by.tenant, [line.variant for line in lines])
    if any(prices[line.variant].by_weight for line in lines if line.variant in prices and not line.tag):
        raise Refused(422, domain.WEIGHED)
    kinds = signin.kinds(tx, by.tenant)
    today = date.fromisoformat(now()[:10])
    sources: dict[str, str | None] = {}
    for line in sorted(lines, key=lambda line: (line.variant, line.id)):
        price = prices.get(line.variant)
        if price and price.currency == currency:
            stock = catalog.stock(tx, by.tenant, line.variant)
            places = domain.sources(line, place, stock, kinds)
            sources[line.id] = next((one for one in places if _take(tx, order, one, line)), None)
    bears = {line.id: _bears(tx, by, line, prices.get(line.variant)) for line in lines}
    return [
        _settled(line, sources.get(line.id), prices.get(line.variant), bears[line.id], currency, today)
        for line in lines
    ]


def give_back(tx: Tx, order: str, lines: list[dict[str, Any]]) -> None:
    """The stock of a cancelled order returns to where it was taken."""
    for line in sorted(lines, key=lambda line: (line["variant"], line["id"])):
        if line["source"]:
            catalog.take_stock(tx, line["source"], line["variant"], -line["quantity"], order)


def take_in(tx: Tx, by: By, order: dict[str, Any]) -> None:
    """The pieces of a returned order lie in stock again."""
    for (place, variant), quantity in domain.coming_back(order["state"], by.store, order["lines"]).items():
        catalog.take_stock(tx, place, variant, -quantity, order["id"])


def _take(tx: Tx, order: str, place: str, line: Line) -> bool:
    return catalog.take_stock(tx, place, line.variant, line.quantity, order)


def _bears(tx: Tx, by: By, line: Line, price: Price | None) -> Piece | None:
    return catalog.piece(tx, by.tenant, line.variant, price, line.tag) if line.tag and price else None


def _settled(
    line: Line, source: str | None, price: Price | None, bears: Piece | None, currency: str, today: date
) -> dict[str, Any]:
    line = line._replace(weight=bears.weight) if bears else line
    told = line._asdict() | {"source": source, "promised": domain.promised(line, source, today)}
    if price is None or price.currency != currency:
        return told | {"problem": domain.UNKNOWN}
    if source is None:
        return told | {"problem": domain.STOCK}
    if line.tag:
        its_price = bears.price if bears else None
        return told | {"problem": domain.tag_problem(line, its_price, price.by_weight, price.version)}
    return told | {"problem": domain.price_problem(line, price.amount, price.version)}
