"""What can be done with carts: add, remove, choose how, park, take an order out; knows no route."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from clienteling.central.cart import domain, store
from clienteling.central.cart.domain import Carried
from clienteling.central.catalog import actions as catalog
from clienteling.central.catalog.domain import Price
from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Moved
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Tx
from clienteling.central.runtime.topic import Topic
from clienteling.central.sync import feed
from clienteling.central.sync.domain import By, Refused, Verdict, store_scope
from clienteling.contract.gtin import gtin14
from clienteling.contract.ids import cart_of

filled: Topic[[Tx, str], None] = Topic()
"""Told of a person whose online cart holds other things than before."""

_GONE = "This cart is not known."
_TAKEN = {"gtin": None, "fulfilment": "now", "pickup_store": None, "source": "store", "tag": "", "weight": 0}
_CARRIED = (None, 0, "ship", None, "online")


def add(tx: Tx, by: By, id: str, customer: str | None, line: dict[str, Any]) -> Verdict:
    """`line["quantity"]` more (or, negative, fewer) of a line; prices in minor units as quoted.

    A line known by its code only becomes its variant's line when the catalogue has the code; one with a `tag` is a
    piece with a price or a weight of its own. 422 for a wrong price, currency or quantity, for what is sold by weight
    and was not weighed, and for a cart that is not this person's; 404 for a stranger or an unknown variant.
    """
    problem = domain.quantity_problem(line["quantity"])
    problem = problem or domain.fulfilment_problem(line["fulfilment"], line["pickup_store"])
    if problem:
        raise Refused(422, problem)
    home = by.store if customer is None else _home(tx, by, id, customer)
    cart = _reachable(by, store.open(tx, id, home if by.kind == "web" else by.store, customer))
    source = "online" if by.kind == "web" else line["source"]
    before = _online(tx, cart)
    store.add(tx, _resolved(tx, by, line) | {"cart": id, "source": source, "added_at": by.at or now()})
    return _changed(tx, cart, before)


def remove(tx: Tx, by: By, id: str, line: str, quantity: int) -> Verdict:
    """The line goes with the quantity that was seen; what others added meanwhile stays. 404 for an unknown cart.

    After a backup was put back it may be told before the line itself is told again: then that much less will be there.
    """
    cart = _cart(tx, by, id)
    if problem := domain.quantity_problem(quantity):
        raise Refused(422, problem)
    before = _online(tx, cart)
    present = _present(tx, by, id, line)
    if store.line(tx, id, present) is None and present in catalog.prices(tx, by.tenant, [present]):
        store.add(tx, _at_present(tx, by, present) | _TAKEN | {"cart": id, "quantity": 0, "added_at": by.at or now()})
    store.change(tx, id, present, -abs(quantity))
    return _changed(tx, cart, before)


def set_fulfilment(tx: Tx, by: By, id: str, line: str, fulfilment: str, pickup_store: str | None) -> Verdict:
    """How the line shall reach her: the last word counts. 404 for an unknown cart or line."""
    cart = _cart(tx, by, id)
    if problem := domain.fulfilment_problem(fulfilment, pickup_store):
        raise Refused(422, problem)
    if not store.fulfil(tx, id, _present(tx, by, id, line), fulfilment, pickup_store):
        raise Refused(404, "This line is not in the cart.")
    return _changed(tx, cart)


def park(tx: Tx, by: By, id: str, parked: bool, label: str) -> Verdict:
    """Set the cart aside, or take it up again; 404 for an unknown cart."""
    cart = _cart(tx, by, id)
    store.update(tx, id, parked=parked, label=label)
    return _changed(tx, cart)


def take_out(tx: Tx, by: By, id: str, customer: str | None, lines: Iterable[tuple[str, int]]) -> None:
    """What was ordered leaves the cart: (line, quantity) each; a cart that is not theirs is passed over."""
    cart = store.one(tx, id)
    if cart is None or cart["customer"] not in {None, customer} or not _may_reach(by, cart):
        return
    for line, quantity in lines:
        store.change(tx, id, line, -quantity)
    _changed(tx, cart)


def version(tx: Tx, id: str) -> int:
    """How far a cart has come, 0 for none; it stays so until the end of this transaction."""
    cart = store.one(tx, id)
    return int(cart["ver"]) if cart else 0


def online(tx: Tx, people: Collection[str] | None = None) -> list[tuple[str, str]]:
    """(customer, variant) of what people put into their carts online, of all or of some."""
    return store.online(tx, people)


def put_in(tx: Tx, people: Collection[str]) -> list[tuple[str, str, str]]:
    """(customer, variant, at) of when each variant was last put into the carts of these people, still there or not."""
    return store.put_in(tx, people)


def entities_of(tx: Tx, customer: str) -> list[tuple[str, str, int]]:
    """What a fetched person brings along: her cart."""
    return store.of_customer(tx, customer)


def moved(tx: Tx, customer: str, into: str) -> list[Moved]:
    """What lay in the cart of a person who has become another lies in hers, beside what was there."""
    old = store.one(tx, cart_of(customer))
    if old is None:
        return []
    lines = store.empty(tx, old["id"])
    cart = store.open(tx, cart_of(into), customers.homes(tx, [into])[into], into)
    for line in lines:
        store.add(tx, line | {"cart": cart["id"]})
    _changed(tx, cart)
    return [Moved("cart", old["id"], old["ver"] + 1, [])]


def load(tx: Tx, carried: Iterable[Carried]) -> int:
    """Many lines of new online carts at once, as `Carried` tells them; how many. People first."""
    told = [Carried(*one) for one in carried]
    at, homes = now(), customers.homes(tx, [one.customer for one in told])
    carts = [(cart_of(id), 1, home, id, "", False) for id, home in homes.items()]
    lines = [
        (cart_of(one.customer), one.variant, one.quantity, one.price, one.currency, one.variant, *_CARRIED, at, "", 0)
        for one in told
    ]
    store.load(tx, carts, lines)
    for id, home in homes.items():
        feed.touch(tx, "cart", cart_of(id), 1, feed.person_scopes(tx, id, home))
    return len(told)


def _home(tx: Tx, by: By, id: str, customer: str) -> str:
    """The home store of whose cart it is."""
    person = customers.person_of(tx, by, customer)
    if id != cart_of(customer):
        raise Refused(422, "This is not her cart.")
    return str(person["store"])


def _online(tx: Tx, cart: store.Row) -> list[tuple[str, str]]:
    return sorted(store.online(tx, [cart["customer"]])) if cart["customer"] else []


def _cart(tx: Tx, by: By, id: str) -> store.Row:
    cart = store.one(tx, id)
    if cart is None:
        raise Refused(404, _GONE)
    return _reachable(by, cart)


def _reachable(by: By, cart: store.Row) -> store.Row:
    """A guest's cart belongs to its store; a person's is shared by all."""
    if not _may_reach(by, cart):
        raise Refused(404, _GONE)
    return cart


def _may_reach(by: By, cart: store.Row) -> bool:
    return cart["customer"] is not None or cart["store"] == by.store


def _resolved(tx: Tx, by: By, line: dict[str, Any]) -> dict[str, Any]:
    """The line as it is kept, with its variant where the catalogue knows it, at the price quoted."""
    taken = {name: line[name] for name in ("id", "quantity", "price", "currency", "gtin", "price_version", "tag")}
    taken |= {"fulfilment": line["fulfilment"], "pickup_store": line["pickup_store"], "variant": None, "weight": 0}
    if line["tag"]:
        return taken | _piece(tx, by, line)
    if line["id"].startswith(domain.UNRESOLVED):
        variant = _by_code(tx, by, line["id"])
        return taken | _at_present(tx, by, variant) if variant else taken
    present = _at_present(tx, by, line["id"])
    quoted = (line["price"], line["currency"], line["price_version"])
    if problem := domain.price_problem(*quoted, (present["price"], present["currency"], present["price_version"])):
        raise Refused(422, problem)
    return taken | {"variant": line["id"], "price_version": line["price_version"] or present["price_version"]}


def _piece(tx: Tx, by: By, line: dict[str, Any]) -> dict[str, Any]:
    """What the catalogue says of a piece that bears its price or its weight; the price stays as it was quoted."""
    variant, quoted = line["variant"] or "", line["price_version"]
    price = _price(tx, by, variant)
    bears = catalog.piece(tx, by.tenant, variant, price, line["tag"])
    problem = domain.piece_problem(line["quantity"], line["price"], line["currency"], price.currency)
    problem = problem or domain.tag_problem(line["price"], quoted not in {0, price.version}, bears, price.by_weight)
    if problem:
        raise Refused(422, problem)
    return {"variant": variant, "price_version": quoted or price.version, "weight": bears.weight if bears else 0}


def _at_present(tx: Tx, by: By, variant: str) -> dict[str, Any]:
    price = _price(tx, by, variant)
    if price.by_weight:
        raise Refused(422, domain.WEIGHED)
    priced = {"price": price.amount, "currency": price.currency, "price_version": price.version}
    return priced | {"id": variant, "variant": variant}


def _price(tx: Tx, by: By, variant: str) -> Price:
    price = catalog.prices(tx, by.tenant, [variant]).get(variant)
    if price is None:
        raise Refused(404, "This product is not in the catalogue.")
    return price


def _present(tx: Tx, by: By, id: str, line: str) -> str:
    """The id under which the line stands now: a code seen on a tablet may have become its variant meanwhile."""
    if not line.startswith(domain.UNRESOLVED) or store.line(tx, id, line):
        return line
    return _by_code(tx, by, line) or line


def _by_code(tx: Tx, by: By, line: str) -> str | None:
    code = gtin14(line.removeprefix(domain.UNRESOLVED))
    return catalog.variant_by_code(tx, by.tenant, code) if code else None


def _changed(tx: Tx, cart: store.Row, online: list[tuple[str, str]] | None = None) -> Verdict:
    """One more version; `online` is what lay there from the web before, if that may be other now.

    A person's cart is told to her home store and to who fetched her, wherever it was begun.
    """
    ver = cart["ver"] + 1
    store.update(tx, cart["id"], ver=ver)
    scopes = [store_scope(cart["store"])]
    if cart["customer"] is not None:
        home = customers.homes(tx, [cart["customer"]])[cart["customer"]]
        scopes = feed.person_scopes(tx, cart["customer"], home)
    feed.touch(tx, "cart", cart["id"], ver, scopes)
    if online is not None and cart["customer"] and online != _online(tx, cart):
        filled.tell(tx, cart["customer"])
    return Verdict(ver)
