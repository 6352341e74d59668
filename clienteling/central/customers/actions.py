"""What can be done with people: create, change, find, fetch; knows no route and no other feature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from clienteling.central.customers import search, store, store_merged
from clienteling.central.customers.domain import (
    WAYS,
    Person,
    creation_problem,
    field_problem,
    following,
    masked,
    merge,
    stamped,
)
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Tx
from clienteling.central.runtime.topic import Topic
from clienteling.central.sync import access, feed
from clienteling.central.sync import actions as sync
from clienteling.central.sync.domain import By, Refused, Verdict, customer_scope
from clienteling.central.sync.store import opened
from clienteling.contract.spelling import fold, national

Entity = tuple[str, str, int]
belongings: Topic[[Tx, str], list[Entity]] = Topic()
"""Asked for what every feature keeps of a person when she is fetched: `(kind, id, ver)`, private notes left out."""
consented: Topic[[Tx, str], None] = Topic()
"""Told of a person who has said anew what may be done with what is known of her."""

_COLUMNS = [column.name for column in store.customer.columns]


def create(tx: Tx, by: By, id: str, person: Person, privacy_notice: bool) -> Verdict:
    """A new person of the device's store; the result names who may be the same. 422 without name, contact or notice."""
    if known := store.one(tx, id):
        return Verdict(known["ver"])
    if problem := creation_problem(person.name, person.phone, person.email, privacy_notice):
        raise Refused(422, problem)
    at = now()
    values = {name: getattr(person, name) for name in ("name", "phone", "email", "language", "currency")}
    twins = _twins(tx, by.tenant, person)
    store.insert(tx, {**_blank(id, by), **values, "owner": by.staff, "since": at[:10]})
    store.flag_twins(tx, id, twins)
    tell(tx, id, 1, by.store)
    return Verdict(1, {"duplicates": twins} if twins else {})


def patch(tx: Tx, by: By, id: str, base: int, fields: dict[str, Any], over: Mapping[str, Any]) -> Verdict:
    """Change fields seen at version `base`, or where what stands there is still what is chosen to be written `over`.

    409 with theirs by field, 404 for a stranger, 422 for a bad value.
    """
    for field, value in fields.items():
        if problem := field_problem(field, value):
            raise Refused(422, problem)
    before = changeable(tx, by, id)
    merged = merge(before, before["versions"], base, fields, over)
    if merged.theirs:
        raise Refused(409, "Someone else changed this meanwhile.", merged.theirs)
    if not merged.changes:
        return Verdict(before["ver"])
    ver = following(before["ver"], base)
    versions = stamped(before["versions"], merged.changes, fields.get("consents", ()), ver)
    store.update(tx, before, {**merged.changes, "versions": versions, "ver": ver})
    tell(tx, id, ver, before["store"])
    if "consents" in merged.changes:
        consented.tell(tx, id)
    return Verdict(ver, {"consents": merged.changes["consents"]} if "consents" in merged.changes else {})


def add_address(tx: Tx, by: By, id: str, address: dict[str, Any]) -> Verdict:
    """One more entry of her address book; the same entry again is success."""
    before = changeable(tx, by, id)
    if any(known["id"] == address["id"] for known in before["addresses"]):
        return Verdict(before["ver"])
    return _write(tx, before, {"addresses": [*before["addresses"], address]})


def note_facts(tx: Tx, id: str, **facts: Any) -> None:
    """Write what other features count of her: spend (minor units), last_visit, path, gap (days); if it is other."""
    before = store.one(tx, id, lock=True)
    if before and any(before[name] != value for name, value in facts.items()):
        _write(tx, before, facts)


def note_many_facts(tx: Tx, facts: dict[str, dict[str, Any]]) -> None:
    """The same for many people at once."""
    for row in store.write_facts(tx, facts):
        tell(tx, row.id, row.ver, row.store)


def person_of(tx: Tx, by: By, id: str) -> store.Row:
    """The person as anyone of the tenant may act on her, or whom she has become; 404 for a stranger."""
    became = store_merged.into(tx, id)
    return _of_tenant(by, store.one(tx, became or id))


def held_person(tx: Tx, by: By, id: str) -> store.Row:
    """The person if the device may read all of her: of its own store or fetched; 403 if not, 404 for a stranger."""
    person = person_of(tx, by, id)
    if not _holds(by, opened(tx, by.device), person):
        raise Refused(403, "Fetch this person first.")
    return person


def changeable(tx: Tx, by: By, id: str) -> store.Row:
    """The person, locked, for a device that holds her; a conflict would tell others what they may not read.

    404 for everybody else.
    """
    person = _of_tenant(by, store.one(tx, id, lock=True))
    if not _holds(by, opened(tx, by.device), person):
        raise Refused(404, "Fetch this person first.")
    return person


def find(tx: Tx, by: By, query: str, limit: int) -> tuple[list[dict[str, Any]], bool]:
    """The people of the tenant that a query means, masked unless the device holds them, and whether there are more."""
    ids, truncated = search.find(tx, query, limit)
    people = store.many(tx, ids)
    open_scopes = opened(tx, by.device)
    return [_seen(by, open_scopes, people[id]) for id in ids if people[id]["tenant"] == by.tenant], truncated


