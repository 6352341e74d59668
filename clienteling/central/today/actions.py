"""What can be done about the day: begin and end visits; knows no route."""

from __future__ import annotations

from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Moved
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Tx
from clienteling.central.runtime.topic import Topic
from clienteling.central.signin import actions as signin
from clienteling.central.sync import feed
from clienteling.central.sync.domain import By, Refused, Verdict, store_scope
from clienteling.central.today import store
from clienteling.central.today.domain import may_notice

visited: Topic[[Tx, str, str, str, str | None, str], None] = Topic()
"""Told (tx, visit, customer, store, staff, at) whenever somebody comes in."""


def start(tx: Tx, by: By, id: str, customer: str, source: str, zone: str, place: str = "") -> Verdict:
    """She is at the device's store (a web token names the `place`); an earlier visit there that goes on is over.

    The same id again is success; 422 without her consent where it is needed, 404 for a stranger or no such store.
    """
    if known := store.one(tx, id):
        return Verdict(known["ver"])
    person = customers.person_of(tx, by, customer)
    customer = person["id"]
    if not may_notice(source, person["consents"]):
        raise Refused(422, "She has not agreed to be noticed in the store.")
    at, where = by.at or now(), place if by.kind == "web" and place else by.store
    if where not in signin.kinds(tx, by.tenant):
        raise Refused(404, "This store is not known.")
    for before in store.going_on(tx, customer, where):
        _end(tx, before, at)
    mine = {"id": id, "ver": 1, "customer": customer, "store": where, "started_at": at, "source": source}
    store.insert(tx, mine | {"zone": zone, "ended_at": ""})
    feed.touch(tx, "visit", id, 1, [store_scope(where)])
    visited.tell(tx, id, customer, where, by.staff, at)
    return Verdict(1)


def end(tx: Tx, by: By, id: str) -> Verdict:
    """She has left; ending again is success, 404 for a visit elsewhere."""
    visit = store.one(tx, id)
    if visit is None or (visit["store"] != by.store and by.kind != "web"):
        raise Refused(404, "This visit is not known.")
    if visit["ended_at"]:
        return Verdict(visit["ver"])
    return _end(tx, visit, by.at or now())


def moved(tx: Tx, customer: str, into: str) -> list[Moved]:
    """The visits of a person who has become another."""
    return [Moved("visit", row.id, row.ver, [store_scope(row.store)]) for row in store.move(tx, customer, into)]


def _end(tx: Tx, visit: store.Row, at: str) -> Verdict:
    ver = visit["ver"] + 1
    store.end(tx, visit["id"], ver, at)
    feed.touch(tx, "visit", visit["id"], ver, [store_scope(visit["store"])])
    return Verdict(ver)
