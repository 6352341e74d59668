"""What can be done with a person's history: record, read, count what follows from it; knows no route."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

import msgspec

from clienteling.central.catalog import actions as catalog
from clienteling.central.clientbook import domain, store
from clienteling.central.clientbook.domain import Happening
from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Moved
from clienteling.central.nightly.domain import Turn
from clienteling.central.orders.domain import Step
from clienteling.central.runtime.clock import days_ago, now, ordinal, stamp
from clienteling.central.runtime.db import Tx
from clienteling.central.signin import actions as identities
from clienteling.central.suggestions import actions as suggestions
from clienteling.central.sync import feed
from clienteling.central.sync.domain import By, Refused, Verdict

Row = dict[str, Any]
_END = "~"
_AT_ONCE, _SAMPLE = 200, 2_000
"""Of how many people one transaction of the night counts the gap; of how many days of purchases are held at once."""
_NOTHING: Row = {"counts": {}, "spend": 0, "last": ""}


def record(tx: Tx, by: By, happenings: list[Happening]) -> int:
    """Events from the web, each once for ever; how many were new. 404 for a stranger, 422 for an unknown kind."""
    known = store.known(tx, [happening.id for happening in happenings])
    fresh = list({happening.id: happening for happening in happenings if happening.id not in known}.values())
    for place, happening in enumerate(fresh):
        if problem := domain.web_problem(happening):
            raise Refused(422, problem)
        fresh[place] = happening._replace(customer=customers.person_of(tx, by, happening.customer)["id"])
    new = load(tx, fresh)
    for customer in sorted({happening.customer for happening in fresh}):
        count(tx, customer)
        suggestions.renew(tx, customer)
    return new


def load(tx: Tx, happenings: Iterable[Happening]) -> int:
    """Many events at once, as `Happening` tells them; how many were kept. Interests go on to the suggestions.

    What somebody looked at is not kept if she has said no to being profiled; what she did herself is.
    """
    told = [Happening(*happening) for happening in happenings]
    silent = customers.unprofiled(tx, [one.customer for one in told if one.what in domain.WATCHED])
    told = [one for one in told if one.what not in domain.WATCHED or one.customer not in silent]
    _write(tx, [_event(happening) for happening in told])
    wanted = [(one.customer, one.variant, one.what, one.at) for one in told if one.variant]
    suggestions.note_interests(tx, [one for one in wanted if one[2] in domain.INTERESTS])
    return len(told)


def order_stepped(tx: Tx, step: Step) -> None:
    """An order was placed, handed over or brought back: one entry in her history, once.

    One that was called off is no entry of its own: the purchase stands as cancelled where it stood.
    """
    if step.what == "cancelled":
        _call_off(tx, step)
    elif step.what in domain.PHASES and not store.known(tx, [domain.event_of(step.order, step.what)]):
        orders_loaded(tx, [step])
        count(tx, step.customer)


def orders_loaded(tx: Tx, steps: list[Step]) -> None:
    """Many orders' steps at once, into the histories."""
    _write(tx, [_order_event(step) for step in steps])


def visited(tx: Tx, visit: str, customer: str, place: str, staff: str | None, at: str) -> None:
    """She came into a store: one entry in her history, once."""
    id = domain.event_of(visit, "visited")
    if not store.known(tx, [id]):
        told = _event(Happening(id, customer, at, "store", "visited", store=place))
        _write(tx, [told | {"staff": staff}])
        count(tx, customer)


def note(tx: Tx, by: By, id: str, customer: str, variant: str, what: str) -> Verdict:
    """How a product went with her on the shop floor: one entry in her history; the same id again is success.

    404 for a stranger or a product that is not this tenant's, 422 for what is seen of her when she has said no to that.
    """
    if known := store.many(tx, [id]).get(id):
        return Verdict(known["ver"])
    customers.person_of(tx, by, customer)
    if variant not in catalog.prices(tx, by.tenant, [variant]):
        raise Refused(404, "This product is not known.")
    if what in domain.WATCHED and customers.unprofiled(tx, [customer]):
        raise Refused(422, "She does not want what she looks at to be kept.")
    told = _event(Happening(id, customer, by.at or now(), "store", what, variant, store=by.store))
    _write(tx, [told | {"staff": by.staff}])
    count(tx, customer)
    return Verdict(1)


