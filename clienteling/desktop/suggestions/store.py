"""The tables suggestion and suggestion_list: central's lists per client, less what was refused here."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from clienteling.desktop.runtime.db import Tx, metadata
from clienteling.desktop.suggestions.domain import UNMADE, Made, Suggestion

suggestion_list = sa.Table(
    "suggestion_list",
    metadata,
    sa.Column("customer", sa.Text, primary_key=True),
    sa.Column("ver", sa.Integer, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False, server_default=""),
    sa.Column("refused", sa.JSON, nullable=False, server_default="[]"),
)
suggestion = sa.Table(
    "suggestion",
    metadata,
    sa.Column("customer", sa.Text, primary_key=True),
    sa.Column("product", sa.Text, primary_key=True),
    sa.Column("variant", sa.Text),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("facts", sa.JSON, nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("goes_with", sa.JSON, nullable=False, server_default="[]"),
    sqlite_with_rowid=False,
)
_IDS = 500


def write(tx: Tx, customer: str, made: Made, items: Sequence[Suggestion], refused: Sequence[str] = ()) -> None:
    """Her list as central made it, and what is not for her."""
    remove(tx, [customer])
    tx.execute(suggestion_list.insert().values(customer=customer, refused=list(refused), **made._asdict()))
    add(tx, customer, items)


def add(tx: Tx, customer: str, items: Sequence[Suggestion]) -> None:
    """More for her list."""
    rows = [
        {"customer": customer, "product": one.product, "variant": one.variant, "reason": one.reason}
        | {"facts": dict(one.values), "score": one.score, "goes_with": list(one.goes_with)}
        for one in items
    ]
    if rows:
        tx.execute(suggestion.insert().prefix_with("OR REPLACE"), rows)


def remove(tx: Tx, customers: Sequence[str]) -> None:
    """Forget the lists of these people."""
    tx.execute(suggestion.delete().where(suggestion.c.customer.in_(list(customers))))
    tx.execute(suggestion_list.delete().where(suggestion_list.c.customer.in_(list(customers))))


def refuse(tx: Tx, customer: str, product: str) -> None:
    """Take one product off her list, and remember it as not for her."""
    tx.execute(suggestion.delete().where(suggestion.c.customer == customer, suggestion.c.product == product))
    _keep_refused(tx, customer, [*(one for one in refused(tx, customer) if one != product), product])


def readmit(tx: Tx, customer: str, product: str) -> None:
    """It is for her after all."""
    _keep_refused(tx, customer, [one for one in refused(tx, customer) if one != product])


def refused(tx: Tx, customer: str) -> list[str]:
    """What is not for her, as far as this tablet was told."""
    query = sa.select(suggestion_list.c.refused).where(suggestion_list.c.customer == customer)
    return list(tx.execute(query).scalar() or ())


def _keep_refused(tx: Tx, customer: str, products: Sequence[str]) -> None:
    hers = suggestion_list.c.customer == customer
    tx.execute(suggestion_list.update().where(hers).values(refused=list(products)))


def of_customer(tx: Tx, customer: str) -> list[Suggestion]:
    """Her list, best first."""
    query = sa.select(suggestion).where(suggestion.c.customer == customer).order_by(suggestion.c.score.desc())
    return [_suggestion(row) for row in tx.execute(query).mappings()]


def best_of(tx: Tx, customers: Iterable[str], reason: str) -> dict[str, Suggestion]:
    """The best suggestion of one reason for each of these people who has one."""
    ids, found = list(customers), {}
    for at in range(0, len(ids), _IDS):
        query = sa.select(suggestion).where(suggestion.c.customer.in_(ids[at : at + _IDS]))
        for row in tx.execute(query.where(suggestion.c.reason == reason).order_by(suggestion.c.score)).mappings():
            found[row["customer"]] = _suggestion(row)
    return found


def made(tx: Tx, customer: str) -> Made:
    """Which list of hers is here."""
    query = sa.select(*(suggestion_list.c[name] for name in Made._fields)).where(suggestion_list.c.customer == customer)
    row = tx.execute(query).first()
    return Made(*row) if row else UNMADE


def _suggestion(row: sa.RowMapping) -> Suggestion:
    goes_with = tuple(row["goes_with"])
    return Suggestion(row["product"], row["reason"], row["score"], row["facts"], row["variant"], goes_with)