def view(tx: Tx, by: By, id: str) -> dict[str, Any]:
    """One person, masked unless the device holds her; 404 for a stranger. Whoever shows her records the access."""
    return _seen(by, opened(tx, by.device), person_of(tx, by, id))


def fetch(tx: Tx, by: By, id: str) -> str:
    """Open her own scope and let the device read all that is hers for a while; the name of the scope."""
    person = person_of(tx, by, id)
    id = person["id"]

    def entities() -> list[Entity]:
        hers: list[Entity] = [("customer", id, person["ver"])]
        return hers + [entity for told in belongings.tell(tx, id) for entity in told]

    return sync.open_person(tx, by, id, person["store"], entities)


def homes(tx: Tx, ids: Iterable[str]) -> dict[str, str]:
    """The home store of each person."""
    return store.homes(tx, ids)


def unprofiled(tx: Tx, ids: Iterable[str] | None = None) -> set[str]:
    """Who of these people, or of all, has said no to being profiled; who was never asked has not."""
    return store.unprofiled(tx, ids)


def reachable(tx: Tx, tenant: str, place: str | None = None) -> set[str]:
    """Who may be told of something, of one home store or of all: she allows a way to it, and has not said no to being
    profiled.
    """
    return store.reachable(tx, tenant, place, WAYS)


def ways(tx: Tx, ids: Iterable[str]) -> dict[str, tuple[str, list[str]]]:
    """The name of each of these people, and the ways in which she allows to be told of something."""
    return {
        id: (row["name"], [way for way in WAYS if row["consents"].get(way)]) for id, row in store.many(tx, ids).items()
    }


def record_access(tx: Tx, by: By, what: str, customers: Iterable[str]) -> None:
    """Remember who looked at whom, where and when; never what was typed."""
    for customer in customers:
        access.record(tx, by, what, customer)


def stages(tx: Tx) -> dict[str, dict[str, int]]:
    """By home store, how many people stand at each stage of the path; "" is of whom nothing was seen."""
    return store.stages(tx)


def count(tx: Tx) -> int:
    """How many people there are."""
    return store.count(tx)


def at_home(tx: Tx, stores: Iterable[str]) -> dict[str, str]:
    """The home store of everybody who is at home in one of these."""
    return store.at_home(tx, stores)


def tenants(tx: Tx, ids: Iterable[str]) -> dict[str, str]:
    """Whose customer each of these people is; strangers are left out."""
    return store.tenants(tx, ids)


def some(tx: Tx, most: int) -> dict[str, list[str]]:
    """At most so many people of each tenant, always the same ones."""
    return store.some(tx, most)


def load(tx: Tx, tenant: str, people: Iterable[Person]) -> int:
    """Many new people at once, as `Person` tells them; how many."""
    told = [Person(*person) for person in people]
    store.load(tx, _COLUMNS, [_loaded(tenant, person) for person in told])
    for person in told:
        tell(tx, person.id, 1, person.store)
    return len(told)


def tell(tx: Tx, id: str, ver: int, home: str) -> None:
    """Her record has changed."""
    feed.touch(tx, "customer", id, ver, feed.person_scopes(tx, id, home))


def _write(tx: Tx, before: store.Row, changes: dict[str, Any]) -> Verdict:
    ver = before["ver"] + 1
    store.update(tx, before, {**changes, "ver": ver})
    tell(tx, before["id"], ver, before["store"])
    return Verdict(ver)


def _of_tenant(by: By, person: store.Row | None) -> store.Row:
    if person is None or person["tenant"] != by.tenant:
        raise Refused(404, "This person is not known.")
    return person


def _seen(by: By, open_scopes: list[str], person: store.Row) -> store.Row:
    return person if _holds(by, open_scopes, person) else masked(person)


def _holds(by: By, open_scopes: list[str], person: store.Row) -> bool:
    mine = by.kind == "tablet" and person["store"] == by.store
    return bool(mine or customer_scope(person["id"]) in open_scopes)


def _twins(tx: Tx, tenant: str, person: Person) -> list[str]:
    keys = ["p" + national(person.phone)] if national(person.phone) else []
    keys += ["e" + fold(person.email)] if person.email else []
    return store.with_key(tx, keys, tenant) if keys else []


def _blank(id: str, by: By) -> dict[str, Any]:
    empty = {"loyalty": "", "tier": "", "birthday": "", "last_visit": "", "path": "", "spend": 0, "gap": 0}
    nested: dict[str, Any] = {"sizes": {}, "says": [], "consents": {}, "addresses": [], "versions": {}}
    return {"id": id, "ver": 1, "tenant": by.tenant, "store": by.store, **empty, **nested}


def _loaded(tenant: str, person: Person) -> tuple[Any, ...]:
    told = person._asdict() | {"ver": 1, "tenant": tenant, "last_visit": "", "spend": 0, "path": "", "gap": 0}
    told |= {"versions": {}}
    nested = {name: _json(told[name]) for name in ("sizes", "says", "consents", "addresses", "versions")}
    return tuple((told | nested)[name] for name in _COLUMNS)


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
