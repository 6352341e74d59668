"""What can be done with suggestions: build all, refresh one person's, refuse one; knows no route."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

from clienteling.central.cart import actions as cart
from clienteling.central.catalog import actions as catalog
from clienteling.central.customers import actions as customers
from clienteling.central.customers.domain import Moved
from clienteling.central.insight import actions_lists as insight
from clienteling.central.nightly.domain import Turn
from clienteling.central.orders import actions as orders
from clienteling.central.orders.domain import Step
from clienteling.central.reasons import actions as reasons
from clienteling.central.runtime.clock import now
from clienteling.central.runtime.db import Tx
from clienteling.central.signin import actions as signin
from clienteling.central.suggestions import actions_counts as counts
from clienteling.central.suggestions import building, learned, store
from clienteling.central.suggestions.actions_arrivals import arrivals
from clienteling.central.suggestions.arrivals import Arrivals
from clienteling.central.suggestions.building import Shop, Wanted
from clienteling.central.suggestions.domain import (
    INTEREST_DAYS,
    Candidate,
    Names,
    Neighbours,
    Person,
    popular,
    suggest,
)
from clienteling.central.sync import feed
from clienteling.central.sync.domain import By, Verdict

if TYPE_CHECKING:
    from clienteling.central.insight.domain import Foreseen

_AT_ONCE = 20
"""How many lists one transaction of the night makes: what was learned takes some milliseconds for each."""
_BESIDE, _PULL = 3, 0.05
"""Of how many products that go with it a tablet is told beside each suggestion, and how strongly they do at least."""
_FADING = frozenset({"score", "goes_with"})


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
    store.replace_popular(tx, counts.popular(tx, shop, shop.day(at)))
    plain, refused = _of_store(tx, customers.unprofiled(tx)), store.refusals(tx)
    versions, total = store.versions(tx), customers.count(tx)
    lists = {id: building.packed(_items(chosen, neighbours)) for id, chosen in plain.items()}
    foresight, today = insight.foresight(tx), shop.day(at)
    for id, person in building.people(shop, baskets, lines, _wants(tx, shop, arrivals(tx, shop))):
        if id not in plain:
            best = _best(foresight, person, neighbours, shop.names, today)
            lists[id] = building.packed(_items(best, neighbours))
        progress(len(lists), total)
    progress(total, total)
    rows = {id: versions.get(id, 0) + 1 for id in lists}
    told = ((_made_by(foresight, id in plain), building.packed(sorted(refused.get(id, ())))) for id in rows)
    store.replace(tx, ((id, ver, at, lists[id], *more) for (id, ver), more in zip(rows.items(), told, strict=True)))
    _tell(tx, rows)
    return len(rows)


def refresh(tx: Tx, people: Collection[str]) -> int:
    """The lists of these people anew, after something happened or with the day; how many are other than before.

    The companions are those of the last build. Who does not want to be profiled is shown what her store sells; a list
    that would show the same in the same order is not told again.
    """
    at, plain = now(), _of_store(tx, customers.unprofiled(tx, people))
    chosen = _chosen(tx, [id for id in people if id not in plain]) | plain
    neighbours = store.companions(tx, {one.product for some in chosen.values() for one in some})
    before, refused, foresight = store.many(tx, people), store.refusals(tx, people), insight.foresight(tx)
    versions: dict[str, int] = {}
    for id in people:
        told = {"items": _items(chosen.get(id, []), neighbours), "refused": sorted(refused[id])}
        told["made_by"] = _made_by(foresight, id in plain)
        if id not in before or _shown(before[id]) != _shown(told):
            versions[id] = store.write(tx, id, at, told)
    _tell(tx, versions)
    return len(versions)


def renew(tx: Tx, customer: str) -> None:
    """What she looked at or what she allows has changed: her list is made anew at once."""
    refresh(tx, [customer])


def renew_some(tx: Tx, place: str) -> Turn:
    """A turn of the night: with the days something falls due, and what was looked at fades."""
    people = store.after(tx, place, _AT_ONCE)
    refresh(tx, people)
    return Turn(people[-1] if len(people) == _AT_ONCE else None, len(people))


def _of_store(tx: Tx, people: Collection[str]) -> dict[str, list[Candidate]]:
    """What is shown to who does not want to be profiled: what is popular in her store, but nothing that she refused."""
    if not people:
        return {}
    homes = customers.homes(tx, people)
    sold, places = store.popular_in(tx, set(homes.values())), signin.store_names(tx, set(homes.values()))
    wanted = {product for rows in sold.values() for product, _ in rows}
    names = {row[1]: row[2:] for row in catalog.listing(tx, sorted(wanted))}
    refused = store.refusals(tx, people)
    return {id: popular(sold[home], places[home], names, refused[id]) for id, home in homes.items()}


def make_due(tx: Tx, customer: str) -> None:
    """Her list is to be made anew after this transaction, which so need not wait for it."""
    store.make_due(tx, customer, now())
    tx.info["suggestions due"] = True


def is_due(tx: Tx) -> bool:
    """Whether this transaction made anybody's list due."""
    return bool(tx.info.get("suggestions due"))


