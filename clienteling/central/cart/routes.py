"""Carts over HTTP, as the web shop and the app use them; the tablets' facts and the record for the feed."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import delete, get, post
from litestar.params import Parameter

from clienteling.central.cart import actions, store
from clienteling.central.customers import actions as customers
from clienteling.central.runtime.db import Database, Tx
from clienteling.central.runtime.problems import Problem
from clienteling.central.sync import actions as sync
from clienteling.central.sync.domain import By, Verdict, Words
from clienteling.contract.ids import cart_of
from clienteling.contract.v1 import cart as v1
from clienteling.contract.v1.sync import Operation

_TAGS = ["cart"]
_OK = 200


class Added(v1.LineAdded, frozen=True, kw_only=True):
    """A line added over HTTP; `op` is made by the client, and the same one again changes nothing."""

    op: str


@get("/v1/customers/{customer:str}/cart", operation_id="readCart", summary="Her cart", tags=_TAGS)
async def read_cart(db: Database, by: By, customer: str) -> v1.Cart:
    """The one cart she shares between shop floor, web and app; a tablet reads it of whom it holds, else 403."""
    return await db.read(_of, by, customer)


@post("/v1/customers/{customer:str}/cart/lines", operation_id="addCartLine", tags=_TAGS, status_code=200)
async def add_cart_line(db: Database, by: By, words: Words, customer: str, data: Added) -> v1.Cart:
    """So many more of a variant; the cart as it is then."""
    told = msgspec.to_builtins(data) | {"customer": customer}
    op = told.pop("op")
    return await _tell(db, by, words, customer, Operation(op, "cart.line_added", cart_of(customer), told))


@delete(
    "/v1/customers/{customer:str}/cart/lines/{line:str}", operation_id="removeCartLine", tags=_TAGS, status_code=200
)
async def remove_cart_line(
    db: Database, by: By, words: Words, customer: str, line: str, op: str, quantity: Annotated[int, Parameter(ge=1)]
) -> v1.Cart:
    """The line goes with the `quantity` that was seen; what others added meanwhile stays."""
    args = {"line": line, "quantity": quantity}
    return await _tell(db, by, words, customer, Operation(op, "cart.line_removed", cart_of(customer), args))


async def _tell(db: Database, by: By, words: Words, customer: str, operation: Operation) -> v1.Cart:
    """The same way in as a tablet's facts, so that a repeated request is one operation."""
    await db.read(_owner, by, customer)
    answer = await db.run(sync.tell, words, by, operation)
    if answer.status != _OK:
        raise Problem(answer.status, answer.title)
    return await db.read(_of, by, customer)


def _owner(tx: Tx, by: By, customer: str) -> dict[str, Any]:
    """Whose cart it is: the web shop shows everybody's, a tablet only that of whom it holds."""
    return customers.person_of(tx, by, customer) if by.kind == "web" else customers.held_person(tx, by, customer)


def _of(tx: Tx, by: By, customer: str) -> v1.Cart:
    person = _owner(tx, by, customer)
    empty = v1.Cart(cart_of(person["id"]), person["store"], [], person["id"])
    return records(tx, [empty.id]).get(empty.id, empty)


def line_added(tx: Tx, by: By, id: str, _base: int, args: v1.LineAdded) -> Verdict:
    """Fact `cart.line_added`."""
    line = msgspec.to_builtins(args)
    return actions.add(tx, by, id, args.customer, line | {"id": args.line})


def line_removed(tx: Tx, by: By, id: str, _base: int, args: v1.LineRemoved) -> Verdict:
    """Fact `cart.line_removed`."""
    return actions.remove(tx, by, id, args.line, args.quantity)


def line_set_fulfilment(tx: Tx, by: By, id: str, _base: int, args: v1.LineSetFulfilment) -> Verdict:
    """Fact `cart.line_set_fulfilment`."""
    return actions.set_fulfilment(tx, by, id, args.line, args.fulfilment, args.pickup_store)


def parked(tx: Tx, by: By, id: str, _base: int, args: v1.Parked) -> Verdict:
    """Fact `cart.parked`."""
    return actions.park(tx, by, id, args.parked, args.label)


def records(tx: Tx, ids: list[str]) -> dict[str, v1.Cart]:
    """The records `cart`, with the lines that are above zero."""
    return {id: _record(row) for id, row in store.many(tx, ids).items()}


def _record(row: dict[str, Any]) -> v1.Cart:
    return msgspec.convert({name: row[name] for name in v1.Cart.__struct_fields__}, v1.Cart)


FACTS = {
    "cart.line_added": (v1.LineAdded, line_added),
    "cart.line_removed": (v1.LineRemoved, line_removed),
    "cart.line_set_fulfilment": (v1.LineSetFulfilment, line_set_fulfilment),
    "cart.parked": (v1.Parked, parked),
}
RECORDS = {"cart": records}
ROUTES = [read_cart, add_cart_line, remove_cart_line]
