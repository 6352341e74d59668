"""People to and from the contract, and the two questions central is asked directly."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

import msgspec

from clienteling.contract.ids import new_id
from clienteling.contract.v1 import customers as v1
from clienteling.contract.v1.sync import Change, Operation
from clienteling.desktop.customers import store
from clienteling.desktop.customers.domain import PATCHABLE, Address, Person
from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import say
from clienteling.desktop.sync import held, outbox

_decode = msgspec.msgpack.Decoder(v1.Customer).decode


class Hits(msgspec.Struct, frozen=True):
    """Central's answer to a search over the whole tenant."""

    hits: list[v1.Customer]
    truncated: bool = False


async def ask_elsewhere(central: Central, query: str, limit: int) -> tuple[list[Person], bool]:
    """Central's hits over all stores, masked where she is not this store's, and whether there are more."""
    answer = await central.get("/v1/customers", Hits, q=query, limit=limit)
    return [_person(hit, 1) for hit in answer.hits], answer.truncated


async def fetch(central: Central, customer: str) -> None:
    """Open the scope of a person of another store for this device; sync brings her then."""
    await central.post(f"/v1/customers/{customer}/fetch", Any, {})


def created(person: Person, staff: str) -> Operation:
    """The fact `customer.created`."""
    args = v1.Created(person.name, person.store, person.phone, person.email, person.language, privacy_notice=True)
    return _fact("customer.created", person, args, staff)


def patched(person: Person, changes: Mapping[str, object], staff: str, own: Collection[str] = ()) -> Operation:
    """The fact `customer.patched`; of the fields in `own` it tells what it writes over, which is this tablet's word."""
    over = {name: msgspec.to_builtins(getattr(person, name)) for name in changes if name in own}
    return _fact("customer.patched", person, v1.Patched(cast(Any, dict(changes)), over), staff)


def merged(kept: Person, other: Person, chosen: Mapping[str, object], staff: str) -> Operation:
    """The fact `customer.merged`; `chosen` are the fields of the other that are to stand."""
    return _fact("customer.merged", kept, v1.Merged(other.id, cast(Any, msgspec.to_builtins(chosen))), staff)


def told_apart(person: Person, other: str, staff: str) -> Operation:
    """The fact `customer.told_apart`."""
    return _fact("customer.told_apart", person, v1.ToldApart(other), staff)


def twins(tx: Tx, customer: str) -> list[str]:
    """Who may be the same person, as far as nobody on this tablet has decided about it."""
    word = held.base_of(tx, "customer", customer)
    told = [item.operation for item in outbox.of_entity(tx, "customer", customer) if item.state != "delivered"]
    decided = {fact.args["other"] for fact in told if fact.kind in ("customer.merged", "customer.told_apart")}
    return [id for id in _decode(word.data).twins if id not in decided] if word else []


def usual_gap(tx: Tx, customer: str) -> int:
    """How many days usually lie between her purchases, as central says; 0 where it does not."""
    word = held.base_of(tx, "customer", customer)
    return _decode(word.data).gap if word else 0


def led_to(tx: Tx, customer: str) -> str | None:
    """Whom somebody has become who is not here any more."""
    records = [_decode(word.data) for word in held.naming(tx, "customer", customer)]
    return next((record.id for record in records if customer in record.also), None)


def own_words(tx: Tx, person: Person) -> set[str]:
    """The fields that this tablet has changed after the version it holds: central must not take them for another's."""
    told = [item.operation for item in outbox.of_entity(tx, "customer", person.id) if item.state != "delivered"]
    return {name for fact in told if fact.kind == "customer.patched" for name in fact.args["set"]}


def address_added(person: Person, address: Address, staff: str) -> Operation:
    """The fact `customer.address_added`."""
    return _fact("customer.address_added", person, v1.AddressAdded(v1.Address(**vars(address))), staff)


def tell(tx: Tx, operation: Operation) -> None:
    """Keep a fact for central and show what it changes, both in this transaction."""
    outbox.put(tx, operation)
    CustomerMirror().redo(tx, operation)


def describe(operation: Operation) -> str:
    """A fact in plain words."""
    if operation.kind == "customer.created":
        return say("New client: {name}", name=operation.args.get("name", ""))
    if operation.kind == "customer.address_added":
        return say("A new address of a client")
    if operation.kind == "customer.merged":
        return say("Two entries of a client made one")
    if operation.kind == "customer.told_apart":
        return say("Two clients told apart")
    return say("Changed details of a client")


def _fact(kind: str, person: Person, args: msgspec.Struct, staff: str) -> Operation:
    return Operation(new_id(), kind, person.id, msgspec.to_builtins(args), person.ver, staff, now())


class CustomerMirror:
    """How the record `customer` lives in the table customer."""

    kind = "customer"
    local = True

    def apply(self, tx: Tx, changes: Sequence[Change]) -> None:
        """Write central's people over the rows."""
        store.save(tx, [_person(_decode(change.data), change.ver) for change in changes if change.data is not None])

    def remove(self, tx: Tx, ids: Sequence[str]) -> None:
        """Delete people and what finds them."""
        store.remove(tx, ids)

    def redo(self, tx: Tx, operation: Operation) -> None:
        """Apply one fact of this device."""
        present = store.person(tx, operation.id)
        anew = _REDO[operation.kind](present, operation)
        if anew is not None and anew != present:
            store.save(tx, [anew])


def _redo_created(present: Person | None, operation: Operation) -> Person | None:
    if present is not None:
        return None
    args = msgspec.convert(operation.args, v1.Created)
    return Person(
        id=operation.id,
        name=args.name,
        store=args.store,
        phone=args.phone,
        email=args.email,
        language=args.language,
        owner=operation.staff,
        since=operation.at[:10],
    )


def _redo_patched(present: Person | None, operation: Operation) -> Person | None:
    if present is None:
        return None
    values = _values(msgspec.convert(operation.args, v1.Patched).set)
    if "consents" in values:
        values["consents"] = {**present.consents, **values["consents"]}
    return replace(present, **values)


def _values(told: Mapping[str, Any]) -> dict[str, Any]:
    values = {name: value for name, value in told.items() if name in PATCHABLE}
    return values | {"says": tuple(values["says"])} if "says" in values else values


def _redo_address_added(present: Person | None, operation: Operation) -> Person | None:
    address = _address(msgspec.convert(operation.args, v1.AddressAdded).address)
    if present is None or any(known.id == address.id for known in present.addresses):
        return None
    return replace(present, addresses=(*present.addresses, address))


def _redo_merged(present: Person | None, operation: Operation) -> Person | None:
    """What is chosen stands at once; the other one goes when central has moved what is hers."""
    if present is None:
        return None
    return replace(present, **_values(msgspec.convert(operation.args, v1.Merged).set))


_REDO: dict[str, Callable[[Person | None, Operation], Person | None]] = {
    "customer.created": _redo_created,
    "customer.patched": _redo_patched,
    "customer.address_added": _redo_address_added,
    "customer.merged": _redo_merged,
    "customer.told_apart": lambda present, operation: None,
}


def _address(record: v1.Address) -> Address:
    return Address(**msgspec.structs.asdict(record))


def _person(record: v1.Customer, ver: int) -> Person:
    fields = msgspec.structs.asdict(record)
    del fields["twins"], fields["also"], fields["gap"]  # asked for where they are needed
    addresses = tuple(_address(address) for address in record.addresses)
    return Person(**{**fields, "says": tuple(record.says), "addresses": addresses}, ver=ver)
