"""How soon her suggestions stand in order again on an encrypted tablet without network, after a piece in her cart."""

from __future__ import annotations

import sqlalchemy as sa

from clienteling.desktop.runtime.db import Tx, metadata
from clienteling.desktop.suggestions import actions
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground, timed
from tests.benchmarks.window import Window, at


def measure(ground: Ground) -> list[Figure]:
    """Milliseconds of the choice alone, and from what lies in her cart until its card has gone from the screen."""
    return at(ground.tablet_copy("reranking"), lambda window: _rank(window, ground.rounds(40, 10)))


async def _rank(window: Window, rounds: int) -> list[Figure]:
    await window.sign_in()
    people = await window.app.ground.db.read(_with_lists, rounds)
    chosen, shown = zip(*[await _one(window, customer) for customer in people], strict=True)
    return [
        Figure("suggestions in order again", "ms", list(chosen)),
        Figure("from her cart to the painted cards", "ms", list(shown)),
    ]


async def _one(window: Window, customer: str) -> tuple[float, float]:
    cards, db, store = window.app.suggestions, window.app.ground.db, window.app.ground.session.store
    window.app.navigator.open("customer", customer)
    await window.hands.until("her cards", lambda: cards.customer == customer and cards.state == "rows")
    chosen = await timed(lambda: db.read(actions.cards, customer, store))
    product, variant = cards.cards.rows[0][:2]
    return chosen, await window.painted(
        lambda: cards.add(variant), lambda: product not in [row[0] for row in cards.cards.rows]
    )


def _with_lists(tx: Tx, most: int) -> list[str]:
    """People of whom a full list is here."""
    suggestion = metadata.tables["suggestion"]
    query = (
        sa.select(suggestion.c.customer).group_by(suggestion.c.customer).having(sa.func.count() >= actions.domain.MOST)
    )
    return list(tx.execute(query.order_by(suggestion.c.customer).limit(most)).scalars())