def renew_due(tx: Tx) -> bool:
    """Make the list anew that has been due longest; False where none is."""
    if customer := store.take_due(tx):
        refresh(tx, [customer])
    return customer is not None


def pass_over(tx: Tx) -> None:
    """Leave the list that has been due longest as it is, for it cannot be made."""
    store.take_due(tx)


def _chosen(tx: Tx, people: Collection[str]) -> dict[str, list[Candidate]]:
    """What to show each of these people; those of one tenant never hear of what another sells."""
    by_tenant: dict[str, list[str]] = defaultdict(list)
    for id, tenant in customers.tenants(tx, people).items():
        by_tenant[tenant].append(id)
    return {id: one for tenant, some in by_tenant.items() for id, one in _chosen_of(tx, tenant, some).items()}


def _chosen_of(tx: Tx, tenant: str, some: list[str]) -> dict[str, list[Candidate]]:
    at = now()
    built_at, as_of = store.clock(tx) or (at, at)
    baskets, sold = orders.bought(tx, some)
    bought = list(sold)
    variants = {variant for _, variant in [*bought, *cart.online(tx, some)]}
    variants.update(one[0] for looked in store.interests(tx, "", some).values() for one in looked)
    theirs = {price.product for price in catalog.prices(tx, tenant, sorted(variants)).values()}
    foresight = insight.foresight(tx)
    neighbours = {} if foresight else store.companions(tx, theirs)
    others = {other for pulls in neighbours.values() for other, _ in pulls}
    came = arrivals(tx, Shop.of([], built_at, as_of), some, variants)
    shop = Shop.of(catalog.listing(tx, sorted(theirs | others | came.products)), built_at, as_of)
    told = building.people(shop, baskets, building.lines(shop, baskets, bought), _wants(tx, shop, came, some))
    if foresight:
        return _learned(tx, foresight, dict(told), shop.names, shop.day(at))
    return {id: suggest(person, neighbours, shop.names, shop.day(at)) for id, person in told}


def _learned(
    tx: Tx, foresight: insight.Foresight, told: Mapping[str, Person], names: Names, today: int
) -> dict[str, list[Candidate]]:
    """The same by what was learned, which may be of products that none of these people knows yet."""
    foreseen = {id: _foreseen(foresight, person, today) for id, person in told.items()}
    others = {one.product for found in foreseen.values() for one in found} - names.keys()
    names = {**names, **{row[1]: row[2:] for row in catalog.listing(tx, sorted(others))}}
    return {id: learned.suggest(person, foreseen[id], names, today) for id, person in told.items()}


def _foreseen(foresight: insight.Foresight, person: Person, today: int) -> list[Foreseen]:
    return foresight([(one.basket, one.day, one.product) for one in person.purchases], today)


def _best(
    foresight: insight.Foresight | None, person: Person, neighbours: Neighbours, names: Names, today: int
) -> list[Candidate]:
    """By what was learned where something was, else by the plain formulas."""
    if foresight is None:
        return suggest(person, neighbours, names, today)
    return learned.suggest(person, _foreseen(foresight, person, today), names, today)


