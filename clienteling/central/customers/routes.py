"""People over HTTP: find, view and fetch those who are not on the device; their facts and the record for the feed."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import get, post
from litestar.params import Parameter

from clienteling.central.customers import actions, actions_merge, store, store_merged
from clienteling.central.customers.domain import Person
from clienteling.central.runtime.db import Database, Tx
from clienteling.central.runtime.problems import Problem
from clienteling.central.sync.domain import By, Verdict
from clienteling.contract.v1 import customers as v1

_TAGS = ["customers"]


class Found(msgspec.Struct, frozen=True):
    """The people found, likeliest first, and whether there are more."""

    hits: list[v1.Customer]
    truncated: bool


class Fetched(msgspec.Struct, frozen=True):
    """The scope from which the device may now read all of one person."""

    scope: str


@get("/v1/customers", operation_id="findCustomers", summary="People of the whole tenant", tags=_TAGS)
async def find_customers(
    db: Database,
    by: By,
    q: Annotated[str, Parameter(max_length=100)] = "",
    limit: Annotated[int, Parameter(ge=1, le=50)] = 20,
) -> Found:
    """By any part of a name, 초성, digits of the phone, e-mail or loyalty number; other stores' people are masked."""
    only_tablets(by)
    hits, truncated = await db.read(actions.find, by, q, limit)
    await db.run(actions.record_access, by, "customer.found", [hit["id"] for hit in hits])
    return Found([_record(hit) for hit in hits], truncated)


@get("/v1/customers/{customer:str}", operation_id="readCustomer", summary="One person", tags=_TAGS)
async def read_customer(db: Database, by: By, customer: str) -> v1.Customer:
    """Masked unless she is of the device's store or was fetched; 404 for a stranger."""
    only_tablets(by)
    person = await db.read(actions.view, by, customer)
    await db.run(actions.record_access, by, "customer.viewed", [person["id"]])
    return _record(person)


@post("/v1/customers/{customer:str}/fetch", operation_id="fetchCustomer", tags=_TAGS, status_code=200)
async def fetch_customer(db: Database, by: By, customer: str) -> Fetched:
    """Let this device sync all of one person for some days."""
    only_tablets(by)
    return Fetched(await db.run(actions.fetch, by, customer))


def only_tablets(by: By) -> None:
    """A web shop's token reads nobody's record; Problem 403."""
    if by.kind != "tablet":
        raise Problem(403, "This token is not a tablet's")


def created(tx: Tx, by: By, id: str, _base: int, args: v1.Created) -> Verdict:
    """Fact `customer.created`."""
    person = Person(id, args.name, args.store, args.phone, args.email, language=args.language)
    return actions.create(tx, by, id, person, args.privacy_notice)


def patched(tx: Tx, by: By, id: str, base: int, args: v1.Patched) -> Verdict:
    """Fact `customer.patched`."""
    return actions.patch(tx, by, id, base, dict(args.set), args.over)


def address_added(tx: Tx, by: By, id: str, _base: int, args: v1.AddressAdded) -> Verdict:
    """Fact `customer.address_added`."""
    return actions.add_address(tx, by, id, msgspec.to_builtins(args.address))


def merged(tx: Tx, by: By, id: str, _base: int, args: v1.Merged) -> Verdict:
    """Fact `customer.merged`."""
    return actions_merge.merge(tx, by, id, args.other, dict(args.set))


def told_apart(tx: Tx, by: By, id: str, _base: int, args: v1.ToldApart) -> Verdict:
    """Fact `customer.told_apart`."""
    return actions_merge.tell_apart(tx, by, id, args.other)


def records(tx: Tx, ids: list[str]) -> dict[str, v1.Customer]:
    """The records `customer`."""
    twins, also = store_merged.twins(tx, ids), store_merged.became(tx, ids)
    beside = {id: {"twins": twins.get(id, []), "also": also.get(id, [])} for id in ids}
    return {id: _record(row | beside[id]) for id, row in store.many(tx, ids).items()}


def _record(row: dict[str, Any]) -> v1.Customer:
    return msgspec.convert({name: row[name] for name in v1.Customer.__struct_fields__ if name in row}, v1.Customer)


FACTS = {
    "customer.created": (v1.Created, created),
    "customer.patched": (v1.Patched, patched),
    "customer.address_added": (v1.AddressAdded, address_added),
    "customer.merged": (v1.Merged, merged),
    "customer.told_apart": (v1.ToldApart, told_apart),
}
RECORDS = {"customer": records}
ROUTES = [find_customers, read_customer, fetch_customer]
