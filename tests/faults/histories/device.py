"""One tablet: the real sync and the real features over a storage that outlives its crashes, and who holds it."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from typing import Any

import sqlalchemy as sa

from clienteling.contract.v1.sync import Operation
from clienteling.desktop.app import MIRRORS
from clienteling.desktop.migrations import upgrade
from clienteling.desktop.runtime import db as desktop_db
from clienteling.desktop.runtime.central import Central
from clienteling.desktop.runtime.faults import DiskFault
from clienteling.desktop.runtime.problems import Problem
from clienteling.desktop.signin.domain import Person
from clienteling.desktop.signin.viewmodel import Session
from clienteling.desktop.sync import outbox
from clienteling.desktop.sync.connection import Connection
from clienteling.desktop.sync.drainer import Drainer
from tests.faults.histories import screen
from tests.faults.histories.disk import Died, Tablet, Thread, rows
from tests.faults.histories.ledger import Ledger
from tests.faults.histories.loop import LOOP, Life
from tests.faults.histories.network import Line
from tests.faults.histories.seams import CHANCE
from tests.faults.histories.shop import STAFF, TENANT

NOWHERE: tuple[Any, ...] = ("", None)[: len(signature(desktop_db.Db).parameters)]
LOOKS = 0.15
"""How often somebody looks while something is untold."""
_UNTOLD = "SELECT 1 FROM outbox WHERE state IN ('pending', 'sent') LIMIT 1"
_FRESH = (
    sa.select(outbox.outbox)
    .where(outbox.outbox.c.op.in_(sa.bindparam("fresh", expanding=True)))
    .order_by(outbox.outbox.c.n)
)
KEPT = {mirror.kind: mirror for mirror in MIRRORS}


class Device:
    """`life` is its present run, None while it is off; `todo` is how many deeds its people still mean to do."""

    def __init__(self, number: int, id: str, store: str, tablet: Tablet, ledger: Ledger) -> None:
        self.number, self.id, self.store, self.tablet, self.ledger = number, id, store, tablet, ledger
        self.code = f"{store[-1].upper()}{number + 1}"
        self.name = f"tablet-{number}"
        self.life: Life | None = None
        self.line: Line | None = None
        self.session = Session()
        self.todo = 0
        self.skew = 0.0
        self.cut = False
        self.crash: Callable[[], None] = lambda: None

    def boot(self, line: Line) -> None:
        """The app starts: everything that is in memory is made anew."""
        self.life = Life(self.name, self.skew, self)
        self.line = line
        self.tablet.open()
        upgrade.upgrade(self.tablet.engine)
        self.session = Session()
        device = {"id": self.id, "store": self.store, "tenant": TENANT, "name": self.name, "code": self.code}
        self.session.settle(device, self.store, "GBP")
        LOOP.start(self.life, self._run(line))

    async def _run(self, line: Line) -> None:
        self.db = desktop_db.Db(*NOWHERE)
        self.connection = Connection()
        central = Central(line, "")
        self.central = central
        self.sign_in()
        self.drainer = Drainer(self.db, central, lambda: self.session.device, KEPT, self.connection)
        await self.drainer.run()

    def thread(self, *_named: Any) -> Thread:
        """The one thread behind the database."""
        return Thread(self._gate)

    def sign_in(self) -> None:
        """Somebody of the store takes the tablet."""
        staff = CHANCE.choice([one for one in STAFF if one.store == self.store])
        self.session.begin(Person(staff.id, staff.id, staff.role, staff.store, ""))

    def off(self) -> None:
        """The power fails."""
        if self.life is None:
            return
        life, self.life = self.life, None
        LOOP.kill(life)
        self.tablet.lose_power()

    @property
    def ready(self) -> bool:
        """Whether the app is up."""
        return self.life is not None and hasattr(self, "drainer")

    async def do(self, deed: Callable[[sa.Connection], Any], surely: bool = False) -> Any:
        """An action as a view model runs it; None where the app said why not. What it promised stands in the ledger."""
        made: list[Operation] = []
        run = self.db.keep if surely else self.db.run
        try:
            outcome = await run(self._noted, deed, made, "sale" if surely else "deed")
        except DiskFault:
            raise
        except Problem:
            return None
        self.ledger.tell(made)
        return outcome

    def _noted(self, tx: sa.Connection, deed: Callable[[sa.Connection], Any], made: list[Operation], what: str) -> Any:
        before = {op for (op,) in rows(tx, "SELECT op FROM outbox")}
        blocked = _blocked(tx)
        outcome = deed(tx)
        made[:] = [item.operation for item in _anew(tx, before)]
        dropped, made_now = blocked - _blocked(tx), list(made)
        self.tablet.raw.doing = what
        self.tablet.raw.on_commit = lambda: self.ledger.keep(self.id, made_now, dropped)
        return outcome

    def _gate(self, work: Callable[[], Any]) -> Any:
        raw = self.tablet.raw
        raw.on_commit, raw.doing = None, ""
        try:
            outcome = work()
        finally:
            if raw.died:
                self.crash()
                raise Died
        if CHANCE.random() < LOOKS and raw.execute(_UNTOLD).fetchone():
            self._look()
        return outcome

    def _look(self) -> None:
        """Whatever sync did, what this tablet has not told yet still stands over central's last word."""
        with self.tablet.engine.connect() as tx:
            self.ledger.flaws += screen.flaws(tx, self.name)
            tx.rollback()


def _blocked(tx: sa.Connection) -> set[str]:
    return {op for (op,) in rows(tx, "SELECT op FROM outbox WHERE state IN ('conflict', 'rejected')")}


def _anew(tx: sa.Connection, before: set[str]) -> list[outbox.Item]:
    """What stands in the outbox now and did not; it may stand in the place of something refused."""
    fresh = [op for (op,) in rows(tx, "SELECT op FROM outbox") if op not in before]
    return [outbox._item(row) for row in tx.execute(_FRESH, {"fresh": fresh})] if fresh else []