def take_back(tx: Tx, by: By, id: str) -> Verdict:
    """What was noted by mistake leaves her history; again is success, 404 for any other event or another store's."""
    event = store.many(tx, [id]).get(id)
    if event is None:
        return Verdict(0)
    if event["what"] not in domain.OUTCOMES or event["store"] != by.store:
        raise Refused(404, "This entry is not known.")
    store.remove(tx, id)
    home = customers.homes(tx, [event["customer"]])[event["customer"]]
    ver = event["ver"] + 1
    feed.touch(tx, "event", id, ver, feed.person_scopes(tx, event["customer"], home), deleted=True)
    count(tx, event["customer"])
    return Verdict(ver)


def timeline(tx: Tx, by: By, customer: str, before: str, limit: int, phase: str, channel: str) -> list[Row]:
    """Her events before the cursor `at|id` ("" for the newest), newest first; only for whoever holds her."""
    hers = customers.held_person(tx, by, customer)["id"]
    at, _, id = before.partition("|")
    return store.timeline(tx, hers, (at or _END, id or _END), limit, {"phase": phase, "channel": channel})


def count(tx: Tx, customer: str) -> None:
    """Count anew what follows from her history: the spend of twelve months, the last visit, the path, the usual gap."""
    told = store.tallies(tx, _year_before(now()), customer).get(customer, _NOTHING)
    customers.note_facts(tx, customer, **_facts(told), gap=_gaps(tx, [customer]).get(customer, 0))


def count_facts(tx: Tx, as_of: str = "") -> int:
    """The same for everybody as of a moment, by default the last that anything happened; for how many."""
    tallies = store.tallies(tx, _year_before(as_of or store.newest(tx) or now()))
    learn_gap(tx)
    people = list(tallies)
    pieces = (people[at : at + _SAMPLE] for at in range(0, len(people), _SAMPLE))
    gaps = {id: gap for piece in pieces for id, gap in _gaps(tx, piece).items()}
    customers.note_many_facts(tx, {id: {**_facts(facts), "gap": gaps.get(id, 0)} for id, facts in tallies.items()})
    return len(tallies)


def learn_gap(tx: Tx) -> None:
    """Count anew how many days usually lie between purchases in each tenant's shop, from some of its people."""
    people = customers.some(tx, _SAMPLE)
    store.keep_gaps(tx, {one: domain.shops_gap(days for _, days in store.days(tx, people[one])) for one in people})


def count_gaps(tx: Tx, place: str) -> Turn:
    """A turn of the night: the usual gaps of those whose own changed with the shop's, or with what they allow."""
    people = store.after(tx, place, _AT_ONCE)
    gaps = _gaps(tx, people)
    for customer in people:
        customers.note_facts(tx, customer, gap=gaps.get(customer, 0))
    return Turn(people[-1] if len(people) == _AT_ONCE else None, len(people))


def standing(tx: Tx, customer: str) -> domain.Standing | None:
    """What follows from her history, as of the last that anything happened to anybody; None for a stranger."""
    if not customers.homes(tx, [customer]):
        return None
    counts: dict[str, int] = store.tallies(tx, "", customer).get(customer, _NOTHING)["counts"]
    gap, silent = _gaps(tx, [customer]).get(customer, 0), customers.unprofiled(tx, [customer])
    present, currency = ordinal(store.newest(tx) or now()), store.currency(tx, customer)
    buyers = store.buyers(tx, currency)
    return domain.Standing(customer, domain.path(counts), counts, gap, customer in silent, buyers, present, currency)


