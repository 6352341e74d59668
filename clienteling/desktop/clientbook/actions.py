"""What a client's page is made of: her history with this device's own orders, what she does, the next best step."""

from collections.abc import Iterable

from clienteling.contract.ids import cart_of
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.clientbook import domain, store, wire
from clienteling.desktop.clientbook.domain import NEWEST, Event, Outcome, Place, Rhythm, Step
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.customers.domain import Person
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.orders.domain import Order, cancelled
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.suggestions import actions as suggestions
from clienteling.desktop.suggestions.domain import Card


def history(
    tx: Tx, customer: str, phase: str, channel: str, before: Place = NEWEST, limit: int = domain.PAGE
) -> tuple[list[Event], bool]:
    """A page of her history older than a place, newest first, and whether more may follow.

    What was cancelled on this tablet stands as cancelled at once, also before central has heard of it.
    """
    events = store.page(tx, customer, phase, channel, before, limit)
    more = len(events) == limit
    placed = orders.of_customer(tx, customer)
    events = domain.called_off(events, cancelled(placed))
    return domain.merge(events, _own(tx, placed, phase, channel), before, more), more


def note(tx: Tx, customer: str, variant: str, what: Outcome, place: str, staff: str) -> str:
    """How a product went with her here and now; told to central, and what is not for her is suggested no more.

    Returns the event's id. Problem when she is not here, or said no to what is only seen of her being kept.
    """
    person = customers.person(tx, customer)
    item = catalog.items(tx, [variant]).get(variant)
    if person is None or item is None:
        raise Problem("This client is not on this tablet any more.")
    if what in domain.WATCHED and person.consents.get("profiling") is False:
        raise Problem("She does not want what she looks at to be kept.")
    operation = wire.noted(customer, variant, what, place, staff)
    wire.tell(tx, operation)
    if what == "declined":
        suggestions.refuse(tx, customer, item.product, staff)
    return operation.id


def take_back(tx: Tx, event: str, staff: str) -> None:
    """It was noted by mistake: the event goes, and what was not for her may be suggested again."""
    noted = store.get(tx, event)
    if noted is None:
        return
    wire.tell(tx, wire.taken_back(event, staff))
    items = catalog.items(tx, [item.variant for item in noted.items]) if noted.what == "declined" else {}
    for item in items.values():
        suggestions.readmit(tx, noted.customer, item.product, staff)


def rhythm(tx: Tx, person: Person) -> Rhythm | None:
    """Where she stands as a buyer; None where that is not known, or she said no to being profiled."""
    if person.consents.get("profiling") is False:
        return None
    placed = orders.of_customer(tx, person.id)
    off = cancelled(placed)
    bought = [at for at, order in store.purchases(tx, person.id) if order not in off]
    bought += [event.at for event in _own(tx, placed, "buy", "")]
    return domain.rhythm(bought, customers.usual_gap(tx, person.id), now())


def evidence(tx: Tx, person: Person) -> list[tuple[str, int]]:
    """What her stage on the path follows from, as far as this tablet knows."""
    return domain.evidence(person.path, store.counts(tx, person.id))


def next_step(tx: Tx, person: Person, cards: Iterable[Card], korean: bool) -> Step:
    """The next best step for her, in this store, now."""
    ready = [order.number for order in orders.of_customer(tx, person.id) if order.state == "ready"]
    online = [line.variant for line in cart.lines(tx, cart_of(person.id)) if line.source == "online" and line.variant]
    names = {id: item.name("ko" if korean else "en") for id, item in catalog.items(tx, online).items()}
    suggested = [card.name_ko if korean else card.name_en for card in cards]
    return domain.next_step(ready, [names[id] for id in online if id in names], suggested, person.reachable)


def _own(tx: Tx, placed: Iterable[Order], phase: str, channel: str) -> list[Event]:
    """Those of her orders that stand and that central's history does not tell yet."""
    standing = [order for order in placed if order.state != "cancelled"]
    told = store.with_orders(tx, [order.id for order in standing])
    own = [_ordered(order) for order in standing if order.id not in told]
    return [event for event in own if phase in ("", event.phase) and channel in ("", event.channel)]


def _ordered(order: Order) -> Event:
    return Event(
        id=order.id,
        customer=order.customer or "",
        at=order.placed_at,
        channel=order.channel,
        phase="buy",
        what="ordered",
        count=order.pieces,
        store=order.store,
        staff=order.staff,
        order=order.id,
        amount=order.total,
        currency=order.currency,
        provisional=order.provisional,
    )
