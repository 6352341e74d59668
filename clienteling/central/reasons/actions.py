"""What can be done about reasons: note what was shown, count what came of it, retire and restore; knows no route."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from clienteling.central.cart import actions as cart
from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Moved
from clienteling.central.insight import actions as insight
from clienteling.central.insight import actions_lists as learned
from clienteling.central.insight.domain_nights import since
from clienteling.central.nightly.domain import Turn
from clienteling.central.orders import actions as orders
from clienteling.central.reasons import domain, store
from clienteling.central.reasons.domain import Showing, Tally
from clienteling.central.runtime.clock import now, ordinal
from clienteling.central.runtime.db import Tx
from clienteling.central.signin import actions as identities
from clienteling.central.sync import access, feed
from clienteling.central.sync.domain import By, Refused, Verdict, store_scope

_AT_ONCE = 100
"""Of how many people one transaction of the night looks at what came of what was shown."""
_NIGHTS = 28
"""How many nights of learning a store is told of."""
Row = dict[str, Any]


def note_shown(tx: Tx, by: By, customer: str, items: Iterable[tuple[str, str]]) -> Verdict:
    """An associate had (product, reason) before her for a person; each counts once a day, again is success.

    Nothing is kept of a stranger, of who has said no to being profiled, of what may not be suggested, and of a day so
    long ago that nothing can follow from it any more. 422 for more than anybody can be shown.
    """
    told = list(dict(items).items())
    if len(told) > domain.MOST_ITEMS or any(len(reason) > domain.LONGEST_REASON for _, reason in told):
        raise Refused(422, "Nobody is shown a list like this.")
    day = ordinal(by.at or now())
    whose = customers.tenants(tx, [customer]).get(customer)
    if whose == by.tenant and domain.is_open(day, ordinal(now())) and not customers.unprofiled(tx, [customer]):
        known = {row[1] for row in catalog.listing(tx, sorted(product for product, _ in told))}
        store.note(tx, customer, by.store, day, [one for one in told if one[0] in known])
    return Verdict(1)


def note_refused(tx: Tx, customer: str, product: str, at: str, is_so: bool = True) -> None:
    """What was shown of her is not for her after all, or, with `is_so` False, it is."""
    shown = store.showings(tx, [customer])[customer]
    store.mark(tx, "refused", customer, domain.answered(shown, [Showing(product, ordinal(at))]), is_so)


def restore(tx: Tx, by: By, place: str, reason: str) -> Verdict:
    """A manager lets a reason be used again, from the next lists on; written down. Again is success.

    404 for another store than the device's, 422 for who is no manager of it.
    """
    if place != by.store:
        raise Refused(404, "This is decided in the store itself.")
    if by.role != "manager" or by.staff is None:
        raise Refused(422, "Only a manager of the store can do this.")
    at = now()
    if store.restore(tx, place, reason, at, by.staff):
        access.record(tx, by, "reason.restored", why=reason)
    return Verdict(_tell(tx, place, at))


def retired(tx: Tx, people: Collection[str] | None = None) -> dict[str, set[str]]:
    """By person, of these or of all, which reasons she is not given: those that are retired in her home store."""
    by_store = store.retired(tx)
    if not by_store:
        return {}
    homes = customers.at_home(tx, by_store) if people is None else customers.homes(tx, people)
    return {id: by_store[home] for id, home in homes.items() if home in by_store}


def count_answers(tx: Tx, place: str) -> Turn:
    """A turn of the night: what some people put into their carts and bought of what was shown of them."""
    people = store.people_after(tx, place, _AT_ONCE)
    shown = store.showings(tx, people)
    variants = {row[0]: row[1] for row in catalog.listing(tx, _products(shown.values()))}
    for what, happened in (("added", cart.put_in(tx, people)), ("bought", _bought(tx, people))):
        hers: dict[str, list[Showing]] = {id: [] for id in people}
        for customer, variant, at in happened:
            if variant in variants:
                hers[customer].append(Showing(variants[variant], ordinal(at)))
        for id in people:
            store.mark(tx, what, id, domain.answered(shown[id], hers[id]))
    return Turn(people[-1] if len(people) == _AT_ONCE else None, len(people))


def judge(tx: Tx, place: str) -> Turn:
    """A turn of the night: what came of each reason in the next store, which are retired, and what it is told."""
    following = identities.next_store(tx, place)
    if following is None:
        return Turn(None, 0)
    at = now()
    today = ordinal(at)
    store.count(tx, following)
    store.settle(tx, following, today - domain.WINDOW_DAYS)
    before = store.retirements(tx, following)
    for reason, days in store.days(tx, following).items():
        last = before.get(reason)
        if last is None or last["restored_at"]:
            tally = domain.judged(days, today, ordinal(last["restored_at"]) if last else 0)
            if domain.is_failing(tally):
                store.retire(tx, following, reason, at, tally)
    _tell(tx, following, at)
    return Turn(following, 1)


def begin(tx: Tx) -> None:
    """Every store is told by what its lists are made, before anything was shown."""
    place: str | None = ""
    while place is not None:
        place = judge(tx, place).place


def forget_unprofiled(tx: Tx, customer: str) -> None:
    """She has said anew what may be done with what is known of her: of who says no nothing stays that was shown."""
    if customers.unprofiled(tx, [customer]):
        store.forget(tx, customer)


def moved(tx: Tx, customer: str, into: str) -> list[Moved]:
    """What was shown of a person who has become another."""
    store.move(tx, customer, into)
    return []


def _bought(tx: Tx, people: Collection[str]) -> list[tuple[str, str, str]]:
    baskets, lines = orders.bought(tx, people)
    told = [(*baskets[order], variant) for order, variant in lines if order in baskets]
    return [(customer, variant, at) for customer, at, variant in told if customer]


def _products(shown: Iterable[Iterable[Showing]]) -> list[str]:
    return sorted({one.product for hers in shown for one in hers})


def _tell(tx: Tx, place: str, at: str) -> int:
    """Keep what the store is told, and tell it if it is other than before; the version."""
    is_learned, nights = learned.model(tx) is not None, insight.nights(tx, _NIGHTS)
    told = {
        "reasons": _reasons(tx, place, ordinal(at)),
        "way": "learned" if is_learned else "plain",
        "since": since(nights, is_learned),
        "nights": [night._asdict() for night in nights],
    }
    before = store.many(tx, [place]).get(place)
    if before and before["told"] == told:
        return int(before["ver"])
    ver = store.keep(tx, place, at, told)
    feed.touch(tx, "reasons", place, ver, [store_scope(place)])
    return ver


def _reasons(tx: Tx, place: str, today: int) -> list[Row]:
    """Those of which anything was shown in two periods, and those that are retired; what was shown most comes first."""
    days, before = store.days(tx, place), store.retirements(tx, place)
    told = [_reason(name, days.get(name, {}), before.get(name), today) for name in sorted({*days, *before})]
    seen = [one for one in told if one["lately"]["shown"] or one["before"]["shown"] or one.get("retired_at")]
    return sorted(seen, key=lambda one: -int(one["lately"]["shown"]))


def _reason(name: str, days: dict[int, Tally], last: store.Row | None, today: int) -> Row:
    told: Row = {"reason": name} | {
        "lately": domain.period(days, today)._asdict(),
        "before": domain.period(days, today, back=1)._asdict(),
    }
    if last is None:
        return told
    standing = "" if last["restored_at"] else last["at"]
    judged = {field: last[field] for field in Tally._fields}
    restored = {"restored_at": last["restored_at"], "restored_by": last["restored_by"]}
    return told | {"retired_at": standing, "judged": judged, **restored}
