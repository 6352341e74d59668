"""What the managers' page of suggestions may know and ask: what came of each reason, and by what lists are made."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.reasons import actions, domain
from clienteling.desktop.reasons.domain import Night, Reason, Report, Tally
from clienteling.desktop.runtime.clock import now
from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.latest import Latest
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import clock, day, number, say
from clienteling.desktop.signin import actions as signin
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.reasons"
QML_IMPORT_MAJOR_VERSION = 1

TABLES = {"reasons", "staff"}
ROLES = ("reason", "name", "shown", "added", "bought", "refused", "share", "earlier", "retired", "restored")
NIGHT_ROLES = ("at", "words", "ours", "plain", "used")
_NAMES = {
    "due": "Due again about now",
    "again": "Bought several times",
    "together": "Goes with what she has",
    "people": "Bought by people who bought the same",
    "cart": "In the online cart",
    "saved": "On the wishlist",
    "viewed": "Seen online lately",
    "popular": "Popular in the store",
    "new": "New in her size",
}


def _name(reason: str) -> str:
    """The reason in a manager's words; one of a newer central as it calls it."""
    return say(_NAMES[reason]) if reason in _NAMES else reason


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{QLocale().toString(100 * share, 'f', 1)}%"


def _score(score: float) -> str:
    return QLocale().toString(100 * score, "f", 1)


def _row(told: Reason, names: dict[str, str]) -> tuple[Any, ...]:
    lately = told.lately
    figures = (number(each) for each in (lately.shown, lately.added, lately.bought, lately.refused))
    return (told.reason, _name(told.reason), *figures, _percent(lately.share), *_more(told, names))


def _more(told: Reason, names: dict[str, str]) -> tuple[str, str, str]:
    """The four weeks before, why it is not used, and who let it be used again."""
    before, judged = told.before, told.judged or Tally()
    counts = {"shown": number(before.shown), "share": _percent(before.share)}
    earlier = say("four weeks before: {shown} shown, {share} taken", **counts) if before.shown else ""
    if told.retired_at:
        figures = {"shown": number(judged.shown), "taken": number(judged.taken), "day": day(told.retired_at)}
        return earlier, say("Not used since {day}: of {shown} shown, {taken} were taken.", **figures), ""
    return earlier, "", _again(told.restored_at, names.get(told.restored_by or "", "")) if told.restored_at else ""


def _again(at: str, name: str) -> str:
    """Since when it is used again, and who said so, where that is still known."""
    if name:
        return say("used again since {day}, by {name}", day=day(at), name=name)
    return say("used again since {day}", day=day(at))


def _bar(night: Night, ours: float, plain: float) -> tuple[Any, ...]:
    scores = {"day": day(night.at), "ours": _score(night.ours), "plain": _score(night.plain)}
    return night.at, say("{day}: learned {ours}, plain rules {plain}", **scores), ours, plain, night.used


