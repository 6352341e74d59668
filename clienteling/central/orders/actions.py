"""What can be done with orders: place, move along, load a shop's past; knows no route and who listens only by topic."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby
from typing import Any

from clienteling.central.cart import actions as cart
from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Moved
from clienteling.central.nightly.domain import Turn
from clienteling.central.orders import domain, sourcing, store
from clienteling.central.orders.domain import Line, Sold, Step
from clienteling.central.runtime.clock import days_ago, now
from clienteling.central.runtime.db import Tx
from clienteling.central.runtime.topic import Topic
from clienteling.central.sync import access, feed
from clienteling.central.sync.domain import By, Refused, Verdict, store_scope

stepped: Topic[[Tx, Step], None] = Topic()
"""Told of every step that belongs into a person's history."""
loaded: Topic[[Tx, list[Step]], None] = Topic()
"""Told of a shop's past orders, many at once."""

_PAST = ("till", None)
_NO_CART = (None, None, None)


def place(tx: Tx, by: By, id: str, told: dict[str, Any], lines: list[Line]) -> Verdict:
    """An order as it was promised to the customer: number, cart, customer, total, currency, method, address.

    Central chooses the sources and takes the stock in the same transaction; what cannot be had, or was ordered from
    the same cart by somebody of whom this order did not know, makes it need attention. Quoted prices stay. The same
    order again is success; 409 for a used id, number or line, 422 for nonsense.
    """
    if known := store.one(tx, id):
        return _same(known, by, told, lines)
    _check(tx, by, told, lines)
    origin = _origin(tx, by, told, lines)
    settled = sourcing.settle(tx, by, id, by.store, told["currency"], lines)
    problem = domain.address_problem(lines, told["address"]) or (domain.TWICE if origin["twin"] else "")
    state = domain.state_of([problem, *(line["problem"] for line in settled)])
    mine = {name: told[name] for name in ("number", "customer", "method", "address", "total", "currency")}
    where = {"store": by.store, "staff": by.staff, "device": by.device, "placed_at": by.at or now()}
    begun = {"id": id, "ver": 1, "state": state, "channel": "store", "problem": problem, "reason": ""}
    order = {**begun, **mine, **where, **origin}
    rows = [line | {"order": id, "position": at} for at, line in enumerate(settled)]
    store.insert(tx, order, rows)
    cart.take_out(tx, by, told["cart"], told["customer"], _pieces(lines))
    return _told(tx, order | {"lines": rows}, "bought")


def note_gap(tx: Tx, by: By, first: str, last: str) -> None:
    """Write down that a device leaves receipt numbers out, so that a gap in its orders has its reason."""
    access.record(tx, by, "receipts.left_out", why=f"{first} to {last}")


def move(tx: Tx, by: By, id: str, to: str, reason: str) -> Verdict:
    """One step along a legal edge; the same state again is success, an illegal step 409 with the present state.

    Cancelling gives the stock back, returning puts it where it came back to; accepting after attention says that an
    order is meant though its pieces were ordered before, and looks for the stock again, 409 if it is still not there.
    """
    order = _order(tx, by, id)
    if order["state"] == to:
        return _verdict(order)
    if not domain.may_move(order["state"], to):
        raise Refused(409, f"An order that is {order['state']} cannot be {to}.", {"state": order["state"]})
    if to == "cancelled":
        sourcing.give_back(tx, id, order["lines"])
    if to == "returned":
        sourcing.take_in(tx, by, order)
    if order["state"] == "attention" and to in {"accepted", "routed"}:
        order |= {"lines": _retry(tx, by, order), "problem": ""}
    ver = order["ver"] + 1
    store.move(tx, id, ver=ver, state=to, reason=reason.strip(), problem=order["problem"])
    return _told(tx, order | {"ver": ver, "state": to, "at": by.at or now()}, domain.HAPPENED.get(to, ""))


def view(tx: Tx, by: By, id: str) -> store.Row:
    """One order with its `lines`, for whoever it concerns; 404 for everybody else."""
    return _order(tx, by, id, lock=False)


def bought(
    tx: Tx, people: Collection[str] | None = None
) -> tuple[dict[str, tuple[str | None, str]], Iterable[tuple[str, str]]]:
    """What went out, of all or of some people: (customer or None, placed_at) by order, (order, variant) by line."""
    return store.sold(tx, people), store.sold_lines(tx, people)


def returned(tx: Tx, people: Collection[str] | None = None) -> list[tuple[str, str, str]]:
    """What came back, of all or of some people: (customer, variant, placed_at)."""
    return store.returned(tx, people)


