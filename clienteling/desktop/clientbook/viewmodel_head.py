"""What stands at the top of a client's page: who she is, the facts and the next best step, in the screen's language."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from clienteling.desktop.clientbook import actions, actions_said
from clienteling.desktop.clientbook.domain import STAGES, Rhythm, Step, stage
from clienteling.desktop.customers import actions as customers
from clienteling.desktop.customers.domain import WAY_ICONS, Person, tier_word
from clienteling.desktop.runtime.db import Tx
from clienteling.desktop.runtime.particles import attached
from clienteling.desktop.runtime.text import day, initials, money, phone, say
from clienteling.desktop.signin import actions as signin
from clienteling.desktop.suggestions import actions as suggestions
from clienteling.desktop.sync import held

_STEPS = {
    "ready": "Order {about} is ready to hand over",
    "online": "Speak about {about} in the online cart",
    "show": "Show {about}",
    "consent": "Ask whether we may write from now on",
    "greet": "Ask what today's visit is for",
}
_STAGES = {"aware": "Knows us", "appeal": "Interested", "ask": "Asks", "act": "Buys", "advocate": "Recommends us"}
_STANDS = {"new": "New", "regular": "Regular", "slipping": "Slipping", "lapsed": "Lapsed"}
_EVIDENCE = {
    "viewed": "%n views lately",
    "saved": "%n saved",
    "shown": "%n shown",
    "carted": "%n in the online cart",
    "tried": "%n tried",
    "visited": "%n visits",
    "bought": "%n purchases",
    "rated": "%n ratings",
}
_WEEK = 7


@dataclass(frozen=True)
class Head:
    """Words for the top of the page; the contact in both ways."""

    name: str = ""
    initials: str = ""
    tags: list[dict[str, str]] = field(default_factory=list)
    masked: str = ""
    plain: str = ""
    whose: str = ""
    present: bool = False
    consents: list[dict[str, Any]] = field(default_factory=list)
    step: str = ""
    spend: str = ""
    stands: str = ""
    says: str = ""
    does: str = ""
    odds: str = ""
    stage: int = 0
    stage_name: str = ""
    stage_facts: str = ""
    read_at: str = ""

    def contact(self, revealed: bool) -> str:
        """Her phone, or e-mail, masked unless revealed."""
        return self.plain if revealed else self.masked


EMPTY = Head()


def read_head(
    tx: Tx, customer: str, place: str, staff: str, language: str, visit_of: Callable[[Tx, str, str], Any]
) -> Head | None:
    """Everything above the history; None when she is not on this device."""
    person = customers.person(tx, customer)
    if person is None:
        return None
    visit, korean = visit_of(tx, customer, place), language == "ko"
    cards = suggestions.cards(tx, customer, place, zone=visit.zone if visit else "")
    does, odd = actions_said.does(tx, person)
    path = person.path if person.path in STAGES else ""
    return Head(
        name=person.name,
        initials=initials(person.name),
        tags=_tags(person, visit),
        masked=_contact(person, masked=True),
        plain=_contact(person, masked=False),
        whose=_whose(tx, person, staff),
        present=visit is not None,
        consents=_consents(person),
        step=_step(actions.next_step(tx, person, cards, korean), korean),
        spend=money(person.spend, person.currency),
        stands=_stands(actions.rhythm(tx, person)),
        says=" · ".join([*person.says, *dict.fromkeys(person.sizes.values())]),
        does=", ".join(say(category) for category in does),
        odds=_odds(odd),
        stage=stage(path),
        stage_name=say(_STAGES[path]) if path else say("Not known yet"),
        stage_facts=" · ".join(say(_EVIDENCE[what], n=times) for what, times in actions.evidence(tx, person)),
        read_at=held.last_contact(tx),
    )


def _tags(person: Person, visit: Any) -> list[dict[str, str]]:
    word, tone = tier_word(person.tier)
    tier = {"text": say(word), "tone": tone} if word else None
    here = say("In store · {zone}", zone=visit.zone) if visit and visit.zone else say("In store")
    present = {"text": here, "tone": "ok"} if visit else None
    pending = {"text": say("Waiting for central"), "tone": "warn"} if person.pending else None
    return [tag for tag in (tier, present, pending) if tag]


def _consents(person: Person) -> list[dict[str, Any]]:
    return [{"sign": sign, "name": way, "agreed": bool(person.consents.get(way))} for way, sign in WAY_ICONS.items()]


def _contact(person: Person, masked: bool) -> str:
    if person.phone:
        return phone(person.phone, masked)
    local, at, domain = person.email.partition("@")
    return f"{local[:1]}•••{at}{domain}" if masked and at else person.email


def _whose(tx: Tx, person: Person, staff: str) -> str:
    owner = signin.staff_names(tx).get(person.owner or "", "")
    mine = say("your client") if person.owner == staff else say("client of {name}", name=owner) if owner else ""
    last = say("last visit {day}", day=day(person.last_visit)) if person.last_visit else say("first visit")
    return " · ".join(part for part in (mine, last) if part)


def _stands(rhythm: Rhythm | None) -> str:
    """Her own rhythm and the last purchase: what is expected follows, but no day is foretold."""
    if rhythm is None:
        return ""
    last = say("last {day}", day=day(rhythm.last))
    facts = [say(_STANDS[rhythm.stands]), say("bought on %n days", n=rhythm.times), last]
    if rhythm.gap >= 2 * _WEEK:
        facts[1] = say("usually every %n weeks", n=round(rhythm.gap / _WEEK))
    elif rhythm.gap:
        facts[1] = say("usually every %n days", n=rhythm.gap)
    return " · ".join(facts)


def _odds(sizes: list[str]) -> str:
    """Where what she says and what she does differ."""
    return say("takes other sizes than {size}", size=", ".join(sizes)) if sizes else ""


def _step(step: Step, korean: bool) -> str:
    return say(_STEPS[step.kind], about=attached(step.about, "eul", korean and step.kind == "show"))