def path_ratios(tx: Tx) -> dict[str, domain.Ratios]:
    """How far the people of each store have come on the path, by the store's code."""
    stages = customers.stages(tx)
    codes = identities.store_codes(tx, stages)
    return {codes[place]: domain.ratios(stages[place]) for place in sorted(stages, key=lambda one: codes[one])}


def entities_of(tx: Tx, customer: str) -> list[tuple[str, str, int]]:
    """What a fetched person brings along: all of her history."""
    return store.of_customer(tx, customer)


def moved(tx: Tx, customer: str, into: str) -> list[Moved]:
    """The history of a person who has become another; what follows from it is counted anew."""
    home = customers.homes(tx, [into])[into]
    rows = store.move(tx, customer, into)
    count(tx, into)
    return [Moved("event", row.id, row.ver, _scopes(tx, into, home, row.what, row.at)) for row in rows]


def retire(tx: Tx, place: str) -> Turn:
    """A turn of the night: what was only looked at long ago leaves the tablets of the stores."""
    return feed.retire(tx, "event", place, lambda ids: store.faded(tx, ids, days_ago(domain.VIEWED_DAYS)))


def _call_off(tx: Tx, step: Step) -> None:
    event = domain.event_of(step.order, "bought")
    ver = store.call_off(tx, event)
    if ver is not None:
        home = customers.homes(tx, [step.customer])[step.customer]
        feed.touch(tx, "event", event, ver, feed.person_scopes(tx, step.customer, home))
        count(tx, step.customer)


def _gaps(tx: Tx, people: Collection[str]) -> dict[str, int]:
    """The usual gap of those of these who bought, and have not said no to being profiled."""
    shops, whose, silent = store.gaps(tx), customers.tenants(tx, people), customers.unprofiled(tx, people)
    found = ((id, days) for id, days in store.days(tx, people) if id in whose and id not in silent)
    return {id: domain.usual_gap(days, shops.get(whose[id], 0)) for id, days in found}


def _facts(told: Row) -> Row:
    return {"spend": told["spend"], "last_visit": told["last"], "path": domain.path(told["counts"])}


def _year_before(at: str) -> str:
    return stamp(datetime.fromisoformat(at) - timedelta(days=domain.SPEND_DAYS))


def _event(told: Happening) -> Row:
    items = [[told.variant, 1, 0]] if told.variant else []
    return _blank(told.id, told.what) | {
        "customer": told.customer,
        "at": told.at,
        "channel": told.channel,
        "items": items,
        "store": told.store,
        "text": told.text,
    }


def _order_event(step: Step) -> Row:
    items = domain.items(step.lines)
    return _blank(domain.event_of(step.order, step.what), step.what) | {
        "customer": step.customer,
        "at": step.at,
        "channel": step.channel,
        "items": items,
        "store": step.store,
        "staff": step.staff,
        "order": step.order,
        "amount": sum(amount for _, _, amount in items),
        "currency": step.currency,
    }


def _blank(id: str, what: str) -> Row:
    empty = {"store": None, "staff": None, "order": None, "amount": 0, "currency": "KRW", "text": ""}
    return {"id": id, "ver": 1, "what": what, "phase": domain.PHASES[what], **empty}


def _write(tx: Tx, events: list[Row]) -> None:
    encode = msgspec.json.encode
    packed = (event | {"items": encode(event["items"]).decode()} for event in events)
    store.insert(tx, (tuple(event[name] for name in store.COLUMNS) for event in packed))
    homes = customers.homes(tx, [event["customer"] for event in events])
    for event in events:
        scopes = _scopes(tx, event["customer"], homes[event["customer"]], event["what"], event["at"])
        feed.touch(tx, "event", event["id"], 1, scopes)


def _scopes(tx: Tx, customer: str, home: str, what: str, at: str) -> list[str]:
    """What she only looked at long ago stands in no store."""
    scopes = feed.person_scopes(tx, customer, home)
    return feed.persons(scopes) if what == "viewed" and at < days_ago(domain.VIEWED_DAYS) else scopes
