"""How the people of a list stand on the screen and in a table, and why each of them, in the language of the screen."""

from typing import Any, NamedTuple

from clienteling.desktop.catalog import actions as catalog
from clienteling.desktop.catalog.domain import Card, either
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.customers.domain import WAY_ICONS, Person, tier_word
from clienteling.desktop.outreach.domain import Audience, Told, ways
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.particles import attached
from clienteling.desktop.runtime.text import day, initials, say

ROLES = ("id", "name", "initials", "detail", "when", "tags", "consents", "elsewhere")
Row = tuple[Any, ...]


class Seen(NamedTuple):
    """What this tablet knows of a list: the product it is about, its people, and the products that are reasons."""

    about: Card | None
    people: dict[str, Person]
    products: dict[str, Card]


def read(tx: Tx, product: str, audience: Audience) -> Seen:
    """What of them is on this tablet."""
    reasons = {told.product for told in audience.people if told.product}
    cards = {id: catalog.card(tx, id) for id in reasons}
    people = customers.people(tx, [told.customer for told in audience.people])
    return Seen(catalog.card(tx, product), people, {id: card for id, card in cards.items() if card})


def rows(audience: Audience, seen: Seen, language: str) -> list[Row]:
    """One row for each who may be told, in the roles of a list of clients."""
    return [_row(told, seen, language) for told in audience.people if ways(told, seen.people)]


def table(audience: Audience, seen: Seen, language: str, saved: str) -> tuple[Row, list[Row]]:
    """The same people as a head and rows of a table that a person takes along; each row says by whom it was `saved`."""
    head = say("Name"), say("Loyalty number"), say("Tier"), say("Last visit"), say("May be told by"), say("Why")
    people = [told for told in audience.people if ways(told, seen.people)]
    return (*head, say("Saved by")), [(*_cells(told, seen, language), saved) for told in people]


def named(seen: Seen, language: str) -> str:
    """The name of the product it is about; empty where the product is not on this tablet."""
    return either(seen.about.name_ko, seen.about.name_en, language) if seen.about else ""


def why(told: Told, products: dict[str, Card], language: str) -> str:
    """The fact that speaks for her, as a sentence."""
    last = day(told.day)
    if told.reason == "again":
        return say("Bought this %n times, last on {last}", n=told.times, last=last)
    if told.reason == "category":
        return say("Bought %n products of this kind, last on {last}", n=told.times, last=last)
    if told.reason == "regular" and told.times:
        return say("%n purchases in four weeks, last on {last}", n=told.times, last=last)
    if told.reason == "regular":
        return say("Last bought something on {last}", last=last)
    card = products.get(told.product or "")
    if card is None:
        return say("Bought what goes with it, last on {last}", last=last)
    name = either(card.name_ko, card.name_en, language)
    return say("Goes with {name}, bought on {last}", name=attached(name, "wa", language == "ko"), last=last)


def _row(told: Told, seen: Seen, language: str) -> Row:
    person = seen.people.get(told.customer)
    name = person.name if person else told.name
    return (
        told.customer,
        name,
        initials(name),
        why(told, seen.products, language),
        day(person.last_visit) if person else "",
        _tags(person),
        [WAY_ICONS[way] for way in ways(told, seen.people) if way in WAY_ICONS],
        person is None,
    )


def _tags(person: Person | None) -> list[dict[str, str]]:
    if person is None:
        return [{"text": say("Not on this device"), "tone": "online", "icon": "cloud"}]
    word, tone = tier_word(person.tier)
    return [{"text": say(word), "tone": tone, "icon": ""}] if word else []


def _cells(told: Told, seen: Seen, language: str) -> tuple[str, ...]:
    person, words = seen.people.get(told.customer), _way_words()
    by = ", ".join(words.get(way, way) for way in ways(told, seen.people))
    because = why(told, seen.products, language)
    if person is None:
        return told.name, "", "", "", by, because
    tier, _ = tier_word(person.tier)
    return person.name, person.loyalty, say(tier) if tier else "", person.last_visit[:10], by, because


def _way_words() -> dict[str, str]:
    return {"sms": say("Text message"), "kakao": say("KakaoTalk"), "email": say("E-mail"), "push": say("App message")}