def lately(tx: Tx, since: str) -> list[tuple[str, str, str, str]]:
    """What went out since then, ISO 8601 UTC: (store, order, variant, placed_at) by line."""
    return store.lately(tx, since)


def lines_of(tx: Tx, variants: Collection[str]) -> Iterable[tuple[str, str, str, str]]:
    """What went out of these variants to who is known: (customer, order, variant, placed_at) by line."""
    return store.lines_of(tx, variants)


def channels(tx: Tx) -> dict[str, dict[str, int]]:
    """How many orders each person placed by each channel, `store` or `online`."""
    found: dict[str, dict[str, int]] = {}
    for customer, channel, count in store.channels(tx):
        found.setdefault(customer, {})[channel] = count
    return found


def first(tx: Tx) -> str:
    """The id of the oldest order, empty where there is none."""
    return store.first(tx)


def entities_of(tx: Tx, customer: str) -> list[tuple[str, str, int]]:
    """What a fetched person brings along: her orders."""
    return store.of_customer(tx, customer)


def moved(tx: Tx, customer: str, into: str) -> list[Moved]:
    """The orders of a person who has become another; those that are over long since are hers alone."""
    recent, told = days_ago(domain.STORE_DAYS), []
    for order in store.many(tx, store.move_to(tx, customer, into)).values():
        scopes = _scopes(tx, order) if order["placed_at"] >= recent else feed.persons(_scopes(tx, order))
        told.append(Moved("order", order["id"], order["ver"], scopes))
    return told


def load(tx: Tx, sold: Iterable[Sold]) -> int:
    """A shop's past, the lines of one order together, as `Sold` tells them; how many lines. People first.

    Orders older than STORE_DAYS are over: only who fetches the person gets them.
    """
    told = [[Sold(*line) for line in lines] for _, lines in groupby(sold, key=lambda line: line[0])]
    store.load(tx, map(_past_order, told), (row for lines in told for row in _past_lines(lines)))
    homes = customers.homes(tx, [lines[0].customer for lines in told if lines[0].customer])
    recent = days_ago(domain.STORE_DAYS)
    for first, *_ in told:
        home = homes.get(first.customer or "", first.store)
        scopes = feed.person_scopes(tx, first.customer, home, [first.store])
        feed.touch(tx, "order", first.order, 1, scopes if first.at >= recent else feed.persons(scopes))
    loaded.tell(tx, [_past_step(lines) for lines in told if lines[0].customer])
    return sum(map(len, told))


def retire(tx: Tx, place: str) -> Turn:
    """A turn of the night: orders that were over long ago leave the tablets of the stores."""
    return feed.retire(tx, "order", place, lambda ids: store.over(tx, ids, days_ago(domain.STORE_DAYS)))


def _check(tx: Tx, by: By, told: dict[str, Any], lines: list[Line]) -> None:
    if problem := domain.order_problem(lines, told["total"]):
        raise Refused(422, problem)
    if store.number_taken(tx, by.device, told["number"]) or store.lines_taken(tx, [line.id for line in lines]):
        raise Refused(409, "This receipt number or line was used by another order.")
    if told["customer"] is not None:
        customers.person_of(tx, by, told["customer"])


def _origin(tx: Tx, by: By, told: dict[str, Any], lines: list[Line]) -> dict[str, Any]:
    """Which cart the lines came from, how far it had come by then, and who made an order of them before."""
    source = told["taken_from"] or told["cart"]
    ver = cart.version(tx, source)
    variants = {line.variant for line in lines}
    twin = store.twin(tx, by.device, source, told["seen"], variants) if told["taken_from"] else None
    left_at = ver + bool(told["cart"])  # central takes the lines out with the order, a device has before it
    return {"cart": source, "cart_ver": left_at, "twin": twin}


def _same(known: store.Row, by: By, told: dict[str, Any], lines: list[Line]) -> Verdict:
    """An order that was told before, under another operation: success only if it says the same."""
    names = ("number", "customer", "total", "currency")
    mine = (by.device, [told[name] for name in names], {line[:4] for line in lines})
    kept = {tuple(line[name] for name in Line._fields[:4]) for line in known["lines"]}
    if mine != (known["device"], [known[name] for name in names], kept):
        raise Refused(409, "Another order has this id.")
    return _verdict(known)


