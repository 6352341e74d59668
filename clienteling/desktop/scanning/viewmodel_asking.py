"""What the question "What is this code?" may know and ask, and the rules that its answers have made."""

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.desktop.runtime.db import Db, Tx
from clienteling.desktop.runtime.language import Language
from clienteling.desktop.runtime.rows import RowsModel
from clienteling.desktop.runtime.tasks import Tasks
from clienteling.desktop.runtime.text import say
from clienteling.desktop.scanning import actions_rules, sentences
from clienteling.desktop.scanning.domain import COUPON, Scan
from clienteling.desktop.scanning.domain_asking import Claim, Rule, candidates, decide, rule_for, understood
from clienteling.desktop.signin.viewmodel import Session

QML_IMPORT_NAME = "clienteling.desktop.scanning"
QML_IMPORT_MAJOR_VERSION = 1

ICONS = {"product": "shirt", "customer": "id-card", "order": "receipt-text", "coupon": "percent"}
Named = Callable[[Tx, Scan, str], list[Claim]]
Whose = tuple[str, str]
"""The store that something is said in, and who says it."""


@QmlElement
@QmlUncreatable("made by the application")
class AskingViewModel(QObject):
    """Decides what a scan is. `named(tx, scan, language)` tells what goes by this code on this tablet.

    `decided` brings the scan as what it is and what it names; `told` words and what would take that back.
    """

    changed = Signal()
    asked = Signal()
    answered = Signal()
    decided = Signal(object, object)
    told = Signal(str, object)

    def __init__(
        self, db: Db, tasks: Tasks, session: Session, language: Language, named: Named,
        coupons: tuple[re.Pattern[str], ...] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self._db, self._tasks, self._session, self._language = db, tasks, session, language
        self._named, self._coupons = named, coupons
        self._scan: Scan | None = None
        self._found: list[Claim] = []
        self._rules: list[Rule] = []
        self._choices = RowsModel(("kind", "word", "name", "sign"), self)
        self._learned = RowsModel(("key", "words", "word", "sign"), self)
        db.changed.connect(self._on_change)
        language.changed.connect(self._show)
        session.changed.connect(self.reload)
        session.switched.connect(self.dismiss)

    def weigh(self, scan: Scan) -> None:
        """Decide what this is, or ask; an older question is not answered any more."""
        self._tasks.start(self._weigh(scan))

    @Slot()
    def reload(self) -> None:
        """Read the rules of this store again."""
        self._tasks.start(self._load())

    @Slot(int)
    def choose(self, place: int) -> None:
        """It is this one, and so is every code like it."""
        if self._scan:
            scan, claim = self._scan, self._found[place]
            self.dismiss()
            self._tasks.start(self._learn(scan, claim))

    @Slot()
    def dismiss(self) -> None:
        """It stays undecided: nothing happens."""
        if self._scan:
            self._scan, self._found = None, []
            self._show()
            self.answered.emit()

    @Slot(str)
    def forget(self, key: str) -> None:
        """A rule is none any more: such a code is asked about again."""
        self._tasks.start(self._forget(next(rule for rule in self._rules if rule.key == key)))

    async def _weigh(self, scan: Scan) -> None:
        claims = await self._db.read(self._named, scan, self._language.code)
        if any(pattern.fullmatch(scan.text) for pattern in self._coupons):
            claims.append(Claim("coupon", "", scan.text))
        self.dismiss()
        found = candidates(scan, claims)
        claim = decide(scan, found, self._rules)
        if claim:
            self._tell(scan, claim)
            return
        self._scan, self._found = scan, found
        self._show()
        self.asked.emit()

    def _tell(self, scan: Scan, claim: Claim) -> None:
        self.decided.emit(understood(scan, claim, COUPON if claim.kind == "coupon" else ""), claim)

    async def _learn(self, scan: Scan, claim: Claim) -> None:
        rule = rule_for(scan, claim.kind)
        before = [one for one in self._rules if one.key == rule.key]
        whose = self._session.store, self._session.staff
        await self._db.run(actions_rules.learn, *whose, rule)
        await self._load()
        words = say("{codes}: {kind} from now on", codes=_codes(rule), kind=sentences.word(rule.kind))
        self.told.emit(words, lambda: self._tasks.start(self._unlearn(whose, rule, before)))
        self._tell(scan, claim)

    async def _unlearn(self, whose: Whose, rule: Rule, before: list[Rule]) -> None:
        await self._db.run(actions_rules.forget, *whose, rule)
        for one in before:
            await self._db.run(actions_rules.learn, *whose, one)

    async def _forget(self, rule: Rule) -> None:
        whose = self._session.store, self._session.staff
        await self._db.run(actions_rules.forget, *whose, rule)
        words = say("{codes}: you will be asked again", codes=_codes(rule))
        self.told.emit(words, lambda: self._tasks.start(self._db.run(actions_rules.learn, *whose, rule)))

    async def _load(self) -> None:
        self._rules = await self._db.read(actions_rules.rules, self._session.store)
        self._show()

    @Slot(object)
    def _on_change(self, tables: frozenset[str]) -> None:
        if "code_rule" in tables:  # said on another tablet of this store, or here
            self.reload()

    @Slot()
    def _show(self) -> None:
        self._choices.reset([_choice(claim) for claim in self._found])
        self._learned.reset([_row(rule) for rule in self._rules])
        self.changed.emit()

    code = Property(str, lambda self: self._scan.text if self._scan else "", notify=changed)
    choices = Property(QObject, lambda self: self._choices, constant=True)
    learned = Property(QObject, lambda self: self._learned, constant=True)


def _choice(claim: Claim) -> tuple[Any, ...]:
    return claim.kind, sentences.word(claim.kind), claim.name, ICONS[claim.kind]


def _row(rule: Rule) -> tuple[Any, ...]:
    return rule.key, _codes(rule), sentences.word(rule.kind), ICONS[rule.kind]


def _codes(rule: Rule) -> str:
    return say("Codes of {length} characters that begin with {prefix}", length=rule.length, prefix=rule.prefix)