@QmlElement
@QmlUncreatable("made by the application")
class ReasonsViewModel(QObject):
    """What central counted last night for this store; only managers are shown it."""

    changed = Signal()

    def __init__(self, db: Db, tasks: Tasks, session: Session, language: Language) -> None:
        super().__init__()
        self._db, self._tasks, self._session = db, tasks, session
        self._report: Report | None = None
        self._day, self._told = "", set[tuple[str, str]]()
        self._rows, self._nights = RowsModel(ROLES, self), RowsModel(NIGHT_ROLES, self)
        self._reader = Latest(tasks, self._load, self.changed.emit)
        db.changed.connect(lambda tables: self.reload() if tables & TABLES else None)
        language.changed.connect(self.reload)
        session.changed.connect(self.reload)

    @Slot()
    def reload(self) -> None:
        """Read again, also after a change of language or of hands."""
        if self._session.staff:
            self._reader.ask()

    @Slot()
    def retry(self) -> None:
        """It could not be read: read it again."""
        self._reader.anew()

    @Slot(str)
    def restore(self, reason: str) -> None:
        """Let a retired reason be used again."""
        by = (self._session.staff, self._session.role)
        self._tasks.start(self._db.run(actions.restore, self._session.store, reason, *by))

    @Slot(str, object)
    def note_shown(self, customer: str, items: Sequence[tuple[str, str]]) -> None:
        """(product, reason) of what stands on a client's page; what was told of today is not told again."""
        if (today := now()[:10]) != self._day:
            self._day, self._told = today, set()
        fresh = [one for one in items if (customer, one[0]) not in self._told]
        self._told.update((customer, product) for product, _ in fresh)
        if fresh and self._session.staff:
            by = (self._session.store, self._session.staff)
            self._tasks.start(self._db.run(actions.note_shown, customer, *by, fresh))

    async def _load(self) -> None:
        report, names = await self._db.read(_read, self._session.store)
        self._report = report if self._session.role == "manager" else None
        told = self._report
        self._rows.reset([_row(one, names) for one in told.reasons] if told else [])
        self._nights.reset([_bar(*bar) for bar in domain.bars(told.nights)] if told else [])
        self.changed.emit()

    def _state(self) -> str:
        return self._reader.state(self._report is not None)

    def _sentence(self) -> str:
        if self._session.role != "manager":
            return say("Managers of the store see here what became of suggestions.")
        return say("Nothing is counted yet. The first figures arrive after a night.")

    def _as_of(self) -> str:
        return f"{day(self._report.at)} {clock(self._report.at)}" if self._report else ""

    def _way(self) -> str:
        if self._report and self._report.way == "learned":
            return say("What was learned from this shop's purchases")
        return say("The plain rules: what is bought often, lately and together")

    def _since(self) -> str:
        since = self._report.since if self._report else ""
        return say("in use since {day}", day=day(since)) if since else ""

    def _night(self) -> Night | None:
        return self._report.nights[0] if self._report and self._report.nights else None

    def _scores(self) -> list[dict[str, str]]:
        night = self._night()
        if night is None:
            return []
        pairs = (("All of the next purchase", night.ours, night.plain), ("What is new to her", *_new(night)))
        return [{"name": say(name), "ours": _score(ours), "plain": _score(plain)} for name, ours, plain in pairs]

    def _verdict(self) -> str:
        night = self._night()
        if night is None:
            return say("Nothing was learned yet. That happens at night, once enough clients have come again.")
        found = say("What was learned is not surely better than the plain rules, so they are used.")
        if night.used:
            found = say("What was learned is better than the plain rules, so it is used.")
        if night.used and self._report and self._report.way != "learned":
            found = say("What was learned was better, but cannot be read. The next night learns anew.")
        return f"{found} {say('Judged on the last four weeks of %n clients.', n=night.people)}"

    def _drift(self) -> str:
        usual = domain.drifted(self._report.nights) if self._report else None
        night = self._night()
        if usual is None or night is None:
            return ""
        scores = {"score": _score(night.ours), "usual": _score(usual)}
        return say("The next purchase is foretold less well than usual: {score} instead of {usual}.", **scores)

    rows = Property(QObject, lambda self: self._rows, constant=True)
    nights = Property(QObject, lambda self: self._nights, constant=True)
    state = Property(str, _state, notify=changed)
    sentence = Property(str, _sentence, notify=changed)
    asOf = Property(str, _as_of, notify=changed)
    way = Property(str, _way, notify=changed)
    since = Property(str, _since, notify=changed)
    scores = Property(list, _scores, notify=changed)
    verdict = Property(str, _verdict, notify=changed)
    drift = Property(str, _drift, notify=changed)


def _new(night: Night) -> tuple[float, float]:
    return night.ours_new, night.plain_new


def _read(tx: Tx, place: str) -> tuple[Report | None, dict[str, str]]:
    return actions.report(tx, place), signin.staff_names(tx)