def _order(tx: Tx, by: By, id: str, lock: bool = True) -> store.Row:
    """The order for the tablets it concerns: of its store, those it comes from or goes to, and her home store."""
    order = store.one(tx, id, lock)
    if order is None or by.kind != "tablet" or by.store not in _concerned(tx, order):
        raise Refused(404, "This order is not known.")
    return order


def _concerned(tx: Tx, order: store.Row) -> set[str]:
    home = customers.homes(tx, [order["customer"]]) if order["customer"] else {}
    return {order["store"], *home.values(), *(place for line in order["lines"] for place in _places(line))}


def _places(line: store.Row) -> set[str]:
    return {place for place in (line["source"], line["pickup_store"]) if place}


def _retry(tx: Tx, by: By, order: store.Row) -> list[store.Row]:
    """The lines of an order that needed attention, now that all of it is there."""
    if order["problem"] == domain.ADDRESS:
        raise Refused(409, "The address is still missing.", {"problem": order["problem"]})
    waiting = [line for line in order["lines"] if line["problem"] in domain.BLOCKING]
    lines = [Line(*(line[name] for name in Line._fields)) for line in waiting]
    settled = sourcing.settle(tx, by, order["id"], order["store"], order["currency"], lines)
    if any(line["problem"] in domain.BLOCKING for line in settled):
        raise Refused(409, "It is still not in stock.", {"problem": domain.STOCK})
    for line in settled:
        store.settle(tx, line["id"], line["source"], line["promised"], line["problem"])
    fresh = {line["id"]: line for line in settled}
    return [line | fresh.get(line["id"], {}) for line in order["lines"]]


def _scopes(tx: Tx, order: store.Row) -> list[str]:
    """Whoever hands it out, sends it or keeps her book."""
    places = sorted({order["store"], *(place for line in order["lines"] for place in _places(line))})
    customer = order["customer"]
    if customer is None:
        return [store_scope(place) for place in places]
    return feed.person_scopes(tx, customer, customers.homes(tx, [customer])[customer], places)


def _told(tx: Tx, order: store.Row, what: str) -> Verdict:
    """The order has changed for whoever it concerns; her history hears of it."""
    customer = order["customer"]
    feed.touch(tx, "order", order["id"], order["ver"], _scopes(tx, order))
    if customer and what:
        stepped.tell(tx, _step(order, customer, what))
    return _verdict(order)


def _step(order: store.Row, customer: str, what: str) -> Step:
    lines = tuple(Line(*(line[name] for name in Line._fields)) for line in order["lines"])
    at = order.get("at") or order["placed_at"]
    whose = (order["id"], customer, order["store"], order["staff"], order["channel"])
    return Step(*whose, what, str(at), order["currency"], lines)


def _verdict(order: store.Row) -> Verdict:
    problems = {line["id"]: line["problem"] for line in order["lines"] if line["problem"]}
    return Verdict(order["ver"], {"state": order["state"], "problems": problems})


def _pieces(lines: list[Line]) -> list[tuple[str, int]]:
    """What of a cart is ordered; a piece with a price of its own is a line of its own there."""
    return [(line.variant, line.quantity) for line in lines if not line.tag]


def _past_order(lines: list[Sold]) -> tuple[Any, ...]:
    first = lines[0]
    state = "collected" if any(line.quantity > 0 for line in lines) else "returned"
    total = sum(line.quantity * line.price for line in lines)
    who = (first.store, first.customer, first.staff, None, first.channel, *_PAST)
    return (first.order, 1, _past_number(first), state, *who, total, first.currency, first.at, "", "", *_NO_CART)


def _past_number(sold: Sold) -> str:
    """What a past order is called in the shop: its day and the end of its id."""
    return f"{sold.at[2:4]}{sold.at[5:7]}{sold.at[8:10]}-{sold.order[-4:].upper()}"


def _past_lines(lines: list[Sold]) -> Iterable[tuple[Any, ...]]:
    for at, line in enumerate(lines):
        sold = (line.line, line.order, at, line.variant, line.quantity, line.price)
        yield (*sold, "ship" if line.channel == "online" else "now", 0, None, line.store, "", "", "", 0)


def _past_step(lines: list[Sold]) -> Step:
    """What her history says of an old order: bought if anything was, else returned; quantities are positive."""
    first, gone = lines[0], [line for line in lines if line.quantity > 0]
    what = "bought" if gone else "returned"
    told = tuple(line._replace(quantity=abs(line.quantity)) for line in gone or lines)
    whose = (first.order, first.customer or "", first.store, first.staff, first.channel)
    return Step(*whose, what, first.at, first.currency, told)
