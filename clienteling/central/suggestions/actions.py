"""What can be done with suggestions: build all, refresh one person's, refuse one; knows no route."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from clienteling.central.cart import actions as cart
from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.orders import actions as orders
from clienteling.central.orders.domain import Step
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Tx
from clienteling.central.suggestions import building, store
from clienteling.central.suggestions.building import Shop, Wanted
from clienteling.central.suggestions.domain import INTEREST_DAYS, Candidate, Person, suggest
from clienteling.central.sync import feed
from clienteling.central.sync.domain import By, Verdict


def build(tx: Tx, progress: Callable[[int, int], None]) -> int:
    """Everybody's list anew from all order lines; `progress(done, total)` in people; for how many.

    The present is the shop's own: the day of its newest order, so that an old shop is not all overdue.
    """
    baskets, sold = orders.bought(tx)
    at, as_of = now(), max((placed_at for _, placed_at in baskets.values()), default=now())
    store.set_clock(tx, at, as_of)
    shop = Shop.of(catalog.listing(tx), at, as_of)
    lines = building.lines(shop, baskets, sold)
    neighbours = building.companions(shop, lines)
    store.replace_companions(tx, [(one, other, pull) for one, all in neighbours.items() for other, pull in all])
    silent = customers.unprofiled(tx)
    versions, total = store.versions(tx), customers.count(tx)
    lists: dict[str, str] = {}
    for id, person in building.people(shop, baskets, lines, _wants(tx, shop)):
        chosen = [] if id in silent else suggest(person, neighbours, shop.names, shop.day(at))
        lists[id] = building.packed(_items(chosen))
        progress(len(lists), total)
    progress(total, total)
    rows = {id: versions.get(id, 0) + 1 for id in lists}
    store.replace(tx, ((id, ver, at, lists[id]) for id, ver in rows.items()))
    _tell(tx, rows)
    return len(rows)


def refresh(tx: Tx, customer: str) -> Verdict:
    """One person's list anew, after an order or a refusal; the companions are those of the last build.

    The list of who does not want to be profiled is empty; one that has not changed is not told again.
    """
    at = now()
    items = [] if customers.unprofiled(tx, [customer]) else _items(_chosen(tx, customer, at))
    before = store.many(tx, [customer]).get(customer)
    if before and before["items"] == items:
        return Verdict(before["ver"])
    ver = store.write(tx, customer, at, items)
    _tell(tx, {customer: ver})
    return Verdict(ver)


def renew(tx: Tx, customer: str) -> None:
    """Her online cart, what she looked at or what she allows has changed: her list is made anew."""
    refresh(tx, customer)


def _chosen(tx: Tx, customer: str, at: str) -> list[Candidate]:
    built_at, as_of = store.clock(tx) or (at, at)
    baskets, sold = orders.bought(tx, customer)
    bought = list(sold)
    carted, wanted = cart.online(tx, customer), store.interests(tx, "", customer).get(customer, [])
    variants = {variant for _, variant in [*bought, *carted]} | {one[0] for one in wanted}
    hers = {price.product for price in catalog.prices(tx, customers.tenant_of(tx, customer), sorted(variants)).values()}
    neighbours = store.companions(tx, hers)
    others = {other for pulls in neighbours.values() for other, _ in pulls}
    shop = Shop.of(catalog.listing(tx, sorted(hers | others)), built_at, as_of)
    people = building.people(shop, baskets, building.lines(shop, baskets, bought), _wants(tx, shop, customer))
    return suggest(dict(people).get(customer, Person([])), neighbours, shop.names, shop.day(at))


def view(tx: Tx, by: By, customer: str) -> store.Row:
    """Her list as it is, empty if none was made yet; only for whoever holds her."""
    customers.held_person(tx, by, customer)
    return store.many(tx, [customer]).get(customer, {"id": customer, "at": now(), "items": []})


def refuse(tx: Tx, by: By, customer: str, product: str) -> Verdict:
    """Not for her, never again: the product leaves her list; refusing again is success. 404 for a stranger."""
    customers.person_of(tx, by, customer)
    store.refuse(tx, customer, product)
    return refresh(tx, customer)


def order_stepped(tx: Tx, step: Step) -> None:
    """She bought, brought something back or called an order off: her list is made anew."""
    if step.what in {"bought", "returned", "cancelled"}:
        refresh(tx, step.customer)


def note_interests(tx: Tx, rows: list[tuple[str, str, str, str]]) -> None:
    """(customer, variant, viewed or saved, at): what people looked at online, for the next list."""
    store.add_interests(tx, rows)


def entities_of(tx: Tx, customer: str) -> list[tuple[str, str, int]]:
    """What a fetched person brings along: her list."""
    return [("suggestions", id, row["ver"]) for id, row in store.many(tx, [customer]).items()]


def _wants(tx: Tx, shop: Shop, customer: str | None = None) -> Wanted:
    interests = store.interests(tx, shop.since(INTEREST_DAYS), customer)
    return building.wants(shop, interests, cart.online(tx, customer), store.refusals(tx, customer))


def _items(chosen: list[Candidate]) -> list[dict[str, Any]]:
    names = ("product", "reason", "values", "variant")
    return [{name: getattr(one, name) for name in names} | {"score": round(one.score, 3)} for one in chosen]


def _tell(tx: Tx, versions: dict[str, int]) -> None:
    homes = customers.homes(tx, versions)
    for id, ver in versions.items():
        if id in homes:
            feed.touch(tx, "suggestions", id, ver, feed.person_scopes(tx, id, homes[id]))
