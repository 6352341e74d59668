"""A10: killed at every statement and every write of the steps that bring an older store up, its outbox full."""

import asyncio
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from clienteling.desktop.migrations import upgrade as steps
from clienteling.desktop.runtime.db import Db, Tx, open_engine
from clienteling.desktop.sync import outbox
from clienteling.desktop.sync.push import push
from tests.faults import many
from tests.faults.tills import child, judge, till
from tests.faults.tills.troubled import Central
from tests.helpers import shop

NEXT = "9999"
MOST = 80
"""The oldest revision is left behind in fewer statements than this, and killed in that many of its writes."""
SPARSE = 4
"""The younger ones take the last of the same steps: together they are killed wherever the oldest is."""
FULL = 6
"""Orders that wait in the outbox, each with its cart's facts."""
REBUILD = f'''
"""A step as the next version may bring it: the outbox and the orders are made anew and filled from the old ones."""

from alembic import op

revision, down_revision = "{NEXT}", "{steps.HEAD}"


def upgrade() -> None:
    ask = op.get_bind().exec_driver_sql
    for table in ("outbox", "orders"):
        made = ask(f"SELECT sql FROM sqlite_master WHERE name = '{{table}}'").scalar()
        kept = f"SELECT sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL AND tbl_name = '{{table}}'"
        indexes = ask(kept).scalars().all()
        op.execute(f"ALTER TABLE {{table}} RENAME TO older")
        for statement in (made, f"INSERT INTO {{table}} SELECT * FROM older", "DROP TABLE older", *indexes):
            op.execute(statement)
        op.execute(f"ALTER TABLE {{table}} ADD COLUMN added TEXT")
'''


@contextmanager
def coming(folder: Path) -> Iterator[None]:
    """The app of the next version: one step more."""
    home = folder / "next"
    if not home.exists():
        shutil.copytree(Path(steps.__file__).parent, home)
        (home / "versions" / f"{NEXT}_next.py").write_text(REBUILD, encoding="utf-8")
    before = steps.__file__, steps.HEAD
    steps.__file__, steps.HEAD = str(home / "upgrade.py"), NEXT
    try:
        yield
    finally:
        steps.__file__, steps.HEAD = before


def revisions() -> list[str]:
    """Every revision there ever was, the oldest first."""
    config = Config()
    config.set_main_option("script_location", str(Path(steps.__file__).parent))
    return [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()][::-1]


@cache
def places() -> list[tuple[str, bool, int]]:
    """Where each point kills: from which revision, whether at a statement or at a write, and at which."""
    oldest, *younger = revisions()
    every = [(oldest, nth) for nth in range(1, MOST + 1)]
    some = [(each, nth) for k, each in enumerate(younger) for nth in range(1 + k % SPARSE, MOST + 1, SPARSE)]
    return [(revision, by_statement, nth) for revision, nth in every + some for by_statement in (True, False)]


@cache
def _older(folder: Path, revision: str) -> tuple[Path, list[list[str]]]:
    """A store at a revision with its outbox full, and what was told of it."""
    if not (folder / "ground").exists():
        till.ground(folder)
    sold = till.copied(folder / "ground", folder / "sold")
    ended = child.run(lambda pipe: till.sell(sold, till.Day(revision, orders=FULL), till.aloud(pipe)))
    home = folder / f"at {revision}"
    home.mkdir()
    old, new = open_engine(home / sold.name, till.KEY), open_engine(sold, till.KEY)
    with old.begin() as to, new.begin() as of:
        config = Config()
        config.set_main_option("script_location", str(Path(steps.__file__).parent))
        config.attributes["connection"] = to
        command.upgrade(config, revision)
        for table in to.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all():
            _copy(of, to, table)
    old.dispose()
    new.dispose()
    return home, ended.said


def _copy(of: Tx, to: Tx, table: str) -> None:
    """The rows of a table as an older version had them; none of one that the newest has no more."""
    if table in ("alembic_version", "sqlite_sequence") or "_fts" in table or not sa.inspect(of).has_table(table):
        return
    names = [f'"{row[1]}"' for row in to.exec_driver_sql(f'PRAGMA table_info("{table}")')]
    rows = [tuple(row) for row in of.exec_driver_sql(f'SELECT {", ".join(names)} FROM "{table}"')]
    if rows:
        marks = ", ".join("?" * len(names))
        to.exec_driver_sql(f'INSERT OR REPLACE INTO "{table}" ({", ".join(names)}) VALUES ({marks})', rows)


def point(folder: Path, seed: str, number: int, flaw: bool = False) -> Counter[str]:
    """Kill once at the nth statement or the nth write, start again, and let the new version drain the outbox."""
    before, by_statement, nth = places()[number]
    home, said = _older(folder, before)
    file = till.copied(home, folder / "run")
    with coming(folder):
        traced = () if by_statement else child.inject(child.KEPT, "signal=SIGKILL", nth)
        ended = child.run(lambda _pipe: _step(file, nth if by_statement else 0, flaw), traced)
        between = _revision(file)
        verdict = judge.judge(file, said)
        left = 0 if verdict.faults() else asyncio.run(_drained(file))
    found = Counter({"told": verdict.told, "!not drained": left})
    found[f"killed by {'statement' if by_statement else 'write'}"] = int(child.killed(ended))
    found[f"from {before}, found at {between}"] = 1
    return found + verdict.faults() + Counter({"!crashed": int(ended.code > 0)})


def _step(file: Path, nth: int, flaw: bool) -> None:
    """Take the steps; the flaw commits after every statement."""
    count = 0

    def die(*_: object) -> None:
        nonlocal count
        count += 1
        if count == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    def commit(tx: Tx, *_: object) -> None:
        raw = tx.connection.dbapi_connection
        raw.execute("COMMIT")
        raw.execute("BEGIN IMMEDIATE")

    engine = open_engine(file, till.KEY)
    sa.event.listen(engine, "before_cursor_execute", die)
    if flaw:
        sa.event.listen(engine, "after_cursor_execute", commit)
    steps.upgrade(engine)
    engine.dispose()


def _revision(file: Path) -> str:
    engine = open_engine(file, till.KEY)
    with engine.begin() as tx:
        found = tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    engine.dispose()
    return " and ".join(found)


async def _drained(file: Path) -> int:
    db = Db(file, till.KEY)
    while await push(db, Central(), "device-1", shop.MIRRORS):  # type: ignore[arg-type]
        pass
    waiting, _ = await db.read(outbox.counts)
    db.close()
    return waiting


if __name__ == "__main__":
    flaws = {"each its own": partial(point, flaw=True)}
    sys.exit(many.main("steps", point, points=len(places()), flaws=flaws))
