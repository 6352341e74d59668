"""Whom to tell of a product: what was learned, asked for those who may be told; loads arithmetic only when asked."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.insight import actions_lists
from clienteling.central.orders import actions as orders
from clienteling.central.runtime.clock import now, ordinal
from clienteling.central.runtime.db import Tx
from clienteling.central.runtime.topic import Topic
from clienteling.central.signin import actions as signin
from clienteling.central.sync.domain import By, Refused

if TYPE_CHECKING:
    from clienteling.central.insight.audience import Reason
    from clienteling.central.insight.model import Model

OPERATOR = "operator"
"""In place of a device on the record, where somebody looked by central's own command line."""

refusing: Topic[[Tx, str], set[str]] = Topic()
"""Asked for who is not to be told of a product, for she said so."""


@dataclass(frozen=True)
class Question:
    """Who may be told of a product, what was learned, and the category of each product that may be named.

    Where nothing was learned, `lines` are what people bought of the product and its category: (customer, order,
    product, placed_at).
    """

    product: str
    model: Model | None
    people: set[str]
    categories: dict[str, str]
    lines: list[tuple[str, str, str, str]] = field(default_factory=list)

    @property
    def day(self) -> int:
        """Up to which day purchases are known, an ordinal."""
        return self.model.known.cut - 1 if self.model else ordinal(now())


@dataclass(frozen=True)
class Answer:
    """A person by her id, and the fact that speaks for her."""

    customer: str
    reason: Reason


@dataclass(frozen=True)
class Named:
    """A person who is told of a product, with her name and the ways she allows."""

    customer: str
    name: str
    ways: list[str]
    reason: Reason


def ask(tx: Tx, tenant: str, place: str | None, product: str) -> Question:
    """Those of a home store, or of all, who allow a way to be told, do not refuse to be profiled and never refused it.

    404 for a product of nobody, 422 for one of a sensitive category.
    """
    if not catalog.sells(tx, tenant, product):
        raise Refused(404, "This product is not known.")
    listed = catalog.listing(tx)
    categories = {row[1]: row[4] for row in listed}
    if product not in categories:
        raise Refused(422, "Nobody is told of this category.")
    people = customers.reachable(tx, tenant, place).difference(*refusing.tell(tx, product))
    model = actions_lists.model(tx)
    if model:
        return Question(product, model, people, categories)
    alike = {row[0]: row[1] for row in listed if row[1] == product or (row[4] and row[4] == categories[product])}
    lines = [(who, order, alike[variant], at) for who, order, variant, at in orders.lines_of(tx, alike)]
    return Question(product, None, people, categories, lines)


def everywhere(tx: Tx, place: str | None, product: str) -> Question:
    """The same for whoever runs central: of the store that is named by its id or code, or of all.

    LookupError where there is no such store or product.
    """
    named = signin.store_named(tx, place) if place else None
    try:
        return ask(tx, catalog.seller(tx, product) or "", named, product)
    except Refused as error:
        raise LookupError(error.title) from None


def tell(tx: Tx, by: By, found: list[Answer]) -> list[Named]:
    """Who of them is still to be told, with her name; that she was seen is on the record."""
    known = customers.ways(tx, [one.customer for one in found])
    still = [one for one in found if one.customer in known and known[one.customer][1]]
    customers.record_access(tx, by, "audience.viewed", [one.customer for one in still])
    return [Named(one.customer, *known[one.customer], one.reason) for one in still]


def tell_operator(tx: Tx, product: str, found: list[Answer]) -> list[Named]:
    """The same for whoever runs central, who has no device and no name there."""
    return tell(tx, By(OPERATOR, "", catalog.seller(tx, product) or ""), found)


def answer(question: Question, limit: int) -> list[Answer]:
    """At most `limit` of them, the likeliest first; by the plain rule where nothing was learned. Takes a while.

    What was learned says nothing of a product that nobody ever bought.
    """
    import numpy as np

    from clienteling.central.insight import audience, buyers

    model = question.model
    if model is None:
        bought = itertools.starmap(buyers.Bought, question.lines)
        return [Answer(*one) for one in buyers.likeliest(bought, question.product, question.people, limit)]
    known = model.known
    product = int(np.searchsorted(known.products, question.product))
    if product == len(known.products) or known.products[product] != question.product:
        return []
    who = np.flatnonzero(np.isin(known.customers, np.array(sorted(question.people), dtype=np.str_)))
    likeliest = audience.likeliest(model, audience.Crowd(known, model.pull), product, who, limit)
    places = [one.place for one in likeliest]
    return [
        Answer(str(known.customers[place]), audience.reason(model, place, product, question.categories))
        for place in places
    ]
