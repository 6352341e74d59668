"""What stands on the page of the day, read in one transaction; numbers only where something was counted."""

from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from PySide6.QtCore import QLocale

from clienteling.contract.ids import cart_of
from clienteling.desktop.cart import actions as cart
from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.customers.domain import Person, tier_word
from clienteling.desktop.orders import actions as orders
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.text import day, initials, money, money_short, say, span
from clienteling.desktop.suggestions import actions as suggestions
from clienteling.desktop.suggestions.actions_words import reason
from clienteling.desktop.suggestions.domain import Suggestion
from clienteling.desktop.today import actions, domain
from clienteling.desktop.today.domain import Visit

PEOPLE_ROLES = ("customer", "name", "initials", "detail", "since", "tags")
PICKUP_ROLES = ("order", "title", "detail", "since", "initials")
DAY_ROLES = ("name", "share", "amount", "today")
Row = tuple[Any, ...]


class Week(NamedTuple):
    """The own week: how many orders, how many of them from elsewhere, for how much, and the days."""

    orders: int
    endless: int
    total: str
    days: list[Row]


class Day(NamedTuple):
    """Everything on the page."""

    here: list[Row]
    worth: list[Row]
    pickups: list[Row]
    week: Week


class Reader(NamedTuple):
    """For whom and where it is read, and the language of the screen."""

    staff: str
    store: str
    currency: str
    language: str


def read_day(tx: Tx, by: Reader) -> Day:
    """The page of the day for one associate in one store."""
    now = datetime.now(UTC)
    return Day(_here(tx, by, now), _worth(tx, by, now), _pickups(tx, by), _week(tx, by, now))


def _here(tx: Tx, by: Reader, now: datetime) -> list[Row]:
    visits = actions.in_store(tx, by.store)
    people = customers.people(tx, [visit.customer for visit in visits])
    ready = {order.customer: order.number for order in orders.ready(tx, by.store)}
    rows = []
    for visit in visits:
        person = people.get(visit.customer)
        if person is None:
            continue
        word, tone = tier_word(person.tier)
        tags = [{"text": say(word), "tone": tone}] if word else []
        tags += [{"text": visit.zone, "tone": "ok"}] if visit.zone else []
        tags += [{"text": say("Pickup ready"), "tone": "online"}] if person.id in ready else []
        why = _why(tx, person, ready.get(person.id, ""), by)
        rows.append((person.id, person.name, initials(person.name), why, _for(visit, now), tags))
    return rows


def _for(visit: Visit, now: datetime) -> str:
    """How long she has been here; the first minute has no number."""
    fresh = now - datetime.fromisoformat(visit.started_at) < timedelta(minutes=1)
    return say("just now") if fresh else span(visit.started_at)


def _why(tx: Tx, person: Person, number: str, by: Reader) -> str:
    """Why she matters today: what waits for her, what she wants, what may interest her, when she was here."""
    matter = _matter(tx, person, number, by)
    mine = say("your client") if person.owner == by.staff else ""
    return " · ".join(part for part in (matter, mine) if part)


def _matter(tx: Tx, person: Person, number: str, by: Reader) -> str:
    if number:
        return say("Order {number} is ready", number=number)
    lines = cart.lines(tx, cart_of(person.id))
    online = catalog.items(tx, [line.variant for line in lines if line.source == "online" and line.variant])
    if online:
        return say("{name} in the online cart", name=next(iter(online.values())).name(by.language))
    cards = suggestions.cards(tx, person.id, by.store)
    if cards:
        name = cards[0].name_ko if by.language == "ko" else cards[0].name_en
        return f"{name}: {reason(cards[0].suggestion, by.language == 'ko')}"
    return say("last visit {day}", day=day(person.last_visit)) if person.last_visit else say("first visit")


def _worth(tx: Tx, by: Reader, now: datetime) -> list[Row]:
    here = {visit.customer for visit in actions.in_store(tx, by.store)}
    clients = {
        person.id: person
        for person in customers.clients_of(tx, by.staff)
        if person.reachable and person.id not in here and domain.quiet(person.last_visit, now)
    }
    due = suggestions.best_due(tx, clients)
    best = sorted(due, key=lambda id: -due[id].score)[: domain.WORTH_MOST]
    return [_worth_row(tx, clients[id], due[id], by) for id in best]


def _worth_row(tx: Tx, person: Person, due: Suggestion, by: Reader) -> Row:
    card = catalog.card(tx, due.product)
    name = card.items[0].name(by.language) if card and card.items else ""
    why = reason(due, by.language == "ko")
    detail = f"{name}: {why}" if name else why
    return person.id, person.name, initials(person.name), detail, span(person.last_visit), []


def _pickups(tx: Tx, by: Reader) -> list[Row]:
    ready = orders.ready(tx, by.store)
    names = customers.names(tx, [order.customer for order in ready if order.customer])
    rows = []
    for order in ready:
        name = names.get(order.customer or "", say("Guest"))
        pieces = say("%n items", n=order.pieces) if order.pieces else ""
        detail = " · ".join(part for part in (pieces, say("ordered {day}", day=day(order.placed_at))) if part)
        rows.append((order.id, f"{order.number} · {name}", detail, span(order.placed_at), initials(name)))
    return rows


def _week(tx: Tx, by: Reader, now: datetime) -> Week:
    starts = domain.week_days(now)
    weeks = [orders.week_of(tx, by.staff, start.astimezone(UTC).isoformat()) for start in starts]
    since = [sum(total.amount for total in week.totals if total.currency == by.currency) for week in weeks]
    amounts = domain.by_day(since)
    most = max(amounts) or 1
    today = now.astimezone().weekday()
    days = [_bar(place, amount, most, by.currency, place == today) for place, amount in enumerate(amounts)]
    first, last = weeks[0], weeks[-1]
    total = money_short(since[0] - since[-1], by.currency)
    return Week(first.orders - last.orders, first.endless - last.endless, total, days)


def _bar(place: int, amount: int, most: int, currency: str, today: bool) -> Row:
    name = QLocale().dayName(place + 1, QLocale.FormatType.ShortFormat)
    return name, amount / most, money(amount, currency) if amount else "", today
