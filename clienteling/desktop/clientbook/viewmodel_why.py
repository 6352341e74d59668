"""What the sheet that explains a suggestion may know: facts and sentences that the customer may read as well."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.clientbook import actions_why
from clienteling.desktop.clientbook.domain_why import Fact, Why
from clienteling.desktop.clientbook.viewmodel_rows import ICONS
from clienteling.desktop.runtime.db import Db
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.particles import attached
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import clock, day, say
from clienteling.desktop.suggestions.actions_words import reason

QML_IMPORT_NAME = "clienteling.desktop.clientbook"
QML_IMPORT_MAJOR_VERSION = 1

_COUNTED = {"bought": "Bought %n pieces", "returned": "Brought back %n pieces"}
_DONE = {
    "carted": "Put into the online cart",
    "saved": "Put on the wishlist",
    "viewed": "Viewed online",
}
_BECAUSE = {
    "due": "After about that long it is usually bought again.",
    "again": "What was bought more than once may be welcome again.",
    "cart": "It was put there and has not been bought yet.",
    "saved": "What is on the wishlist may be seen and tried here.",
    "viewed": "What was looked at online may be seen and tried here.",
    "new": "Of a kind that was bought before, in the same size.",
    "people": "Counted over everybody's purchases; nobody is looked at by name.",
    "popular": "Nothing that was bought or viewed before was looked at for this.",
}
_MADE_BY = {
    "learned": "Chosen from what is bought again and bought together in our shops.",
    "rules": "Chosen from purchases, the wishlist and the online cart.",
    "store": "Chosen from what this store sells most.",
}


def fact_row(fact: Fact, why: Why, korean: bool) -> dict[str, str]:
    """One fact as the sheet shows it."""
    item = why.items.get(fact.variant)
    store = why.places.get(fact.store or "", ("", ""))
    where = say("Online") if fact.channel == "online" else store[0 if korean else 1]
    detail = item.detail("ko" if korean else "en") if item else ""
    counted = fact.what in _COUNTED
    return {
        "title": say(_COUNTED[fact.what], n=fact.pieces) if counted else say(_DONE[fact.what]),
        "detail": " · ".join(part for part in (detail, where) if part),
        "date": day(fact.at),
        "sign": ICONS[fact.what],
        "tone": "online" if fact.channel == "online" else "store",
    }


def because(why: Why, korean: bool) -> str:
    """What follows from the facts, and from what lies in her cart."""
    if not why.beside:
        return _follows(why, korean)
    name = why.beside[0][0 if korean else 1]
    beside = say("{name} in the cart has been bought together with it.", name=attached(name, "wa", korean))
    return f"{_follows(why, korean)} {beside}"


def _follows(why: Why, korean: bool) -> str:
    if why.suggestion.reason != "together":
        return say(_BECAUSE[why.suggestion.reason])
    hers = str(why.suggestion.values.get("name_ko" if korean else "name_en", ""))
    name = why.name[0 if korean else 1]
    it, with_hers = attached(name, "eul", korean), attached(hers, "wa", korean)
    return say("Others have bought {name} together with {hers}.", name=it, hers=with_hers)


def fine_print(why: Why) -> list[str]:
    """What is not shown, how and when this was chosen, and what is never looked at."""
    sentences = [say("and %n more before that", n=why.more)] if why.more else []
    if why.lacking:
        sentences.append(say("Older entries are not on this tablet."))
    made_by = say(_MADE_BY[why.made.made_by]) if why.made.made_by in _MADE_BY else ""
    when = say("List {n} of {day}, {time}", n=why.made.ver, day=day(why.made.at), time=clock(why.made.at))
    left_out = say(
        "Sensitive products are never suggested or mentioned. "
        "Whoever would rather have no suggestions of their own is shown only what the store sells most."
    )
    return [*sentences, " ".join(part for part in (made_by, when) if part), left_out]


@QmlElement
@QmlUncreatable("made by the application")
class WhyViewModel(QObject):
    """Why one product is suggested to the client in front; `ready` when that is read."""

    changed = Signal()
    ready = Signal()

    def __init__(self, db: Db, tasks: Tasks, language: Language) -> None:
        super().__init__()
        self._db, self._tasks, self._language = db, tasks, language
        self._why: Why | None = None
        language.changed.connect(self.changed)

    @Slot(str, str)
    def begin(self, customer: str, product: str) -> None:
        """Read it as it is now."""
        self._tasks.start(self._read(customer, product))

    async def _read(self, customer: str, product: str) -> None:
        self._why = await self._db.read(actions_why.why, customer, product)
        self.changed.emit()
        if self._why:
            self.ready.emit()

    @property
    def _korean(self) -> bool:
        return self._language.code == "ko"

    def _facts(self) -> list[dict[str, Any]]:
        return [fact_row(fact, self._why, self._korean) for fact in self._why.facts] if self._why else []

    name = Property(str, lambda self: self._why.name[0 if self._korean else 1] if self._why else "", notify=changed)
    reason = Property(str, lambda self: reason(self._why.suggestion, self._korean) if self._why else "", notify=changed)
    because = Property(str, lambda self: because(self._why, self._korean) if self._why else "", notify=changed)
    facts = Property(list, _facts, notify=changed)
    finePrint = Property(list, lambda self: fine_print(self._why) if self._why else [], notify=changed)