def refusers(tx: Tx, product: str) -> set[str]:
    """To whom a product is not to be shown, for she said so."""
    return store.refusers(tx, product)


def view(tx: Tx, by: By, customer: str) -> store.Row:
    """Her list as it is, empty if none was made yet; only for whoever holds her."""
    customer = customers.held_person(tx, by, customer)["id"]
    none = {"id": customer, "at": now(), "items": [], "made_by": "", "refused": []}
    return store.many(tx, [customer]).get(customer, none)


def refuse(tx: Tx, by: By, customer: str, product: str) -> Verdict:
    """Not for her, never again: the product leaves her list; refusing again is success. 404 for a stranger."""
    customers.person_of(tx, by, customer)
    store.refuse(tx, customer, product)
    reasons.note_refused(tx, customer, product, by.at or now())
    refresh(tx, [customer])
    return Verdict(store.many(tx, [customer])[customer]["ver"])


def readmit(tx: Tx, by: By, customer: str, product: str) -> Verdict:
    """The refusal was a mistake: the product may stand on her list again. 404 for a stranger."""
    customers.person_of(tx, by, customer)
    store.readmit(tx, customer, product)
    reasons.note_refused(tx, customer, product, by.at or now(), is_so=False)
    refresh(tx, [customer])
    return Verdict(store.many(tx, [customer])[customer]["ver"])


def order_stepped(tx: Tx, step: Step) -> None:
    """She bought, brought something back or called an order off: her list is due."""
    if step.what in {"bought", "returned", "cancelled"}:
        make_due(tx, step.customer)


def note_interests(tx: Tx, rows: list[tuple[str, str, str, str]]) -> None:
    """(customer, variant, viewed or saved, at): what people looked at online, for the next list."""
    store.add_interests(tx, rows)


def moved(tx: Tx, customer: str, into: str) -> list[Moved]:
    """The list of a person who has become another is gone, and the other's is due."""
    ver = store.move(tx, customer, into)
    make_due(tx, into)
    return [] if ver is None else [Moved("suggestions", customer, ver + 1, [])]


def entities_of(tx: Tx, customer: str) -> list[tuple[str, str, int]]:
    """What a fetched person brings along: her list."""
    return [("suggestions", id, row["ver"]) for id, row in store.many(tx, [customer]).items()]


def _wants(tx: Tx, shop: Shop, came: Arrivals, people: Collection[str] | None = None) -> Wanted:
    interests = store.interests(tx, shop.since(INTEREST_DAYS), people)
    refused, returned = store.refusals(tx, people), orders.returned(tx, people)
    wanted = building.wants(shop, interests, cart.online(tx, people), refused, returned)
    return wanted._replace(retired=reasons.retired(tx, people), arrivals=came)


def _shown(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """A list without what fades or turns a little every day: what is seen is what is shown, in which order."""
    items = [{name: value for name, value in item.items() if name not in _FADING} for item in row["items"]]
    return row["made_by"], row["refused"], items


def _made_by(foresight: insight.Foresight | None, of_store: bool) -> str:
    """By what a list was made, in the words of the contract."""
    if of_store:
        return "store"
    return "learned" if foresight else "rules"


def _items(chosen: list[Candidate], neighbours: Neighbours) -> list[dict[str, Any]]:
    names = ("product", "reason", "values", "variant")
    kept = [{name: getattr(one, name) for name in names} | {"score": round(one.score, 3)} for one in chosen]
    near = {one.product: neighbours.get(one.product, [])[:_BESIDE] for one in chosen}
    return [one | {"goes_with": [other for other, pull in near[one["product"]] if pull >= _PULL]} for one in kept]


def _tell(tx: Tx, versions: dict[str, int]) -> None:
    homes = customers.homes(tx, versions)
    for id, ver in versions.items():
        if id in homes:
            feed.touch(tx, "suggestions", id, ver, feed.person_scopes(tx, id, homes[id]))
